"""Who stands behind a page: the review line, the next review, the reviewers by role."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from editorial.content import CHINESE, ENGLISH, Words
from editorial.editions import day_of, newest_sign_off, reviews_behind
from editorial.models import Edition, SignOff, SiteSettings
from editorial.showing import Showing
from trials.site.frame import name_of_site
from trials.site.notices import notices_above
from trials.site.sentences import date_words, due_note, next_review_line, overdue_sentences, review_line

CODE_LENGTH = 12


@dataclass(frozen=True)
class Review:
    reviewed: date | None
    line: str
    next_line: str
    note: str
    """Beside every review line from the due day on; "" before."""
    overdue: tuple[str, ...]
    """Sentences of the banner above the page; none while its review is less than two weeks late."""
    reviewers: str
    """A list, a line for each person who stands behind the words."""
    edition_line: str


def review_of(showing: Showing) -> Review:
    """What the page says of its review, in the active language; most of it empty in a preview."""
    return Review(
        reviewed=showing.last_reviewed,
        line=_line(showing),
        next_line=next_review_line(showing.review_due, today=showing.today) if showing.review_due else "",
        note=due_note(showing.review_due, today=showing.today),
        overdue=_overdue(showing),
        reviewers=showing.reviewer_roles.in_language(showing.lang),
        edition_line=_edition_line(showing.edition) if showing.edition else "",
    )


def _line(showing: Showing) -> str:
    if showing.last_reviewed is None:
        return _("Not yet reviewed.")
    team = showing.site.words("editorial_team").in_language(showing.lang)
    return review_line(
        showing.last_reviewed,
        team=team or name_of_site(showing.site, showing.lang),
        with_people=showing.reviewed_with.in_language(showing.lang).splitlines(),
    )


def _overdue(showing: Showing) -> tuple[str, ...]:
    if showing.last_reviewed is None or showing.review_due is None:
        return ()
    return overdue_sentences(showing.last_reviewed, showing.review_due, today=showing.today)


def _edition_line(edition: Edition) -> str:
    # The beginning of the digest: enough to tell by telephone which edition somebody holds.
    return _("Edition %(number)s, published %(date)s, code %(code)s") % {
        "number": edition.number,
        "date": date_words(day_of(edition.published_at).isoformat()),
        "code": edition.digest[:CODE_LENGTH],
    }


def verify_address(edition: Edition) -> str:
    """The whole address a QR code on paper leads to; it has no language, the reader's browser has."""
    return f"{settings.SITE_URL}/verify/{edition.digest[:CODE_LENGTH]}/"


def showing_of(edition: Edition, *, lang: str, site: SiteSettings, today: date) -> Showing:
    """How a verified edition is shown: its content, and the newest sign-off of exactly these words."""
    content = edition.load()
    final, behind = newest_sign_off(edition), reviews_behind(edition)
    # Who only stands behind the words read them on an earlier day than a later "still correct" names.
    again = final.pk != edition.signed_by_id
    with_people = [final, *(each for each in behind if each.scope == SignOff.Scope.MEDICAL and not again)]
    return Showing(
        content=content,
        lang=lang,
        site=site,
        today=today,
        edition=edition,
        last_reviewed=day_of(final.signed_at),
        review_due=final.review_due,
        reviewer_roles=_roles([final, *behind], site.show_names),
        reviewed_with=_bylines(with_people, site.show_names),
        notices=notices_above([edition.page_id])[edition.page_id],
    )


def _roles(sign_offs: list[SignOff], show_names: bool) -> Words:
    lines = {}
    for lang in (ENGLISH, CHINESE):
        with translation.override(lang):
            lines[lang] = "\n".join(f"- {signer_line(sign_off, lang, show_names)}" for sign_off in sign_offs)
    return Words(en=lines[ENGLISH], zh_hans=lines[CHINESE])


def _bylines(sign_offs: list[SignOff], show_names: bool) -> Words:
    """Who is named in the review line, each once, a line each; people without a byline are not."""
    lines = {}
    for lang in (ENGLISH, CHINESE):
        with translation.override(lang):
            named = [_byline(sign_off, lang, show_names) for sign_off in sign_offs]
        lines[lang] = "\n".join(dict.fromkeys(filter(None, named)))
    return Words(en=lines[ENGLISH], zh_hans=lines[CHINESE])


def _byline(sign_off: SignOff, lang: str, show_names: bool) -> str:
    byline = " ".join(getattr(sign_off, f"byline_{lang.replace('-', '_')}").split())
    if not byline or not show_names:
        return byline
    return pgettext("who reviewed", "%(byline)s (%(name)s)") % {
        "byline": byline,
        "name": " ".join(sign_off.person_name.split()),
    }


def signer_line(sign_off: SignOff, lang: str, show_names: bool) -> str:
    """Role, qualification and interests of who signed, as they were; the name where names are shown."""
    suffix = lang.replace("-", "_")
    role = getattr(sign_off, f"public_role_{suffix}") or sign_off.get_role_display()
    qualification = getattr(sign_off, f"qualification_{suffix}")
    conflict = getattr(sign_off, f"conflict_{suffix}")
    name = sign_off.person_name if show_names else ""
    parts = (" ".join(part.split()) for part in (name, role, qualification) if part)
    who = pgettext("between names", ", ").join(parts)
    conflict = " ".join(conflict.split())
    if not conflict:
        return who
    return _("%(who)s. Interests declared: %(conflict)s") % {"who": who, "conflict": conflict}
