"""A small font of the characters Noto Sans SC lacks, made from its own shapes.

The text of a file keeps every signed character: with <sup> it would say 109 for 10⁹ to whoever copies it.
"""

import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "0123456789+−n", strict=True))
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+−", strict=True))
SMALL, LIFT, DROP = 0.6, 340, -140
ALIKE = dict(zip("⩾⩽∼∙⁄☐✔✗", "≥≤~·/□✓×", strict=True))
BLANKS = {
    "\u2007": 556,
    "\u2008": 278,
    "\u2009": 200,
    "\u200a": 100,
    "\u202f": 200,
    "\u205f": 222,
} | dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", 0)
# A letter of the font that wears the mark, by the mark.
WORN_BY = {"\u0300": "à", "\u0301": "á", "\u0302": "â", "\u0303": "ã", "\u0304": "ā"}
WORN_BY |= {"\u0308": "ä", "\u030a": "å", "\u030c": "ǎ"}
BELOW = {"\u0326": ",", "\u0327": "¸", "\u0328": "¸"}
CROSSED = {"ł": ("l", "/"), "Ł": ("L", "/"), "đ": ("d", "-"), "ħ": ("h", "-"), "Ħ": ("H", "-")}
SMALL_LETTERS_HIGH = 557
LETTERS = [*map(chr, range(0x100, 0x180)), *"ȘșȚțẞǦǧǨǩ"]


class Shapes:
    """Glyphs of the base font, as contours that can be moved and put together."""

    def __init__(self, path: str) -> None:
        self.font = TTFont(BytesIO(Path(path).read_bytes()), lazy=True)
        self.glyphs, self.named = self.font.getGlyphSet(), self.font.getBestCmap()

    def has(self, character: str) -> bool:
        return ord(character) in self.named

    def width(self, character: str) -> int:
        return self.font["hmtx"].metrics[self.named[ord(character)]][0]

    def contours(self, character: str) -> list[RecordingPen]:
        whole, found = RecordingPen(), []
        self.glyphs[self.named[ord(character)]].draw(whole)
        for act in whole.value:
            if act[0] == "moveTo":
                found.append(RecordingPen())
            found[-1].value.append(act)
        return found


Drawing = tuple[int, list[tuple[RecordingPen, tuple[float, ...]]]]
"""The width of a character, and its contours, each with how it is moved."""


def added_font(path: str) -> bytes:
    """An OpenType font of what is drawn here, from the font file at `path`."""
    shapes = Shapes(path)
    return _built(_drawings(shapes), shapes.font["hhea"])


def characters(path: str) -> tuple[frozenset[str], frozenset[str]]:
    """What the font at `path` has, and what is added to it."""
    shapes = Shapes(path)
    had = frozenset(map(chr, shapes.named))
    return had, frozenset(_drawings(shapes)) - had


def _drawings(shapes: Shapes) -> dict[str, Drawing]:
    found = {raised: _resized(shapes, plain, LIFT) for raised, plain in RAISED.items()}
    found |= {lowered: _resized(shapes, plain, DROP) for lowered, plain in LOWERED.items()}
    found |= {blank: (width, []) for blank, width in BLANKS.items()}
    found |= {sign: _whole(shapes, like) for sign, like in ALIKE.items()}
    found |= {letter: _crossed(shapes, *parts) for letter, parts in CROSSED.items()}
    found["ı"] = (shapes.width("i"), [(each, _moved(0, 0)) for each in _undotted(shapes, "i")])
    for letter in LETTERS:
        base, mark = [*unicodedata.normalize("NFD", letter), "", ""][:2]
        if mark and not shapes.has(letter) and shapes.has(base):
            found[letter] = _marked(shapes, base, mark)
    return found


def _resized(shapes: Shapes, plain: str, lift: int) -> Drawing:
    moved = (SMALL, 0, 0, SMALL, 0, lift)
    return round(shapes.width(plain) * SMALL), [(each, moved) for each in shapes.contours(plain)]


def _whole(shapes: Shapes, like: str) -> Drawing:
    return shapes.width(like), [(each, _moved(0, 0)) for each in shapes.contours(like)]


