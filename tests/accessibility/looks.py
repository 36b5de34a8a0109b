"""The ways one page is looked at, switched in place without loading it again."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from selenium.webdriver import Chrome

from tests.browser import resize

HEIGHTS = {1280: 900, 360: 780, 320: 640, 256: 512}


@dataclass(frozen=True)
class Look:
    width: int
    scheme: str
    opened: bool

    def __str__(self) -> str:
        return f"{self.width} px, {self.scheme}, details {'open' if self.opened else 'closed'}"


def looks(*, has_details: bool) -> Iterator[Look]:
    """Desktop and phone, light and dark, disclosures closed and, where there are any, open."""
    states = (False, True) if has_details else (False,)
    for opened, width, scheme in product(states, (1280, 320), ("light", "dark")):
        yield Look(width, scheme, opened)


def has_details(driver: Chrome) -> bool:
    return driver.execute_script("return document.querySelector('details') !== null")


def take(driver: Chrome, look: Look) -> None:
    """Show the page as `look` says and wait until it was painted so."""
    resize(driver, (look.width, HEIGHTS[look.width]))
    scheme = {"name": "prefers-color-scheme", "value": look.scheme}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": [scheme]})
    driver.execute_script(
        "document.querySelectorAll('details').forEach(box => { box.open = arguments[0] })", look.opened
    )
    until_painted(driver)


def until_painted(driver: Chrome) -> None:
    # Two frames: the first may have been under way before the change.
    driver.execute_async_script(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))"
    )
