"""What amounts that stand together say of each other: ranges, lists, and what is said twice."""

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest

from trials.checks.quantities import comparators
from trials.checks.quantities.amount import Amount
from trials.checks.quantities.comparators import Comparator

RUNS_TO = re.compile(r"\s*(?:-|~|to|through|至|到)\s*")
_BETWEEN = re.compile(r"\s*(?:and|与|和)\s*")
_LISTED = re.compile(
    r"\s*(?:-|~|to|through|至|到|,? ?(?:and|or|and/or)|,|/|&|、|，|或者?|及|以及|与|,?和)\s*第?"
)
_NEXT = re.compile(r"\s*(?:and|or|[或和、])\s*")
_SAME_CLAUSE = re.compile(r"[^,，.;。；:：\n]{0,24}?(?:\b(?:and|or)|[或和、])\s*")
# 18～75岁（含18和75岁）, “every 3 weeks (Q3W)” and 3种或3种以上 say a number twice.
_REMARK = re.compile(r"\((?:含[^)]*\d[^)]*|[Qq]\d{1,2}[A-Za-z])\)")
_AGAIN = re.compile(r"\s*[个种项次级线]?或")

Gap = Callable[[str, Amount, Amount], tuple[Amount, Amount]]


def together(text: str, found: Sequence[Amount]) -> list[Amount]:
    """The amounts of a folded text, each with what its neighbours say of it, and none that is said again."""
    if len(found) == 1:
        return list(found)
    amounts = _in_pairs(text, _without_remarks(text, found), _range)
    amounts = _in_pairs(text, _without_first_halves(text, amounts), _restated)
    # From the end to the beginning first: “6 to 24 months” is far commoner than “days 1, 8 and 15”.
    for step in (_unit_before, _unit_after, _comparator_before, _comparator_after):
        amounts = _in_pairs(text, amounts, step, backwards=step in (_unit_before, _comparator_before))
    return amounts


def _in_pairs(text: str, amounts: Sequence[Amount], step: Gap, *, backwards: bool = False) -> list[Amount]:
    changed = list(amounts)
    places = range(len(changed) - 1)
    for place in reversed(places) if backwards else places:
        changed[place : place + 2] = step(text, changed[place], changed[place + 1])
    return changed


def _gap(one: Amount, other: Amount) -> tuple[int, int]:
    return one.end, other.start


def _range(text: str, low: Amount, high: Amount) -> tuple[Amount, Amount]:
    between = low.comparator is Comparator.FROM and _BETWEEN.fullmatch(text, *_gap(low, high))
    if not (between or RUNS_TO.fullmatch(text, *_gap(low, high))):
        return low, high
    if low.comparator is Comparator.WITHIN:
        # “Within 6 to 12 months” is 6至12个月内: said of the end, not of the beginning.
        return low._replace(comparator=Comparator.FROM), high._replace(
            comparator=high.comparator or low.comparator
        )
    return (
        low._replace(comparator=low.comparator or Comparator.FROM),
        high._replace(comparator=high.comparator or Comparator.TO),
    )


def _restated(text: str, first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """4 weeks (28 days): what is said of one is said of the other."""
    in_brackets = text[first.end : second.start].strip() == "(" and text[second.end : second.end + 1] == ")"
    if not (in_brackets and first.unit and second.unit):
        return first, second
    after = comparators.AFTER.match(text, second.end + 1)
    said = first.comparator or second.comparator or (comparators.after(after) if after else Comparator.NONE)
    return first._replace(comparator=said), second._replace(comparator=second.comparator or said)


def _without_remarks(text: str, found: Sequence[Amount]) -> list[Amount]:
    """The amounts but those of a remark (含18和75岁, Q3W) that say a number again."""
    remarks = [remark.span() for remark in _REMARK.finditer(text)]
    inside = [each for each in found if any(start < each.start < end for start, end in remarks)]
    said = {each.number for each in found if each not in inside}
    return [each for each in found if each not in inside or each.number not in said]


def _without_first_halves(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts without the first half of 3种或3种以上."""
    pairs = zip_longest(amounts, amounts[1:])
    return [one for one, other in pairs if not _is_again(text, one, other)]


def _is_again(text: str, before: Amount, amount: Amount | None) -> bool:
    return (
        amount is not None
        and before.number == amount.number
        and amount.comparator in (Comparator.OR_MORE, Comparator.AT_LEAST)
        and bool(_AGAIN.fullmatch(text, *_gap(before, amount)))
    )


def _unit_before(text: str, one: Amount, other: Amount) -> tuple[Amount, Amount]:
    return _lent(text, one, other, _gap(one, other)), other


def _unit_after(text: str, one: Amount, other: Amount) -> tuple[Amount, Amount]:
    return one, _lent(text, other, one, _gap(one, other))


def _lent(text: str, amount: Amount, lender: Amount, gap: tuple[int, int]) -> Amount:
    if amount.unit or not lender.unit or isinstance(amount.number, str) or not _LISTED.fullmatch(text, *gap):
        return amount
    return amount._replace(unit=lender.unit, lent=True)


def _comparator_before(text: str, one: Amount, other: Amount) -> tuple[Amount, Amount]:
    return _sharing(text, one, other, _NEXT, _gap(one, other)), other


def _comparator_after(text: str, one: Amount, other: Amount) -> tuple[Amount, Amount]:
    return one, _sharing(text, other, one, _SAME_CLAUSE, _gap(one, other))


def _sharing(
    text: str, amount: Amount, neighbour: Amount, joined: re.Pattern[str], gap: tuple[int, int]
) -> Amount:
    if amount.comparator or amount.shared or not neighbour.comparator or not joined.fullmatch(text, *gap):
        return amount
    return amount._replace(shared=neighbour.comparator)
