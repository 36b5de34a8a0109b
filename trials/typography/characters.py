"""Traditional characters, and digits and letters of full width."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from opencc import OpenCC

from trials.typography.signs import IS_HAN, Edit

# In GB 2312 as a variant, yet no simplified text has it.
_NEVER_SIMPLIFIED = "後"
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+|(?<=[0-9０-９])．(?=[0-9０-９])")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def traditional(text: str) -> Iterator[Edit]:
    """Traditional characters as simplified ones.

    Some characters belong to both scripts (乾 in 乾隆 and 乾燥, 著, 於 as a surname). They are judged with
    their neighbours by OpenCC, and only in a text that holds a character of the traditional script alone.
    """
    if text.isascii():
        return
    simplified = _converter().convert(text)
    if simplified == text or not any(map(_is_traditional_only, text, simplified)):
        return
    if len(simplified) != len(text):
        yield Edit(0, len(text), simplified)
        return
    differs = (number for number, (old, new) in enumerate(zip(text, simplified, strict=True)) if old != new)
    for _run, numbers in groupby(enumerate(differs), key=lambda each: each[1] - each[0]):
        run = [number for _position, number in numbers]
        yield Edit(run[0], run[-1] + 1, simplified[run[0] : run[-1] + 1])


def full_width(text: str) -> Iterator[Edit]:
    """Digits and Latin letters of full width, and the point between such digits, as ordinary ones."""
    for wide in _WIDE.finditer(text):
        yield Edit(*wide.span(), wide.group().translate(_NARROW))


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def _is_traditional_only(sign: str, simplified: str) -> bool:
    return sign != simplified and bool(IS_HAN.match(sign)) and (sign in _NEVER_SIMPLIFIED or not _in_gb(sign))


def _in_gb(sign: str) -> bool:
    """Whether the standard set of simplified characters (GB 2312) has it."""
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
