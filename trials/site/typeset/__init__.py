"""Signed plain text as safe HTML that is heard the way it is seen.

A sign a screen reader may skip is kept for the eye and hidden from assistive technology; what it says
stands before it in a visually hidden span. The eye, copies and find-in-page get the signed characters, a
listener and a browser's reading mode get the words. The price: with style sheets off both are seen, one
after the other, and a finger exploring a touch screen finds the words just before the sign, not on it.
"""

from .blocks import BulletList, Paragraph, blocks, one_line, parts_of
from .links import Link, Linked
from .markup import heard, prose, shown, silent_losses, typeset
from .signs import SILENT, Lang

__all__ = [
    "SILENT",
    "BulletList",
    "Lang",
    "Link",
    "Linked",
    "Paragraph",
    "blocks",
    "heard",
    "one_line",
    "parts_of",
    "prose",
    "shown",
    "silent_losses",
    "typeset",
]
