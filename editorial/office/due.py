"""Pages in force that have to be read again: soon, or since when they should have been."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wagtail.models import Page

from editorial.editions import newest_sign_offs
from editorial.freshness import freshness_of
from editorial.models import Edition
from editorial.office.reach import within_reach

DAYS_AHEAD = 30


@dataclass(frozen=True)
class DueAgain:
    page: Page
    number: int
    due: date
    signed_by: str
    days: int
    """Until the day it is due; below zero for the days it is overdue."""

    @property
    def told(self) -> str:
        """What readers are told of it by now: "fresh", "due", "overdue", "lapsed", "hidden"."""
        return freshness_of(self.due, self.due - timedelta(days=self.days)).name.lower()

    @property
    def days_late(self) -> int:
        return -self.days


def due_again(person: Any, today: date) -> list[DueAgain]:
    """Every page in force due within DAYS_AHEAD or overdue, the most urgent first."""
    editions = list(Edition.objects.in_force().defer("content").select_related("signed_by"))
    newest = newest_sign_offs(editions)
    dues = {edition.page_id: (edition, newest[edition.pk]) for edition in editions}
    near = {
        page_id: (edition, final)
        for page_id, (edition, final) in dues.items()
        if final.review_due and (final.review_due - today).days <= DAYS_AHEAD
    }
    pages = within_reach(person, near)
    found = [
        DueAgain(pages[pk], e.number, s.review_due, s.person_name, (s.review_due - today).days)
        for pk, (e, s) in near.items()
        if pk in pages
    ]
    return sorted(found, key=lambda each: (each.due, each.page.pk))
