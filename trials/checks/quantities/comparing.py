"""Match the amounts of an English text with those of its Chinese, and tell what stays over."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from editorial.content import CHINESE, ENGLISH, Words
from trials.checks.quantities import comparators, units
from trials.checks.quantities.amount import Amount
from trials.checks.quantities.amounts import amounts_of
from trials.checks.quantities.unanswered import left_over

Amounts = tuple[Amount, ...]
_COUNTED_BEFORE = {
    ENGLISH: re.compile(r"\b(?:before|prior)\b", re.IGNORECASE),
    CHINESE: re.compile(r"前第?\s?\d"),
}
"""Days before the first may be said without a sign: 回输前第5天 is “day -5”."""


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
    english, chinese = _both(words)
    # “1 hospital” is 1家 before the “one” beside it may be.
    _pair_off(english, chinese, _alike_in_kind)
    _pair_off(english, chinese, _alike)
    said = _pair_off(english, chinese, _said_alike)
    measured = _pair_off(english, chinese, _measured_alike)
    # The same number with another comparator and another unit differs in both.
    neither = _pair_off(english, chinese, _same_number)
    _pair_off(english, chinese, partial(_before_nought, words))
    over = left_over(words, english, chinese)
    for check, pairs in (("comparator", [*measured, *neither]), ("unit", [*said, *neither])):
        if pairs:
            yield Difference(check, tuple(en for en, _zh in pairs), tuple(zh for _en, zh in pairs))
    if any(over):
        yield Difference("number", *over)


def paired(words: Words) -> list[tuple[Amount, Amount]]:
    """The amounts that both languages state alike, each with its counterpart, in the order of the English."""
    english, chinese = _both(words)
    return _pair_off(english, chinese, _alike)


def _both(words: Words) -> tuple[list[Amount], list[Amount]]:
    return list(_amounts(words.en, ENGLISH)), list(_amounts(words.zh_hans or "", CHINESE))


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


def _before_nought(words: Words, one: Amount, other: Amount) -> bool:
    if isinstance(one.number, str) or isinstance(other.number, str) or one.number != -other.number:
        return False
    lang = CHINESE if one.number < 0 else ENGLISH
    return bool(_COUNTED_BEFORE[lang].search(words.in_language(lang)))


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
