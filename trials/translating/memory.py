"""The translation memory: what editions in force say, offered for the same or nearly the same English."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.db import transaction
from django.db.models import Count, Max
from rapidfuzz import fuzz, process

from editorial.content import Pair
from editorial.models import Edition
from editorial.worddiff import Kind, Segment, numbers, segments
from trials.content import TrialContent
from trials.models import MemoryUnit, TrialPage
from trials.translating.sentences import english_sentences, paired

NEAR = 90
"""Percent: less alike than this is not offered."""
MOST_OFFERED = 3
MOST_SENTENCES = 10
NAMES = ("sponsor", "collaborators", "conditions", "sites", "disclaimer", "explanations")
"""Shared with other pages: they are translated in the vocabulary."""


@dataclass(frozen=True)
class Match:
    """English like the one asked for, its Chinese, and where both stand."""

    asked: str
    english: str
    chinese: str
    place: str
    page: Any
    percent: int

    @property
    def is_exact(self) -> bool:
        return self.english == self.asked

    @cached_property
    def difference(self) -> list[Segment]:
        """From the English of the match to the one asked for."""
        return segments(self.english, self.asked)

    @cached_property
    def numbers(self) -> tuple[str, str]:
        """The numbers that only the match has, and those that only the English asked for has."""
        theirs, ours = _numbers(self.english), _numbers(self.asked)
        return " ".join(_less(theirs, ours)), " ".join(_less(ours, theirs))

    @property
    def numbers_differ(self) -> bool:
        return any(self.numbers)

    @property
    def marked(self) -> Iterator[tuple[Segment, bool]]:
        """The difference, each piece with whether it changes a number."""
        for segment in self.difference:
            yield segment, segment.kind is not Kind.SAME and bool(_numbers(segment.text))


@transaction.atomic
def remember(edition: Edition) -> None:
    """Write the pairs of an edition in force, over those of the page's edition before."""
    forget(edition)
    content = edition.load()
    if isinstance(content, TrialContent):
        MemoryUnit.objects.bulk_create(_units(edition.page_id, content))


def forget(edition: Edition) -> None:
    MemoryUnit.objects.filter(page_id=edition.page_id).delete()


@transaction.atomic
def rebuild() -> int:
    """Write every unit again from the editions in force; how many there are."""
    MemoryUnit.objects.all().delete()
    for edition in Edition.objects.in_force().order_by("path").iterator(chunk_size=50):
        remember(edition)
    return MemoryUnit.objects.count()


def matches(english: str, *, but: Any = None, limit: int = MOST_OFFERED) -> list[Match]:
    """The texts most like `english`, best first, none of the page `but`, each Chinese once.

    Alike by the characters that would have to change, in their order (Indel), from NEAR percent on.
    """
    if not english.strip():
        return []
    found: dict[str, tuple[Known, float]] = {}
    known = _known(_state())
    # More than are shown, since several pages say the same and the page asked for is left out.
    near = process.extract_iter(english, known.english, scorer=fuzz.ratio, score_cutoff=NEAR)
    for _text, percent, number in sorted(near, key=lambda each: (-each[1], each[2])):
        unit = known.units[number]
        if len(found) < limit and (but is None or unit.page_id != but.pk):
            found.setdefault(unit.chinese, (unit, percent))
    pages = TrialPage.objects.in_bulk([unit.page_id for unit, _percent in found.values()]) if found else {}
    return [
        Match(english, unit.english, unit.chinese, unit.place, pages[unit.page_id], int(percent))
        for unit, percent in found.values()
        if unit.page_id in pages
    ]


def sentence_matches(english: str, *, but: Any = None) -> list[Match]:
    """The best match of each sentence of a longer text, of the first ten; none for a single sentence."""
    sentences = english_sentences(english)
    if len(sentences) < 2:
        return []
    return [match for each in sentences[:MOST_SENTENCES] for match in matches(each, but=but, limit=1)]


@dataclass(frozen=True, slots=True)
class Known:
    page_id: int
    place: str
    english: str
    chinese: str


@dataclass(frozen=True)
class Memory:
    units: tuple[Known, ...]
    english: tuple[str, ...]


@lru_cache(maxsize=1)
def _known(state: tuple[int, int]) -> Memory:
    """Every unit, read once per process and again when there are others."""
    rows = MemoryUnit.objects.order_by("pk").values_list("page_id", "place", "english", "chinese")
    units = tuple(Known(*row) for row in rows.iterator(chunk_size=5_000))
    return Memory(units, tuple(unit.english for unit in units))


def _state() -> tuple[int, int]:
    # Units are never changed in place: others have a higher number, or there are fewer of them.
    now = MemoryUnit.objects.aggregate(newest=Max("pk"), number=Count("pk"))
    return now["newest"] or 0, now["number"]


def _units(page_id: int, content: TrialContent) -> Iterator[MemoryUnit]:
    said: set[tuple[str, str]] = set()
    for pair in content.pairs():
        # A machine's Chinese, offered to others, would come back as a person's.
        pieces = () if pair.place in content.machine_translated else _pieces(pair)
        for english, chinese in pieces:
            if (english, chinese) not in said:
                said.add((english, chinese))
                yield MemoryUnit(page_id=page_id, place=pair.place, english=english, chinese=chinese)


def _pieces(pair: Pair) -> Iterator[tuple[str, str]]:
    """The whole text and its sentences; nothing of a name or of a text whose Chinese is missing."""
    english, chinese = pair.words.en, pair.words.zh_hans
    if english and chinese and pair.place.split(".")[0] not in NAMES:
        yield english, chinese
        yield from paired(english, chinese)


def _numbers(text: str) -> list[str]:
    return [number.strip() for number, _start in numbers(text)]


def _less(some: list[str], others: list[str]) -> list[str]:
    return [each for each in some if each not in others]
