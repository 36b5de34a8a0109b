"""Texts as paragraphs, which a blank line parts: how a passage is found in a text, and put into one."""

import re
from collections.abc import Sequence

BLANK = re.compile(r"\n\s*\n")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, outer space and line ends made the same whoever saved it."""
    parts = BLANK.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    return [part.strip() for part in parts if part.strip()]


def stands_in(passage: Sequence[str], text: Sequence[str]) -> bool:
    """Whether the paragraphs of `passage` stand in `text`, whole and one after the other."""
    length = len(passage)
    wanted = list(passage)
    return bool(length) and any(
        list(text[at : at + length]) == wanted for at in range(len(text) - length + 1)
    )


def appended(text: str, passage: str) -> str:
    """The text with the passage behind it, as paragraphs of its own."""
    return "\n\n".join([*paragraphs(text), *paragraphs(passage)])
