"""When a reader sees the main thing of a page, on a cheap phone and slow 4G, beside a heavier one."""

import shutil
import statistics
import tempfile

from selenium.webdriver import Chrome, ChromeOptions, ChromeService

from tests.browser import FLAGS, resize
from tests.heavy_page import serving_heavy_page
from tests.site_browser.traffic import cold_visit

ROUNDS = 5
PHONE = (360, 640)
# 1.6 Mbit/s down, 750 kbit/s up, 150 ms before each answer, a processor four times slower.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
SLOWER = {"rate": 4}
PATHS = ("/zh-hans/trials/nct06279026/", "/en/trials/nct06279026/", "/zh-hans/trials/", "/zh-hans/")
LARGEST = """
const done = arguments[0];
const tell = list => done(list.getEntries().at(-1).startTime);
new PerformanceObserver(tell).observe({type: 'largest-contentful-paint', buffered: true});
"""


def main(site: str) -> None:
    """Print the median time to the largest paint of each page, its bytes, and the ratio to the heavy page."""
    if shutil.which("chromedriver") is None:
        print("\nlargest contentful paint: not measured, chromedriver is missing")
        return
    with serving_heavy_page() as heavy, tempfile.TemporaryDirectory() as profile:
        driver = _slow_phone(profile)
        try:
            urls = [*(f"{site}{path}" for path in PATHS), heavy]
            taken, weights = _measure(driver, urls)
        finally:
            driver.quit()
    print("\nlargest contentful paint, 360 px, 1.6 Mbit/s, 150 ms, processor 4 times slower, nothing cached")
    print(f"{'page':40} {'ms':>8} {'ratio':>7} {'bytes':>8}")
    for url in urls:
        name = "one like Wagtail's bakerydemo, made up" if url == heavy else url.removeprefix(site)
        print(f"{name:40} {taken[url]:8.0f} {taken[url] / taken[heavy]:7.2f} {weights[url]:8}")


def _measure(driver: Chrome, urls: list[str]) -> tuple[dict[str, float], dict[str, int]]:
    taken: dict[str, list[float]] = {url: [] for url in urls}
    weights = {}
    for turn in range(ROUNDS):
        for url in urls if turn % 2 else reversed(urls):
            weights[url] = cold_visit(driver, url).total_bytes
            taken[url].append(driver.execute_async_script(LARGEST))
    return {url: statistics.median(times) for url, times in taken.items()}, weights


def _slow_phone(profile: str) -> Chrome:
    options = ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=ChromeService(shutil.which("chromedriver")))
    resize(driver, PHONE)
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", SLOW_4G)
    driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", SLOWER)
    return driver
