from tests.site.seed import SEED, seed_content
from tests.site.seen import headings, outline, soup, words_of


def sheet(client, lang="en"):
    return soup(client.get(f"/{lang}/trials/nct06279026/print/").content)


def test_sheet_shows_every_criterion_without_a_disclosure(client, publish):
    publish(seed_content())

    page = sheet(client)

    assert page.find("details") is None
    assert len(page.select("#criteria li")) == 31


def test_sheet_has_status_number_review_disclaimer_and_address(client, publish, settings):
    settings.SITE_URL = "https://trials.example.org"
    publish(seed_content())

    page = sheet(client)

    assert words_of(page.select_one(".trial-number")) == "NCT06279026"
    assert len(page.select(".status")) == 1
    assert words_of(page.select_one(".review__line")).startswith("Last reviewed 2026-05-15")
    assert words_of(page.select_one(".disclaimer")) == SEED["en"]["review"]["disclaimer"]
    assert words_of(page.select_one(".paper-only")) == "https://trials.example.org/en/trials/nct06279026/"


def test_sheet_has_the_same_outline_in_both_languages(client, publish):
    publish(seed_content())

    assert outline(sheet(client)) == outline(sheet(client, "zh-hans"))
    assert headings(sheet(client, "zh-hans"), "h1") == [SEED["zh-hans"]["title"]]


def test_sheet_leads_back_to_its_edition_by_address_and_drawing(client, publish, settings):
    settings.SITE_URL = "https://trials.example.org"
    code = publish(seed_content()).digest[:12]

    top = sheet(client).select_one(".top")

    address = f"https://trials.example.org/verify/{code}/"
    assert [link.get("href") for link in top.select("a[lang=en]")] == [address]
    assert len(top.select("svg.segno")) == 1
    assert f"code {code}" in words_of(top)
