"""Due dates: in time, on days with room, and never all on one day."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from editorial.content import Words
from editorial.editions import day_of
from editorial.load import SPREAD_DAYS, due_days, next_due, spread, working_days_after
from editorial.models import SignOff, SiteSettings
from editorial.signoff import withdraw
from tests.editorial.desk import signed

MONDAY = date(2026, 11, 2)
WEEKDAYS = (20, 20, 20, 20, 20, 0, 0)
NOBODY = (0,) * 7

capacities = st.tuples(*[st.integers(0, 3)] * 7)
offsets = st.lists(st.integers(0, SPREAD_DAYS), max_size=60)


def days(first: date, number: int) -> list[date]:
    return [first + timedelta(days=each) for each in range(number)]


def set_capacity(**by_weekday: int) -> None:
    site = SiteSettings.of_site()
    for day, number in by_weekday.items():
        setattr(site, f"capacity_{day}", number)
    site.save()


@given(capacities, offsets, st.integers(0, SPREAD_DAYS))
def test_a_due_day_is_within_its_bounds_and_has_room_where_any_day_has(capacity, taken_at, width):
    latest = MONDAY + timedelta(days=width)
    taken = Counter(MONDAY + timedelta(days=each) for each in taken_at)
    within = days(MONDAY, width + 1)
    with_room = [day for day in within if taken[day] < capacity[day.weekday()]]
    working = [day for day in within if capacity[day.weekday()]]

    due = spread(MONDAY, latest, taken=taken, capacity=capacity)

    assert MONDAY <= due <= latest
    assert due == with_room[-1] if with_room else due in (working or [latest])


def test_days_are_filled_backwards_from_the_last_one():
    taken: Counter[date] = Counter()
    given_out = []

    for _page in range(5):
        due = spread(MONDAY, MONDAY + timedelta(days=4), taken=taken, capacity=(2, 2, 2, 2, 2, 0, 0))
        taken[due] += 1
        given_out.append(due.day)

    assert given_out == [6, 6, 5, 5, 4]


def test_a_thousand_pages_signed_on_one_day_are_spread_over_every_working_day():
    taken: Counter[date] = Counter()
    latest = MONDAY + timedelta(days=SPREAD_DAYS)

    for _page in range(1000):
        taken[spread(MONDAY, latest, taken=taken, capacity=WEEKDAYS)] += 1

    assert len(taken) == 31
    assert max(taken.values()) - min(taken.values()) == 1


def test_where_nobody_works_a_page_is_due_on_the_last_day():
    assert spread(MONDAY, MONDAY + timedelta(days=9), taken=Counter(), capacity=NOBODY) == date(2026, 11, 11)


@pytest.mark.django_db
@pytest.mark.parametrize("interval", [1, 30, 180])
def test_a_page_is_never_due_later_than_the_interval_allows(settings, interval):
    settings.REVIEW_INTERVAL_DAYS = interval

    due = next_due(MONDAY)

    assert MONDAY < due <= MONDAY + timedelta(days=interval)


@pytest.mark.django_db
def test_a_due_date_falls_on_no_weekday_without_capacity():
    set_capacity(tuesday=0, wednesday=0, thursday=0, friday=0)

    due = {next_due(day).weekday() for day in days(MONDAY, 14)}

    assert due == {0}


def test_the_page_signed_again_takes_no_room_from_its_own_next_date(published, signer):
    set_capacity(monday=1, tuesday=1, wednesday=1, thursday=1, friday=1)
    today = day_of(timezone.now())
    stands = SignOff.objects.get(scope="final").review_due

    assert next_due(today, page_id=published.pk) == stands
    assert next_due(today) < stands


def test_a_withdrawn_page_is_not_due(published, signer):
    before = due_days()

    withdraw(published, by=signer, reason=Words(en="Wrong.", zh_hans=""), now=timezone.now())

    assert (sum(before.values()), due_days()) == (1, Counter())


def test_of_several_signatures_the_newest_says_when_a_page_is_due(
    published, signer, author, submit, settings
):
    settings.REVIEW_INTERVAL_DAYS = 30
    submit(published, author)
    edition = signed(published, signer)

    assert due_days() == Counter([edition.signed_by.review_due])


@pytest.mark.parametrize(
    ("capacity", "expected"),
    [
        pytest.param(WEEKDAYS, date(2026, 11, 13), id="a weekend lies between"),
        pytest.param((1, 0, 0, 0, 0, 0, 0), date(2026, 12, 7), id="mondays only"),
        pytest.param(NOBODY, date(2026, 11, 11), id="where nobody works every day counts"),
    ],
)
def test_working_days_are_those_on_which_the_team_reads(capacity, expected):
    friday = date(2026, 11, 6)

    assert working_days_after(friday, 5, capacity=capacity) == expected
