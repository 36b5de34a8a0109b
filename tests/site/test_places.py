from dataclasses import replace
from datetime import date

import pytest

from editorial.content import Words
from editorial.models import UrgentNotice
from tests.site.acts import put_up
from tests.site.seed import seed_content, seed_facts, seed_site
from tests.site.seen import DUE, article, section, soup, words_of
from trials.site.places import places_of
from trials.site.sentences import status_sentence

US = {"country": Words("United States", "美国"), "country_code": "United States"}
JAPAN = {"country": Words("Japan", "日本"), "country_code": "Japan"}


def sites(*countries):
    return tuple(
        seed_site(key=f"s{n}", facility=Words(f"Hospital {n}", ""), **country)
        for n, country in enumerate(countries, start=1)
    )


def test_country_of_the_readers_comes_first_then_the_one_with_most_sites():
    content = seed_content(sites=sites(JAPAN, US, {}, US))
    status = status_sentence(content.facts, today=date(2026, 5, 20))

    places = places_of(content, status=status, notices=(), lang="en")

    assert [country.line for country in places.countries] == [
        "China: 1 site",
        "United States: 2 sites",
        "Japan: 1 site",
    ]
    assert [site.facility for site in places.nearest] == [
        "Hospital 3",
        "Hospital 2",
        "Hospital 4",
        "Hospital 1",
    ]


def test_page_names_the_first_eight_of_many_sites_and_leads_to_the_rest():
    places = section(article(seed_content(sites=sites(*[{}] * 9))), "places")

    assert len(places.select(".sites > li")) == 8
    assert [(words_of(link), link["href"]) for link in places.find_all("a")] == [
        ("All 9 sites", "/en/trials/nct06279026/sites/")
    ]


def test_page_with_few_sites_names_all_and_leads_nowhere():
    places = section(article(seed_content(sites=sites({}, US))), "places")

    assert len(places.select(".sites > li")) == 2
    assert places.find_all("a") == []


def test_page_without_a_site_says_so():
    places = section(article(seed_content(sites=())), "places")

    assert words_of(places.select_one(".section__body > p")) == "The registry lists no site"


def test_status_of_a_site_is_said_only_where_it_differs_from_the_trial():
    two = (seed_site(), seed_site(key="s2", status="COMPLETED"))

    places = section(article(seed_content(sites=two)), "places")

    assert [words_of(status) for status in places.select(".sites__status")] == [
        "At this hospital: Completed (registry, 26 Feb 2024)"
    ]


OPEN_SITE = seed_site(status="RECRUITING")
STALE = {"status": "NOT_YET_RECRUITING", "status_date": "2022-01-01"}


def site_statuses(content, **changes):
    return [words_of(said) for said in article(content, **changes).select(".sites__status")]


@pytest.mark.parametrize(
    "status", ["TERMINATED", "COMPLETED", "SUSPENDED", "ACTIVE_NOT_RECRUITING", "UNKNOWN"]
)
def test_no_site_of_a_trial_that_is_not_open_is_said_to_be_open(status):
    content = seed_content(sites=(OPEN_SITE,), facts=seed_facts(status=status))

    assert site_statuses(content) == []


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        (STALE, date(2026, 5, 20)),
        ({"status": "NOT_YET_RECRUITING", "status_date": ""}, date(2026, 5, 20)),
        ({"status": "NOT_YET_RECRUITING"}, date(2028, 3, 1)),
    ],
    ids=["old", "undated", "two years on"],
)
def test_open_site_is_not_said_while_the_trial_cannot_be_confirmed(facts, day):
    content = seed_content(sites=(OPEN_SITE,), facts=seed_facts(**facts))

    assert site_statuses(content, today=day, review_due=max(DUE, day)) == []


def test_closed_site_of_a_trial_that_cannot_be_confirmed_is_said_with_its_date():
    content = seed_content(sites=(replace(OPEN_SITE, status="COMPLETED"),), facts=seed_facts(**STALE))

    assert site_statuses(content) == ["At this hospital: Completed (registry, 1 Jan 2022)"]


@pytest.mark.parametrize("below", ["", "sites/"])
@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (UrgentNotice.Kind.PAUSED, []),
        (UrgentNotice.Kind.SAFETY, []),
        (UrgentNotice.Kind.CLOSED, []),
        (UrgentNotice.Kind.CONTACT, ["At this hospital: Recruiting (registry, 1 May 2026)"]),
    ],
)
def test_open_site_is_not_said_below_a_notice_that_speaks_against_it(
    client, publish, lead, kind, said, below
):
    facts = seed_facts(status="NOT_YET_RECRUITING", status_date="2026-05-01")
    put_up(publish(seed_content(sites=(OPEN_SITE,), facts=facts)), by=lead, kind=kind)

    page = soup(client.get(f"/en/trials/nct06279026/{below}").content)

    assert [words_of(line) for line in page.select(".sites__status")] == said


def test_hospital_without_a_chinese_name_keeps_its_own_marked_as_english():
    places = section(article(seed_content(sites=sites(US)), "zh-hans"), "places")

    assert places.select_one(".sites__facility [lang]")["lang"] == "en"
