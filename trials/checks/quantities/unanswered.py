"""What one language says and the other does not, but what may well go unsaid."""

import re

from editorial.content import Words
from trials.checks.quantities import comparators, names
from trials.checks.quantities.amount import Amount

Amounts = tuple[Amount, ...]
_SHARE = re.compile(r"\d+/\d+")


def left_over(words: Words, english: list[Amount], chinese: list[Amount]) -> tuple[Amounts, Amounts]:
    """What one language says and the other does not; nothing where it may well go unsaid."""
    left = [amount for amount in english if not _in_words(amount, words.zh_hans or "")]
    _take_out_shares(left, chinese)
    _take_out_shares(chinese, left)
    if all(amount.soft for amount in (*left, *chinese)) and not _contradict(left, chinese):
        return (), ()
    return tuple(left), tuple(chinese)


def _contradict(english: list[Amount], chinese: list[Amount]) -> bool:
    """Whether one says at least one and the other 至少两个: with a bound even such a word counts."""
    return any(
        one.comparator in comparators.BOUNDS and comparators.agree(one.comparator, other.comparator)
        for one in english
        for other in chinese
    )


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
