"""What stands before a number and belongs to it: a comparator, or a part of its unit."""

import re
from collections.abc import Callable

from editorial.content import CHINESE, ENGLISH
from trials.checks.quantities import units
from trials.checks.quantities.comparators import BEFORE_CHINESE, BEFORE_ENGLISH, SIGNS, Comparator

Before = Callable[[str, int, int], tuple[Comparator, str, int]]
"""(text, from where to look, where the number stands) to (comparator, part of the unit, where they begin)."""

_SCALE = "grade|stage|class|level|phase|nyha|ecog|ctcae"
_SIGN = re.compile(rf"(>=|<=|=<|[≥≤><~≈])\s*(?:(?:{_SCALE})\s*){{0,2}}$", re.IGNORECASE)
# Words that may stand between a comparator and its number.
_ENGLISH_FILLER = re.compile(
    rf"the|an?|aged?|of|about|approximately|total|past|last|previous|or|only|first|just|years|{_SCALE}"
)
_CHINESE_FILLER = re.compile(r"(?:大约|约|大概|持续|连续|连用|接受过?|经过|每次|为|是|第|\(|的|到|在|有)\s*$")
# 至少接受过2线: an act may stand there too.
_FAR = re.compile(r"(至少|最多|至多|最长|最少)[\u3400-\u9fff]{1,7}$")
_CLAUSE_END = re.compile(r"[^\w\s'/-]+")
_WORD = re.compile(r"\S+")
_LONGEST_ENGLISH = max(len(phrase.split()) for phrase in BEFORE_ENGLISH)
_LONGEST_CHINESE = max(map(len, BEFORE_CHINESE))
_FILLERS = 4


def in_english(text: str, floor: int, start: int) -> tuple[Comparator, str, int]:
    passage = text[floor:start].lower()
    if match := _SIGN.search(passage):
        return SIGNS[match[1]], "", floor + match.start()
    clause = max((end.end() for end in _CLAUSE_END.finditer(passage)), default=0)
    words = [(word.group(), word.start()) for word in _WORD.finditer(passage, clause)]
    unit = ""
    if words and words[-1][0] in units.BEFORE:
        word, begins = words.pop()
        unit, start = units.BEFORE[word], floor + begins
    return _english_phrase(words, floor) or (Comparator.NONE, unit, start)


def _english_phrase(words: list[tuple[str, int]], floor: int) -> tuple[Comparator, str, int] | None:
    for _filler in range(_FILLERS):
        for length in range(min(_LONGEST_ENGLISH, len(words)), 0, -1):
            phrase = " ".join(word for word, _begins in words[-length:])
            if comparator := BEFORE_ENGLISH.get(phrase):
                return comparator, "", floor + words[-length][1]
        if not words or not _ENGLISH_FILLER.fullmatch(words.pop()[0]):
            break
    return None


def in_chinese(text: str, floor: int, start: int) -> tuple[Comparator, str, int]:
    passage, share = _share(text[floor:start].rstrip())
    if match := _SIGN.search(passage):
        return SIGNS[match[1]], share, floor + match.start()
    for _filler in range(_FILLERS):
        if length := _chinese_phrase(passage):
            begins = floor + len(passage) - length
            # 至少满3个月: 满 repeats what stands before it.
            repeated = in_chinese(text, floor, begins) if length == 1 else (Comparator.NONE, "", 0)
            return repeated if repeated[0] else (BEFORE_CHINESE[passage[-length:]], share, begins)
        if match := _FAR.search(passage):
            return BEFORE_CHINESE[match[1]], share, floor + match.start()
        if not (match := _CHINESE_FILLER.search(passage)):
            break
        passage = passage[: match.start()].rstrip()
    begins = floor + len(passage)
    return Comparator.NONE, share, begins if text[begins:start].strip() == "第" else start


def _chinese_phrase(passage: str) -> int:
    """The length of the longest comparator that ends the passage."""
    lengths = range(min(_LONGEST_CHINESE, len(passage)), 0, -1)
    return next((length for length in lengths if passage[-length:] in BEFORE_CHINESE), 0)


def _share(passage: str) -> tuple[str, str]:
    """The passage without 每平方米 or 正常值上限的 at its end, and the part of a unit that this says."""
    if match := units.PER_BEFORE.search(passage):
        return passage[: match.start()].rstrip(), units.canonical(f"/{match[1]}")
    if match := units.LIMIT_BEFORE.search(passage):
        return passage[: match.start()].rstrip(), units.canonical(match[1])
    return passage, ""


BEFORE: dict[str, Before] = {ENGLISH: in_english, CHINESE: in_chinese}
