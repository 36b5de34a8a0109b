"""The form about a mistake after it was sent: with errors, and when too many came; filled in by hand."""

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import presence_of_element_located
from selenium.webdriver.support.wait import WebDriverWait

from editorial import mistakes
from editorial.mistakes import Limits
from editorial.models import MistakeReport, SiteSettings
from tests.accessibility import page_checks, pages
from tests.accessibility.pages import Surface
from tests.accessibility.reading import foreign_words
from tests.accessibility.visit import in_every_look, written
from tests.browser import requested_urls
from tests.site import publishing
from tests.site.conftest import REVIEWED
from tests.site.seed import seed_content
from trials.site import report_form
from trials.site.languages import HTML_LANG

pytestmark = pytest.mark.browser
LANGUAGES = ("en", "zh-hans")


@pytest.fixture(autouse=True)
def no_hurry(monkeypatch):
    monkeypatch.setattr(report_form, "QUICKEST", 0)
    monkeypatch.setattr("trials.site.report.QUICKEST", 0)


@pytest.fixture
def trial(home, signer):
    SiteSettings.objects.update(contact_telephone="+86 512 0000 0000")
    return publishing.publish(seed_content(), home=home, signer=signer, now=REVIEWED)


def send(driver: Chrome, site: str, lang: str, surface: Surface, wrong: str) -> None:
    driver.get(f"{site}/{lang}/{surface.path}?item=i3")
    driver.find_element(By.NAME, "wrong").send_keys(wrong)
    driver.find_element(By.CSS_SELECTOR, ".report__form button").send_keys(Keys.ENTER)


def until_shown(driver: Chrome, selector: str) -> None:
    WebDriverWait(driver, 20).until(presence_of_element_located((By.CSS_SELECTOR, selector)))


def complaints(driver: Chrome, surface: Surface, lang: str) -> str:
    until_shown(driver, surface.mark)
    once = [
        *page_checks.is_surface(driver, surface),
        *page_checks.document(driver, HTML_LANG[lang]),
        *foreign_words(driver),
    ]
    found = in_every_look(driver) | {line: ["page"] for line in page_checks.sideways(driver)}
    return written({line: ["page"] for line in once} | found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_form_with_errors_keeps_nobody_out_and_begins_with_them(browser, live_server, trial, lang):
    send(browser, live_server.url, lang, pages.REPORT_REFUSED, "")
    until_shown(browser, pages.REPORT_REFUSED.mark)

    assert browser.switch_to.active_element.get_attribute("id") == "errors"
    assert complaints(browser, pages.REPORT_REFUSED, lang) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_over_the_limit_keeps_nobody_out(browser, live_server, trial, monkeypatch, lang):
    monkeypatch.setattr(mistakes, "LIMITS", Limits(0, 0, 0))

    send(browser, live_server.url, lang, pages.REPORT_LATER, "18" if lang == "en" else "年龄有误")

    assert complaints(browser, pages.REPORT_LATER, lang) == ""


def test_report_is_sent_by_keyboard_without_a_script_and_without_a_cookie(browser, live_server, trial):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        requested_urls(browser)
        send(browser, live_server.url, "zh-hans", pages.REPORT_REFUSED, "年龄应为20岁。")
        until_shown(browser, ".report--sent")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    sent = MistakeReport.objects.get()
    elsewhere = [url for url in requested_urls(browser) if not url.startswith(live_server.url)]
    assert (sent.item, sent.wrong, sent.lang) == ("i3", "年龄应为20岁。", "zh-hans")
    assert (browser.get_cookies(), elsewhere) == ([], [])
