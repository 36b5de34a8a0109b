"""Which characters our two fonts have, and lines drawn with both; nothing else steps in for them."""

from functools import cache
from io import BytesIO
from itertools import groupby

from django.utils.translation import gettext as _
from PIL import ImageDraw, ImageFont

from trials.take_away.press.added import added_font, characters
from trials.take_away.tools import CannotMake, font_path

# Never drawn.
LAYOUT = frozenset("\n\r\t\u00ad")


def require_letters(text: str) -> None:
    """No file beats one with a box where a sign should stand. Raises CannotMake, naming the character."""
    for character in sorted(set(text).difference(*_characters(), LAYOUT)):
        raise CannotMake(
            _("No file can be made: our fonts lack the character %(character)s (%(name)s).")
            % {"character": character, "name": f"U+{ord(character):04X}"}
        )


class Lettering:
    """The two fonts in one size."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.base = ImageFont.truetype(font_path(), size)
        self.added = ImageFont.truetype(BytesIO(_added()), size)

    def length(self, text: str) -> float:
        return sum(font.getlength(run) for font, run in self._runs(text))

    def draw(self, draw: ImageDraw.ImageDraw, place: tuple[float, float], text: str, *, fill: str) -> None:
        """One line that begins at `place`."""
        left, top = place
        for font, run in self._runs(text):
            draw.text((left, top + self.base.getmetrics()[0]), run, font=font, fill=fill, anchor="ls")
            left += font.getlength(run)

    def _runs(self, text: str) -> list[tuple[ImageFont.FreeTypeFont, str]]:
        """Stretches of one font; only what the base font lacks is set in the added one."""
        return [
            (self.base if is_base else self.added, "".join(run))
            for is_base, run in groupby(text, key=lambda sign: sign not in _characters()[1])
        ]


@cache
def _characters() -> tuple[frozenset[str], frozenset[str]]:
    return characters(font_path())


@cache
def _added() -> bytes:
    return added_font(font_path())
