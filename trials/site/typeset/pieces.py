"""One stretch of a text as it is set."""

from dataclasses import dataclass, replace
from html import escape

# Without our style both wordings stand in the text; brackets part them, neither heard nor copied.
OPENS = '<span class="u-heard" aria-hidden="true"> [</span>'
CLOSES = '<span class="u-heard" aria-hidden="true">] </span>'


@dataclass(frozen=True)
class Piece:
    """A stretch as typed and as seen, what is said in its stead, and its language if not the text's."""

    typed: str
    shown: str
    said: str | None = None
    """None where it is heard as it is seen."""
    lang: str | None = None

    def html(self) -> str:
        seen = escape(self.shown, quote=False)
        if self.said is not None:
            said = escape(self.said, quote=False)
            return f'{OPENS}<span class="u-heard">{said}</span>{CLOSES}<span aria-hidden="true">{seen}</span>'
        return f'<span lang="{self.lang}">{seen}</span>' if self.lang else seen

    def cut(self, place: int) -> "list[Piece]":
        """The piece in two, where `place` is within it and it is nothing that is heard as one phrase."""
        if self.said is not None or not 0 < place < len(self.typed):
            return [self]
        sides = (self.typed[:place], self.typed[place:])
        return [replace(self, typed=side, shown=side) for side in sides]
