"""Registry dates in words. Many have no day ("2024-04"), and none is ever invented."""

import calendar
from datetime import date

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext, pgettext

from trials.content import DatedFact
from trials.labels import FactKind, label


def date_words(iso: str) -> str:
    """ "26 February 2024", "April 2024" or "2024", as precise as `iso`; any other text stays as it is."""
    if (span := date_span(iso)) is None:
        return iso
    return format_date(span[0], _long_format(iso))


def review_day(day: date) -> str:
    """A day of the review as the review line writes it: "2026-05-15"."""
    return format_date(day, pgettext("date format of the review line", "Y-m-d"))


def short_date_words(iso: str) -> str:
    """ "26 Feb 2024", for dates in brackets; as precise as `iso`."""
    if (span := date_span(iso)) is None:
        return iso
    return format_date(span[0], pgettext("date format", "j M Y") if _has_day(iso) else _long_format(iso))


def dated_fact_line(fact: DatedFact | None) -> str:
    """A start or completion date with its kind: "April 2024 (estimated)"."""
    if fact is None or not fact.date:
        return gettext("Not stated")
    if not fact.kind:
        return date_words(fact.date)
    return gettext("%(date)s (%(kind)s)") % {
        "date": date_words(fact.date),
        "kind": label(FactKind, fact.kind),
    }


def date_span(iso: str) -> tuple[date, date] | None:
    """First and last day that "2024", "2024-04" or "2024-04-01" can mean; None when it is no date."""
    try:
        numbers = [int(part) for part in iso.split("-")]
        match numbers:
            case [year]:
                return date(year, 1, 1), date(year, 12, 31)
            case [year, month]:
                return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
            case [year, month, day]:
                return date(year, month, day), date(year, month, day)
    except ValueError:
        pass
    return None


def months_later(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = min(day.year + years, date.max.year), month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _long_format(iso: str) -> str:
    if _has_day(iso):
        return pgettext("date format", "j F Y")
    return pgettext("date format", "F Y") if "-" in iso else pgettext("date format", "Y")


def _has_day(iso: str) -> bool:
    return iso.count("-") == 2
