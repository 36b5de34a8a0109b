"""Numbers written as words: "twenty-four", "third", 三, 十二, 二〇二四."""

import re
from decimal import Decimal

_TEENS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen"
)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5}
ENGLISH = {word: Decimal(number) for number, word in enumerate(_TEENS.split("|"))}
ENGLISH |= {word: Decimal(10 * number) for number, word in enumerate(_TENS.split("|"), start=2)}
ENGLISH |= {"both": Decimal(2), "once": Decimal(1), "twice": Decimal(2), "thrice": Decimal(3)}
TIMES = frozenset(("once", "twice", "thrice"))
ORDINALS = {word: Decimal(number) for number, word in enumerate(_ORDINALS.split("|"), start=1)}
MANY = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10**4),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
}
CHINESE = "零〇一二两三四五六七八九十百千万"
_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}

_PLAIN = "|".join(sorted(set(ENGLISH) - set(_TENS.split("|")), key=len, reverse=True))
ENGLISH_WORD = rf"\b(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_PLAIN})\b"
ORDINAL_WORD = rf"\b(?:{_ORDINALS})\b"


def english(words: str) -> Decimal:
    """ "twenty-four" is 24."""
    return sum((ENGLISH[word] for word in re.split("[- ]", words.lower())), Decimal(0))


def chinese(signs: str) -> Decimal:
    """十二 is 12, 两百 is 200, 三万 is 30 000, 二〇二四 is 2024."""
    if not set(signs) & {*_STEPS, "万"}:
        return Decimal("".join(str(_DIGITS[sign]) for sign in signs))
    tens_of_thousands, sign, rest = signs.rpartition("万")
    if sign:
        return 10000 * chinese(tens_of_thousands or "一") + (chinese(rest) if rest else 0)
    return Decimal(_below_ten_thousand(signs))


def fraction(words: str) -> str:
    """ "two thirds" and 三分之二 are "2/3", "a third" is "1/3"."""
    if "分之" in words:
        below, above = (chinese(part) for part in words.split("分之"))
        return f"{above}/{below}"
    above_word, below_word = re.split("[- ]", words.lower())
    return f"{ENGLISH.get(above_word, 1)}/{_PARTS[below_word.removesuffix('s')]}"


def _below_ten_thousand(signs: str) -> int:
    total = 0
    digit: int | None = None
    for sign in signs:
        if sign in _STEPS:
            total, digit = total + (1 if digit is None else digit) * _STEPS[sign], None
        else:
            digit = _DIGITS[sign] or None
    return total + (digit or 0)
