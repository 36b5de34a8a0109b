"""The same way in one go and without a mouse: Tab, Enter and letters, no script running."""

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.support.wait import WebDriverWait

from tests.keyboard import Keyboard
from tests.site_browser.reader import PATIENCE, one_line
from tests.site_browser.test_patient import CARD, TRIAL, Journey, every_journey

pytestmark = pytest.mark.browser


@every_journey
def test_patient_walks_from_search_to_report_by_keyboard(
    journey: Journey, scriptless: Chrome, demo_site: str
):
    keys = Keyboard(scriptless, demo_site)
    keys.open(f"/{journey.lang}/trials/")
    keys.tab_to("q")
    keys.press(journey.typed)
    keys.follow_with(Keys.ENTER)
    keys.follow(named(scriptless, CARD))
    trial = scriptless.current_url
    keys.tab_to(named(scriptless, "#criteria summary"))
    keys.press(Keys.ENTER)
    opened = scriptless.find_element("css selector", "#criteria details").get_attribute("open")
    for file in ("take-away.pdf", "picture.png"):
        keys.tab_to(named(scriptless, f"main a[href$='{file}']"))
    keys.follow(named(scriptless, f"main a[href$='/{TRIAL}report/']"))
    keys.tab_to("item")
    keys.press(Keys.ARROW_DOWN)
    keys.tab_to("wrong")
    keys.press(journey.headline)
    thanked = WebDriverWait(scriptless, PATIENCE, poll_frequency=1).until(lambda _: sent(keys))

    assert (trial, opened) == (f"{demo_site}/{journey.lang}/{TRIAL}", "true")
    assert thanked == journey.thanks


def sent(keys: Keyboard) -> str:
    """Press the button; a form filled in faster than a person could comes back once, with every word kept."""
    keys.follow(named(keys.driver, "main form button"))
    heading = keys.driver.find_element("css selector", "h1").text
    return heading if "?sent=1" in keys.driver.current_url else ""


def named(driver: Chrome, selector: str) -> str:
    """What a screen reader calls the first thing of this kind."""
    return one_line(driver.find_element("css selector", selector).accessible_name)
