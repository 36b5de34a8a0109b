"""Texts cut into sentences, to pair those of two languages. Pure: strings in, strings out."""

import re

# A full stop ends an English sentence only before a space and a capital, so that no number is cut.
ENGLISH_END = re.compile(r"(?<=[.!?;])\s+(?=[A-Z0-9“\"(])|\n+")
CHINESE_END = re.compile(r"(?<=[。！？；])|\n+")
LIST_MARK = re.compile(r"^- ")


def english_sentences(text: str) -> list[str]:
    return _pieces(ENGLISH_END, text)


def chinese_sentences(text: str) -> list[str]:
    return _pieces(CHINESE_END, text)


def paired(english: str, chinese: str) -> list[tuple[str, str]]:
    """The sentences of a text and their translations; none unless both languages have as many, over one."""
    ours, theirs = english_sentences(english), chinese_sentences(chinese)
    return list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) > 1 else []


def _pieces(end: re.Pattern[str], text: str) -> list[str]:
    pieces = (LIST_MARK.sub("", piece.strip()) for piece in end.split(text))
    return [piece for piece in pieces if piece]
