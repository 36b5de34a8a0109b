"""A patient in Suzhou on a small telephone without scripts: from a search to the report of a mistake."""

import json
from dataclasses import dataclass
from urllib.request import urlopen

import pytest
from selenium.webdriver.support.wait import WebDriverWait

from tests.site_browser.reader import PATIENCE, Reader, one_line
from trials.site.review import CODE_LENGTH

pytestmark = pytest.mark.browser

TRIAL = "trials/nct06279026/"
CARD = f"main .card a[href$='/{TRIAL}']"


@dataclass(frozen=True)
class Journey:
    lang: str
    typed: str
    headline: str
    place: str
    thanks: str

    def __str__(self) -> str:
        return self.lang


JOURNEYS = (
    Journey("zh-hans", "苏州 骨髓瘤", "UTAA17注射液治疗复发或难治性多发性骨髓瘤", "苏州", "谢谢您"),
    Journey(
        "en",
        "Suzhou myeloma",
        "UTAA17 injection for treating relapsed or refractory multiple myeloma",
        "Suzhou",
        "Thank you",
    ),
)
every_journey = pytest.mark.parametrize("journey", JOURNEYS, ids=str)


@pytest.fixture
def reader(journey, scriptless, demo_site) -> Reader:
    return Reader(scriptless, demo_site, journey.lang)


@every_journey
def test_patient_finds_the_trial_by_city_and_disease(journey, reader):
    reader.open("trials/")
    reader.search(journey.typed)
    first = reader.shown("main .card")
    found = one_line(first.text)

    reader.follow(CARD)

    assert journey.headline in found
    assert journey.place in found
    assert (reader.address, reader.heading) == (TRIAL, journey.headline)


@every_journey
def test_patient_opens_the_criteria_and_goes_to_one_of_them(journey, reader):
    reader.open(TRIAL)
    hidden = reader.driver.find_element("css selector", ".criteria__item").is_displayed()

    reader.shown("#criteria summary").click()
    first = reader.shown(".criteria__item")
    key = first.get_attribute("id")

    assert hidden is False
    assert first.is_displayed()
    reader.open(f"{TRIAL}#{key}")
    assert reader.shown(".criteria__item:target").get_attribute("id") == key


@every_journey
def test_patient_goes_through_what_she_can_check_herself(journey, reader):
    reader.open(TRIAL)

    reader.follow(f"main a[href$='/{TRIAL}check/']")
    ticks = [
        tick for tick in reader.driver.find_elements("css selector", "main input") if tick.is_displayed()
    ]
    ticks[0].click()

    assert reader.address == f"{TRIAL}check/"
    assert ticks[0].is_selected()
    assert reader.driver.find_elements("css selector", "main form, main button") == []


@every_journey
def test_patient_takes_paper_and_picture_along(journey, reader):
    reader.open(TRIAL)

    paper = reader.fetch(f"main a[href$='/{TRIAL}take-away.pdf']")
    picture = reader.fetch(f"main a[href$='/{TRIAL}picture.png']")

    assert (paper.status, paper.media_type, paper.body[:5]) == (200, "application/pdf", b"%PDF-")
    assert (picture.status, picture.media_type, picture.body[:4]) == (200, "image/png", b"\x89PNG")
    assert len(picture.body) <= 400_000


@every_journey
def test_doctor_checks_the_code_on_the_sheet(journey, reader, demo_site):
    with urlopen(f"{demo_site}/en/{TRIAL}content.json") as answer:
        code = json.load(answer)["digest"][:CODE_LENGTH]

    reader.open(f"verify/{code.upper()}/")
    reader.follow(f"main a[href$='/{journey.lang}/{TRIAL}']")

    assert (reader.address, reader.heading) == (TRIAL, journey.headline)


@every_journey
def test_patient_reports_a_mistake(journey, reader):
    reader.open(TRIAL)

    reader.follow(f"main a[href$='/{TRIAL}report/']")
    reader.choose("item", 1)
    reader.write("wrong", journey.headline)
    thanked = WebDriverWait(reader.driver, PATIENCE, poll_frequency=1).until(lambda _: send(reader))

    assert thanked == journey.thanks
    assert reader.driver.get_cookies() == []


def send(reader: Reader) -> str:
    """Press send; a form filled in faster than a person could comes back once, with every word kept."""
    reader.follow("main form button")
    return reader.heading if "?sent=1" in reader.address else ""
