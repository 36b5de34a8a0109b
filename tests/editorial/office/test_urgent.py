"""What cannot wait: notices above public pages, and pages without their Chinese."""

from datetime import UTC, datetime, timedelta

from editorial.notices import confirm, lift, put_up
from editorial.office.urgent import urgent, withheld
from tests.editorial.desk import signed
from tests.editorial.office.pages import public_trial, queries

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


def notice(page, lead, kind="paused", now=NOON):
    return put_up(page, by=lead, kind=kind, source="hospital", now=now)


def hours_left(person, now):
    return [(each.is_confirmed, each.hours_left) for each in urgent(person, now)]


def test_an_unconfirmed_notice_says_how_many_hours_are_left(published, lead, author):
    notice(published, lead)

    assert hours_left(author, NOON + timedelta(minutes=1)) == [(False, 23)]
    assert hours_left(author, NOON + timedelta(hours=25)) == [(False, -1)]


def test_a_confirmed_notice_stands_below_those_nobody_confirmed(published, lead, signer):
    confirm(notice(published, lead), by=signer, now=NOON)
    notice(published, lead, "contact", NOON + timedelta(hours=1))

    assert [each.notice.kind for each in urgent(signer, NOON)] == ["contact", "paused"]


def test_a_lifted_notice_is_gone(published, lead, signer):
    lift(notice(published, lead), by=signer, because="Solved.", now=NOON)

    assert urgent(signer, NOON) == []


def test_a_page_without_its_chinese_says_why(reviewed, signer, author):
    signed(reviewed, signer, withhold_chinese_because="Names not settled.")

    assert [(each.page.pk, each.reason) for each in withheld(author)] == [(reviewed.pk, "Names not settled.")]


def test_without_a_right_on_the_page_nothing_is_told(published, lead, person):
    notice(published, lead)
    guest = person("guest")

    assert (urgent(guest, NOON), withheld(guest)) == ([], [])


def test_three_pages_cost_no_more_queries_than_one(author, language_reviewer, signer, lead):
    counted = []

    for number in (1, 2, 3):
        edition = public_trial(
            number, author, language_reviewer, signer, withhold_chinese_because="Not settled."
        )
        notice(edition.page, lead)
        counted.append(queries(lambda: (urgent(lead, NOON), withheld(lead))))

    assert counted[2] == counted[0]
