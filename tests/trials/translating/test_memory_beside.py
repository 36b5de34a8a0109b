"""The translation memory beside a field, in a real browser: asked for on entering, used by its button."""

from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser import console_errors, requested_urls
from tests.trials.factories import make_trial
from tests.trials.posting import edit_url
from trials.models import MemoryUnit, TrialPage
from trials.translating import memory

pytestmark = pytest.mark.browser
PATIENCE = 20
FIELD = "id_criteria-0-text_zh_hans"
CHINESE = "至少18岁的成人"


@pytest.fixture
def editor(live_server: Any, trial: TrialPage, author: Any, logged_in: Chrome) -> Chrome:
    """The author's browser on a draft whose first criterion waits for Chinese that another trial has."""
    memory._known.cache_clear()
    other = make_trial(owner=author, trial_id="NCT00000002")
    MemoryUnit.objects.create(
        page=other, place="criteria.i1.text", english="Adults of at least 21 years", chinese=CHINESE
    )
    page = trial.get_latest_revision_as_object()
    row = page.criteria.get_object_list()[0]
    row.text_en, row.text_zh_hans = "Adults of at least 18 years", ""
    page.save(clean=False)
    page.save_revision(user=author, clean=False)
    logged_in.get(f"{live_server.url}{edit_url(trial)}")
    WebDriverWait(logged_in, PATIENCE).until(lambda d: d.find_elements(By.ID, FIELD))
    requested_urls(logged_in)
    console_errors(logged_in)
    return logged_in


def enter(driver: Chrome) -> None:
    driver.execute_script("document.getElementById(arguments[0]).focus()", FIELD)


def wait(driver: Chrome, condition: Any) -> Any:
    return WebDriverWait(driver, PATIENCE).until(condition)


def typed(driver: Chrome) -> str:
    return driver.find_element(By.ID, FIELD).get_attribute("value")


def test_match_is_shown_on_entering_the_field_and_fills_nothing(editor):
    before = [url for url in requested_urls(editor) if "/memory/" in url]

    enter(editor)

    match = wait(editor, lambda d: d.find_element(By.CSS_SELECTOR, ".memory__match"))
    numbers = [mark.text for mark in match.find_elements(By.CSS_SELECTOR, ".memory__number")]
    assert (before, numbers, typed(editor)) == ([], ["21", "18"], "")
    assert console_errors(editor) == []


def test_button_puts_the_chinese_into_the_field_and_it_is_noted(editor, trial):
    enter(editor)
    button = wait(editor, lambda d: d.find_element(By.CSS_SELECTOR, "[data-memory-use]"))

    editor.execute_script("arguments[0].click()", button)

    assert typed(editor) == CHINESE
    saved = wait(editor, lambda _driver: _criterion(trial).text_zh_hans == CHINESE and _criterion(trial))
    assert saved.made_by == {"text": "memory"}


def test_use_is_undone_as_typing_is(editor):
    enter(editor)
    button = wait(editor, lambda d: d.find_element(By.CSS_SELECTOR, "[data-memory-use]"))
    editor.execute_script("arguments[0].click()", button)

    editor.execute_script("document.execCommand('undo')")

    assert typed(editor) == ""


def test_sentence_is_added_after_what_stands_in_the_field(editor, trial):
    field = editor.find_element(By.ID, "id_headline_zh_hans")
    editor.execute_script(
        "arguments[0].insertAdjacentHTML('afterend', '<div data-memory-field=id_headline_zh_hans><li>'"
        " + '<p data-memory-chinese>又一句。</p><button type=button data-memory-add>+</button></li></div>')",
        field,
    )

    editor.execute_script("document.querySelector('[data-memory-add]').click()")

    assert field.get_attribute("value") == "中文headline。又一句。"


def _criterion(page: TrialPage) -> Any:
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object().criteria.all()[0]
