"""Author, translator and one person who reviews and signs bring a page to the public, on the real screens."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.wait import WebDriverWait
from wagtail.admin.models import EditingSession

from editorial import people
from editorial.models import Edition, SignOff
from tests.people import PASSWORD
from trials.models import TrialPage

pytestmark = pytest.mark.browser
PATIENCE = 20


class Office:
    """The one browser of the team: whoever sits down logs in first."""

    def __init__(self, driver: Chrome, site: str) -> None:
        self.driver, self.site = driver, site

    def seat(self, person: User) -> None:
        self.driver.delete_all_cookies()
        self.go("/admin/login/")
        self.find("[name=username]").send_keys(person.username)
        self.find("[name=password]").send_keys(PASSWORD)
        self.press("[type=submit]")

    def go(self, address: str) -> None:
        self.driver.get(f"{self.site}{address}")

    def find(self, selector: str) -> WebElement:
        return WebDriverWait(self.driver, PATIENCE).until(
            lambda driver: driver.find_element(By.CSS_SELECTOR, selector)
        )

    def click(self, selector: str) -> WebElement:
        found = self.find(selector)
        # Wagtail's header and footer lie over what has just been scrolled to the edge.
        self.driver.execute_script(
            "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", found
        )
        found.click()
        return found

    def press(self, selector: str) -> None:
        """Click, and wait for the screen that comes."""
        pressed = self.click(selector)
        WebDriverWait(self.driver, PATIENCE).until(staleness_of(pressed))


@pytest.fixture
def office(browser: Chrome, live_server: Any) -> Iterator[Office]:
    yield Office(browser, live_server.url)
    # A screen that is left says so to the server; the answer must not come into the next test.
    browser.get("about:blank")
    WebDriverWait(browser, PATIENCE).until(lambda _driver: not EditingSession.objects.exists())


@pytest.fixture
def reviewer(language_reviewer: User) -> User:
    """Reads the Chinese and signs the page: the third of three."""
    language_reviewer.groups.add(Group.objects.get(name=people.SIGNERS))
    return language_reviewer


def submit(office: Office, page: TrialPage) -> None:
    office.go(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    office.click("footer [data-w-dropdown-target=toggle]")
    office.press("[name=action-submit]")


def suggest(office: Office, page: TrialPage, place: str, field: str, wording: str) -> None:
    row = f"[id='suggestions-{place}']"
    office.go(reverse("editorial_review", args=[page.pk]))
    office.click(f"{row} .suggestions__suggest summary")
    area = office.find(f"{row} [name={field}]")
    area.clear()
    area.send_keys(wording)
    office.press(f"{row} .suggestions__suggest [type=submit]")


def accept(office: Office, page: TrialPage, place: str) -> None:
    office.go(reverse("editorial_suggestions", args=[page.pk]))
    office.press(f"[id='suggestions-{place}'] button[value=accept]")


def confirm_still_right(office: Office, page: TrialPage, place: str) -> None:
    """Tick on the editing screen that the Chinese beside changed English is still right, and save."""
    office.go(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    office.click(f"[name=still_right][value^='{place}:']")
    form = office.find("#page-edit-form")
    office.driver.execute_script("arguments[0].requestSubmit()", form)
    WebDriverWait(office.driver, PATIENCE).until(staleness_of(form))
    # The open editor says that it is left, as long as somebody is logged in.
    office.go("/admin/")


def state_and_press(office: Office, page: TrialPage, act: str) -> None:
    office.go(reverse("editorial_review", args=[page.pk]))
    for tick in office.driver.find_elements(By.NAME, "ticked"):
        office.click(f"[id='{tick.get_attribute('id')}']")
    office.press(f"button[name=act][value={act}]")


def public_words(office: Office, lang: str) -> str:
    office.go(f"/{lang}/trials/nct00000001/")
    # Criteria are folded until somebody opens them.
    return office.find("main").get_attribute("textContent") or ""


def test_a_team_of_three_brings_a_page_with_suggested_corrections_to_the_public(
    office: Office, draft: TrialPage, author: User, translator: User, reviewer: User
):
    office.seat(author)
    submit(office, draft)

    office.seat(reviewer)
    suggest(office, draft, "headline", "wording_zh_hans", "改过的中文标题")
    suggest(office, draft, "criteria.i1.text", "wording_zh_hans", "血小板计数≥50×10^9/L")
    suggest(office, draft, "summary", "wording_en", "A corrected English summary.")

    office.seat(translator)
    accept(office, draft, "headline")
    accept(office, draft, "criteria.i1.text")

    office.seat(author)
    accept(office, draft, "summary")
    confirm_still_right(office, draft, "summary")

    office.seat(reviewer)
    state_and_press(office, draft, "review-language")
    state_and_press(office, draft, "sign-off")

    english, chinese = public_words(office, "en"), public_words(office, "zh-hans")
    signed = SignOff.objects.order_by("pk").values_list("scope", "person__username")
    assert list(signed) == [("zh-hans", reviewer.username), ("final", reviewer.username)]
    assert Edition.objects.get().language_codes == ("en", "zh-hans")
    assert english.count("A corrected English summary.") == 1
    assert (chinese.count("改过的中文标题"), chinese.count("血小板计数")) == (1, 1)
