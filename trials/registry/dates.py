"""Dates and ages of a trial, never more precise than the registry gives them."""

import re
from dataclasses import dataclass
from datetime import date

PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True)
class PartialDate:
    """A date as precise as the registry gives it: a year, a month or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `yyyy`, `yyyy-MM` or `yyyy-MM-dd`; raises ValueError for anything else."""
        match = PARTIAL_DATE.fullmatch(text)
        if not match:
            raise ValueError(f"not a registry date: {text!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        date(year or 0, 1 if month is None else month, 1 if day is None else day)
        return cls(year or 0, month, day)

    def isoformat(self) -> str:
        """The date as the registry writes it, with no precision added."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __str__(self) -> str:
        return self.isoformat()


@dataclass(frozen=True)
class Milestone:
    """A date of the trial's course; `kind` is ACTUAL, ESTIMATED or "" where the registry does not say."""

    on: PartialDate
    kind: str = ""


@dataclass(frozen=True)
class Age:
    """An age limit; `unit` is YEARS, MONTHS, WEEKS, DAYS, HOURS or MINUTES."""

    number: int
    unit: str
