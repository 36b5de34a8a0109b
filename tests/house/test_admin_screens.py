"""Wagtail's own screens work with the few applications installed and under the content policy."""

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import url_changes
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser import console_errors, requested_urls

pytestmark = pytest.mark.browser

SCREENS = (
    "",
    "pages/",
    "images/",
    "documents/",
    "users/",
    "users/new/",
    "groups/",
    "sites/",
    "collections/",
    "workflows/list/",
    "account/",
    "reports/site-history/",
    "reports/workflow/",
    "reports/aging-pages/",
)


@pytest.fixture
def admin(browser: Chrome, demo_site: str) -> Chrome:
    """The browser, logged in as the superuser of the demonstration."""
    login = f"{demo_site}/admin/login/"
    browser.get(login)
    browser.find_element(By.NAME, "username").send_keys("admin")
    browser.find_element(By.NAME, "password").send_keys("demo")
    browser.find_element(By.CSS_SELECTOR, "[type=submit]").click()
    WebDriverWait(browser, 20).until(url_changes(login))
    console_errors(browser)
    requested_urls(browser)
    return browser


def test_admin_screens_work_under_the_policy_and_ask_nobody_else(admin, demo_site):
    complaints: dict[str, list[str]] = {}

    for screen in SCREENS:
        admin.get(f"{demo_site}/admin/{screen}")
        elsewhere = [url for url in requested_urls(admin) if not url.startswith(demo_site)]
        unanswered = [] if admin.find_elements(By.ID, "wagtail-sidebar") else ["no screen of the admin"]
        complaints[screen] = [*unanswered, *elsewhere, *console_errors(admin)]

    assert complaints == {screen: [] for screen in SCREENS}
