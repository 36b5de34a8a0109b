"""Somebody who works by keyboard alone, and knows what has the focus by its name."""

from typing import Any

from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.support.wait import WebDriverWait
from wagtail.admin.models import EditingSession

from tests.people import PASSWORD

PATIENCE = 30
MOST_STOPS = 600
FOCUSED = "const at = document.activeElement; return [at.name || '', at.tagName, at.id]"
# A mark on the document that a new one does not have.
MARK, IS_NEW = "window.left = true", "return !window.left && document.readyState === 'complete'"


class Keyboard:
    """Presses keys as a person does, and counts them."""

    def __init__(self, driver: Chrome, site: str) -> None:
        self.driver, self.site, self.pressed = driver, site, 0

    def press(self, *keys: str) -> None:
        actions = ActionChains(self.driver)
        for key in keys:
            actions.send_keys(key)
        actions.perform()
        self.pressed += len(keys)

    def open(self, address: str) -> None:
        """Type an address, or follow the link of a mail."""
        self.driver.get("about:blank")
        self.driver.get(f"{self.site}{address}")

    def leave(self) -> None:
        """Close the screen; an editing screen says goodbye, which needs the cookie it was opened with."""
        self.driver.get("about:blank")
        WebDriverWait(self.driver, PATIENCE).until(lambda _driver: not EditingSession.objects.exists())

    def sit_down(self, person: Any) -> None:
        """Log in as `person`, in a browser nobody is logged in on."""
        self.leave()
        self.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        self.open("/admin/login/")
        self.tab_to("username")
        self.press(person.username, Keys.TAB)
        self.press(PASSWORD)
        self.follow_with(Keys.ENTER)

    def tab_to(self, name: str, *, back: bool = False, most: int = MOST_STOPS) -> None:
        """Tab until what has the focus is called `name`: its accessible name, or the name of its field."""
        stops = []
        while name not in self.focus():
            stops.append(self.focus()[0])
            assert len(stops) <= most, f"{name!r} is not in reach; the last stops: {stops[-20:]}"
            if back:
                ActionChains(self.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(
                    Keys.SHIFT
                ).perform()
                self.pressed += 1
            else:
                self.press(Keys.TAB)

    def focus(self) -> tuple[str, str]:
        """What a screen reader calls the focused thing, and the name of its field."""
        named = self.driver.switch_to.active_element.accessible_name if self._has_focus() else ""
        return " ".join(named.split()), self.driver.execute_script(FOCUSED)[0]

    def write(self, name: str, text: str) -> None:
        """Put `text` in place of what stands in a field."""
        self.tab_to(name)
        ActionChains(self.driver).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).perform()
        self.press(text)

    def follow(self, name: str, *, back: bool = False) -> None:
        """Go to a link or button and press Enter; wait for the screen that comes."""
        self.tab_to(name, back=back)
        self.follow_with(Keys.ENTER)

    def follow_with(self, key: str) -> None:
        self.driver.execute_script(MARK)
        self.press(key)
        WebDriverWait(self.driver, PATIENCE).until(lambda driver: driver.execute_script(IS_NEW))

    def _has_focus(self) -> bool:
        return self.driver.execute_script(FOCUSED)[1] != "BODY"
