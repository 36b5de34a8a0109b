"""Read the amounts of a text: each number with the comparator and the unit that belong to it."""

import re
from decimal import Decimal
from functools import lru_cache

from trials.checks.quantities import comparators, units
from trials.checks.quantities.amount import Amount
from trials.checks.quantities.before import BEFORE, Before
from trials.checks.quantities.comparators import Comparator
from trials.checks.quantities.cores import Core, core_of, next_core
from trials.checks.quantities.neighbours import RUNS_TO, together
from trials.checks.quantities.signs import fold

_SEEN_BEFORE = 64
_HALF = Decimal("0.5")
_HALVES = {"年半": "year", "个半月": "month", "个半小时": "hour"}
_AND_A_HALF = re.compile(rf"{'|'.join(_HALVES)}| and a half(?= )")
# The sign of a day before the first: “days -5 and -4”, 第-5、-4天; elsewhere a dash is none.
_BELOW_NOUGHT = re.compile(
    r"(?:\bdays? |第 ?|-\d{1,3}[天日]?(?:[-~ ,、，或和及至到]|and|or|to|through)+)-$", re.IGNORECASE
)
_SIGN_AFTER = re.compile(r"\s*(>=|<=|=<|[≥≤><])\s*(?=[A-Za-z\u3400-\u9fff])")


@lru_cache(maxsize=4096)
def amounts_of(text: str, lang: str) -> tuple[Amount, ...]:
    """The amounts of a text in reading order."""
    folded = fold(text)
    found: list[Amount] = []
    here = 0
    while match := next_core(folded, here, lang):
        amount = _around(folded, match, here, BEFORE[lang])
        here = amount.end
        found.append(amount)
    return tuple(each._replace(written=_written(text, each)) for each in together(folded, found))


def _around(text: str, match: re.Match[str], floor: int, before: Before) -> Amount:
    core = core_of(match)
    if isinstance(core.number, str):
        return Amount(core.number, Comparator.NONE, "", *match.span())
    number, begins = core.number, match.start()
    if _is_below_nought(text, begins):
        number, begins = -number, begins - 1
    comparator, leading, start = Comparator.NONE, "", begins
    if not (floor and RUNS_TO.fullmatch(text, floor, start)):
        comparator, leading, start = before(text, max(floor, begins - _SEEN_BEFORE), begins)
    end = match.end()
    if half := _AND_A_HALF.match(text, end):
        unit = _HALVES.get(half.group(), "")
        core, number, end = core._replace(unit=unit, soft=False), number + _HALF, half.end()
    after, named, end = _after(text, end)
    # “Twice the ULN” is a measure, “twice” alone is how often.
    unit = named or core.unit if core.unit == "times" else core.unit or named
    return _amount(core._replace(number=number), comparator or after, _unit(unit, leading), (start, end))


def _is_below_nought(text: str, begins: int) -> bool:
    if text[begins - 1 : begins] != "-":
        return False
    return bool(_BELOW_NOUGHT.search(text[max(begins - _SEEN_BEFORE, 0) : begins]))


def _after(text: str, end: int) -> tuple[Comparator, str, int]:
    """What follows a number: its comparator and its unit, in either order, and where they end."""
    comparator, unit = Comparator.NONE, ""
    for _turn in range(2):
        if not unit and (match := units.UNIT.match(text, end)):
            unit, end = units.unit_of(match), match.end()
        if not comparator and (match := comparators.AFTER.match(text, end)):
            comparator, end = comparators.after(match), match.end()
    if not comparator and (match := _SIGN_AFTER.match(text, end)):
        comparator, end = comparators.TURNED[comparators.SIGNS[match[1]]], match.end()
    return comparator, unit, end


def _unit(unit: str, leading: str) -> str:
    """The unit, with what of it stands before the number: 每平方米75 mg, 正常值上限的3倍, "day 1"."""
    if leading.startswith("/"):
        return unit + leading
    if leading in units.LIMITS and unit in ("", "fold", "times"):
        return leading
    return unit or leading


def _amount(core: Core, comparator: Comparator, unit: str, span: tuple[int, int]) -> Amount:
    number = core.number
    if unit == "year" and isinstance(number, Decimal) and number != number.to_integral_value():
        # Half a year is six months, whoever says it.
        number, unit = number * 12, "month"
    # “The two work together” may well be 一起使用; two lines or at least two may not.
    vanishes = core.worded and number == 2 and not unit and not comparator
    return Amount(number, comparator, unit, *span, soft=core.soft or vanishes)


def _written(text: str, amount: Amount) -> str:
    return " ".join(text[amount.start : amount.end].split()).strip(" ,")
