"""The typesetting itself: text to HTML, to what is seen and to what is heard."""

import re
from collections.abc import Iterator

from .blocks import BulletList, blocks
from .expressions import EXPRESSION, said_expression, shown_expression
from .foreign import by_language
from .links import Linked, html_of
from .pieces import Piece
from .signs import SILENT, Lang

# An address is not arithmetic: its ~ and = mean nothing to a listener.
_SPOTS = re.compile(rf"(?P<address>https?://[!-;=?-\]_-~]+)|(?P<expression>{EXPRESSION})")


def typeset(text: str | Linked, lang: Lang, names: tuple[str, ...] = ()) -> str:
    """The text as inline HTML: everything escaped, silent signs heard, the other language marked.

    `names` belong to the other language wherever they stand.
    """
    links = text.links[0] if isinstance(text, Linked) and text.links else ()
    return html_of(_pieces(str(text), lang, names), links)


def prose(text: str | Linked, lang: Lang, names: tuple[str, ...] = ()) -> str:
    """The text as paragraphs and lists, each typeset; "" for an empty text."""
    links = iter(text.links if isinstance(text, Linked) else ())

    def part(words: str) -> str:
        return typeset(Linked(words, (next(links, ()),)), lang, names)

    return "".join(
        "<ul>" + "".join(f"<li>{part(item)}</li>" for item in block.items) + "</ul>"
        if isinstance(block, BulletList)
        else f"<p>{part(block.text)}</p>"
        for block in blocks(str(text))
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


def _pieces(text: str, lang: Lang, names: tuple[str, ...] = ()) -> Iterator[Piece]:
    here = 0
    for spot in _SPOTS.finditer(text):
        if spot.lastgroup == "address":
            continue
        yield from _words(text[here : spot.start()], lang, names)
        shown, said = shown_expression(text, *spot.span()), said_expression(text, *spot.span(), lang)
        yield Piece(spot.group(), shown, said)
        here = spot.end()
    yield from _words(text[here:], lang, names)


def _words(text: str, lang: Lang, names: tuple[str, ...]) -> Iterator[Piece]:
    for part, other in by_language(text, lang, names):
        yield Piece(part, part, lang=other)
