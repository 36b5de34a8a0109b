"""A page of ordinary weight to compare with: what the home page of Wagtail's demonstration asks a phone for.

Not a copy: the same kinds and sizes of files (a picture of 1920 × 600 across the top, a style library beside
an own stylesheet, three font files, scripts, a dozen thumbnails), filled with noise. All from this machine:
no name has to be looked up, and no third party answers late.
"""

import gzip
import io
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from PIL import Image

THUMBNAILS = 12
FONTS = {"heading.ttf": 62_000, "text.woff2": 44_000, "bold.woff2": 45_000}
SCRIPTS = {"first.js": 1_500, "main.js": 6_000}
STYLES = {"library.css": 121_000, "main.css": 24_000}

PAGE = (
    "<!DOCTYPE html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
    "<title>Heavy</title>"
    + "".join(f"<script src={name}></script>" for name in SCRIPTS)
    + "".join(f"<link rel=stylesheet href={name}>" for name in STYLES)
    + "<style>"
    + "".join(f"@font-face {{ font-family: {name[:4]}; src: url({name}) }}" for name in FONTS)
    + "body { font-family: text } h1 { font-family: head } b { font-family: bold } img { width: 180px }"
    ".hero { background: url(hero.jpg) center / cover; padding: 200px 0 30px; color: white }</style>"
    "<div class=hero><h1>A page of ordinary weight</h1><p>With <b>one</b> sentence.</div>"
    + "".join(
        f"<img src={number}.jpg alt='' height=140><p>{'Words of a list. ' * 8}"
        for number in range(THUMBNAILS)
    )
)


@contextmanager
def serving_heavy_page() -> Iterator[str]:
    """Serve the page on a free port; give its address with a closing slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"files": _files()}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _files() -> dict[str, tuple[str, bytes]]:
    """Name to media type and bytes; texts compressed, as our own site sends them."""
    noise = random.Random(1)
    files = {"": ("text/html", gzip.compress(PAGE.encode()))}
    files |= {name: ("text/css", gzip.compress(_rules(size, noise))) for name, size in STYLES.items()}
    files |= {name: ("text/javascript", gzip.compress(b"0;" * (size // 2))) for name, size in SCRIPTS.items()}
    files |= {name: ("font/woff2", noise.randbytes(size)) for name, size in FONTS.items()}
    files["hero.jpg"] = ("image/jpeg", _picture(1920, 600))
    return files | {f"{number}.jpg": ("image/jpeg", _picture(180, 140)) for number in range(THUMBNAILS)}


def _rules(size: int, noise: random.Random) -> bytes:
    rule = ".c{:05d} .d{:05d} {{ margin: {}px; padding: {}px; color: #{:06x} }}\n"
    one = len(rule.format(0, 0, 10, 10, 0))
    numbers = ((noise.randrange(10**5), noise.randrange(10**5)) for _ in range(size // one))
    return "".join(rule.format(a, b, b % 99, a % 90, a * 99) for a, b in numbers).encode()


def _picture(width: int, height: int) -> bytes:
    picture, out = Image.effect_noise((width // 6, height // 6), 50).resize((width, height)), io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=85)
    return out.getvalue()


class _Handler(BaseHTTPRequestHandler):
    files: dict[str, tuple[str, bytes]]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        media_type, body = self.files.get(self.path[1:], ("text/plain", b""))
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        if media_type.startswith("text/") and body:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
