"""Typing in the open editor, saved by itself and then by hand; what was put right, and the way back."""

from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser import PHONE, resize
from tests.trials.posting import edit_url
from trials.models import TrialPage

pytestmark = pytest.mark.browser
PATIENCE = 30
TYPED, RIGHT = "臨床試驗,免费.", "临床试验，免费。"
SUBMIT = "arguments[0].requestSubmit()"


def newest(page: TrialPage) -> TrialPage:
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_text_typed_autosaved_saved_put_right_and_brought_back(live_server: Any, trial, logged_in: Chrome):
    waiting = WebDriverWait(logged_in, PATIENCE)
    logged_in.get(f"{live_server.url}{edit_url(trial)}")
    waiting.until(lambda d: d.find_elements(By.ID, "id_criteria-ADD"))
    costs = logged_in.find_element(By.ID, "id_costs_zh_hans")
    costs.clear()
    costs.send_keys(TYPED)
    waiting.until(lambda _driver: newest(trial).costs_zh_hans == TYPED)

    logged_in.execute_script(SUBMIT, logged_in.find_element(By.ID, "page-edit-form"))
    waiting.until(lambda d: d.find_elements(By.CSS_SELECTOR, ".put-right"))
    put_right = newest(trial).costs_zh_hans
    shown = logged_in.find_element(By.ID, "id_costs_zh_hans").get_attribute("value")
    resize(logged_in, PHONE)
    width = logged_in.execute_script("return document.documentElement.scrollWidth")
    button = logged_in.find_element(By.CSS_SELECTOR, ".messages form button")
    button.send_keys("\n")
    waiting.until(lambda d: d.find_elements(By.CSS_SELECTOR, ".messages .success"))

    assert (put_right, shown, width) == (RIGHT, RIGHT, PHONE[0])
    assert newest(trial).costs_zh_hans == TYPED
