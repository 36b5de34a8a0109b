"""Pairs of Han characters and whole words as ASCII tokens, which every parser and locale leaves alone."""

from collections.abc import Iterator

from trials.finding.normal import is_han

LONGEST_WORD = 24
SHORT = 4
"""Words of fewer letters are found whole only: MM is not mmHg."""


def grams_of(searched: str) -> str:
    """The tokens of normalised text, each once, for the database's index."""
    return " ".join(dict.fromkeys(token for word in searched.split() for token in _stored(word)))


def asked_grams(wording: str) -> Iterator[str]:
    """The tokens a text has that contains `wording`; a "*" at the end: begins so."""
    *before, last = wording.split()
    for word in before:
        yield from _asked(word, whole=True)
    yield from _asked(last, whole=is_bounded(last))


def is_bounded(word: str) -> bool:
    """Whether a word is found only where it ends: short ones, and codes like CD7, which is not CD70."""
    return not is_han(word) and (len(word) < SHORT or word[-1].isdigit())


def _stored(word: str) -> Iterator[str]:
    if not is_han(word):
        yield _word(word)
        return
    yield from map(_pair, _pairs(word))
    # So that a single character is found at the end of a run, too.
    yield _pair(word[-1])


def _asked(word: str, *, whole: bool) -> Iterator[str]:
    if not is_han(word):
        yield _word(word) if whole and len(word) <= LONGEST_WORD else f"{_word(word)}*"
    elif len(word) == 1:
        yield f"{_pair(word)}*"
    else:
        yield from map(_pair, _pairs(word))


def _pairs(word: str) -> Iterator[str]:
    return (word[n : n + 2] for n in range(len(word) - 1))


def _pair(characters: str) -> str:
    return "h" + _letters(characters)


def _word(word: str) -> str:
    return f"w{word[:LONGEST_WORD]}" if word.isascii() else "u" + _letters(word[:LONGEST_WORD])


def _letters(text: str) -> str:
    return "".join(chr(ord("a") + int(digit, 16)) for digit in text.encode("utf-16-be").hex())
