"""How far past its review a page is: computed when it is shown, so nobody has to run a command."""

from datetime import date, timedelta
from enum import IntEnum


class Freshness(IntEnum):
    """Each step holds what the ones before it brought about."""

    FRESH = 0
    DUE = 1
    """From the due day on: a note beside the review line."""
    OVERDUE = 2
    """A banner at the top."""
    LAPSED = 3
    """No longer listed, or spoken of, as recruiting."""
    HIDDEN = 4
    """Out of search engines."""


DAYS_AFTER = {Freshness.DUE: 0, Freshness.OVERDUE: 14, Freshness.LAPSED: 90, Freshness.HIDDEN: 180}


def freshness_of(review_due: date | None, today: date) -> Freshness:
    """How the page stands `today`; fresh where no review is due, as in a draft."""
    if review_due is None:
        return Freshness.FRESH
    late = (today - review_due).days
    return max((step for step, days in DAYS_AFTER.items() if late >= days), default=Freshness.FRESH)


def newest_due(step: Freshness, today: date) -> date:
    """The last due day whose pages have come to `step` by `today`, for queries by `review_due`."""
    return today - timedelta(days=DAYS_AFTER[step])
