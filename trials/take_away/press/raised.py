"""A small font with the raised digits Noto Sans SC lacks, made from its own digits.

With <sup> the text of the file would say 109 for 10⁹ to whoever copies or hears it.
"""

from io import BytesIO
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "0123456789+−n", strict=True))
SCALE, LIFT = 0.6, 340


def raised_font(path: str) -> bytes:
    """An OpenType font of the characters of `RAISED`, from the font file at `path`."""
    base = TTFont(path, lazy=True)
    glyphs, named, advances = base.getGlyphSet(), base.getBestCmap(), base["hmtx"].metrics
    shapes, widths = {".notdef": T2CharStringPen(500, None).getCharString()}, {".notdef": (500, 0)}
    for raised, plain in RAISED.items():
        width = round(advances[named[ord(plain)]][0] * SCALE)
        pen = T2CharStringPen(width, None)
        glyphs[named[ord(plain)]].draw(TransformPen(pen, (SCALE, 0, 0, SCALE, 0, LIFT)))
        shapes[_name(raised)], widths[_name(raised)] = pen.getCharString(), (width, 0)
    return _built(shapes, widths, ascent=base["hhea"].ascent, descent=base["hhea"].descent)


def _built(shapes: dict[str, Any], widths: dict[str, tuple[int, int]], *, ascent: int, descent: int) -> bytes:
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(shapes))
    builder.setupCharacterMap({ord(raised): _name(raised) for raised in RAISED})
    builder.setupCFF("RaisedDigits-Regular", {}, shapes, {})
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=ascent, descent=descent)
    builder.setupNameTable({"familyName": "Raised Digits", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=ascent, sTypoDescender=descent, usWinAscent=ascent, usWinDescent=-descent)
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def _name(character: str) -> str:
    return f"uni{ord(character):04X}"
