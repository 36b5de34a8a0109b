"""Do both languages of a text have the same shape: paragraphs, list items, and about as many sentences?"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from editorial.content import CHINESE, Words
from editorial.findings import Finding, Weight
from trials.checks.naming import called, split
from trials.content import TrialContent

LIST_ITEM = "- "
# Not the points of 2.5, ClinicalTrials.gov, Co., Ltd. or e.g.
_SENTENCE = re.compile(r"(?<!Co)(?<!Ltd)(?<!e\.g)(?<!i\.e)(?<!vs)(?<!No)[.!?](?=[\s”\")]|$)|[。！？]")
# Chinese joins short English sentences and parts long ones; two more and half of all are sentences lost.
BIG_GAP = 2


@dataclass(frozen=True)
class Shape:
    paragraphs: int
    items: int

    def __str__(self) -> str:
        return f"{self.paragraphs} + {self.items}"


def shape_of(text: str) -> Shape:
    """Count paragraphs (parted by blank lines) and list items (lines that begin with "- ")."""
    paragraphs = items = 0
    inside = False
    for line in text.splitlines():
        if line.startswith(LIST_ITEM):
            items, inside = items + 1, True
        elif not line.strip():
            inside = False
        elif not inside:
            paragraphs, inside = paragraphs + 1, True
    return Shape(paragraphs, items)


def same_structure(content: TrialContent, *, name: Callable[[str], str] = called) -> Iterator[Finding]:
    """Texts written in both languages have the same number of paragraphs and list items."""
    for pair in content.pairs():
        if pair.words.en and pair.words.zh_hans:
            yield from _compare(pair.place, pair.words, name)


def _compare(place: str, words: Words, name: Callable[[str], str]) -> Iterator[Finding]:
    english, chinese = shape_of(words.en), shape_of(words.zh_hans or "")
    if english == chinese:
        return
    field, within = split(place)
    yield Finding(
        check="same-structure",
        weight=Weight.ADVISORY,
        field=field,
        place=within,
        language=CHINESE,
        expected=str(english),
        found=str(chinese),
        message=_(
            "“%(field)s” has %(paragraphs)d paragraphs and %(items)d list items in English, "
            "but %(paragraphs_zh)d and %(items_zh)d in Chinese."
        )
        % {
            "field": name(place),
            "paragraphs": english.paragraphs,
            "items": english.items,
            "paragraphs_zh": chinese.paragraphs,
            "items_zh": chinese.items,
        },
    )


def sentences_in(text: str) -> int:
    """Count sentences by their ends; a list item or a line without one is none."""
    return len(_SENTENCE.findall(text))


def as_many_sentences(content: TrialContent, *, name: Callable[[str], str] = called) -> Iterator[Finding]:
    """Neither language has many more sentences than the other."""
    for pair in content.pairs():
        english, chinese = sentences_in(pair.words.en), sentences_in(pair.words.zh_hans or "")
        if pair.words.en and pair.words.zh_hans and _is_big(english, chinese):
            field, within = split(pair.place)
            yield Finding(
                check="sentence-count",
                weight=Weight.ADVISORY,
                field=field,
                place=within,
                language=CHINESE,
                expected=str(english),
                found=str(chinese),
                message=_("“%(field)s” has %(english)d sentences in English, but %(chinese)d in Chinese.")
                % {"field": name(pair.place), "english": english, "chinese": chinese},
            )


def _is_big(one: int, other: int) -> bool:
    gap = abs(one - other)
    return gap >= BIG_GAP and 2 * gap > max(one, other)
