"""The press: HTML on standard input, a PDF or a picture on standard output; a process of its own.

Started by `printing` and never imported by the site: what Pango does to memory, and how long it takes, ends
with this process. It opens no address but its fonts and pictures written into the page.
"""

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from added import added_font
from PIL import Image, ImageChops
from pylopdf_fonts_zh_cn import sans_path
from tongues import tag_languages
from weasyprint import HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

FONTS = {
    "font:sans": lambda: Path(sans_path()).read_bytes(),
    "font:raised": lambda: added_font(str(sans_path())),
}
PIXELS_WIDE = 720
# Of the palette; the second still draws smooth letters.
SHADES = (48, 16)


class OnlyOwn(URLFetcher):
    """Gives the two fonts and what is written into the page; refuses every other address."""

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        if url in FONTS:
            return URLFetcherResponse(url, FONTS[url](), {"Content-Type": "font/otf"})
        return super().fetch(url, headers)


def pressed(order: dict[str, Any]) -> bytes:
    """The first of `tries` that fits on its page and in its bytes, with `rest` behind it."""
    for part in order["tries"]:
        document = _set(order["head"] + part)
        if len(document.pages) > 1:
            continue
        for made in _pictures(document) if order["picture"] else _pdf(order["head"] + part + order["rest"]):
            if len(made) <= order["most_bytes"]:
                return made
    raise SystemExit("nothing fits")


def _set(html: str) -> Document:
    fetcher = OnlyOwn(allowed_protocols=("data",))
    return HTML(string=html, url_fetcher=fetcher).render(font_config=FontConfiguration())


def _pdf(html: str) -> Iterator[bytes]:
    yield _set(html).write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)


def _pictures(document: Document) -> Iterator[bytes]:
    """PNGs of one page, as wide as PIXELS_WIDE, cut below the last thing on it; the smoothest first."""
    page = pypdfium2.PdfDocument(document.write_pdf())[0]
    picture = page.render(scale=PIXELS_WIDE / page.get_width()).to_pil().convert("RGB")
    paper = Image.new("RGB", picture.size, picture.getpixel((0, picture.height - 1)))
    *_sides, bottom = ImageChops.difference(picture, paper).getbbox()
    picture = picture.crop((0, 0, picture.width, min(bottom + 40, picture.height)))
    yield from (_png(picture, shades) for shades in SHADES)


def _png(picture: Image.Image, shades: int) -> bytes:
    file = BytesIO()
    quantized = picture.quantize(shades, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    quantized.save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    tag_languages()
    sys.stdout.buffer.write(pressed(json.load(sys.stdin)))
