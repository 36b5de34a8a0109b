"""Match the amounts of an English text with those of its Chinese, and tell what stays over."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, partial

from editorial.content import CHINESE, ENGLISH, Words
from trials.checks.quantities import comparators, names, units
from trials.checks.quantities.amount import Amount
from trials.checks.quantities.amounts import amounts_of

Amounts = tuple[Amount, ...]
_SHARE = re.compile(r"\d+/\d+")
_PART = re.compile(r"[;；\n]")


@dataclass(frozen=True)
class Difference:
    """What one check found in one pair: `check` is "number", "comparator" or "unit"."""

    check: str
    english: Amounts
    chinese: Amounts


@lru_cache(maxsize=4096)
def differences(words: Words) -> tuple[Difference, ...]:
    """What the languages of a pair say differently, at most one difference of each kind."""
    return tuple(_differences(words))


def _differences(words: Words) -> Iterator[Difference]:
    english, chinese = list(_amounts(words.en, ENGLISH)), list(_amounts(words.zh_hans or "", CHINESE))
    # “1 hospital” is 1家 before the “one” beside it may be.
    _pair_off(english, chinese, _alike_in_kind)
    _pair_off(english, chinese, _alike)
    said = _pair_off(english, chinese, _said_alike)
    measured = _pair_off(english, chinese, _measured_alike)
    # The same number with another comparator and another unit differs in both.
    neither = _pair_off(english, chinese, _same_number)
    over = _left_over(words, english, chinese)
    for check, pairs in (("comparator", [*measured, *neither]), ("unit", [*said, *neither])):
        if pairs:
            yield Difference(check, tuple(en for en, _zh in pairs), tuple(zh for _en, zh in pairs))
    if any(over):
        yield Difference("number", *over)


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


def _by_part(text: str, lang: str) -> list[Counter[Decimal]]:
    """How often each number stands in each part of a list; words that may vanish are not counted."""
    ends = [end.start() for end in _PART.finditer(text)]
    parts: list[Counter[Decimal]] = [Counter() for _part in range(len(ends) + 1)]
    for amount in amounts_of(text, lang) if ends else ():
        if isinstance(amount.number, Decimal) and not amount.soft:
            parts[bisect(ends, amount.start)][amount.number] += 1
    return parts


def _amounts(text: str, lang: str) -> Iterator[Amount]:
    """The amounts of a text; a code, which is often repeated in one language only, once."""
    codes: set[str] = set()
    for amount in amounts_of(text, lang):
        if isinstance(amount.number, str):
            if amount.number in codes:
                continue
            codes.add(amount.number)
        yield amount


def _pair_off(
    english: list[Amount], chinese: list[Amount], fit: Callable[[Amount, Amount], bool]
) -> list[tuple[Amount, Amount]]:
    """Take the amounts that fit out of both lists and return them in pairs."""
    pairs = []
    for amount in tuple(english):
        other = next(filter(partial(fit, amount), chinese), None)
        if other is not None:
            english.remove(amount)
            chinese.remove(other)
            pairs.append((amount, other))
    return pairs


def _same_number(one: Amount, other: Amount) -> bool:
    return one.number == other.number


def _said_alike(one: Amount, other: Amount) -> bool:
    if one.number != other.number:
        return False
    return comparators.agree(one.comparator, other.comparator) or _shared_alike(one, other)


def _shared_alike(one: Amount, other: Amount) -> bool:
    return any(
        shared and comparators.agree(shared, said)
        for shared, said in ((one.shared, other.comparator), (other.shared, one.comparator))
    )


def _measured_alike(one: Amount, other: Amount) -> bool:
    if one.number != other.number or isinstance(one.number, str):
        return one.number == other.number
    return any(
        units.agree(unit, counterpart, number=one.number)
        for unit in _units(one)
        for counterpart in _units(other)
    )


def _units(amount: Amount) -> tuple[str, ...]:
    # A unit lent by a neighbour may be no unit of this number.
    return (amount.unit, "") if amount.lent else (amount.unit,)


def _alike(one: Amount, other: Amount) -> bool:
    return one.number == other.number and _said_alike(one, other) and _measured_alike(one, other)


def _alike_in_kind(one: Amount, other: Amount) -> bool:
    return (one.soft, one.unit) == (other.soft, other.unit) and _alike(one, other)


def _left_over(words: Words, english: list[Amount], chinese: list[Amount]) -> tuple[Amounts, Amounts]:
    """What one language says and the other does not; nothing where it may well go unsaid."""
    left = [amount for amount in english if not _in_words(amount, words.zh_hans or "")]
    _take_out_shares(left, chinese)
    _take_out_shares(chinese, left)
    if all(amount.soft for amount in (*left, *chinese)):
        return (), ()
    return tuple(left), tuple(chinese)


def _take_out_shares(one: list[Amount], other: list[Amount]) -> None:
    """Take out what is a fraction in one language and two numbers in the other: 十分之一, one in ten."""
    for share in tuple(amount for amount in one if _SHARE.fullmatch(str(amount.number))):
        parts = [_named(other, number) for number in str(share.number).split("/")]
        if all(parts):
            one.remove(share)
            other[:] = [amount for amount in other if amount not in parts]


def _named(amounts: list[Amount], number: str) -> Amount | None:
    return next((amount for amount in amounts if str(amount.number) == number), None)


def _in_words(amount: Amount, chinese: str) -> bool:
    """Whether Chinese has its own name for a code: HbA1c is 糖化血红蛋白."""
    own = names.IN_WORDS.get(str(amount.number))
    return bool(own and re.search(own, chinese))
