"""What differs between two contents of a page: texts and facts, each with the place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from editorial.content import SignedContent, Words

EMPTY = (None, "", ())


@dataclass(frozen=True)
class TextChange:
    """A pair of texts that is new, gone or worded differently; None on the side where it does not stand."""

    place: str
    before: Words | None
    after: Words | None


@dataclass(frozen=True)
class FactChange:
    """A fact, or the order of a list of rows, by its canonical values; None where it does not stand."""

    place: str
    before: Any
    after: Any


def text_changes(before: SignedContent | None, after: SignedContent) -> Iterator[TextChange]:
    """In the reading order of `after`; what is gone comes last."""
    former = {pair.place: pair.words for pair in before.pairs()} if before else {}
    for pair in after.pairs():
        stood = former.pop(pair.place, None)
        if stood != pair.words:
            yield TextChange(pair.place, stood, pair.words)
    yield from (TextChange(place, words, None) for place, words in former.items())


def fact_changes(before: SignedContent | None, after: SignedContent) -> Iterator[FactChange]:
    """Facts in the order of `after`; a fact nobody had filled in before is no change while it stays empty."""
    former = dict(before.every_fact()) if before else {}
    for place, value in after.every_fact():
        stood = former.pop(place, None)
        if stood != value and (stood not in EMPTY or value not in EMPTY):
            yield FactChange(place, stood, value)
    yield from (FactChange(place, value, None) for place, value in former.items() if value not in EMPTY)
