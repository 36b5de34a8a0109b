"""Roman classes: NYHA III, stage IIIB, I/II期."""

import re
from decimal import Decimal

_NUMERAL = r"(?:I{1,3}|IV|VI{0,3}|IX|X|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])"
ROMAN = rf"(?<![A-Za-z0-9]){_NUMERAL}(?:[A-Da-d][1-3]?)?(?![A-Za-z0-9])"
_PARTS = re.compile(rf"({_NUMERAL})([A-Da-d]?[1-3]?)")
_JOINED = r"\s*(?:/|-|~|or|and|to|,|或|至|到|和|、)\s*"
_BEFORE = re.compile(
    rf"(?:[≥>≤<=]|\b(?:NYHA|stages?|class|grades?|phases?|types?|degrees?|classification|level|AJCC|factor)|级|期|型|类|"
    rf"{_NUMERAL}[A-Da-d]?\s*[期级]?{_JOINED})\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s*-?(?:[期级度类型相]|degree|{_JOINED}{_NUMERAL}(?![A-Za-z]))")
_SIGNS = {
    "Ⅰ": "I",
    "Ⅱ": "II",
    "Ⅲ": "III",
    "Ⅳ": "IV",
    "Ⅴ": "V",
    "Ⅵ": "VI",
    "Ⅶ": "VII",
    "Ⅷ": "VIII",
    "Ⅸ": "IX",
    "Ⅹ": "X",
}
_WORTH = {"I": 1, "V": 5, "X": 10}


def is_class(text: str, match: re.Match[str]) -> bool:
    """Whether I, V, X or IV is a class where it stands: a drip is IV as well, and a writer is I."""
    if match.group() not in ("I", "V", "X", "IV"):
        return True
    around = text[max(match.start() - 24, 0) : match.start()]
    return bool(_BEFORE.search(around) or _AFTER.match(text, match.end()))


def read(written: str) -> tuple[Decimal, str]:
    """The number of a class and the letter of its part: "IIIB" is (3, "B")."""
    numeral, part = _PARTS.fullmatch(written).groups()  # type: ignore[union-attr]
    values = [_WORTH[sign] for sign in _SIGNS.get(numeral, numeral)]
    ahead = [*values[1:], 0]
    total = sum(-one if one < after else one for one, after in zip(values, ahead, strict=True))
    return Decimal(total), part.upper()
