"""The list of published trials, newest review first, with the status each page shows today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Case, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from editorial.content import ENGLISH
from editorial.editions import day_of, edition_problems, newest_sign_offs
from editorial.freshness import Freshness, freshness_of, newest_due
from editorial.models import Edition, SignOff, UrgentNotice
from trials.models import PublishedTrial
from trials.site.frame import frame_of, settings_for
from trials.site.languages import HTML_LANG, address
from trials.site.notices import beside_notices, in_words, notices_above
from trials.site.sentences import NoticeWords, StatusSentence, date_words, due_note, status_sentence
from trials.site.serving import alarm, public

TRIALS_A_PAGE = 20
PLACES_ON_A_CARD = 3


@dataclass(frozen=True)
class Card:
    trial_id: str
    url: str
    html_lang: str
    """Language of the page the link leads to."""
    headline: str
    summary: str
    place: str
    status: StatusSentence
    foot: str
    note: str
    """That the review is overdue, where the status does not say so."""
    lapsed: bool
    """Reviewed so long ago that it is not listed among the others."""
    urgent: tuple[NoticeWords, ...]
    withheld_line: str
    """Said in place of the headline when there is no page in the reader's language; "" when there is one."""


@public
def trials(request: HttpRequest) -> HttpResponse:
    """A page of cards; a page number out of range shows the nearest there is."""
    lang, today = get_language(), timezone.localdate()
    shown = Paginator(_rows(today), TRIALS_A_PAGE).get_page(request.GET.get("page"))
    cards = cards_of([row.edition for row in shown], lang=lang, today=today)
    frame = frame_of(settings_for(request), lang=lang, path="trials/")
    context = {
        "frame": frame,
        "title": f"{_('Clinical trials')} – {frame.site_name}",
        "cards": [card for card in cards if not card.lapsed],
        "lapsed": [card for card in cards if card.lapsed],
        "shown": shown,
    }
    return HttpResponse(render_to_string("pages/trials.html", context))


def _rows(today: date) -> QuerySet[PublishedTrial]:
    """Newest review first; those not reviewed in time after all others."""
    is_lapsed = When(review_due__lte=newest_due(Freshness.LAPSED, today), then=1)
    rows = PublishedTrial.objects.select_related("edition__signed_by")
    return rows.order_by(Case(is_lapsed, default=0), "-last_reviewed", "trial_id")


def cards_of(editions: Iterable[Edition], *, lang: str, today: date) -> list[Card]:
    """A card for each edition that is in force and what was signed; the rows of the list only find them."""
    intact = [edition for edition in editions if _is_fit_to_show(edition)]
    reviews, above = newest_sign_offs(intact), notices_above([edition.page_id for edition in intact])
    return [card_of(each, reviews[each.pk], above[each.page_id], lang=lang, today=today) for each in intact]


def card_of(
    edition: Edition, review: SignOff, notices: Sequence[UrgentNotice], *, lang: str, today: date
) -> Card:
    """What a list says of a trial, in the active language, from the words that were signed."""
    content = edition.load()
    withheld = lang not in content.languages
    leads_to = ENGLISH if withheld else lang
    cities = dict.fromkeys(filter(None, (site.city.in_language(lang) for site in content.sites)))
    freshness = freshness_of(review.review_due, today)
    status = status_sentence(content.facts, today=today, review_due=review.review_due)
    told = {"id": content.trial_id, "date": date_words(day_of(review.signed_at).isoformat())}
    return Card(
        trial_id=content.trial_id,
        url=address(leads_to, edition.path),
        html_lang=HTML_LANG[leads_to],
        headline=content.headline.in_language(lang),
        summary=content.summary.in_language(lang),
        place=_place(list(cities)),
        status=beside_notices(status, notices),
        foot=_("%(id)s · last reviewed %(date)s") % told,
        note=due_note(review.review_due, today=today) if freshness == Freshness.OVERDUE else "",
        lapsed=freshness >= Freshness.LAPSED,
        urgent=in_words(notices),
        withheld_line=_("Trial %(id)s (in English only)") % told if withheld else "",
    )


def _is_fit_to_show(edition: Edition) -> bool:
    problem = next(edition_problems(edition), None)
    if problem:
        alarm.critical("Not listed: %s", problem)
    return problem is None and edition.ended_at is None


def _place(names: list[str]) -> str:
    shown = pgettext("between names", ", ").join(names[:PLACES_ON_A_CARD])
    more = len(names) - PLACES_ON_A_CARD
    if more <= 0:
        return shown
    return _("%(places)s and %(count)s more places") % {"places": shown, "count": more}
