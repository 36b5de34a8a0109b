"""The share image: what a chat shows beside a link. It names no status, which would go stale there."""

from dataclasses import asdict, dataclass
from io import BytesIO

from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw

from editorial.showing import Showing
from trials.site.frame import name_of_site
from trials.site.sharing import IMAGE_SIZE, shared_title
from trials.take_away.lettering import Lettering, require_letters

WIDTH, HEIGHT = IMAGE_SIZE
EDGE = 80
PAPER, INK, ACCENT, SOFT = "#fcfbf7", "#17211f", "#0a4a45", "#3a4644"
TOP, BOTTOM = 156, HEIGHT - 140
# Largest first: the first in which the whole title has room.
TITLE_SIZES = (72, 60, 50, 42)
LINE_HEIGHT = 1.4


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
    require_letters("".join(asdict(share).values()))
    Lettering(40).draw(draw, (EDGE, 64), share.site_name, fill=ACCENT)
    _title(draw, share.title)
    draw.line((EDGE, HEIGHT - 118, WIDTH - EDGE, HEIGHT - 118), fill=ACCENT, width=3)
    Lettering(36).draw(draw, (EDGE, HEIGHT - 96), share.trial_id, fill=SOFT)
    if share.demo:
        small = Lettering(28)
        small.draw(draw, (WIDTH - EDGE - small.length(share.demo), HEIGHT - 92), share.demo, fill=SOFT)
    file = BytesIO()
    picture.quantize(32, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _title(draw: ImageDraw.ImageDraw, title: str) -> None:
    for size in TITLE_SIZES:
        letters, step = Lettering(size), size * LINE_HEIGHT
        lines, most = _lines(title, letters, WIDTH - 2 * EDGE), int((BOTTOM - TOP) // step)
        if len(lines) <= most:
            break
    else:
        lines = [*lines[: most - 1], lines[most - 1][:-2] + "…"]
    for number, line in enumerate(lines):
        letters.draw(draw, (EDGE, TOP + number * step), line, fill=INK)


def _lines(text: str, letters: Lettering, width: int) -> list[str]:
    """Broken between words, and between any two Han characters; no line begins with a mark."""
    lines = [""]
    for part in _parts(text):
        if letters.length(lines[-1] + part.rstrip()) <= width or not lines[-1]:
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
