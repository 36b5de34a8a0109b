"""How many re-reviews fall on which day: due dates are spread within what the team can read."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.conf import settings

from editorial.models import Edition, SignOff, SiteSettings

SPREAD_DAYS = 42
"""How many days before the last possible one a due date may be moved forward to find room."""
A_DAY = timedelta(days=1)


def next_due(signed_on: date, *, page_id: Any = None) -> date:
    """The day a page signed on `signed_on` is to be read again: the last one in time that has room.

    Never later than REVIEW_INTERVAL_DAYS after. The page itself takes no room from its own next date.
    """
    latest = signed_on + timedelta(days=settings.REVIEW_INTERVAL_DAYS)
    earliest = min(max(latest - timedelta(days=SPREAD_DAYS), signed_on + A_DAY), latest)
    taken = due_days(but_for=page_id)
    return spread(earliest, latest, taken=taken, capacity=SiteSettings.of_site().capacity)


def spread(earliest: date, latest: date, *, taken: Counter[date], capacity: Sequence[int]) -> date:
    """The latest day from `earliest` to `latest` with room; `capacity` by weekday, Monday first.

    Where no day has room, the one that is least over its capacity; where nobody ever works, `latest`.
    """
    days = [latest - timedelta(days=back) for back in range((latest - earliest).days + 1)]
    working = [day for day in days if capacity[day.weekday()]]
    with_room = (day for day in working if taken[day] < capacity[day.weekday()])
    least_over = min(working, key=lambda day: taken[day] / capacity[day.weekday()], default=latest)
    return next(with_room, least_over)


def due_days(*, but_for: Any = None) -> Counter[date]:
    """How many pages in force, one page left out, are due for re-review on each day."""
    in_force = Edition.objects.in_force().exclude(page_id=but_for)
    finals = SignOff.objects.filter(scope=SignOff.Scope.FINAL, page__in=in_force.values("page_id"))
    # Of several signatures of a page the newest counts, which stands last.
    newest = dict(finals.order_by("signed_at", "pk").values_list("page_id", "review_due"))
    return Counter(due for due in newest.values() if due)


def working_days_after(start: date, number: int, *, capacity: Sequence[int]) -> date:
    """The day on which `number` working days have passed since `start`; all days count where nobody works."""
    day = start
    while number > 0:
        day += A_DAY
        number -= bool(capacity[day.weekday()]) if any(capacity) else 1
    return day
