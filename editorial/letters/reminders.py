"""On which days somebody is reminded that a page is to be read again, and who."""

from datetime import date
from typing import Any

from editorial.letters.recipients import signers_of
from editorial.models import Edition
from editorial.office.due import DueAgain, due_again
from editorial.people import LEADS, SIGNERS, belongs_to

DAYS_BEFORE = (30, 7, 0)
DAYS_BETWEEN = 7


def is_reminded(days: int) -> bool:
    """Whether somebody is told on this day; `days` until the page is due, below zero when overdue."""
    return days in DAYS_BEFORE or (days < 0 and days % DAYS_BETWEEN == 0)


def reminders(person: Any, today: date) -> list[DueAgain]:
    """The pages this person is reminded of today.

    Who signed a page is reminded of it. Leads are too once it is overdue, or where no signer is left.
    """
    is_lead = belongs_to(person, LEADS)
    if not is_lead and not belongs_to(person, SIGNERS):
        return []
    return [
        each
        for each in due_again(person, today)
        if is_reminded(each.days) and _is_told(person, each, is_lead)
    ]


def _is_told(person: Any, due: DueAgain, is_lead: bool) -> bool:
    edition = Edition.objects.get(page_id=due.page.pk, number=due.number)
    signers = [each for each in signers_of(edition) if belongs_to(each, SIGNERS)]
    return person in signers or (is_lead and (due.days < 0 or not signers))
