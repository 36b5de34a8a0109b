"""The pictures in docs/pictures, taken of the demonstration: `make pictures`, then look at each of them."""

import io
import json
import shutil
import tempfile
from base64 import b64decode
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

import pypdfium2
from PIL import Image
from selenium.webdriver import Chrome, ChromeOptions, ChromeService

from tests.browser import FLAGS
from tests.demo_site import serving_demo

FOLDER = Path(__file__).resolve().parents[1] / "docs/pictures"
TRIAL = "trials/nct06279026/"
SEARCH = {"zh-hans": "苏州 骨髓瘤", "en": "Suzhou myeloma"}
SUFFIX = {"zh-hans": "zh", "en": "en"}
CODE_LENGTH = 12
MOST_BYTES = 150_000
PHONE, DESKTOP = (360, 780), (1280, 900)
A4_WIDTH = 700


@dataclass(frozen=True)
class Shot:
    name: str
    path: str
    """Address below the language; {words} stands for a search, {code} for the code of the trial's edition."""
    size: tuple[int, int] = PHONE
    dark: bool = False
    type_px: int = 16
    """The reader's own size of type."""
    at: str = "h1"
    """What stands at the top of the picture; the whole page from its beginning for a heading of level 1."""


SHOTS = (
    Shot("home", ""),
    Shot("finder", "trials/?q={words}"),
    Shot("trial", TRIAL),
    Shot("trial-desktop", TRIAL, size=DESKTOP),
    Shot("trial-dark", TRIAL, dark=True),
    Shot("trial-large-type", TRIAL, type_px=32),
    Shot("benefit-and-harm", TRIAL, at="#why"),
    Shot("taking-part", TRIAL, at="#taking-part"),
    Shot("check", f"{TRIAL}check/"),
    Shot("report", f"{TRIAL}report/"),
    Shot("verify", "verify/{code}/"),
    Shot("words", "words/"),
)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving_demo(Path(folder)) as site:
        take_all(site, Path(folder) / "profile")


def take_all(site: str, profile: Path) -> None:
    driver = _camera(profile)
    code = json.loads(_fetched(f"{site}/en/{TRIAL}content.json"))["digest"][:CODE_LENGTH]
    try:
        for lang, suffix in SUFFIX.items():
            for shot in SHOTS:
                path = shot.path.format(words=quote(SEARCH[lang]), code=code)
                _keep(f"{shot.name}.{suffix}", _taken(driver, f"{site}/{lang}/{path}", shot))
            _keep(f"print.{suffix}", _printed(driver, f"{site}/{lang}/{TRIAL}print/"))
            _keep(f"paper.{suffix}", _first_page(_fetched(f"{site}/{lang}/{TRIAL}take-away.pdf")))
            long = Image.open(io.BytesIO(_fetched(f"{site}/{lang}/{TRIAL}picture.png")))
            _keep(f"long-picture.{suffix}", long.crop((0, 0, long.width, min(long.height, long.width * 2))))
    finally:
        driver.quit()


def _taken(driver: Chrome, url: str, shot: Shot) -> Image.Image:
    width, height = shot.size
    sharp = 2 if shot.size == PHONE else 1
    metrics = {"width": width, "height": height, "deviceScaleFactor": sharp, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if shot.dark else "light"}
    calm = {"name": "prefers-reduced-motion", "value": "reduce"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": [scheme, calm]})
    driver.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
    driver.execute_cdp_cmd("Page.setFontSizes", {"fontSizes": {"standard": shot.type_px}})
    driver.get(url)
    if shot.at != "h1":
        driver.execute_script("document.querySelector(arguments[0]).scrollIntoView()", shot.at)
    taken = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    return Image.open(io.BytesIO(b64decode(taken["data"])))


def _printed(driver: Chrome, url: str) -> Image.Image:
    driver.get(url)
    told = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    return _first_page(b64decode(told["data"]))


def _first_page(paper: bytes) -> Image.Image:
    page = pypdfium2.PdfDocument(paper)[0]
    return page.render(scale=A4_WIDTH / page.get_width()).to_pil()


def _fetched(url: str) -> bytes:
    with urlopen(url, timeout=120) as answer:
        return answer.read()


def _keep(name: str, picture: Image.Image) -> None:
    """With as many colours as fit: text stays sharp, and the repository small."""
    for colours in (128, 64, 32, 16):
        out = io.BytesIO()
        picture.convert("RGB").quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= MOST_BYTES:
            break
    (FOLDER / f"{name}.png").write_bytes(out.getvalue())
    print(f"{name}: {picture.width} × {picture.height}, {out.tell()} bytes, {colours} colours", flush=True)


def _camera(profile: Path) -> Chrome:
    options = ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    return Chrome(options=options, service=ChromeService(shutil.which("chromedriver")))


if __name__ == "__main__":
    main()
