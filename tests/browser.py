"""A headless Chromium, one for the whole run; `browser` gives a test a clean window of it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-device-scale-factor=1",
)
DESKTOP = (1280, 900)
PHONE = (320, 640)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Start Debian's Chromium with its own driver and a fresh profile."""
    options = ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=ChromeService(shutil.which("chromedriver")))
    driver.set_script_timeout(60)
    driver.set_page_load_timeout(60)
    yield driver
    driver.quit()


@pytest.fixture
def browser(chromium: Chrome) -> Iterator[Chrome]:
    """Return the browser at desktop size, without cookies and with nothing emulated from an earlier test."""
    chromium.execute_cdp_cmd("Network.clearBrowserCookies", {})
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    resize(chromium, DESKTOP)
    yield chromium
    chromium.get("about:blank")


def resize(driver: Chrome, size: tuple[int, int]) -> None:
    """Give the page this many CSS pixels; a window cannot be made narrower than 500."""
    width, height = size
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
    )


def axe_script() -> str:
    """Return where npm put axe-core."""
    return str(Path(__file__).resolve().parents[1] / "node_modules/axe-core/axe.min.js")


def requested_urls(driver: Chrome) -> list[str]:
    """Return what the browser asked for since this was last called, in order; no data: URLs."""
    events = (json.loads(entry["message"])["message"] for entry in driver.get_log("performance"))
    urls = (
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    )
    return [url for url in urls if url.startswith("http")]


def console_errors(driver: Chrome) -> list[str]:
    """Return what the browser complained of since this was last called: scripts, policies, missing files."""
    return [entry["message"] for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]
