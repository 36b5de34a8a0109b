"""What an import tells about each record it met."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from trials.drafting import CREATED, UNCHANGED, UPDATED

REFUSED = "refused"
OUTCOMES = (CREATED, UPDATED, UNCHANGED, REFUSED)


@dataclass(frozen=True)
class Line:
    """One record: its trial id, or where it stands if it has none, and what became of it.

    `why` says why it was refused; `kept` what editors wrote and the import left alone; `odd` what of the
    record was not understood or did not fit. `page` is the draft, None when nothing was written.
    """

    name: str
    outcome: str
    why: str = ""
    kept: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    page: Any = None

    def __str__(self) -> str:
        return f"{self.name} {self.outcome}: {self.why}" if self.why else f"{self.name} {self.outcome}"

    @property
    def notes(self) -> tuple[str, ...]:
        return (*self.kept, *self.odd)


@dataclass(frozen=True)
class Tally:
    """How many records had each outcome, and how many notes there are."""

    outcomes: Counter[str]
    kept: int
    odd: int

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Tally":
        lines = list(lines)
        return cls(
            outcomes=Counter(line.outcome for line in lines),
            kept=sum(len(line.kept) for line in lines),
            odd=sum(len(line.odd) for line in lines),
        )

    @property
    def refused(self) -> int:
        return self.outcomes[REFUSED]

    def __str__(self) -> str:
        return ", ".join(f"{self.outcomes[outcome]} {outcome}" for outcome in OUTCOMES)