def _crossed(shapes: Shapes, letter: str, bar: str) -> Drawing:
    width, drawn = _whole(shapes, letter)
    left, bottom, right, top = _bounds(shapes.contours(letter))
    height = 0.5 if bar == "/" else 0.82
    middle = (left + min(right, left + 100)) / 2 if bar == "/" else (left + right) / 2 + 0.2 * (right - left)
    scale = (0.9, 0, 0, 0.3) if bar == "/" else (1.1, 0, 0, 0.9)
    bars = shapes.contours(bar)
    x, y = _middle(bars)
    shift = (middle - x * scale[0], bottom + (top - bottom) * height - y * scale[3])
    return width, [*drawn, *((each, (*scale, *shift)) for each in bars)]


def _marked(shapes: Shapes, base: str, mark: str) -> Drawing:
    letter = _undotted(shapes, base)
    left, _bottom, right, top = _bounds(letter)
    signs = _mark(shapes, mark)
    x, low = _middle(signs)[0], _bounds(signs)[1]
    if mark in BELOW:
        shift = _moved((left + right) / 2 - x, -20 - _bounds(signs)[3] if mark == "\u0326" else 0)
    elif mark in WORN_BY:
        shift = _moved((left + right) / 2 - x, top - SMALL_LETTERS_HIGH)
    else:
        shift = _moved((left + right) / 2 - x, top + 70 - low)
    if mark == "\u0328":
        # The hook of an ogonek opens to the other side than that of a cedilla.
        shift = (-1, 0, 0, 1, (left + right) / 2 + x + 60, 0)
    return shapes.width(base), [
        *((each, _moved(0, 0)) for each in letter),
        *((each, shift) for each in signs),
    ]


def _mark(shapes: Shapes, mark: str) -> list[RecordingPen]:
    if mark in WORN_BY:
        return [each for each in shapes.contours(WORN_BY[mark]) if _bounds([each])[1] > 560]
    if mark in BELOW:
        return shapes.contours(BELOW[mark])
    if mark == "\u0306":
        return [_breve()]
    if mark == "\u030b":
        acute = _mark(shapes, "\u0301")
        return [*acute, *(_copied(each, 150) for each in acute)]
    return shapes.contours(".")


def _undotted(shapes: Shapes, letter: str) -> list[RecordingPen]:
    contours = shapes.contours(letter)
    return [each for each in contours if letter not in "ij" or _bounds([each])[3] < 600]


def _breve() -> RecordingPen:
    pen = RecordingPen()
    pen.moveTo((0, 200))
    pen.curveTo((10, 60), (80, 0), (170, 0))
    pen.curveTo((260, 0), (330, 60), (340, 200))
    pen.lineTo((280, 200))
    pen.curveTo((270, 110), (230, 65), (170, 65))
    pen.curveTo((110, 65), (70, 110), (60, 200))
    pen.closePath()
    return pen


def _copied(contour: RecordingPen, right: int) -> RecordingPen:
    copy = RecordingPen()
    contour.replay(TransformPen(copy, _moved(right, 0)))
    return copy


def _moved(x: float, y: float) -> tuple[float, ...]:
    return (1, 0, 0, 1, x, y)


def _bounds(contours: list[RecordingPen]) -> tuple[float, float, float, float]:
    pen = BoundsPen(None)
    for each in contours:
        each.replay(pen)
    return pen.bounds


def _middle(contours: list[RecordingPen]) -> tuple[float, float]:
    left, bottom, right, top = _bounds(contours)
    return (left + right) / 2, (bottom + top) / 2


def _built(drawings: dict[str, Drawing], lines: Any) -> bytes:
    shapes, widths = {".notdef": T2CharStringPen(500, None).getCharString()}, {".notdef": (500, 0)}
    for character, (width, contours) in drawings.items():
        pen = T2CharStringPen(width, None)
        for contour, moved in contours:
            contour.replay(TransformPen(pen, moved))
        shapes[_name(character)], widths[_name(character)] = pen.getCharString(), (width, 0)
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(shapes))
    builder.setupCharacterMap({ord(character): _name(character) for character in drawings})
    builder.setupCFF("Added-Regular", {}, shapes, {})
    builder.setupHorizontalMetrics(widths)
    up, down = lines.ascent, lines.descent
    builder.setupHorizontalHeader(ascent=up, descent=down)
    builder.setupNameTable({"familyName": "Added", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=up, sTypoDescender=down, usWinAscent=up, usWinDescent=-down)
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def _name(character: str) -> str:
    return f"uni{ord(character):04X}"
