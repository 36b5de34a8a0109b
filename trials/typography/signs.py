"""What counts as Chinese beside a sign, and one change to a text."""

import re
from typing import NamedTuple

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
CHINESE_SIGNS = "，。；：？！（）、《》〈〉【】"
SPACES = " \u00a0\u2000-\u200a\u202f\u3000"
IS_HAN = re.compile(f"[{HAN}]")
IS_CHINESE = re.compile(f"[{HAN}{CHINESE_SIGNS}]")


class Edit(NamedTuple):
    """`text[start:end]` is to be `new`."""

    start: int
    end: int
    new: str


def lines(text: str) -> list[tuple[int, int]]:
    """Where each line begins and ends, line ends left out."""
    return [found.span() for found in re.finditer(r"[^\n]+", text)]


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The first sign before `start` and from `end` on the same line, spaces skipped; "" at its ends."""
    before = re.search(rf"([^\n])[{SPACES}]*\Z", text[max(start - 80, 0) : start])
    after = re.match(rf"[{SPACES}]*([^\n])", text[end : end + 80])
    return (before[1] if before else ""), (after[1] if after else "")
