"""The tests would notice: faults planted into a good page are found, and the page without them is clean."""

import pytest
from selenium.webdriver import Chrome

from tests.accessibility import page_checks
from tests.accessibility.audit import ALL, load_axe, run_all
from tests.accessibility.looks import Look, take
from tests.accessibility.pages import TRIAL
from tests.accessibility.reading import foreign_in, foreign_words
from tests.accessibility.visit import in_every_look

PALE_TEXT = """
const text = document.querySelector('.top__aim');
text.style.color = arguments[0];
text.style.backgroundColor = '#ffffff';
"""
PALE_IN_DISCLOSURE = "document.querySelector('details .criteria__text p').style.color = '#777777'"
LANGUAGE_LINK_UNMARKED = "document.querySelector('.masthead__link[hreflang]').removeAttribute('lang')"
PICTURE_WITHOUT_WORDS = "document.querySelector('main').append(new Image(40, 40))"
WIDE_BLOCK = "document.querySelector('.top').style.minWidth = '640px'"
TARGET_OF_SKIP_LINK_GONE = "document.querySelector('main').id = 'elsewhere'"


@pytest.fixture
def trial(browser: Chrome, demo_site: str) -> Chrome:
    """The demonstration's English trial page, nothing planted yet."""
    browser.get(f"{demo_site}/en/{TRIAL}")
    return browser


def rules(complaints: dict[str, list[str]]) -> set[str]:
    """The rules that axe named, of lines as "axe violations: image-alt (critical): …"."""
    return {line.split(": ")[1].split(" ")[0] for line in complaints}


@pytest.mark.browser
def test_page_as_it_is_has_no_complaint(trial):
    assert (in_every_look(trial), foreign_words(trial), page_checks.sideways(trial)) == ({}, [], [])


@pytest.mark.browser
@pytest.mark.parametrize(
    ("colour", "rule"), [("#8a8a8a", "color-contrast"), ("#6a6a6a", "color-contrast-enhanced")]
)
def test_pale_text_is_found_in_every_look(colour, rule, trial):
    trial.execute_script(PALE_TEXT, colour)

    complaints = in_every_look(trial)

    assert rules(complaints) == {rule}
    assert {len(looks) for looks in complaints.values()} == {8}


@pytest.mark.browser
def test_pale_text_inside_a_disclosure_is_found_when_it_is_open(trial):
    trial.execute_script(PALE_IN_DISCLOSURE)

    looks = {look for seen in in_every_look(trial).values() for look in seen}

    assert looks == {
        f"{width} px, {scheme}, details open" for width in (1280, 320) for scheme in ("light", "dark")
    }


@pytest.mark.browser
def test_picture_without_words_is_found(trial):
    trial.execute_script(PICTURE_WITHOUT_WORDS)

    assert rules(in_every_look(trial)) == {"image-alt"}


@pytest.mark.browser
def test_language_link_without_its_language_is_found(trial):
    trial.execute_script(LANGUAGE_LINK_UNMARKED)

    assert foreign_words(trial) == ["under lang='en': 中文 | 中文"]


@pytest.mark.browser
def test_block_wider_than_the_screen_is_found(trial):
    trial.execute_script(WIDE_BLOCK)

    widths = {complaint.split(":")[0] for complaint in page_checks.sideways(trial)}

    assert widths == {"wider than 320 px", "wider than 256 px"}


@pytest.mark.browser
def test_skip_link_that_leads_nowhere_is_found(trial):
    trial.execute_script(TARGET_OF_SKIP_LINK_GONE)

    assert page_checks.skip_link(trial) == ["first stop of the keyboard: leadsToMain is false"]


@pytest.mark.browser
def test_no_rule_of_axe_is_left_off(trial):
    take(trial, Look(1280, "light", opened=True))
    axe = load_axe(trial)
    rules_of_tags = trial.execute_script("return axe.getRules(arguments[0])", ALL)
    asked = {rule["ruleId"] for rule in rules_of_tags if "deprecated" not in rule["tags"]}

    results = run_all(axe)

    outcomes = ("passes", "violations", "incomplete", "inapplicable")
    run = {rule["id"] for outcome in outcomes for rule in results[outcome]}
    # It names whatever is hidden just now, and finds no fault.
    assert asked - run == {"hidden-content"}


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Multiple myeloma (BCMA)", "en", []),
        ("Suzhou 苏州市 and 中国", "en", ["苏州市", "中国"]),
        ("血小板≥50×10⁹/L，BCMA、UTAA17、HBsAg、CAR-T", "zh-Hans", []),
        ("信息来自 https://clinicaltrials.gov/study/NCT06279026 或 editors@example.org", "zh-Hans", []),
        ("请阅读 Eligibility 一节", "zh-Hans", ["Eligibility"]),
    ],
)
def test_words_of_the_other_language_are_told_from_codes(text, lang, words):
    assert foreign_in(text, lang) == words
