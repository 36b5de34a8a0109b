"""Signing one changed number again: on one screen, with a handful of keys, with nothing in anybody's way."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import presence_of_element_located
from selenium.webdriver.support.wait import WebDriverWait
from wagtail.users.models import UserProfile

from editorial.desk import open_desk
from editorial.models import Edition
from editorial.signoff import review_language
from tests.accessibility.audit import findings, load_axe, run_aa
from tests.accessibility.looks import Look, take
from tests.editorial.desk import CHINESE_TICKED
from trials.models import TrialPage

pytestmark = pytest.mark.browser
MOST_KEYS = 12


class Keyboard:
    """Presses keys as a person does, and counts them."""

    def __init__(self, driver: Chrome) -> None:
        self.driver, self.pressed = driver, 0

    def press(self, key: str) -> None:
        ActionChains(self.driver).send_keys(key).perform()
        self.pressed += 1

    def tab_to(self, name: str) -> None:
        """Tab until the thing with this name or value has the focus."""
        while self._focused() != name:
            assert self.pressed < MOST_KEYS, f"{name} is not in reach, the focus is at {self._focused()}"
            self.press(Keys.TAB)

    def _focused(self) -> str:
        return self.driver.execute_script(
            "const at = document.activeElement; return at.value || at.textContent.trim()"
        )


@pytest.fixture
def renumbered(published: TrialPage, author: User, language_reviewer: User, submit: Any) -> TrialPage:
    """Public, and waiting for a signature because one number changed in both languages."""
    newest = TrialPage.objects.get(pk=published.pk).get_latest_revision_as_object()
    rows = list(newest.criteria.all())
    rows[0].text_en, rows[0].text_zh_hans = "Platelets ≥75×10^9/L", "血小板≥75×10^9/L"
    newest.criteria = rows
    newest.save_revision(user=author)
    submit(published, author)
    review_language(
        published,
        reviewer=language_reviewer,
        seen=open_desk(published.pk).seen_by(language_reviewer),
        ticked=CHINESE_TICKED,
        now=timezone.now(),
    )
    return published


def open_screen(driver: Chrome, site: str, page: TrialPage, person: User, lang: str = "en") -> None:
    """Open the link of the list of what waits, as `person`."""
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": lang})
    client = Client()
    client.force_login(person)
    driver.get(f"{site}/robots.txt")
    name = settings.SESSION_COOKIE_NAME
    driver.add_cookie({"name": name, "value": client.cookies[name].value})
    driver.get(f"{site}/admin/review/{page.pk}/#review-changes")
    WebDriverWait(driver, 20).until(presence_of_element_located((By.ID, "review-decision")))


def bottom(driver: Chrome, selector: str) -> float:
    script = "return document.querySelector(arguments[0]).getBoundingClientRect().bottom"
    return driver.execute_script(script, selector)


def top(driver: Chrome, selector: str) -> float:
    script = "return document.querySelector(arguments[0]).getBoundingClientRect().top"
    return driver.execute_script(script, selector)


def test_one_changed_number_is_signed_again_with_few_keys(browser, live_server, renumbered, signer):
    open_screen(browser, live_server.url, renumbered, signer)
    keys = Keyboard(browser)

    for statement in open_desk(renumbered.pk).statements("signer"):
        keys.tab_to(statement)
        keys.press(Keys.SPACE)
    keys.tab_to("sign-off")
    keys.press(Keys.ENTER)

    WebDriverWait(browser, 20).until(presence_of_element_located((By.CSS_SELECTOR, ".messages .success")))
    assert Edition.objects.in_force().get().number == 2
    assert keys.pressed <= MOST_KEYS


def test_one_changed_number_and_the_decision_stand_on_one_screen(browser, live_server, renumbered, signer):
    open_screen(browser, live_server.url, renumbered, signer)

    height = browser.execute_script("return innerHeight")
    assert top(browser, ".change") >= 0
    assert bottom(browser, "button[value=sign-off]") <= height


@pytest.mark.parametrize(
    ("lang", "width", "scheme"),
    [("en", 1280, "light"), ("zh-hans", 1280, "dark"), ("zh-hans", 320, "light"), ("en", 320, "dark")],
)
def test_a_changed_page_keeps_no_signer_out(browser, live_server, renumbered, signer, lang, width, scheme):
    open_screen(browser, live_server.url, renumbered, signer, lang)

    take(browser, Look(width, scheme, opened=True))

    assert findings(run_aa(load_axe(browser), (".review",)), "violations") == []


def test_a_changed_page_does_not_scroll_sideways_on_a_phone(browser, live_server, renumbered, signer):
    open_screen(browser, live_server.url, renumbered, signer)

    take(browser, Look(320, "light", opened=True))

    assert browser.execute_script("return document.documentElement.scrollWidth") == 320
