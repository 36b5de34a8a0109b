"""The editing screen in a real browser: what it saves by itself while somebody types."""

from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.trials.posting import edit_url
from trials.models import TrialPage

pytestmark = pytest.mark.browser
PATIENCE = 20


@pytest.fixture
def editor(live_server: Any, live_trial: TrialPage, logged_in: Chrome) -> Chrome:
    """The author's browser with the live page's draft open."""
    logged_in.get(f"{live_server.url}{edit_url(live_trial)}")
    WebDriverWait(logged_in, PATIENCE).until(lambda d: d.find_elements(By.ID, "id_criteria-ADD"))
    return logged_in


def added(page: TrialPage) -> list[tuple[str, str]]:
    """Key and English of the criteria after the three of the live page."""
    return [(row.key, row.text_en) for row in newest(page).criteria.all()][3:]


def newest(page: TrialPage) -> TrialPage:
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def type_while_saving(driver: Chrome, field: str, words: str) -> None:
    """Let `words` be typed once, after the form was read for an autosave and before that is answered."""
    driver.execute_script(
        "const [field, words] = arguments;"
        "document.addEventListener('w-autosave:save', () => {"
        "  setTimeout(() => { document.getElementById(field).value += words; });"
        "}, {once: true});",
        field,
        words,
    )


def form_value(driver: Chrome, name: str) -> str | None:
    return driver.find_element(By.ID, "page-edit-form").get_attribute(f"data-{name}")


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


def test_open_editor_saves_what_is_typed_while_it_saves(editor, live_trial):
    type_while_saving(editor, "id_summary_en", " Typed meanwhile.")

    editor.find_element(By.ID, "id_summary_en").send_keys(" Typed first.")

    whole = live_trial.summary_en + " Typed first. Typed meanwhile."
    WebDriverWait(editor, PATIENCE).until(lambda _driver: newest(live_trial).summary_en == whole)


def test_open_editor_saves_what_is_typed_in_a_new_row_while_it_saves(editor, live_trial):
    editor.execute_script("document.getElementById('id_criteria-ADD').click()")
    type_while_saving(editor, "id_criteria-3-text_en", " and more")

    editor.find_element(By.ID, "id_criteria-3-text_en").send_keys("word")

    waiting = WebDriverWait(editor, PATIENCE)
    waiting.until(lambda _driver: added(live_trial) == [("i3", "word and more")])


def test_open_editor_counts_what_is_saved_as_saved(editor, live_trial):
    editor.find_element(By.ID, "id_summary_en").send_keys(" Typed.")

    waiting = WebDriverWait(editor, PATIENCE)
    waiting.until(lambda _driver: newest(live_trial).summary_en.endswith(" Typed."))
    waiting.until(lambda d: form_value(d, "w-unsaved-has-edits-value") == "false")
    assert form_value(editor, "w-unsaved-force-value") == "false"


def test_open_editor_saves_what_is_typed_before_it_watches(editor, live_server, live_trial):
    editor.get(f"{live_server.url}{edit_url(live_trial)}")

    editor.find_element(By.ID, "id_summary_en").send_keys(" Typed at once.")

    assert form_value(editor, "w-unsaved-has-edits-value") == "true"
    waiting = WebDriverWait(editor, PATIENCE)
    waiting.until(lambda _driver: newest(live_trial).summary_en.endswith(" Typed at once."))


def test_open_editor_saves_by_button_what_it_has_saved_by_itself(editor, live_trial):
    editor.find_element(By.ID, "id_summary_en").send_keys(" Typed.")
    waiting = WebDriverWait(editor, PATIENCE)
    waiting.until(lambda _driver: newest(live_trial).summary_en.endswith(" Typed."))
    waiting.until(lambda d: form_value(d, "w-unsaved-has-edits-value") == "false")
    editor.find_element(By.ID, "id_summary_en").send_keys(" Typed on.")

    editor.execute_script("arguments[0].requestSubmit()", editor.find_element(By.ID, "page-edit-form"))

    waiting.until(lambda d: d.find_elements(By.CSS_SELECTOR, ".messages .success"))
    assert newest(live_trial).summary_en.endswith(" Typed. Typed on.")


def test_open_editor_lets_the_button_wait_for_a_save_under_way(editor, live_trial):
    # Pressed when the server has saved by itself and the open screen does not know yet.
    editor.execute_script(
        "const ask = window.fetch, form = document.getElementById('page-edit-form');"
        "window.fetch = (address, ...rest) => ask(address, ...rest).then((answer) => {"
        "  if (address === form.action) { window.fetch = ask; form.requestSubmit(); }"
        "  return answer;"
        "});"
    )

    editor.find_element(By.ID, "id_summary_en").send_keys(" Typed.")

    waiting = WebDriverWait(editor, PATIENCE)
    waiting.until(lambda d: d.find_elements(By.CSS_SELECTOR, ".messages .success"))
    assert newest(live_trial).summary_en.endswith(" Typed.")
