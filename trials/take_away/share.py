"""The share image: what a chat shows beside a link. It names no status, which would go stale there."""

from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageFont

from editorial.showing import Showing
from trials.site.frame import name_of_site
from trials.site.sharing import IMAGE_SIZE, shared_title
from trials.take_away.tools import font_path

WIDTH, HEIGHT = IMAGE_SIZE
EDGE = 80
PAPER, INK, ACCENT, SOFT = "#fcfbf7", "#17211f", "#0a4a45", "#3a4644"
TOP, BOTTOM = 156, HEIGHT - 140
# Largest first: the first in which the whole title has room.
TITLE_SIZES = (72, 60, 50, 42)


@dataclass(frozen=True)
class Share:
    site_name: str
    title: str
    trial_id: str
    demo: str


def share_of(showing: Showing) -> Share:
    """What the image says, in the active language."""
    return Share(
        site_name=name_of_site(showing.site, showing.lang),
        title=shared_title(showing),
        trial_id=showing.content.trial_id,
        demo=_("Demonstration, not medical information") if settings.DEMO else "",
    )


def drawn(share: Share) -> bytes:
    """PNG of IMAGE_SIZE."""
    picture = Image.new("RGB", IMAGE_SIZE, PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 24, HEIGHT), fill=ACCENT)
    draw.text((EDGE, 64), share.site_name, font=_font(40), fill=ACCENT)
    _title(draw, share.title)
    draw.line((EDGE, HEIGHT - 118, WIDTH - EDGE, HEIGHT - 118), fill=ACCENT, width=3)
    draw.text((EDGE, HEIGHT - 96), share.trial_id, font=_font(36), fill=SOFT)
    if share.demo:
        draw.text((WIDTH - EDGE, HEIGHT - 92), share.demo, font=_font(28), fill=SOFT, anchor="ra")
    file = BytesIO()
    picture.quantize(32, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _title(draw: ImageDraw.ImageDraw, title: str) -> None:
    for size in TITLE_SIZES:
        font, spacing = _font(size), size * 0.22
        lines = _lines(title, font, WIDTH - 2 * EDGE)
        room = [lines[:most] for most in range(len(lines), 0, -1) if _fits(draw, lines[:most], font, spacing)]
        if room and room[0] == lines:
            break
    else:
        lines = [*room[0][:-1], room[0][-1][:-2] + "…"]
    draw.multiline_text((EDGE, TOP), "\n".join(lines), font=font, fill=INK, spacing=spacing)


def _fits(draw: ImageDraw.ImageDraw, lines: list[str], font: ImageFont.FreeTypeFont, spacing: float) -> bool:
    return draw.multiline_textbbox((EDGE, TOP), "\n".join(lines), font=font, spacing=spacing)[3] <= BOTTOM


def _lines(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Broken between words, and between any two Han characters; no line begins with a mark."""
    lines = [""]
    for part in _parts(text):
        if font.getlength(lines[-1] + part.rstrip()) <= width or not lines[-1]:
            lines[-1] += part
        else:
            lines[-1] = lines[-1].rstrip()
            lines.append(part)
    return lines


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for sign in " ".join(text.split()):
        stays = sign in "，。、；：）》”’？！,.;:)?!" or (
            _in_word(sign) and parts and _in_word(parts[-1][-1])
        )
        if parts and (stays or sign == " "):
            parts[-1] += sign
        else:
            parts.append(sign)
    return parts


def _in_word(sign: str) -> bool:
    return sign != " " and ord(sign) < 0x2E80


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_path(), size)
