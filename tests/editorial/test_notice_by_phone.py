"""An urgent notice from a phone: from the link in the mail to the public page in at most six taps."""

import re
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.wait import WebDriverWait

from editorial.letters.digests import write_digests
from editorial.models import Letter, SignOff, UrgentNotice
from tests.browser import resize
from trials.models import TrialPage

pytestmark = pytest.mark.browser
SCREEN = (360, 780)
FINGER = 44
"""CSS pixels; WCAG 2.2, target size (enhanced)."""
PATIENCE = 20
ABOVE = """
const [notice, heading] = ['.urgent', 'h1'].map(each => document.querySelector(each).getBoundingClientRect());
return notice.bottom <= heading.top && notice.height > 0;
"""
WIDER = "return document.documentElement.scrollWidth > document.documentElement.clientWidth"


class Phone:
    """A browser of a phone's size that counts what a thumb does, and finds targets too small for one."""

    def __init__(self, driver: Chrome, site: str) -> None:
        self.driver, self.site = driver, site
        self.taps, self.too_small, self.too_wide = 0, [], []
        resize(driver, SCREEN)

    def belongs_to(self, person: User) -> None:
        """Somebody logged in on it before."""
        client = Client()
        client.force_login(person)
        self.driver.get(f"{self.site}/robots.txt")
        name = settings.SESSION_COOKIE_NAME
        self.driver.add_cookie({"name": name, "value": client.cookies[name].value})

    def tap_link_in(self, letter: Letter) -> None:
        self.taps += 1
        [address] = re.findall(r"^\s*(https?://\S+/(?:still-correct|notice)/\S+)$", letter.body, re.M)
        self.driver.get(self.site + urlsplit(address).path)

    def tap(self, selector: str) -> None:
        self.taps += 1
        target = WebDriverWait(self.driver, PATIENCE).until(
            lambda driver: driver.find_element(By.CSS_SELECTOR, selector)
        )
        self.driver.execute_script(
            "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", target
        )
        if min(target.size["width"], target.size["height"]) < FINGER:
            self.too_small.append((selector, target.size))
        if self.driver.execute_script(WIDER):
            self.too_wide.append(self.driver.current_url)
        leads_on = target.tag_name != "label"
        target.click()
        if leads_on:
            WebDriverWait(self.driver, PATIENCE).until(staleness_of(target))


@pytest.fixture
def phone(browser: Chrome, live_server: Any) -> Phone:
    return Phone(browser, live_server.url)


@pytest.fixture
def reminder(published: TrialPage, signer: User) -> Letter:
    """The daily mail on the day the page is to be read again."""
    due: date = SignOff.objects.get(scope=SignOff.Scope.FINAL).review_due
    write_digests(datetime.combine(due, time(20), tzinfo=timezone.get_default_timezone()))
    return Letter.objects.get(person=signer)


def test_signer_puts_a_notice_up_in_six_taps(phone: Phone, reminder: Letter, signer: User):
    phone.belongs_to(signer)

    phone.tap_link_in(reminder)
    phone.tap("#main [href*='/notice/']")
    phone.tap("label[for=kind-paused]")
    phone.tap("label[for=source-hospital]")
    phone.tap("button[value=put-up]")
    phone.tap(".messages [href^='/zh-hans/']")

    assert (phone.taps, phone.too_small, phone.too_wide) == (6, [], [])
    assert shown(phone, "en") == (
        True,
        "Paused: the hospital says that no new people are taken in at the moment.",
    )
    assert shown(phone, "zh-hans") == (True, "暂停：医院告知，目前不接收新的参加者。")


def test_second_person_confirms_in_two_taps(phone: Phone, published: TrialPage, signer: User, lead: User):
    client = Client()
    client.force_login(signer)
    client.post(f"/admin/notice/{published.pk}/", {"act": "put-up", "kind": "paused", "source": "hospital"})
    phone.belongs_to(lead)

    phone.tap_link_in(Letter.objects.get(person=lead))
    phone.tap("button[value=confirm]")

    assert (phone.taps, phone.too_small, phone.too_wide) == (2, [], [])
    assert UrgentNotice.objects.get().confirmed_by == lead


def shown(phone: Phone, lang: str) -> tuple[bool, str]:
    """Whether the notice stands above the heading of the public page, and its first sentence."""
    phone.driver.get(f"{phone.site}/{lang}/trials/nct00000001/")
    said = phone.driver.find_element(By.CSS_SELECTOR, ".urgent__said").text
    return phone.driver.execute_script(ABOVE), said
