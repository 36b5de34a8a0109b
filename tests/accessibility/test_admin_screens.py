"""Our own screens in the admin, in both of its languages: nothing against WCAG 2.2 A and AA in our parts."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import presence_of_element_located
from selenium.webdriver.support.wait import WebDriverWait
from wagtail.users.models import UserProfile

from tests.accessibility.audit import findings, load_axe, run_aa
from tests.accessibility.looks import Look, take
from tests.accessibility.screens import SCREENS, Screen
from trials.models import TrialPage

pytestmark = pytest.mark.browser


def enter(driver: Chrome, site: str, user: User | None, *, lang: str) -> None:
    """Give the browser the session of `user`, if any; the admin speaks `lang`."""
    driver.get(f"{site}/robots.txt")
    driver.add_cookie({"name": settings.LANGUAGE_COOKIE_NAME, "value": lang})
    if user is None:
        return
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": lang})
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    driver.add_cookie({"name": settings.SESSION_COOKIE_NAME, "value": session})


def complaints(driver: Chrome, screen: Screen) -> list[str]:
    missing = [part for part in screen.parts if not driver.find_elements(By.CSS_SELECTOR, part)]
    if missing:
        return [f"not on the screen: {part}" for part in missing]
    return findings(run_aa(load_axe(driver), screen.parts), "violations")


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_our_parts_of_the_admin_keep_no_editor_out(
    screen: Screen, browser: Chrome, live_server: Any, trial_at_work: TrialPage, request: Any
):
    person = request.getfixturevalue(screen.person) if screen.person else None
    found = {}

    for lang in ("en", "zh-hans"):
        enter(browser, live_server.url, person, lang=lang)
        browser.get(f"{live_server.url}/admin/{screen.address.format(page=trial_at_work.pk)}")
        screen.act(browser)
        if screen.then:
            WebDriverWait(browser, 20).until(presence_of_element_located((By.CSS_SELECTOR, screen.then)))
        html_lang = browser.execute_script("return document.documentElement.lang")
        found[lang] = [html_lang.lower()]
        for width in screen.widths:
            take(browser, Look(width, "light", opened=True))
            found[lang] += complaints(browser, screen)

    assert found == {"en": ["en"], "zh-hans": ["zh-hans"]}
