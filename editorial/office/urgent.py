"""What cannot wait: notices above public pages, and pages that go without their Chinese."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from wagtail.models import Page

from editorial.content import CHINESE
from editorial.models import Edition, UrgentNotice
from editorial.notices import HOURS_TO_CONFIRM, is_confirmed, stands
from editorial.office.reach import within_reach
from editorial.people import name_of

AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Urgent:
    page: Page
    notice: UrgentNotice
    set_by: str
    is_confirmed: bool
    hours_left: int
    """For a second person to confirm it; below zero for the hours that is overdue."""

    @property
    def hours_late(self) -> int:
        return -self.hours_left


@dataclass(frozen=True)
class Withheld:
    page: Page
    edition: Edition

    @property
    def reason(self) -> str:
        return self.edition.signed_by.withheld_reason


def urgent(person: Any, now: datetime) -> list[Urgent]:
    """The genuine notices that stand, those nobody confirmed first, the longest waiting first."""
    rows = UrgentNotice.objects.select_related("set_by").order_by("set_at", "pk")
    notices = [notice for notice in rows if stands(notice)]
    pages = within_reach(person, (notice.page_id for notice in notices))
    found = [_urgent(pages[n.page_id], n, now) for n in notices if n.page_id in pages]
    return sorted(found, key=lambda each: each.is_confirmed)


def withheld(person: Any) -> list[Withheld]:
    """Pages in force whose Chinese was held back, the longest first."""
    english_only = Edition.objects.in_force().exclude(languages__contains=CHINESE)
    editions = list(english_only.defer("content").select_related("signed_by").order_by("published_at"))
    pages = within_reach(person, (edition.page_id for edition in editions))
    return [Withheld(pages[e.page_id], e) for e in editions if e.page_id in pages]


def _urgent(page: Page, notice: UrgentNotice, now: datetime) -> Urgent:
    left = notice.set_at + HOURS_TO_CONFIRM * AN_HOUR - now
    # Rounded down on both sides of the deadline: an hour is only promised whole.
    return Urgent(page, notice, name_of(notice.set_by), is_confirmed(notice), left // AN_HOUR)
