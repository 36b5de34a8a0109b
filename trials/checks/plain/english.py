"""How hard English is to read: the grade of Flesch and Kincaid, and long sentences."""

import re
from functools import cache, lru_cache

from pyphen import Pyphen

GOOD_GRADE, HARD_GRADE = 6, 8
LONGEST_SENTENCE = 25
_LIST_MARK = re.compile(r"^- ", re.MULTILINE)
# A point within 2.5 or ClinicalTrials.gov ends nothing, nor does one of e.g. or Dr.
_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bDr)(?<!\bCo)(?<!\bvs)[.!?]+(?=[\s”’\")]|$)|\n")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][a-z]+)?")

_VOWELS = re.compile("[aeiouyà-ÿ]+")
# The e of looked, makes, role; not that of treated, doses, table.
_SILENT = re.compile(r"(?<![td])ed$|(?<![cgsxz])(?<![cs]h)es$|(?<!l)e$|(?<=[aeiouy]l)e$")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line end parts them too, list marks are left out."""
    found = (sentence.strip() for sentence in _END.split(_LIST_MARK.sub("", text)))
    return [sentence for sentence in found if _WORD.search(sentence)]


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def grade(text: str) -> float:
    """Years of school in the United States it takes to read the text; 0.0 for a text without words.

    Source: Kincaid et al. 1975: 0.39 · words per sentence + 11.8 · syllables per word - 15.59.
    """
    all_words = words(text)
    if not all_words:
        return 0.0
    syllables_in_all = sum(map(syllables, all_words))
    number = len(all_words)
    return 0.39 * number / len(sentences(text)) + 11.8 * syllables_in_all / number - 15.59


def long_sentences(text: str) -> list[str]:
    return [sentence for sentence in sentences(text) if len(words(sentence)) > LONGEST_SENTENCE]


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Where a word may be hyphenated, or its vowels where those are more; an abbreviation counts as one."""
    if word.isupper():
        return 1
    small = word.lower()
    return max(1, len(_hyphens().positions(small)) + 1, len(_VOWELS.findall(_SILENT.sub("", small))))


@cache
def _hyphens() -> Pyphen:
    return Pyphen(lang="en_US")
