"""The history of a trial's page: every edition with its days and what changed, reviews, urgent notices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from editorial.editions import day_of, edition_problems
from editorial.models import Edition, SignOff, UrgentNotice
from editorial.notices import is_lifted
from editorial.seals import is_end_sealed, is_redaction_sealed, is_sealed
from trials.content import TrialContent
from trials.site.frame import Link, frame_of, settings_for
from trials.site.languages import HTML_LANG, OWN_NAMES
from trials.site.public import moved_to
from trials.site.sentences import date_words, notice_words
from trials.site.sentences.changes import change_sentence
from trials.site.serving import public, unless_same

EDITIONS_A_PAGE = 10


@dataclass(frozen=True)
class ShownEdition:
    number: int
    line: str
    change_line: str
    """What changed against the edition before; "" where that cannot be told from genuine words."""
    later_lines: tuple[str, ...]
    """What became of it: read again, its words removed, replaced or taken down."""
    languages: tuple[Link, ...]
    code: str


@public
def history(request: HttpRequest, trial_id: str) -> HttpResponse:
    """Every edition that was ever in force, newest first; not its words, but what changed in them."""
    path, lang = f"trials/{trial_id.lower()}/", get_language()
    if trial_id != trial_id.lower():
        return moved_to(request, f"{path}history/")
    numbers = _numbers(path)
    if not numbers:
        raise Http404
    shown = Paginator(numbers, EDITIONS_A_PAGE).get_page(request.GET.get("page"))
    frame = frame_of(settings_for(request), lang=lang, path=f"{path}history/", indexed=False)
    heading = _("Editions of the page on trial %(id)s") % {"id": trial_id.upper()}
    context = {
        "frame": frame,
        "title": f"{heading} – {frame.site_name}",
        "heading": heading,
        "trial_path": f"/{lang}/{path}",
        "editions": _shown_editions(numbers, shown),
        "notices": _notice_lines(numbers[0][1]),
        "shown": shown,
    }
    return unless_same(request, HttpResponse(render_to_string("pages/history.html", context)))


def _numbers(path: str) -> list[tuple[Any, Any]]:
    """Primary key and page of each genuine edition, newest first; its words are not read for that."""
    rows = Edition.objects.filter(path=path).order_by("-number").defer("content")
    return [(row.pk, row.page_id) for row in rows if is_sealed(row) and is_end_sealed(row)]


def _shown_editions(numbers: Sequence[tuple[Any, Any]], shown: Page) -> list[ShownEdition]:
    # One more than is shown: the last on this page is compared with the first of the next.
    keys = [pk for pk, _page in numbers[shown.start_index() - 1 : shown.end_index() + 1]]
    by_key = Edition.objects.select_related("signed_by").in_bulk(keys)
    editions = [by_key[pk] for pk in keys]
    contents = [_content(edition) for edition in editions]
    read_again = _read_again(editions)
    rows = []
    for place, edition in enumerate(editions[: len(shown)]):
        before = contents[place + 1] if place + 1 < len(contents) else None
        change_line = _change(edition, before, contents[place])
        later = (_read_again_line(read_again[edition.pk]), redaction_line(edition), _end(edition))
        rows.append(_row(edition, change_line, tuple(filter(None, later))))
    return rows


def _row(edition: Edition, change_line: str, later_lines: tuple[str, ...]) -> ShownEdition:
    told = {"number": edition.number, "date": _day(edition.published_at)}
    return ShownEdition(
        number=edition.number,
        line=_("Edition %(number)s, published %(date)s") % told,
        change_line=change_line,
        later_lines=later_lines,
        languages=tuple(Link("", OWN_NAMES[code], HTML_LANG[code]) for code in edition.language_codes),
        code=edition.digest,
    )


def _content(edition: Edition) -> TrialContent | None:
    """The words of an edition if they are those that were signed and still there."""
    if any(edition_problems(edition)) or edition.redacted_at:
        return None
    content = edition.load()
    return content if isinstance(content, TrialContent) else None


def _change(edition: Edition, before: TrialContent | None, after: TrialContent | None) -> str:
    if edition.number == 1:
        return _("First edition.")
    if before is None or after is None:
        return ""
    return change_sentence(before, after)


def _read_again(editions: Iterable[Edition]) -> dict[Any, list[datetime]]:
    """When each edition was found still correct while it was in force, in one query."""
    by_words = {(edition.page_id, edition.digest): [] for edition in editions}
    finals = SignOff.objects.filter(
        scope=SignOff.Scope.FINAL, page_id__in={page_id for page_id, _digest in by_words}
    )
    for row in finals.order_by("signed_at", "pk"):
        if (row.page_id, row.digest) in by_words and is_sealed(row):
            by_words[row.page_id, row.digest].append(row.signed_at)
    return {
        edition.pk: [
            moment
            for moment in by_words[edition.page_id, edition.digest]
            if moment > edition.signed_by.signed_at
            and (edition.ended_at is None or moment < edition.ended_at)
        ]
        for edition in editions
    }


def _read_again_line(moments: list[datetime]) -> str:
    if not moments:
        return ""
    days = dict.fromkeys(map(_day, moments))
    return _("Read again and found still correct on %(dates)s.") % {
        "dates": pgettext("between names", ", ").join(days)
    }


def redaction_line(edition: Edition) -> str:
    """That the words of an edition were removed; "" while they stand."""
    if edition.redacted_at is None or not is_redaction_sealed(edition):
        return ""
    return _("The words of this edition were removed on %(date)s at somebody’s request; its code stays.") % {
        "date": _day(edition.redacted_at)
    }


def _end(edition: Edition) -> str:
    if edition.ended_at is None:
        return ""
    day = {"date": _day(edition.ended_at)}
    if edition.ended_reason == Edition.End.WITHDRAWN:
        return _("Taken down on %(date)s") % day
    return _("Replaced by the next edition on %(date)s") % day


def _notice_lines(page_id: Any) -> list[str]:
    """What each genuine notice said and since when, newest first, and when it was lifted."""
    rows = UrgentNotice.objects.filter(page_id=page_id).order_by("-set_at", "-pk")
    return [_notice_line(row) for row in rows if is_sealed(row)]


def _notice_line(notice: UrgentNotice) -> str:
    told = {"notice": notice_words(notice).said, "date": _day(notice.set_at)}
    if not is_lifted(notice):
        return _("From %(date)s until now: %(notice)s") % told
    told["end"] = _day(notice.lifted_at)
    if told["end"] == told["date"]:
        told |= {"date": _minute(notice.set_at), "end": _minute(notice.lifted_at)}
    return _("From %(date)s to %(end)s: %(notice)s") % told


def _minute(moment: datetime) -> str:
    local = timezone.localtime(moment, timezone.get_default_timezone())
    return _("%(date)s, %(time)s") % {"date": _day(moment), "time": f"{local:%H:%M}"}


def _day(moment: datetime) -> str:
    return date_words(day_of(moment).isoformat())
