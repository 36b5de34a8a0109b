"""Do the same amounts stand in the same order, where the order says what they belong to?"""

import re
from bisect import bisect
from collections import Counter
from decimal import Decimal
from itertools import combinations

from editorial.content import CHINESE, ENGLISH, Words
from trials.checks.quantities.amount import Amount
from trials.checks.quantities.amounts import amounts_of
from trials.checks.quantities.comparators import BOUNDS
from trials.checks.quantities.comparing import paired

_PART = re.compile(r"[;；\n]")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？\n]")


def in_another_order(words: Words) -> bool:
    """Whether amounts of a pair that states the same ones may have changed places."""
    return parts_differ(words) or turned_round(words)


def parts_differ(words: Words) -> bool:
    """Whether numbers stand in other parts of a list in Chinese, though the whole text has the same ones."""
    english, chinese = _by_part(words.en, ENGLISH), _by_part(words.zh_hans or "", CHINESE)
    if len(english) != len(chinese) or len(english) == 1:
        return False
    totals = [sum(parts, Counter()) for parts in (english, chinese)]
    in_both = [number for number in totals[0] if totals[0][number] == totals[1][number]]
    return any(
        one[number] != other[number]
        for one, other in zip(english, chinese, strict=True)
        for number in in_both
    )


def turned_round(words: Words) -> bool:
    """Whether two bounds of one sentence that differ in their number only stand the other way round.

    Chinese turns days of a cycle and spans of time in a sentence, not “> 470 ms in women, > 450 ms in men”.
    """
    if sum(map(_is_bound, amounts_of(words.en, ENGLISH))) < 2:  # most texts
        return False
    bounds = [(one, other) for one, other in paired(words) if _is_bound(one)]
    return any(
        _differ_in_number(first, second)
        and first_zh.start > second_zh.start
        and _in_one_sentence(words.en, first, second)
        and _in_one_sentence(words.zh_hans or "", second_zh, first_zh)
        for (first, first_zh), (second, second_zh) in combinations(bounds, 2)
    )


def _by_part(text: str, lang: str) -> list[Counter[Decimal]]:
    """How often each number stands in each part of a list; words that may vanish are not counted."""
    ends = [end.start() for end in _PART.finditer(text)]
    parts: list[Counter[Decimal]] = [Counter() for _part in range(len(ends) + 1)]
    for amount in amounts_of(text, lang) if ends else ():
        if isinstance(amount.number, Decimal) and not amount.soft:
            parts[bisect(ends, amount.start)][amount.number] += 1
    return parts


def _is_bound(amount: Amount) -> bool:
    return amount.comparator in BOUNDS and bool(amount.unit) and not amount.soft


def _differ_in_number(one: Amount, other: Amount) -> bool:
    same = (one.comparator, one.unit) == (other.comparator, other.unit)
    return same and one.number != other.number


def _in_one_sentence(text: str, first: Amount, second: Amount) -> bool:
    return not _SENTENCE_END.search(text, first.end, second.start)
