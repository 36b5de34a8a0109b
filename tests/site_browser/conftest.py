"""The telephone of the patient: small, and with scripts switched off."""

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome

from tests.browser import resize

PHONE = (360, 640)


@pytest.fixture
def phone(browser: Chrome) -> Chrome:
    """Still while it scrolls, so that a link can be pressed where it was seen."""
    resize(browser, PHONE)
    calm = {"name": "prefers-reduced-motion", "value": "reduce"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": [calm]})
    return browser


@pytest.fixture
def scriptless(phone: Chrome) -> Iterator[Chrome]:
    """The telephone while it runs no script; a test can still ask it questions."""
    phone.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    yield phone
    phone.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
