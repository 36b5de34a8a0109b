"""The list of published trials, newest review first, with the status each page shows today."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from editorial.content import ENGLISH, Words
from trials.content import DatedFact, Facts
from trials.models import PublishedTrial
from trials.site.frame import frame_of, settings_for
from trials.site.languages import HTML_LANG, address
from trials.site.sentences import StatusSentence, date_words, status_sentence
from trials.site.serving import public

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
    withheld_line: str
    """Said in place of the headline when there is no page in the reader's language; "" when there is one."""


@public
def trials(request: HttpRequest) -> HttpResponse:
    """A page of cards; a page number out of range shows the nearest there is."""
    lang, today = get_language(), timezone.localdate()
    rows = PublishedTrial.objects.order_by("-last_reviewed", "trial_id")
    shown = Paginator(rows, TRIALS_A_PAGE).get_page(request.GET.get("page"))
    frame = frame_of(settings_for(request), lang=lang, path="trials/")
    context = {
        "frame": frame,
        "title": f"{_('Clinical trials')} – {frame.site_name}",
        "cards": [card_of(row, lang=lang, today=today) for row in shown],
        "shown": shown,
    }
    return HttpResponse(render_to_string("pages/trials.html", context))


def card_of(row: PublishedTrial, *, lang: str, today: date) -> Card:
    """What a list says of a trial, in the active language."""
    suffix = lang.replace("-", "_")
    withheld = lang not in row.languages.split(",")
    leads_to = ENGLISH if withheld else lang
    places = [name for name in getattr(row, f"place_{suffix}").splitlines() if name]
    return Card(
        trial_id=row.trial_id,
        url=address(leads_to, row.path),
        html_lang=HTML_LANG[leads_to],
        headline=getattr(row, f"headline_{suffix}"),
        summary=getattr(row, f"summary_{suffix}"),
        place=_place(places),
        status=status_sentence(_facts(row), today=today),
        foot=_foot(row),
        withheld_line=_("Trial %(id)s (in English only)") % {"id": row.trial_id} if withheld else "",
    )


def _foot(row: PublishedTrial) -> str:
    if row.last_reviewed is None:
        return row.trial_id
    return _("%(id)s · last reviewed %(date)s") % {
        "id": row.trial_id,
        "date": date_words(row.last_reviewed.isoformat()),
    }


def _place(names: list[str]) -> str:
    shown = pgettext("between names", ", ").join(names[:PLACES_ON_A_CARD])
    more = len(names) - PLACES_ON_A_CARD
    if more <= 0:
        return shown
    return _("%(places)s and %(count)s more places") % {"places": shown, "count": more}


def _facts(row: PublishedTrial) -> Facts:
    return Facts(
        study_type="",
        phases=tuple(code for code in row.phases.split(",") if code),
        status=row.status,
        status_date=row.status_date,
        why_stopped=Words("", ""),
        enrolment=None,
        enrolment_kind="",
        minimum_age=None,
        maximum_age=None,
        sex=row.sex,
        healthy_volunteers=row.healthy_volunteers,
        start=None,
        primary_completion=None,
        completion=DatedFact(row.completion_date, "") if row.completion_date else None,
        ethics_approval="",
    )
