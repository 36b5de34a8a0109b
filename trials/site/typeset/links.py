"""Stretches of a text that lead somewhere: real links around what is seen and heard there anyway."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate

from .pieces import Piece


@dataclass(frozen=True)
class Link:
    """The characters from `start` to `end` of one paragraph or list item, and where they lead."""

    start: int
    end: int
    address: str


@dataclass(frozen=True)
class Linked:
    """A text with its links, those of each of its `parts_of` in a tuple of their own."""

    text: str
    links: tuple[tuple[Link, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text


def html_of(pieces: Iterable[Piece], links: Sequence[Link]) -> str:
    """The pieces as HTML. A link that would cut through what is heard as one phrase is left out."""
    parts, whole = list(pieces), []
    for link in links:
        cut = _cut(_cut(parts, link.start), link.end)
        if {link.start, link.end} <= set(_ends(cut)):
            parts = cut
            whole.append(link)
    return "".join(_set(parts, whole))


def _set(pieces: Sequence[Piece], links: Sequence[Link]) -> Iterator[str]:
    begins = {link.start: link for link in links}
    ends = {link.end for link in links}
    for piece, start, end in zip(pieces, _ends(pieces), _ends(pieces)[1:], strict=False):
        if start in begins:
            yield f'<a class="word" href="{escape(begins[start].address)}">'
        yield piece.html()
        if end in ends:
            yield "</a>"


def _cut(pieces: Sequence[Piece], place: int) -> list[Piece]:
    starts = _ends(pieces)
    return [part for piece, start in zip(pieces, starts, strict=False) for part in piece.cut(place - start)]


def _ends(pieces: Sequence[Piece]) -> list[int]:
    """Where each piece begins, and where the last one ends."""
    return [0, *accumulate(len(piece.typed) for piece in pieces)]
