"""What one cold visit costs a phone: requests, bytes over the wire, cookies, and what moved while it came."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser import console_errors

PATIENCE = 30
ENDS = ("Network.loadingFinished", "Network.loadingFailed")
# Buffered: shifts from before the question are told as well. Two frames: the last ones were painted.
SHIFTS = """
const [after, done] = arguments, shifts = [];
const tell = list => list.getEntries().forEach(entry => shifts.push(entry.value));
new PerformanceObserver(tell).observe({type: 'layout-shift', buffered: true});
const answer = () => setTimeout(() => done(shifts), after);
requestAnimationFrame(() => requestAnimationFrame(answer));
"""
LINKED = """
return [...document.querySelectorAll('link[rel~=stylesheet], link[rel~=icon]')].map(link => link.href);
"""


@dataclass
class Visit:
    """One page, loaded with nothing in the browser's memory."""

    bytes_by_url: dict[str, int] = field(default_factory=dict)
    """Each address asked for, with the bytes of its answer as they came: head and compressed body."""
    mime_types: dict[str, str] = field(default_factory=dict)
    cookies: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def total_bytes(self) -> int:
        return sum(self.bytes_by_url.values())

    def of_type(self, mime_type: str) -> list[int]:
        """The bytes of each answer of this media type."""
        return [self.bytes_by_url[url] for url, found in self.mime_types.items() if found == mime_type]


def cold_visit(driver: Chrome, url: str) -> Visit:
    """Load `url` with an empty cache and wait until everything asked for has come."""
    driver.get("about:blank")
    driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    list(_events(driver))
    console_errors(driver)
    driver.get(url)
    visit = _heard(driver)
    visit.cookies = [cookie["name"] for cookie in driver.execute_cdp_cmd("Network.getCookies", {})["cookies"]]
    visit.complaints = console_errors(driver)
    return visit


def layout_shifts(driver: Chrome, *, after: int = 0) -> list[float]:
    """The score of each layout shift since the page began to load, asked `after` milliseconds from now."""
    return driver.execute_async_script(SHIFTS, after)


def _heard(driver: Chrome) -> Visit:
    visit, addresses, pending = Visit(), {}, set()

    def all_came(_: Chrome) -> bool:
        for event in _events(driver):
            _note(event, visit, addresses, pending)
        # The icon is asked for last, when the page itself is long there.
        return not pending and set(driver.execute_script(LINKED)) <= visit.bytes_by_url.keys()

    WebDriverWait(driver, PATIENCE).until(all_came)
    return visit


def _note(event: dict[str, Any], visit: Visit, addresses: dict[str, str], pending: set[str]) -> None:
    name, told = event["method"], event["params"]
    number = told.get("requestId", "")
    if name == "Network.requestWillBeSent" and told["request"]["url"].startswith("http"):
        addresses[number] = told["request"]["url"]
        pending.add(number)
    elif name == "Network.responseReceived" and number in addresses:
        visit.mime_types[addresses[number]] = told["response"]["mimeType"]
    elif name in ENDS and number in addresses:
        visit.bytes_by_url[addresses[number]] = int(told.get("encodedDataLength", 0))
        pending.discard(number)


def _events(driver: Chrome) -> Iterator[dict[str, Any]]:
    for entry in driver.get_log("performance"):
        yield json.loads(entry["message"])["message"]
