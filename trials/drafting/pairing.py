"""Which rows of two versions of a list are the same row: by their words, since registries give no keys."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

ALIKE = 0.7
# Letter by letter up to this length; a longer text is compared word by word, in a hundredth of the time.
SHORT = 300
# Comparing every row with every other is quadratic: past this, only equal words make a pair.
MOST_COMPARISONS = 10_000


class Saying(NamedTuple):
    """What a row says; only rows of one family can be alike without being equal."""

    text: str
    family: str = ""


def pair(former: Sequence[Saying], later: Sequence[Saying], *, alike: bool) -> dict[int, int]:
    """Positions in `former` to positions in `later`, each used once.

    Equal words pair first; with `alike`, what is left pairs by likeness, the most alike first.
    """
    former, later = [_plain(each) for each in former], [_plain(each) for each in later]
    pairs: dict[int, int] = {}
    _pair_equal(former, later, pairs)
    _pair_equal([Saying(each.text) for each in former], [Saying(each.text) for each in later], pairs)
    if alike:
        _pair_alike(former, later, pairs)
    return pairs


def likeness(one: str, other: str) -> float:
    """From 0, nothing in common, to 1, the same."""
    whole = len(one) <= SHORT and len(other) <= SHORT
    parts = (one, other) if whole else (one.split(), other.split())
    matcher = SequenceMatcher(None, *parts, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def _plain(saying: Saying) -> Saying:
    return Saying(re.sub(r"\s+", " ", saying.text).strip().casefold(), saying.family)


def _pair_equal(former: Sequence[Saying], later: Sequence[Saying], pairs: dict[int, int]) -> None:
    places: dict[Saying, list[int]] = {}
    for position in _left(later, pairs.values()):
        places.setdefault(later[position], []).append(position)
    for position in _left(former, pairs):
        if found := places.get(former[position]):
            pairs[position] = found.pop(0)


def _pair_alike(former: Sequence[Saying], later: Sequence[Saying], pairs: dict[int, int]) -> None:
    ours, theirs = list(_left(former, pairs)), list(_left(later, pairs.values()))
    if len(ours) * len(theirs) > MOST_COMPARISONS:
        return
    found = [
        (ratio, -abs(one - other), one, other)
        for one in ours
        for other in theirs
        if former[one].family == later[other].family
        and (ratio := likeness(former[one].text, later[other].text)) >= ALIKE
    ]
    taken = set(pairs.values())
    for _ratio, _near, one, other in sorted(found, reverse=True):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)


def _left(sayings: Sequence[Saying], taken: Iterable[int]) -> Iterator[int]:
    used = set(taken)
    return (position for position in range(len(sayings)) if position not in used)
