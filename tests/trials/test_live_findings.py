"""Findings beside an open form, in a real browser: kept up to date while somebody types."""

from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser import console_errors, requested_urls
from tests.trials.posting import edit_url
from trials.models import TrialPage

pytestmark = pytest.mark.browser
PATIENCE = 20
TO_MEND = "[aria-labelledby=findings-to-mend] a"
BAD_ID = "Trial id: A trial id has letters, digits and hyphens only."


@pytest.fixture
def editor(live_server: Any, trial: TrialPage, logged_in: Chrome) -> Chrome:
    """The author's browser with the draft open; what it asked for until then is forgotten."""
    logged_in.get(f"{live_server.url}{edit_url(trial)}")
    WebDriverWait(logged_in, PATIENCE).until(lambda d: d.find_elements(By.ID, "id_criteria-ADD"))
    requested_urls(logged_in)
    console_errors(logged_in)
    return logged_in


def wait(driver: Chrome, condition: Any) -> Any:
    return WebDriverWait(driver, PATIENCE).until(condition)


def retype(driver: Chrome, field: str, words: str) -> None:
    """Put `words` in place of what stands in a field, as typing does."""
    driver.execute_script(
        "const field = document.getElementById(arguments[0]); field.value = arguments[1];"
        "field.dispatchEvent(new InputEvent('input', {bubbles: true}));",
        field,
        words,
    )


def findings(driver: Chrome) -> list[str]:
    """What is to be mended; hints of all the checks come and go."""
    return [link.text for link in driver.find_elements(By.CSS_SELECTOR, TO_MEND)]


def described(driver: Chrome, field: str) -> list[str]:
    """What describes a field; hints of all the checks come and go there too."""
    by = driver.find_element(By.ID, field).get_attribute("aria-describedby") or ""
    return by.split()


def progress(driver: Chrome) -> str:
    return driver.find_element(By.CSS_SELECTOR, ".findings__progress").text


def asked_for_findings(driver: Chrome) -> int:
    return sum(url.endswith("/findings/") for url in requested_urls(driver))


def test_wrong_number_is_found_while_it_is_typed(editor):
    retype(editor, "id_criteria-1-text_zh_hans", "ECOG 0或2")

    wait(editor, lambda d: len(findings(d)) == 1)

    told = editor.find_element(By.CSS_SELECTOR, "[data-findings-told]").get_attribute("textContent")
    assert told.split(",")[0] == "1 thing to mend"
    assert console_errors(editor) == []


def test_finding_stands_under_its_field_until_it_is_mended(editor):
    field = "id_criteria-1-text_zh_hans"
    under = f"{field}-findings"
    before = described(editor, field)
    retype(editor, field, "ECOG 0或2")

    wait(editor, lambda d: d.find_elements(By.ID, under))

    items = editor.find_elements(By.CSS_SELECTOR, f"#{under} .field-findings__to-mend")
    assert [item.text for item in items] == [
        link.text for link in editor.find_elements(By.CSS_SELECTOR, f"{TO_MEND}[href='#{field}']")
    ]
    assert described(editor, field) == [*before, under]
    retype(editor, field, "ECOG 0或1")
    wait(editor, lambda d: not d.find_elements(By.ID, under))
    assert described(editor, field) == before


def test_progress_follows_what_is_typed(editor):
    retype(editor, "id_summary_zh_hans", "")

    wait(editor, lambda d: "21 of 22, 1 missing" in progress(d))

    retype(editor, "id_summary_zh_hans", "又写上了。")
    wait(editor, lambda d: progress(d).startswith("English 22 of 22 · Chinese 22 of 22 · "))


def test_finding_leads_to_its_field_in_a_folded_row(editor):
    retype(editor, "id_criteria-2-text_zh_hans", "")
    wait(editor, lambda d: len(findings(d)) == 1)
    toggle = editor.find_element(By.CSS_SELECTOR, "#inline_child_criteria-2 [data-panel-toggle]")
    editor.execute_script("arguments[0].click()", toggle)

    editor.find_element(By.CSS_SELECTOR, TO_MEND).click()

    wait(editor, lambda d: d.switch_to.active_element.get_attribute("id") == "id_criteria-2-text_zh_hans")
    assert toggle.get_attribute("aria-expanded") == "true"


def test_finding_of_a_fact_leads_to_the_other_tab(editor):
    retype(editor, "id_trial_id", "NCT 1")
    wait(editor, lambda d: findings(d)[:1] == [BAD_ID])

    editor.find_element(By.CSS_SELECTOR, TO_MEND).click()

    wait(editor, lambda d: d.switch_to.active_element.get_attribute("id") == "id_trial_id")
    assert editor.find_element(By.ID, "id_trial_id").is_displayed()


def test_facts_lead_back_to_the_findings(editor):
    editor.find_element(By.CSS_SELECTOR, "[role=tab]:nth-of-type(2)").click()
    link = editor.find_element(By.CSS_SELECTOR, "a[href='#findings']")
    wait(editor, lambda _driver: link.is_displayed())

    link.click()

    wait(editor, lambda d: d.switch_to.active_element.get_attribute("id") == "findings")


def test_nothing_is_asked_while_a_word_is_composed(editor):
    field = editor.find_element(By.ID, "id_summary_zh_hans")
    editor.execute_script(
        "arguments[0].dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));", field
    )
    retype(editor, "id_summary_zh_hans", "")
    # Longer than the pause after which the findings are asked for.
    editor.execute_async_script("setTimeout(arguments[arguments.length - 1], 1500)")

    assert asked_for_findings(editor) == 0

    editor.execute_script(
        "arguments[0].dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));", field
    )
    wait(editor, lambda d: "1 missing" in progress(d))


def test_new_row_is_found_and_led_to(editor):
    editor.execute_script("document.getElementById('id_criteria-ADD').click()")
    wait(editor, lambda d: d.find_elements(By.ID, "id_criteria-3-text_en"))
    retype(editor, "id_criteria-3-text_en", "No infection")
    wait(editor, lambda d: len(findings(d)) == 1)

    editor.find_element(By.CSS_SELECTOR, TO_MEND).click()

    wait(editor, lambda d: d.switch_to.active_element.get_attribute("id") == "id_criteria-3-text_zh_hans")
