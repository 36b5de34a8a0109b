"""How many re-reviews fall on which day: due dates are spread within what the team can read."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Max

from editorial.models import Edition, SignOff, SiteSettings

SPREAD_DAYS = 42
"""How many days before the last possible one a due date may be moved forward to find room."""


def next_due(signed_on: date) -> date:
    """The day a page signed on `signed_on` is to be read again: the last one in time that has room.

    Never later than REVIEW_INTERVAL_DAYS after; where no day has room, the last day on which anybody works.
    """
    latest = signed_on + timedelta(days=settings.REVIEW_INTERVAL_DAYS)
    earliest = max(latest - timedelta(days=SPREAD_DAYS), signed_on + timedelta(days=1))
    return spread(earliest, latest, taken=due_days(), capacity=SiteSettings.of_site().capacity)


def spread(earliest: date, latest: date, *, taken: Counter[date], capacity: Sequence[int]) -> date:
    """The latest day from `earliest` to `latest` with room; `capacity` by weekday, Monday first."""
    days = [latest - timedelta(days=back) for back in range((latest - earliest).days + 1)]
    working = [day for day in days if capacity[day.weekday()]]
    with_room = (day for day in working if taken[day] < capacity[day.weekday()])
    return next(with_room, working[0] if working else latest)


def due_days() -> Counter[date]:
    """How many pages in force are due for re-review on each day."""
    finals = SignOff.objects.filter(
        scope=SignOff.Scope.FINAL, page__in=Edition.objects.in_force().values("page_id")
    )
    # The newest signature of a page, which may be older than the interval of today.
    dues = finals.values("page_id").annotate(due=Max("review_due"))
    return Counter(row["due"] for row in dues if row["due"])
