"""The coming interval week by week: what falls due, what the team can read, and whether that is enough."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

A_WEEK = timedelta(days=7)
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Week:
    start: date
    """A Monday."""
    due: int
    room: int
    """Pages the team can read in the rest of this week."""

    @property
    def end(self) -> date:
        return self.start + A_WEEK - A_DAY

    @property
    def is_too_full(self) -> bool:
        return self.due > self.room


@dataclass(frozen=True)
class FullDay:
    day: date
    due: int
    room: int


@dataclass(frozen=True)
class Plan:
    pages: int
    """In force."""
    interval: int
    """Days from one review to the next."""
    overdue: int
    weeks: tuple[Week, ...]
    full_days: tuple[FullDay, ...]
    """Days on which more falls due than the team can read."""
    needed: float
    """Pages to be read on each working day so that every page has its turn within the interval."""
    can_read: float
    """Pages the team can read on a working day, on average."""

    @property
    def is_too_much(self) -> bool:
        return self.needed > self.can_read


def plan(dues: Counter[date], *, today: date, interval: int, capacity: Sequence[int]) -> Plan:
    """`dues` counts pages in force by the day they are due; `capacity` is by weekday, Monday first."""
    pages = sum(dues.values())
    working = sum(map(bool, capacity))
    return Plan(
        pages=pages,
        interval=interval,
        overdue=sum(number for day, number in dues.items() if day < today),
        weeks=tuple(_weeks(dues, today, interval, capacity)),
        full_days=tuple(_full_days(dues, today, capacity)),
        # Where nobody works on any day, every day would have to do.
        needed=pages * 7 / (interval * (working or 7)),
        can_read=sum(capacity) / (working or 7),
    )


def _weeks(dues: Counter[date], today: date, interval: int, capacity: Sequence[int]) -> Iterator[Week]:
    monday = today - today.weekday() * A_DAY
    last = max([today + interval * A_DAY, *dues])
    while monday <= last:
        days = [monday + number * A_DAY for number in range(7)]
        coming = [day for day in days if day >= today]
        due = sum(dues[day] for day in coming)
        yield Week(monday, due, sum(capacity[day.weekday()] for day in coming))
        monday += A_WEEK


def _full_days(dues: Counter[date], today: date, capacity: Sequence[int]) -> Iterator[FullDay]:
    for day, number in sorted(dues.items()):
        if day >= today and number > capacity[day.weekday()]:
            yield FullDay(day, number, capacity[day.weekday()])
