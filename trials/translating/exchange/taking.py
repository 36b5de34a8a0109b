"""What becomes of each unit of a file that comes back: taken into the draft, or left and told why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from editorial.content import CHINESE, Words
from editorial.suggestible import LONGEST_WORDING
from trials.building import text
from trials.keys import KEYED
from trials.translating.exchange.reading import TrialRead, UnitRead
from trials.translating.exchange.units import digest_of_text
from trials.translating.locked import is_locked
from trials.translating.pins import is_out_of_date, says_the_same
from trials.translating.provenance import Maker
from trials.writing import texts_of, write


class Outcome(StrEnum):
    CHANGED = "changed"
    OLDER = "older-english"
    """Taken, and out of date: the English changed since the export."""
    CONFIRMED = "still-right"
    """The same Chinese, called right for the English of today."""
    UNCHANGED = "unchanged"
    EMPTY = "not-translated"
    CONFLICT = "conflict"
    """Left: somebody changed the Chinese of the page since the export."""
    LOCKED = "locked"
    UNKNOWN = "unknown"
    REFUSED = "refused"


WRITES = (Outcome.CHANGED, Outcome.OLDER, Outcome.CONFIRMED)
LEFT_OUT = (Outcome.CONFLICT, Outcome.LOCKED, Outcome.UNKNOWN, Outcome.REFUSED)
"""What a person has to look at: the file says something that did not go in."""


@dataclass(frozen=True)
class Verdict:
    """One unit: its place as a person calls it, what became of it, what the page and the file said."""

    place: str
    label: str
    outcome: Outcome
    here: Words
    read: UnitRead
    why: str = ""


def take(page: Any, trial: TrialRead, *, maker: str = "") -> list[Verdict]:
    """Put the Chinese of a file into `page`, in memory; what each unit came to, in the file's order.

    `maker` ("person", "machine", "memory") says who translated, over what the file says of each unit.
    """
    for name in KEYED:
        # The rows of a page read from its tables become the very objects that are saved with it.
        getattr(page, name).get_object_list()
    known = {place: (holder, name) for place, holder, name in texts_of(page)}
    label = page.labels(page.build_content())
    return [_taken(page, trial, unit, known.get(unit.place), label, maker) for unit in trial.units]


def _taken(
    page: Any, trial: TrialRead, unit: UnitRead, stands: Any, label: Callable[[str], str], maker: str
) -> Verdict:
    if stands is None:
        return Verdict(unit.place, unit.place, Outcome.UNKNOWN, Words("", ""), unit)
    holder, name = stands
    here, why = text(holder, name), ""
    outcome = _outcome(holder, name, here, unit, trial.exported.get(unit.place))
    if outcome in WRITES:
        try:
            _put(page, holder, name, unit, maker)
        except ValidationError as refused:
            outcome, why = Outcome.REFUSED, " ".join(refused.messages)
    return Verdict(unit.place, label(unit.place), outcome, here, unit, why)


def _outcome(holder: Any, name: str, here: Words, unit: UnitRead, exported: str | None) -> Outcome:
    untouched = says_the_same(unit.target, unit.source) and not unit.is_done
    if not unit.target or untouched:
        return Outcome.EMPTY
    if unit.target == here.zh_hans:
        again = unit.is_done and says_the_same(unit.source, here.en)
        return Outcome.CONFIRMED if again and is_out_of_date(holder, name) else Outcome.UNCHANGED
    if is_locked(holder, name, CHINESE) and here.zh_hans:
        return Outcome.LOCKED
    if here.zh_hans and exported != digest_of_text(here.zh_hans):
        return Outcome.CONFLICT
    return Outcome.CHANGED if says_the_same(unit.source, here.en) else Outcome.OLDER


def _put(page: Any, holder: Any, name: str, unit: UnitRead, maker: str) -> None:
    if len(unit.target) > LONGEST_WORDING:
        told = {"number": LONGEST_WORDING}
        raise ValidationError(_("The wording is too long: at most %(number)d characters.") % told)
    before, stood = holder.made_by, text(holder, name)
    write(page, unit.place, CHINESE, unit.target)
    if not says_the_same(unit.source, stood.en):
        holder.translated_from = {**holder.translated_from, name: unit.source}
    if unit.target == stood.zh_hans:
        # Called right by a person, and still the words of whoever made it.
        holder.made_by = before
    elif (maker or unit.maker) in list(Maker):
        holder.made_by = {**holder.made_by, name: maker or unit.maker}


def written(verdicts: list[Verdict]) -> Iterator[Verdict]:
    return (verdict for verdict in verdicts if verdict.outcome in WRITES)
