"""How a term is written: plural, hyphen or space, capitals; with what may stand beside it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from re import Pattern

WORD = re.compile(r"[^\W_]+")
LATIN_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+")
_BETWEEN = r"[\s\-‐‑–/]{1,2}"
_LATIN = "A-Za-z0-9"
_HYPHENS = "-‐‑–"
_BRACKETED = re.compile(r"(?P<whole>.+?)\s*[(（](?P<short>[^()（）]+)[)）]")


@lru_cache(maxsize=4096)
def english_pattern(form: str) -> Pattern[str]:
    """Matches the form where it begins; a word of two capitals is an abbreviation and keeps its case.

    What is called non-measurable is not measurable.
    """
    said = WORD.findall(form) or [""]
    words = [_word_or_plural(word) if _is_counted(said, n) else _word(word) for n, word in enumerate(said)]
    return re.compile(rf"(?<!non-)(?<!Non-){_BETWEEN.join(words)}(?![^\W_])")


def first_words(form: str) -> set[str]:
    """The words a text can begin the form with, in small letters."""
    words = [word.lower() for word in WORD.findall(form)]
    if not words or not _is_counted(words, 0):
        return set(words[:1])
    word = words[0]
    return {word, f"{word}s", f"{word}es"} | ({f"{word[:-1]}ies"} if word.endswith("y") else set())


@lru_cache(maxsize=4096)
def chinese_pattern(form: str) -> Pattern[str]:
    """Finds the form in Chinese: spaces do not count, nor full width; Latin at its ends stands alone."""
    signs = r"\s*".join(_sign(sign) for sign in form if not sign.isspace())
    before = rf"(?<![{_LATIN}])" if form[:1].isascii() and form[:1].isalnum() else ""
    after = rf"(?![{_LATIN}])" if form[-1:].isascii() and form[-1:].isalnum() else ""
    return re.compile(before + signs + after)


def with_bracket(name: str, abbreviation: str, bracket: str) -> str:
    """ "multiple myeloma (MM)"; a name that holds its abbreviation stays as it is."""
    if not name or not abbreviation or abbreviation.lower() in name.lower():
        return name
    return name + bracket.format(abbreviation)


def without_bracket(named: str) -> tuple[str, str]:
    """The name and the abbreviation that `with_bracket` put together; "" where there is none."""
    found = _BRACKETED.fullmatch(named)
    return (found["whole"], found["short"]) if found else (named, "")


def _is_counted(words: Sequence[str], number: int) -> bool:
    """Whether the word takes the plural: the last one, and what stands before "of" (lines of therapy)."""
    return words[number + 1 : number + 2] in ([], ["of"])


def _word(word: str) -> str:
    return re.escape(word) if _is_abbreviation(word) else f"(?i:{re.escape(word)})"


def _word_or_plural(word: str) -> str:
    if _is_abbreviation(word):
        return f"{re.escape(word)}s?"
    if word[-1:].lower() == "y":
        return f"(?i:{re.escape(word[:-1])}(?:y|ys|ies))"
    return f"(?i:{re.escape(word)}(?:s|es)?)"


def _is_abbreviation(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def _sign(sign: str) -> str:
    if sign in _HYPHENS:
        return f"[{_HYPHENS}]?"
    if sign in "(（":
        return "[(（]"
    return "[)）]" if sign in ")）" else re.escape(sign)
