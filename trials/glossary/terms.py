"""Terms and where they stand in a text: longest first, whole words, in either language. No database."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from re import Pattern

from editorial.content import UNWRITTEN, Words
from trials.glossary.patterns import (
    LATIN_WORD,
    WORD,
    chinese_pattern,
    english_pattern,
    first_words,
    with_bracket,
)


@dataclass(frozen=True)
class Term:
    key: str
    """The English term as a slug: anchor of its explanation in both languages."""
    en: str
    zh: str
    abbreviation: str = ""
    also_en: tuple[str, ...] = ()
    also_zh: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    """Chinese that is a mistake where the English says this term."""
    meaning: Words = UNWRITTEN
    source: str = ""
    to_confirm: bool = False

    @property
    def english(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.en, self.abbreviation, *self.also_en)))

    @property
    def chinese(self) -> tuple[str, ...]:
        """Every Chinese that may stand for it; an abbreviation stands for it in both languages."""
        return tuple(filter(None, (self.zh, self.abbreviation, *self.also_zh)))

    @property
    def is_explained(self) -> bool:
        return bool(self.meaning.en and self.meaning.zh_hans)

    @property
    def named(self) -> Words:
        """The term as it stands above its explanation, with its abbreviation."""
        return Words(
            en=with_bracket(self.en, self.abbreviation, " ({})"),
            zh_hans=with_bracket(self.zh, self.abbreviation, "（{}）"),
        )

    def stands_in_chinese(self, text: str) -> bool:
        """Whether a Chinese text says the term in a wording that may stand; none is asked of it without."""
        return not self.zh or _any_stands(self.chinese, text)


@dataclass(frozen=True)
class Use:
    """A term at one place of a text."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True)
class Glossary:
    terms: tuple[Term, ...] = ()

    def uses_in_english(self, text: str) -> Iterator[Use]:
        """Every use in an English text, in order, none within another."""
        free = 0
        for word in WORD.finditer(text):
            if word.start() < free:
                continue
            for pattern, term in self._english.get(word.group().lower(), ()):
                if found := pattern.match(text, word.start()):
                    yield Use(term, found.start(), free := found.end())
                    break

    def uses_in_chinese(self, text: str) -> Iterator[Use]:
        """Every use in a Chinese text, in order, none within another."""
        free = 0
        for use in sorted(self._anywhere(text), key=lambda use: (use.start, -use.end)):
            if use.start >= free:
                free = use.end
                yield use

    def in_english(self, *texts: str) -> list[Term]:
        """The terms that stand in English texts, in the order of their first use."""
        return _each_once(use.term for text in texts for use in self.uses_in_english(text))

    def in_chinese(self, *texts: str) -> list[Term]:
        return _each_once(use.term for text in texts for use in self.uses_in_chinese(text))

    @cached_property
    def latin_words(self) -> frozenset[str]:
        """Latin words that belong into Chinese, in small letters: of approved Chinese and abbreviations."""
        return frozenset(
            word.lower() for term in self.terms for form in term.chinese for word in LATIN_WORD.findall(form)
        )

    @cached_property
    def _english(self) -> dict[str, list[tuple[Pattern[str], Term]]]:
        """The patterns that can begin with a word, the longest first."""
        found: dict[str, list[tuple[Pattern[str], Term]]] = {}
        forms = ((form, term) for term in self.terms for form in term.english)
        for form, term in sorted(forms, key=lambda each: (-len(each[0]), each[1].en, each[1].key)):
            for word in first_words(form):
                found.setdefault(word, []).append((english_pattern(form), term))
        return found

    def _anywhere(self, text: str) -> Iterator[Use]:
        for term in self.terms:
            for form in term.chinese:
                for found in chinese_pattern(form).finditer(text):
                    yield Use(term, found.start(), found.end())


NOTHING = Glossary()


def forbidden_in(chinese: str, terms: Collection[Term]) -> dict[Term, list[str]]:
    """The forbidden wordings of `terms` that stand in a Chinese text.

    One that is part of what another of the terms may be called is not meant: where the English tells adverse
    events from adverse reactions, 不良反应 is right.
    """
    suspects = [term for term in terms if _any_stands(term.forbidden, chinese)]
    if not suspects:
        return {}
    left = chinese
    for form in sorted((form for term in terms for form in term.chinese), key=len, reverse=True):
        left = chinese_pattern(form).sub("\n", left)
    found = {term: [f for f in term.forbidden if chinese_pattern(f).search(left)] for term in suspects}
    return {term: forms for term, forms in found.items() if forms}


def _any_stands(forms: Iterable[str], chinese: str) -> bool:
    return any(chinese_pattern(form).search(chinese) for form in forms)


def _each_once(terms: Iterable[Term]) -> list[Term]:
    return list(dict.fromkeys(terms))
