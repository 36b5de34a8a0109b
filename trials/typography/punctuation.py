"""Half-width punctuation beside Chinese characters, and spaces between them."""

import re
from collections.abc import Iterator

from trials.typography.signs import CHINESE_SIGNS, HAN, IS_CHINESE, IS_HAN, SPACES, Edit, beside, lines

_WIDE = dict(zip(",.;:?!()", "，。；：？！（）", strict=True))
_CHINESE = f"{HAN}{CHINESE_SIGNS}"
# A comma in 1,000 or Co., Ltd. has no Chinese before it; one in IL-6,白蛋白 has Chinese behind it. Signs of
# private use stand for names.
_MARK = re.compile(
    rf"(?<=[{HAN}）》】！？])(?P<gap>[{SPACES}]*)(?P<sign>[,;:?!]|\.(?=[{SPACES}]*(?:[{_CHINESE}]|$))(?!\.))"
    rf"(?P<after>[{SPACES}]*(?=[^\n{SPACES}]))?|(?<=[A-Za-z0-9%\ue000-\uf8ff])(?P<late>[,;])(?=[{SPACES}]*[{HAN}])[{SPACES}]*",
    re.MULTILINE,
)
_SPACE = re.compile(rf"(?<=[{_CHINESE}])[{SPACES}]+(?=[{_CHINESE}])")
_BRACKET = re.compile("[()（）]")
_BEFORE_A_TERM = "=×*/+-−÷<>≥≤^"
_AFTER_A_TERM = "=×*/+÷^"


def punctuation(text: str) -> Iterator[Edit]:
    """Commas, stops, colons, question and exclamation marks after Chinese, as full-width ones."""
    for mark in _MARK.finditer(text):
        yield Edit(*mark.span(), _WIDE[mark["sign"] or mark["late"]])


def brackets(text: str) -> Iterator[Edit]:
    """Pairs of half-width brackets in Chinese, both or none; those of a formula or a Latin phrase stay."""
    for start, end in lines(text):
        for first, last in _bracket_pairs(text, start, end):
            if text[first] + text[last] != "（）" and _is_chinese(text, first, last):
                for place in (first, last):
                    if text[place] in _WIDE:
                        yield Edit(place, place + 1, _WIDE[text[place]])


def spaces(text: str) -> Iterator[Edit]:
    """Spaces between two Chinese characters or signs; those at the ends of a line stay."""
    for space in _SPACE.finditer(text):
        yield Edit(*space.span(), "")


def _bracket_pairs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Each opening bracket of a line with its closing one, whatever their width."""
    open_ones: list[int] = []
    found = []
    for bracket in _BRACKET.finditer(text, start, end):
        if bracket.group() in "(（":
            open_ones.append(bracket.start())
        elif open_ones:
            found.append((open_ones.pop(), bracket.start()))
    return sorted(found)


def _is_chinese(text: str, first: int, last: int) -> bool:
    before, after = beside(text, first, last + 1)
    if (before and before in _BEFORE_A_TERM) or (after and after in _AFTER_A_TERM):
        return False
    if IS_HAN.search(text, first, last):
        return not (_is_latin(before) and _is_latin(after))
    if IS_CHINESE.match(before or " "):
        return not (after.isascii() and after.isalnum())
    return not before and bool(IS_HAN.match(after or " "))


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()
