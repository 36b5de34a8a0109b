"""The editing screen in a real browser: what it saves by itself while somebody types."""

from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.people import PASSWORD
from tests.trials.posting import edit_url
from trials.models import TrialPage

pytestmark = pytest.mark.browser
PATIENCE = 20


@pytest.fixture
def editor(live_server: Any, browser: Chrome, live_trial: TrialPage, author: Any) -> Chrome:
    """The author's browser with the live page's draft open."""
    browser.get(f"{live_server.url}/admin/login/?next={edit_url(live_trial)}")
    browser.find_element(By.NAME, "username").send_keys(author.username)
    browser.find_element(By.NAME, "password").send_keys(PASSWORD)
    browser.find_element(By.CSS_SELECTOR, "[type=submit]").click()
    WebDriverWait(browser, PATIENCE).until(lambda d: d.find_elements(By.ID, "id_criteria-ADD"))
    return browser


def added(page: TrialPage) -> list[tuple[str, str]]:
    """Key and English of the criteria after the three of the live page."""
    newest = TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [(row.key, row.text_en) for row in newest.criteria.all()][3:]


def test_open_editor_sends_along_the_key_it_was_given(editor, live_trial):
    waiting = WebDriverWait(editor, PATIENCE)
    editor.execute_script("document.getElementById('id_criteria-ADD').click()")
    key = editor.find_element(By.NAME, "criteria-3-key")
    text = editor.find_element(By.NAME, "criteria-3-text_en")
    # Wagtail begins to save by itself some seconds after the screen is open, so the typing goes on.
    waiting.until(lambda _driver: text.send_keys("w") or key.get_attribute("value") == "i3")

    text.send_keys(" and more")

    whole = text.get_attribute("value")
    waiting.until(lambda _driver: added(live_trial) == [("i3", whole)])
