"""What is asked of a public page beside axe, in the same visit; each check returns its complaints."""

from selenium.webdriver import ActionChains, Chrome, Keys

from tests.accessibility.looks import until_painted
from tests.accessibility.pages import Surface
from tests.browser import console_errors, requested_urls, resize

MOST_REQUESTS = 3
NARROW = ((320, 640), (256, 512))

WIDER_THAN_PAGE = """
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= width) return [];
return [...document.querySelectorAll('body *')]
  .filter(element => element.getBoundingClientRect().right > width + 1)
  .map(element => element.outerHTML.slice(0, 120))
  .slice(0, 5);
"""
FIRST_STOP = """
const stop = document.activeElement, box = stop.getBoundingClientRect();
return {
  isSkipLink: stop.matches('a.skip'),
  leadsToMain: document.querySelector(stop.getAttribute('href') || 'nothing')?.matches('main') ?? false,
  isSeen: box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth,
};
"""


def is_surface(driver: Chrome, surface: Surface) -> list[str]:
    """The page asked for was answered, with its status."""
    complaints = []
    status = driver.execute_script("return performance.getEntriesByType('navigation')[0].responseStatus")
    if status != surface.status:
        complaints.append(f"status {status}, not {surface.status}")
    if not driver.find_elements("css selector", surface.mark):
        complaints.append(f"not the page expected: nothing matches {surface.mark}")
    return complaints


def document(driver: Chrome, html_lang: str) -> list[str]:
    """The language of the document, and one heading over all."""
    complaints = []
    lang = driver.execute_script("return document.documentElement.lang")
    if lang != html_lang:
        complaints.append(f"html lang is {lang!r}, not {html_lang!r}")
    headings = len(driver.find_elements("css selector", "h1"))
    if headings != 1:
        complaints.append(f"{headings} headings of level 1")
    return complaints


def traffic(driver: Chrome, url: str, surface: Surface) -> list[str]:
    """At most three requests, all to the site itself; no cookie; no complaint of the browser."""
    complaints = []
    asked = requested_urls(driver)
    site = "/".join(url.split("/")[:3])
    if len(asked) > MOST_REQUESTS:
        complaints.append(f"{len(asked)} requests: {' '.join(asked)}")
    complaints += [f"asks elsewhere: {address}" for address in asked if not address.startswith(f"{site}/")]
    complaints += [f"sets a cookie: {cookie['name']}" for cookie in driver.get_cookies()]
    # The browser reports every answer of 400 or more; the status was asked for here.
    meant = f"{url} - Failed to load resource: the server responded with a status of {surface.status} "
    complaints += [f"console: {line}" for line in console_errors(driver) if not line.startswith(meant)]
    return complaints


def skip_link(driver: Chrome) -> list[str]:
    """The first stop of the keyboard is the skip link, seen, and leads to the content."""
    ActionChains(driver).send_keys(Keys.TAB).perform()
    until_painted(driver)
    stop = driver.execute_script(FIRST_STOP)
    driver.execute_script("document.activeElement.blur()")
    return [f"first stop of the keyboard: {name} is false" for name, is_so in stop.items() if not is_so]


def sideways(driver: Chrome) -> list[str]:
    """Nothing has to be scrolled sideways on a narrow screen, disclosures open."""
    complaints = []
    driver.execute_script("document.querySelectorAll('details').forEach(box => { box.open = true })")
    for size in NARROW:
        resize(driver, size)
        until_painted(driver)
        complaints += [f"wider than {size[0]} px: {html}" for html in driver.execute_script(WIDER_THAN_PAGE)]
    return complaints
