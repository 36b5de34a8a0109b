"""The verdict on an edition somebody holds on paper, in the active language."""

from dataclasses import dataclass, fields
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from editorial.editions import (
    EditionTampered,
    day_of,
    require_intact,
    require_not_withdrawn,
    reviews_behind,
)
from editorial.models import Edition, SignOff, SiteSettings
from editorial.prose import ProseContent
from editorial.seals import is_end_sealed, is_sealed
from trials.content import TrialContent
from trials.site.changed_since import ChangedSince, changed_since
from trials.site.errors import reason_elsewhere, taken_down, trial_id_in
from trials.site.frame import settings_for
from trials.site.history import redaction_line
from trials.site.languages import address
from trials.site.notices import TONES, notices_above
from trials.site.reading import TrialReading, read_trial
from trials.site.review import CODE_LENGTH, showing_of, signer_line
from trials.site.sentences import date_words, followed_by


@dataclass(frozen=True)
class Auditing:
    digest: str
    previous_seal: str
    seal: str
    signatures: tuple[str, ...]
    has_words: bool
    """The words are there, so that their digest could be computed anew."""


@dataclass(frozen=True)
class Verdict:
    heading: str
    tone: str
    verdict: str
    reason_elsewhere: str
    edition: str
    page_url: str
    """Address of the page in force; "" where there is none."""
    page_name: str
    redaction: str
    t: TrialReading | None
    """The trial as it is read today; None where it is not."""
    changed: ChangedSince | None
    """What changed since; None where nothing did, or where that cannot be told."""
    auditing: Auditing

    def context(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


def verdict_on(edition: Edition, request: HttpRequest) -> Verdict:
    """What to tell whoever holds `edition`, which is intact; raises EditionTampered for its successors."""
    lang, site = str(get_language()), settings_for(request)
    current = _in_force(edition)
    last = None if current else _withdrawn(edition)
    reading = _read_today(current, lang, site)
    tone, verdict = _verdict(edition, current, last)
    if tone == "open" and reading:
        tone, verdict = _beside_notices(current, verdict)
    return Verdict(
        heading=_("Is this printed page still right?"),
        tone=tone,
        verdict=verdict,
        reason_elsewhere=reason_elsewhere(last) if last else "",
        edition=edition_words(edition),
        page_url=address(lang, current.path) if current else "",
        page_name=_name(current, lang) if current else "",
        redaction=redaction_line(edition),
        t=reading,
        changed=_changed(edition, current, lang),
        auditing=_auditing(edition, lang, site),
    )


def edition_words(edition: Edition) -> str:
    """ "Edition 2 of the page on trial NCT06279026, published 3 May 2026, code …"."""
    told = {
        "number": edition.number,
        "date": _day(edition.published_at),
        "code": edition.digest[:CODE_LENGTH],
        "id": trial_id_in(edition.path),
        "path": f"/{edition.path}",
    }
    if not told["id"]:
        return _("Edition %(number)s of the page %(path)s, published %(date)s, code %(code)s") % told
    return _("Edition %(number)s of the page on trial %(id)s, published %(date)s, code %(code)s") % told


def _in_force(edition: Edition) -> Edition | None:
    current = (
        Edition.objects.in_force().filter(page_id=edition.page_id).select_related("signed_by", "page").first()
    )
    if current is not None:
        require_intact(current)
        require_not_withdrawn(current)
    return current


def _withdrawn(edition: Edition) -> Edition:
    """The last edition of a page that has none in force; how it ended must be genuine."""
    last = Edition.objects.filter(page_id=edition.page_id).defer("content").latest("number")
    if not (is_sealed(last) and is_end_sealed(last)) or last.ended_reason != Edition.End.WITHDRAWN:
        raise EditionTampered(f"edition {last}: its end was changed")
    return last


def _read_today(current: Edition | None, lang: str, site: SiteSettings) -> TrialReading | None:
    if current is None or not isinstance(current.load(), TrialContent):
        return None
    return read_trial(showing_of(current, lang=lang, site=site, today=timezone.localdate()), explains=False)


def _verdict(edition: Edition, current: Edition | None, last: Edition | None) -> tuple[str, str]:
    if last is not None:
        return "stopped", taken_down(last)
    if current == edition:
        return "open", _("In force: the page on the site has exactly these words today.")
    told = {
        "ended": _day(edition.ended_at),
        "number": current.number,
        "date": _day(current.published_at),
    }
    return "paused", _(
        "Out of date since %(ended)s: in force is edition %(number)s, published %(date)s. "
        "Do not rely on the paper."
    ) % told


def _beside_notices(current: Edition, verdict: str) -> tuple[str, str]:
    """What is in force may be no invitation below a notice that nobody is taken in."""
    kinds = [each.kind for each in notices_above([current.page_id])[current.page_id] if each.kind in TONES]
    if not kinds:
        return "open", verdict
    return TONES[kinds[-1]], followed_by(verdict, _("Read the urgent notice first."))


def _name(current: Edition, lang: str) -> str:
    content = current.load()
    name = content.title if isinstance(content, ProseContent) else content.headline
    return name.in_language(lang) or edition_words(current)


def _changed(edition: Edition, current: Edition | None, lang: str) -> ChangedSince | None:
    if current is None or current == edition or edition.redacted_at is not None:
        return None
    before, after = edition.load(), current.load()
    if not isinstance(before, TrialContent) or not isinstance(after, TrialContent):
        return None
    return changed_since(before, after, lang=lang)


def _auditing(edition: Edition, lang: str, site: SiteSettings) -> Auditing:
    return Auditing(
        digest=edition.digest,
        previous_seal=edition.previous_seal,
        seal=edition.seal,
        signatures=tuple(
            _signature(row, lang, site.show_names) for row in (*reviews_behind(edition), edition.signed_by)
        ),
        has_words=edition.redacted_at is None,
    )


def _signature(row: SignOff, lang: str, show_names: bool) -> str:
    parts = (_day(row.signed_at), str(row.get_scope_display()), signer_line(row, lang, show_names))
    return pgettext("between parts of a line", " · ").join(parts)


def _day(moment: Any) -> str:
    return date_words(day_of(moment).isoformat())
