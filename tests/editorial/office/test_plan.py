"""The load planner's numbers and its drawing."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.models import SiteSettings
from editorial.office.chart import chart
from editorial.office.plan import FullDay, Week, plan

WEDNESDAY = date(2026, 11, 18)
WEEKDAYS = (20, 20, 20, 20, 20, 0, 0)


def planned(dues, *, interval=14, capacity=WEEKDAYS):
    return plan(Counter(dues), today=WEDNESDAY, interval=interval, capacity=capacity)


def test_the_first_week_holds_only_the_days_that_are_left():
    (first, *_rest) = planned({WEDNESDAY: 3, date(2026, 11, 17): 2}).weeks

    assert first == Week(date(2026, 11, 16), due=3, room=60)
    assert planned({date(2026, 11, 17): 2}).overdue == 2


def test_weeks_go_on_to_the_end_of_the_interval_and_to_the_last_due_day():
    assert [week.start.day for week in planned({}).weeks] == [16, 23, 30]
    assert [week.start.day for week in planned({date(2026, 12, 9): 1}).weeks] == [16, 23, 30, 7]


def test_a_day_over_its_capacity_is_named():
    sunday = date(2026, 11, 22)

    found = planned({WEDNESDAY: 21, date(2026, 11, 19): 20, sunday: 1, date(2026, 11, 2): 99})

    assert found.full_days == (FullDay(WEDNESDAY, 21, 20), FullDay(sunday, 1, 0))


def test_more_pages_than_the_team_can_read_in_the_interval_are_too_many():
    found = planned({WEDNESDAY: 213}, interval=180, capacity=(1, 1, 1, 1, 1, 0, 0))

    assert (round(found.needed, 1), found.can_read, found.is_too_much) == (1.7, 1.0, True)


@pytest.mark.parametrize(
    ("pages", "capacity", "expected"),
    [
        pytest.param(20, (2, 0, 0, 0, 0, 0, 0), False, id="exactly enough"),
        pytest.param(21, (2, 0, 0, 0, 0, 0, 0), True, id="one too many"),
        pytest.param(1, (0,) * 7, True, id="nobody reads"),
        pytest.param(0, (0,) * 7, False, id="nothing to read"),
    ],
)
def test_the_team_reads_enough_while_every_page_has_its_turn(pages, capacity, expected):
    assert planned({WEDNESDAY: pages}, interval=70, capacity=capacity).is_too_much is expected


def test_a_bar_is_as_high_as_what_is_due_compared_with_the_highest_number():
    weeks = [Week(WEDNESDAY, 100, 50), Week(WEDNESDAY + timedelta(days=7), 50, 100)]

    drawn = chart(weeks)

    assert [(bar.height, bar.room_y, bar.is_too_full) for bar in drawn.bars] == [
        (152, 84, True),
        (76, 8, False),
    ]
    assert all(bar.y + bar.height == drawn.height for bar in drawn.bars)


def test_a_plan_without_pages_draws_bars_without_height():
    assert [bar.height for bar in chart(planned({}, capacity=(0,) * 7).weeks).bars] == [0, 0, 0]


def get(person):
    client = Client()
    client.force_login(person)
    return client.get(reverse("editorial_load"))


def test_a_lead_sees_the_plan(published, lead):
    context = get(lead).context_data

    assert (context["plan"].pages, context["plan"].overdue) == (1, 0)
    assert [number for _day, number in context["capacity"]] == list(WEEKDAYS)
    assert (
        context["settings_url"] == f"/admin/settings/editorial/sitesettings/{SiteSettings.of_site().site_id}/"
    )


@pytest.mark.parametrize("who", ["author", "language_reviewer", "signer"])
def test_the_plan_is_for_leads(request, published, who):
    response = get(request.getfixturevalue(who))

    assert response.status_code in (302, 403)
    assert not hasattr(response, "context_data")


def test_a_page_signed_today_stands_in_one_of_the_weeks(published, lead):
    weeks = get(lead).context_data["plan"].weeks

    assert sum(week.due for week in weeks) == 1
    assert weeks[0].start <= timezone.localdate()
