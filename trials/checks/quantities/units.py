"""Units beside a number: which one is meant, and which may stand for each other."""

import re
from decimal import Decimal
from functools import lru_cache

from trials.checks.quantities.unit_names import COUNTED, DURATIONS, LIMITS, MEASURES

NAMES = MEASURES | DURATIONS | COUNTED
SPELLED = r"per\s|each\s|每"
_ALIKE = (
    {"ULN", "fold", "times"},
    {"LLN", "fold", "times"},
    {"times", "dose"},
    {"IU", "U"},
    {"/mm³", "/µL"},
    {"dose", "tablet"},
)
_DAILY = ("day", "week", "month", "year")
_SILENT = frozenset((*COUNTED, "+"))
ADULT = 10


def _alternatives(table: dict[str, str]) -> str:
    names = (name for names in table.values() for name in re.split(r"\|(?![^(]*\))", names))
    return "|".join(sorted(names, key=len, reverse=True))


# A Latin name ends where its letters end; a Chinese one may be followed by anything.
_END = r"(?:(?<![A-Za-z])|(?![A-Za-z0-9²³]))"
_ONE = rf"(?:{_alternatives(NAMES)}){_END}"
_LIMIT = rf"(?:{_alternatives(LIMITS)}){_END}"
_ADJECTIVES = (
    r"(?:(?:prior|previous|earlier|additional|consecutive|complete|full|different|more|systemic|other|healthy|"
    r"既往|连续|完整|或更多|的)\s*){0,2}"
)
_CELLS = r"(?:(?:viable\s+|CAR[- ]?T\s*|个)*(?:cells?\b|细胞)|个(?=/))\s*"
UNIT = re.compile(
    # A hyphen joins a unit (28-day, 24-h) and a letter that is none (3-D, 5-S).
    r"\s*(?:-(?=[A-Za-z]{2}|h\b|\s|[^A-Za-z]))?\s*"
    rf"(?:(?P<percent>%|per\s?cent\b)|"
    rf"(?:[×xX*]|times|-?\s?fold|倍)?\s*(?:of\s+)?(?:the\s+)?(?:institutional\s+|的|本中心)?(?P<limit>{_LIMIT})(?:\s*\([UL]LN\))?|"
    rf"(?:个)?{_ADJECTIVES}(?:{_CELLS})?(?P<unit>(?:{_ONE})?(?:\s*(?:/\s?\(?|(?:{SPELLED})\s*)\s*{_ONE})+|{_ONE})"
    r"(?:\s+(?:of age|old)\b)?|"
    r"(?P<plus>\+)(?!\d))",
    re.IGNORECASE,
)
LIMIT_BEFORE = re.compile(rf"({_LIMIT})(?:\s*\([UL]LN\))?的?\s*$")
"""正常值上限的1.5倍: what is multiplied stands first."""
BEFORE = {
    **dict.fromkeys(("day", "days"), "day"),
    **dict.fromkeys(("week", "weeks"), "week"),
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("cycle", "cycles"), "cycle"),
}
"""Units that stand before their number in English: "day 1", "weeks 4 and 8"."""
PER_BEFORE = re.compile(rf"每({_alternatives(MEASURES | DURATIONS)})(?:体表面积|体重)?\s*$")
_PARTS = re.compile(r"\s*(?:/\s?\(?|\bper\s|\beach\s|每)\s*", re.IGNORECASE)
_NAMED = [(re.compile(names, re.IGNORECASE), unit) for unit, names in (LIMITS | NAMES).items()]


def unit_of(match: re.Match[str]) -> str:
    """The unit that a match of UNIT names, in its one form ("mg/dL")."""
    if match["percent"]:
        return "%"
    if match["plus"]:
        return "+"
    return canonical(match["limit"] or match["unit"])


@lru_cache(maxsize=1024)
def canonical(written: str) -> str:
    """The one form of a unit as written: 毫克/分升 is "mg/dL"; a share of each day is left out.

    Dosing by the day is worded in too many ways ("daily", 每天, 一日两次) to be part of a unit.
    """
    if whole := _one(written.strip()):
        return whole
    first, *others = (_one(part) for part in _PARTS.split(written.strip()))
    # 分 is a minute in 毫升/分 and a point in 2分.
    shares = ("minute" if part == "point" else part for part in others)
    return "/".join((first, *(part for part in shares if part not in _DAILY)))


def _one(name: str) -> str:
    return next((unit for names, unit in _NAMED if names.fullmatch(name)), "")


def agree(one: str, other: str, *, number: Decimal) -> bool:
    """Whether two units of the same number say the same; what is counted and years of age may go unsaid."""
    if one == other or any({one, other} <= alike for alike in _ALIKE):
        return True
    if one and other:
        return False
    named = one or other
    return named in _SILENT or (named == "year" and number >= ADULT)
