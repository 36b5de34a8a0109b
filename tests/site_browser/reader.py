"""Somebody with a telephone: reads what is on the screen, follows links, fills in what is asked."""

from typing import NamedTuple
from urllib.error import HTTPError
from urllib.request import urlopen

from selenium.webdriver import Chrome, Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from tests.keyboard import IS_NEW, MARK

PATIENCE = 30


class File(NamedTuple):
    status: int
    media_type: str
    body: bytes


class Reader:
    """Sees only what is shown: a link or field that is hidden cannot be used."""

    def __init__(self, driver: Chrome, site: str, lang: str) -> None:
        self.driver, self.site, self.lang = driver, site, lang

    @property
    def address(self) -> str:
        """Where the reader is, below the language."""
        return self.driver.current_url.removeprefix(f"{self.site}/{self.lang}/")

    @property
    def heading(self) -> str:
        return one_line(self.shown("h1").text)

    def open(self, path: str) -> None:
        self.driver.get(f"{self.site}/{self.lang}/{path}")

    def shown(self, selector: str) -> WebElement:
        """The first thing of this kind that can be seen."""
        things = self.driver.find_elements("css selector", selector)
        seen = [thing for thing in things if thing.is_displayed()]
        assert seen, f"{self.address}: nothing shown matches {selector}; {len(things)} hidden"
        return seen[0]

    def follow(self, selector: str) -> None:
        """Press a link or button that leads to another page."""
        self.driver.execute_script(MARK)
        self.shown(selector).click()
        self._until_there()

    def search(self, words: str) -> None:
        field = self.shown("main input[name=q]")
        self.driver.execute_script(MARK)
        field.send_keys(words, Keys.ENTER)
        self._until_there()

    def write(self, name: str, words: str) -> None:
        self.shown(f"main [name={name}]").send_keys(words)

    def choose(self, name: str, number: int) -> str:
        """Take the option at this place of a list; return its words."""
        choices = Select(self.shown(f"main select[name={name}]"))
        choices.select_by_index(number)
        return one_line(choices.first_selected_option.text)

    def fetch(self, selector: str) -> File:
        """What comes back from a link to a file."""
        try:
            answer = urlopen(self.shown(selector).get_attribute("href"), timeout=120)
        except HTTPError as refused:
            answer = refused
        with answer:
            return File(answer.status, answer.headers.get_content_type(), answer.read())

    def _until_there(self) -> None:
        WebDriverWait(self.driver, PATIENCE).until(lambda driver: driver.execute_script(IS_NEW))


def one_line(text: str) -> str:
    return " ".join(text.split())
