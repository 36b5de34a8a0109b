"""Words explained: how they stand on the page, and the links that lead there from their first use."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from editorial.content import ENGLISH
from trials.content import Explanation
from trials.glossary.patterns import without_bracket
from trials.glossary.terms import Glossary, Term, Use
from trials.site.typeset import Link, Linked, parts_of

LINES = ("summary",)
"""Texts that are set on one line, without paragraphs."""
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class WordExplained:
    anchor: str
    term: str
    meaning: str


@dataclass(frozen=True)
class WordsExplained:
    first: tuple[WordExplained, ...]
    """Those a link leads to, which stand open."""
    further: tuple[WordExplained, ...]
    """Those of the criteria; a long list that waits until somebody opens it."""

    def __bool__(self) -> bool:
        return bool(self.first or self.further)


def words_explained(
    explanations: Iterable[Explanation], lay: Mapping[str, Linked], lang: str
) -> WordsExplained:
    """The words in the order of their first use, parted by whether one of the texts `lay` links to them."""
    addresses = {link.address for text in lay.values() for links in text.links for link in links}
    sides: dict[bool, list[WordExplained]] = {True: [], False: []}
    for each in explanations:
        word = WordExplained(anchor_of(each.key), each.term.in_language(lang), each.meaning.in_language(lang))
        sides[f"#{word.anchor}" in addresses].append(word)
    return WordsExplained(tuple(sides[True]), tuple(sides[False]))


def link_first_uses(
    texts: Iterable[tuple[str, str]], explanations: Iterable[Explanation], lang: str
) -> dict[str, Linked]:
    """The texts by their place; in the order given, the first use of each term leads to its explanation.

    From signed content alone: a term is found by its name and its abbreviation, as they are explained.
    """
    links = _Links(Glossary(tuple(_term(each, lang) for each in explanations)), lang)
    return {place: links.into(place, text) for place, text in texts}


class _Links:
    def __init__(self, glossary: Glossary, lang: str) -> None:
        self._uses = glossary.uses_in_english if lang == ENGLISH else glossary.uses_in_chinese
        self._waiting = {term.key for term in glossary.terms}

    def into(self, place: str, text: str) -> Linked:
        parts = (text,) if place in LINES else parts_of(text)
        return Linked(text, tuple(tuple(self._of(part)) for part in parts))

    def _of(self, part: str) -> Iterator[Link]:
        addresses = [found.span() for found in _ADDRESS.finditer(part)]
        for use in self._uses(part) if self._waiting else ():
            if use.term.key in self._waiting and not _within(use, addresses):
                self._waiting.remove(use.term.key)
                yield Link(use.start, use.end, f"#{anchor_of(use.term.key)}")


def _term(explanation: Explanation, lang: str) -> Term:
    name, abbreviation = without_bracket(explanation.term.in_language(lang))
    return Term(explanation.key, en=name, zh=name, abbreviation=abbreviation)


def anchor_of(key: str) -> str:
    return f"word-{key}"


def _within(use: Use, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < use.end and use.start < end for start, end in spans)
