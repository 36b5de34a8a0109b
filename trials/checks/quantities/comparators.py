"""Comparators: their signs, and the words that say the same, before and after a number."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import product


class Comparator(StrEnum):
    NONE = ""
    AT_LEAST = "≥"
    MORE = ">"
    AT_MOST = "≤"
    LESS = "<"
    WITHIN = "within"
    ABOUT = "about"
    FROM = "from"
    TO = "to"
    OR_MORE = "以上"
    """Chinese 以上 includes the number in law and often not in speech: it fits ≥ and >."""
    OR_LESS = "以下"
    FOR = "for"
    """How long something lasts; Chinese says 3年, 持续3年 or 3年内."""


_C = Comparator
AGREEING = frozenset(
    frozenset(two)
    for one, others in {
        _C.NONE: (_C.ABOUT, _C.FROM, _C.TO, _C.FOR),
        _C.OR_MORE: (_C.AT_LEAST, _C.MORE, _C.FROM),
        _C.OR_LESS: (_C.AT_MOST, _C.LESS, _C.TO),
        _C.FROM: (_C.AT_LEAST,),
        _C.TO: (_C.AT_MOST, _C.WITHIN, _C.FOR),
        # “<28 days before” is commonly 前28天内.
        _C.WITHIN: (_C.AT_MOST, _C.LESS, _C.FOR),
        _C.FOR: (_C.MORE, _C.OR_MORE, _C.ABOUT),
    }.items()
    for two in product((one,), others)
)
SIGNS = {
    ">=": _C.AT_LEAST,
    "<=": _C.AT_MOST,
    "=<": _C.AT_MOST,
    "≥": _C.AT_LEAST,
    "≤": _C.AT_MOST,
    ">": _C.MORE,
    "<": _C.LESS,
    "~": _C.ABOUT,
    "≈": _C.ABOUT,
}
BOUNDS = (_C.AT_LEAST, _C.AT_MOST, _C.MORE, _C.LESS)
TURNED = {
    _C.AT_LEAST: _C.AT_MOST,
    _C.AT_MOST: _C.AT_LEAST,
    _C.MORE: _C.LESS,
    _C.LESS: _C.MORE,
}
"""What a sign after a number says of it: 0 < x is x > 0."""

_GREAT = ("more", "greater", "higher", "longer", "older", "larger", "later")
_SMALL = ("less", "fewer", "lower", "shorter", "younger", "smaller", "earlier")
_NOT = ("no", "not", "not be", "none")
_ENGLISH = {
    _C.AT_LEAST: "at least|at or above|minimum|minimum of|a minimum of|minimum age of|equal to or above|"
    "not below|not under|none below|none under",
    _C.AT_MOST: "at most|at or below|up to|up to and including|maximum|maximum of|a maximum of|not exceed|"
    "not exceeding|not above|not over|equal to or below|no later than|cannot exceed|none exceeding|"
    "none above|none over",
    _C.MORE: "exceeding|exceeds|exceed|above|beyond|in excess of",
    _C.LESS: "below|under",
    _C.WITHIN: "within|in the past|in the last|in the previous|in the preceding|within the past|"
    "within the last|within the previous|within the preceding|during the past|during the last|"
    "during the previous|over the past|over the last|for the past|for the last",
    _C.FOR: "for|over|in|the past|the last|the previous|during|in the|during the|lasting|throughout",
    _C.FROM: "between|from|ages|aged from|aged between",
}
_AGE_OVER = frozenset(("aged over", "age over", "people over", "patients over", "adults over", "anyone over"))
_CHINESE = {
    _C.AT_LEAST: "至少|最少|最低|满|年满|已满|大于等于|大于或等于|大于或者等于|高于或等于|"
    "超过或等于|等于或大于",
    _C.AT_MOST: "至多|最多|最长|最高|长达|多达|小于等于|小于或等于|小于或者等于|低于或等于|等于或小于|不晚于",
    _C.MORE: "超过|大于|高于|多于|长于|超出|逾|年龄大于",
    _C.LESS: "小于|低于|少于|短于|不足|不满|未满|不到|未达到|年龄小于",
    _C.WITHIN: "近|最近|过去|之前的",
    _C.ABOUT: "将近|接近|附近",
    _C.FROM: "介于|从",
}
_NOT_SMALL = ("低于", "少于", "小于", "短于")
_NOT_GREAT = ("超过", "高于", "大于", "多于", "长于", "超出")
_CHINESE_NOT = ("不", "不能", "不应", "不得", "不可", "未", "没有")


def _said(table: dict[Comparator, str]) -> Iterator[tuple[str, Comparator]]:
    return ((phrase, sign) for sign, phrases in table.items() for phrase in phrases.split("|"))


def _english() -> Iterator[tuple[str, Comparator]]:
    yield from _said(_ENGLISH)
    yield from ((phrase, _C.MORE) for phrase in _AGE_OVER)
    for words, plain, inverse in ((_GREAT, _C.MORE, _C.AT_MOST), (_SMALL, _C.LESS, _C.AT_LEAST)):
        with_equal = TURNED[inverse]
        for word in words:
            yield f"{word} than", plain
            yield f"{word} than or equal to", with_equal
            yield f"equal to or {word} than", with_equal
            yield from ((f"{no} {word} than", inverse) for no in _NOT)


def _chinese() -> Iterator[tuple[str, Comparator]]:
    yield from _said(_CHINESE)
    yield from ((no + word, _C.AT_LEAST) for no in _CHINESE_NOT for word in _NOT_SMALL)
    yield from ((no + word, _C.AT_MOST) for no in _CHINESE_NOT for word in _NOT_GREAT)


BEFORE_ENGLISH = dict(_english())
BEFORE_CHINESE = dict(_chinese())
# Between a Chinese number and what is said of it stands what is counted: 两种以上, 2级及以上.
_COUNTED = "[个种项名例位人次级期度组类家线处枚条]"
AFTER = re.compile(
    rf"[\s,]*{_COUNTED}?(?:\([^()\d]{{1,12}}\)\s*)?(?:"
    rf"(?P<at_least>(?:and|or)\s+(?:{'|'.join(_GREAT)}|over|above|up|upwards)\b(?!\s+(?:than|\d))|"
    r"[及或]以上|或更?[多高长]|以上\(含[^)]*\))"
    rf"|(?P<at_most>(?:and|or)\s+(?:{'|'.join(_SMALL)}|below|under)\b(?!\s+(?:than|\d))|"
    r"[及或]以下|或更[少低短]|以下\(含[^)]*\))"
    r"|(?P<or_more>以上)|(?P<or_less>以下)"
    r"|(?P<within>(?:以内|之内|内(?!分泌|科|镜|脏|皮|固定|部|源|容)))"
    r")"
)


def after(match: re.Match[str]) -> Comparator:
    """The comparator that stands after a number, of a match of AFTER."""
    return Comparator[str(match.lastgroup).upper()]


def agree(one: Comparator, other: Comparator) -> bool:
    """Whether two comparators say the same of a number."""
    return one is other or frozenset((one, other)) in AGREEING
