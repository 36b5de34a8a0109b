"""On which days who is reminded that a page is to be read again."""

from datetime import timedelta

import pytest

from editorial.content import Words
from editorial.letters.reminders import is_reminded, reminders
from editorial.models import SignOff
from editorial.signoff import still_correct, withdraw
from tests.editorial.desk import ALL_TICKED
from tests.editorial.letters.conftest import NOON


@pytest.fixture
def due(published):
    """The day the page is to be read again."""
    return SignOff.objects.get(scope=SignOff.Scope.FINAL).review_due


def reminded(person, today):
    return [(each.page.slug, each.days) for each in reminders(person, today)]


def test_reminders_fall_30_and_7_days_before_on_the_day_and_weekly_after():
    days = [day for day in range(40, -30, -1) if is_reminded(day)]

    assert days == [30, 7, 0, -7, -14, -21, -28]


def days_reminded(person, due):
    """On how many days before the due date, below zero after it, the person is reminded."""
    return [day for day in range(35, -20, -1) if reminded(person, due - timedelta(days=day))]


def test_signer_is_reminded_of_what_they_signed(due, signer):
    assert days_reminded(signer, due) == [30, 7, 0, -7, -14]
    assert reminded(signer, due - timedelta(days=7)) == [("nct00000001", 7)]


def test_lead_is_reminded_of_what_is_overdue(due, lead):
    assert days_reminded(lead, due) == [-7, -14]


def test_lead_is_reminded_in_time_where_the_signer_has_left(due, signer, lead):
    type(signer).objects.filter(pk=signer.pk).update(is_active=False)

    assert reminded(lead, due - timedelta(days=30)) == [("nct00000001", 30)]


def test_others_are_not_reminded(due, signer2, author, translator, language_reviewer, superuser):
    others = (signer2, author, translator, language_reviewer, superuser)

    assert [days_reminded(person, due) for person in others] == [[]] * 5


def test_who_confirmed_a_page_still_correct_is_reminded_from_then_on(published, signer, signer2):
    edition = published.editions.get()
    later = NOON.replace(year=2030)
    signed = still_correct(published, reviewer=signer2, seen=edition.digest, ticked=ALL_TICKED, now=later)

    today = signed.review_due - timedelta(days=7)

    assert (reminded(signer, today), reminded(signer2, today)) == ([("nct00000001", 7)], [("nct00000001", 7)])


def test_withdrawn_page_reminds_nobody(published, due, lead, signer):
    withdraw(published, by=lead, reason=Words(en="Wrong.", zh_hans=""), now=NOON)

    assert reminded(signer, due) == []
