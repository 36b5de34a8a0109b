"""Quotation marks around Chinese: “ ” and within them ‘ ’, each turned the right way."""

import re
from collections.abc import Iterator

from trials.typography.signs import IS_CHINESE, IS_HAN, Edit, beside, lines

_CORNERS = {"「": "“", "」": "”", "『": "‘", "』": "’"}
_DOUBLE = re.compile('[“”"＂]')
_STRAIGHT = '"＂'
# Behind a Latin letter it is an apostrophe, behind a digit it counts minutes or feet.
_SINGLE = re.compile(r"(?<![A-Za-z0-9])['＇]")


def quotes(text: str) -> Iterator[Edit]:
    """Straight, reversed and corner quotation marks around Chinese as those of simplified Chinese.

    A line with an odd number of them is left alone: nobody can say which one is missing.
    """
    for place, sign in enumerate(text):
        if sign in _CORNERS:
            yield Edit(place, place + 1, _CORNERS[sign])
    for start, end in lines(text):
        yield from _double(text, [start + mark.start() for mark in _DOUBLE.finditer(text[start:end])])
        marks = [start + mark.start() for mark in _SINGLE.finditer(text[start:end])]
        if len(marks) % 2 == 0:
            yield from _pairs(text, marks, "‘’", only_around_han=True)


def _double(text: str, marks: list[int]) -> Iterator[Edit]:
    if len(marks) % 2:
        return
    curly = [place for place in marks if text[place] not in _STRAIGHT]
    if not _is_balanced("".join(text[place] for place in curly)):
        yield from _pairs(text, marks, "“”")
        return
    straight = [place for place in marks if text[place] in _STRAIGHT]
    inner = [place for place in straight if _depth(text, curly, place)]
    outer = [place for place in straight if place not in inner]
    if len(inner) % 2 == 0:
        yield from _pairs(text, outer, "“”")
        yield from _pairs(text, inner, "‘’")


def _pairs(text: str, marks: list[int], shape: str, *, only_around_han: bool = False) -> Iterator[Edit]:
    """The marks, two by two, in the shape of an opening and a closing one."""
    for first, last in zip(marks[::2], marks[1::2], strict=True):
        if _is_chinese(text, first, last, only_around_han):
            for place, new in ((first, shape[0]), (last, shape[1])):
                if text[place] != new:
                    yield Edit(place, place + 1, new)


def _is_chinese(text: str, first: int, last: int, only_around_han: bool) -> bool:
    if IS_HAN.search(text, first + 1, last):
        return True
    before, after = beside(text, first, last + 1)
    if only_around_han or not (before or after):
        return False
    return all(not sign or IS_CHINESE.match(sign) for sign in (before, after))


def _is_balanced(curly: str) -> bool:
    depth = 0
    for mark in curly:
        depth += 1 if mark == "“" else -1
        if depth < 0:
            return False
    return depth == 0


def _depth(text: str, curly: list[int], place: int) -> int:
    return sum(1 if text[each] == "“" else -1 for each in curly if each < place)
