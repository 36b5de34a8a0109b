"""The browser's console on the editing screens, where comments are made."""

from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser import console_errors
from tests.trials.posting import edit_url
from trials.models import HomePage, InformationPage, TrialPage

pytestmark = pytest.mark.browser


def make_about(author: Any) -> InformationPage:
    page = InformationPage(title="About", slug="about", owner=author, heading_en="Who we are")
    HomePage.objects.get().add_child(instance=page)
    page.save_revision(user=author)
    return page


PAGES = {
    "trial": lambda _author: TrialPage.objects.get(),
    "home": lambda _author: HomePage.objects.get(),
    "information": make_about,
}


@pytest.mark.parametrize("kind", PAGES)
def test_editing_screen_takes_a_comment_without_an_error(
    kind: str, trial: TrialPage, live_server: Any, logged_in: Chrome, author: Any
) -> None:
    page = PAGES[kind](author)
    console_errors(logged_in)

    logged_in.get(f"{live_server.url}{edit_url(page)}")
    waiting = WebDriverWait(logged_in, 20)
    comments = "#page-edit-form .tab-content--comments-enabled [data-component='add-comment-button']"
    waiting.until(lambda driver: driver.find_elements(By.CSS_SELECTOR, comments))

    assert console_errors(logged_in) == []
