"""The typesetting itself: text to HTML, to what is seen and to what is heard."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from .blocks import BulletList, blocks
from .expressions import EXPRESSION, said_expression, shown_expression
from .foreign import by_language
from .signs import SILENT, Lang

# An address is not arithmetic: its ~ and = mean nothing to a listener.
_SPOTS = re.compile(rf"(?P<address>https?://[!-;=?-\]_-~]+)|(?P<expression>{EXPRESSION})")


@dataclass(frozen=True)
class Piece:
    """A stretch as seen, what is said in its stead (None: itself), and its language if not the text's."""

    shown: str
    said: str | None = None
    lang: str | None = None

    def html(self) -> str:
        seen = escape(self.shown, quote=False)
        if self.said is not None:
            said = escape(self.said, quote=False)
            return f'<span class="u-heard">{said}</span><span aria-hidden="true">{seen}</span>'
        return f'<span lang="{self.lang}">{seen}</span>' if self.lang else seen


def typeset(text: str, lang: Lang) -> str:
    """The text as inline HTML: everything escaped, silent signs heard, the other language marked."""
    return "".join(piece.html() for piece in _pieces(text, lang))


def prose(text: str, lang: Lang) -> str:
    """The text as paragraphs and lists, each typeset; "" for an empty text."""
    return "".join(
        "<ul>" + "".join(f"<li>{typeset(item, lang)}</li>" for item in block.items) + "</ul>"
        if isinstance(block, BulletList)
        else f"<p>{typeset(block.text, lang)}</p>"
        for block in blocks(text)
    )


def heard(text: str, lang: Lang) -> str:
    """The text as assistive technology gets it: plain, not escaped, for aria-label and title."""
    return "".join(piece.shown if piece.said is None else piece.said for piece in _pieces(text, lang))


def shown(text: str, lang: Lang) -> str:
    """The text as the eye gets it: typed powers raised (10^9 is 10⁹), nothing else changed."""
    return "".join(piece.shown for piece in _pieces(text, lang))


def silent_losses(text: str, lang: Lang) -> tuple[str, ...]:
    """The signs a listener would lose, in order; empty for every text, or the typesetting has a gap."""
    return tuple(sign for sign in heard(text, lang) if sign in SILENT)


def _pieces(text: str, lang: Lang) -> Iterator[Piece]:
    here = 0
    for spot in _SPOTS.finditer(text):
        if spot.lastgroup == "address":
            continue
        yield from _words(text[here : spot.start()], lang)
        yield Piece(shown_expression(text, *spot.span()), said_expression(text, *spot.span(), lang))
        here = spot.end()
    yield from _words(text[here:], lang)


def _words(text: str, lang: Lang) -> Iterator[Piece]:
    for part, other in by_language(text, lang):
        yield Piece(part, lang=other)
