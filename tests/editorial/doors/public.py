"""What the public read before somebody tried a door, to be compared with what it reads afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from tests.editorial.doors import oracles
from tests.editorial.doors.office import Office
from tests.editorial.doors.surfaces import Answer, read_public

SUBMITTED = (Office.drafts, Office.submits)
REVIEWED = (*SUBMITTED, Office.reviews)
PUBLISHED = (*REVIEWED, Office.signs)
Steps = tuple[Callable[[Office], None], ...]
# What is done before the public is read for the first time, and what afterwards.
STARTS: dict[str, tuple[Steps, Steps]] = {
    "nothing": ((), ()),
    "draft": ((Office.drafts,), ()),
    "submitted": (SUBMITTED, ()),
    "reviewed": (REVIEWED, ()),
    "published": (PUBLISHED, ()),
    "about": ((*PUBLISHED, Office.signs_about), ()),
    "redrafted": (PUBLISHED, (Office.redrafts,)),
    "resubmitted": (PUBLISHED, (Office.redrafts, Office.submits, Office.reviews)),
    "withdrawn": ((*PUBLISHED, Office.withdraws), (Office.redrafts,)),
}
UNPUBLISHED = ("nothing", "draft", "submitted", "reviewed")
# How the trial's own addresses answer where they do not answer as before.
INSTEAD = {"checked": {503}, "gone": {404}}


@dataclass(frozen=True)
class Public:
    answers: dict[str, Answer]
    hidden: tuple[str, ...]
    """Words that must be read nowhere."""
    signed: str
    """The bytes of the edition in force, "" where there is none."""

    @classmethod
    def read(cls, office: Office, start: str) -> Self:
        """Read before anything unsigned exists; a withdrawn page and a draft show no word of theirs."""
        is_public = start not in (*UNPUBLISHED, "withdrawn")
        hidden = oracles.UNSIGNED if is_public else oracles.UNSIGNED + oracles.ALL_SIGNED
        return cls(read_public(), hidden, office.edition.content if is_public else "")

    def differs(self, public: str) -> list[str]:
        """Everything the public reads that it must not, or reads no longer; `public` as in Door."""
        now = read_public()
        found = oracles.leaks(now, self.hidden)
        if public in INSTEAD:
            return found + _other_statuses(now, INSTEAD[public])
        found += oracles.changes(self.answers, now)
        if self.signed:
            found += oracles.missing_words(now)
            found += [] if oracles.signed_bytes(now) == self.signed else ["content.json differs"]
        return found


def _other_statuses(now: dict[str, Answer], expected: set[int]) -> list[str]:
    statuses = oracles.statuses(now)
    return [] if statuses == expected else [f"the trial answers {statuses}"]


def opened(start: str) -> tuple[Office, Public]:
    """An office with its page brought to `start`, and what was public before anything was unsigned."""
    office = Office.open()
    before, after = STARTS[start]
    office.signs_home()
    for step in before:
        step(office)
    public = Public.read(office, start)
    for step in after:
        step(office)
    return office, public
