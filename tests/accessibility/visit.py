"""One visit to a public page: loaded once, then looked at in every way; all complaints together."""

from collections import defaultdict

from selenium.webdriver import Chrome

from tests.accessibility import page_checks
from tests.accessibility.audit import findings, load_axe, run_all
from tests.accessibility.looks import has_details, looks, take
from tests.accessibility.pages import Surface
from tests.accessibility.reading import foreign_words
from tests.browser import console_errors, requested_urls
from trials.site.languages import HTML_LANG

Complaints = dict[str, list[str]]
"""Each complaint with the looks in which it was made; once per page is written as "page"."""


def visit(driver: Chrome, site: str, surface: Surface, lang: str) -> Complaints:
    """Load `surface` in `lang` from the address `site` and return what is wrong with it."""
    url = f"{site}/{lang}/{surface.path}"
    # Read and thrown away: both lists still hold what earlier pages did.
    requested_urls(driver)
    console_errors(driver)
    driver.get(url)
    once = [
        *page_checks.is_surface(driver, surface),
        *page_checks.traffic(driver, url, surface),
        *page_checks.document(driver, HTML_LANG[lang]),
        *page_checks.skip_link(driver),
        *foreign_words(driver),
    ]
    by_look = in_every_look(driver)
    once += page_checks.sideways(driver)
    return {complaint: ["page"] for complaint in once} | by_look


def in_every_look(driver: Chrome) -> Complaints:
    """Return what axe finds or cannot decide on the page that is shown, look by look."""
    found: Complaints = defaultdict(list)
    axe = load_axe(driver)
    for look in looks(has_details=has_details(driver)):
        take(driver, look)
        for line in findings(run_all(axe), "violations", "incomplete"):
            found[line].append(str(look))
    return dict(found)


def written(complaints: Complaints) -> str:
    """Return the complaints for a reader of the test's output."""
    return "\n".join(f"- {line}\n    {' · '.join(seen)}" for line, seen in complaints.items())
