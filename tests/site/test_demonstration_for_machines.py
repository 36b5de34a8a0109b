"""The demonstration as machines read it: records, feeds, sitemap and cards, from the running site."""

import json
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from tests.browser import console_errors
from tests.site.schema_org import faults
from tests.site.test_sitemap import NAMES

pytestmark = pytest.mark.browser

RECORD = "return document.querySelector('script[type=\"application/ld+json\"]').textContent"
TRIAL = "trials/nct06279026/"


def read(address):
    with urlopen(address, timeout=30) as answer:
        return answer.read()


@pytest.fixture
def addresses(demo_site):
    tree = ElementTree.fromstring(read(f"{demo_site}/sitemap.xml"))
    return [loc.text for loc in tree.iterfind("s:url/s:loc", NAMES)]


@pytest.fixture
def trials(addresses):
    """The English page of every trial of the demonstration."""
    return [each for each in addresses if "/en/trials/" in each and not each.endswith("/en/trials/")]


def test_every_record_of_the_demonstration_fits_its_schema(demo_site, trials):
    validator = Draft202012Validator(json.loads(read(f"{demo_site}/schemas/trial.json")))

    found = {each: list(validator.iter_errors(json.loads(read(f"{each}content.json")))) for each in trials}

    assert found == {each: [] for each in trials}
    assert len(trials) > 1


def test_every_address_of_the_sitemap_answers(addresses):
    for address in addresses:
        with urlopen(address, timeout=30) as answer:
            assert (answer.status, answer.url) == (200, address)


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_browser_leaves_the_record_alone(browser, demo_site, lang):
    console_errors(browser)

    browser.get(f"{demo_site}/{lang}/{TRIAL}")

    page = json.loads(browser.execute_script(RECORD))
    assert (faults(page), page["url"]) == ([], f"{demo_site}/{lang}/{TRIAL}")
    assert console_errors(browser) == []
    assert browser.get_cookies() == []


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_feed_of_the_demonstration_leads_to_pages_that_are_there(demo_site, lang):
    feed = ElementTree.fromstring(read(f"{demo_site}/{lang}/feed.xml"))

    links = [link.get("href") for link in feed.iterfind("{*}entry/{*}link")]

    assert len(links) > 1
    for link in set(links):
        assert urlopen(link, timeout=30).status == 200
