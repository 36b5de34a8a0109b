from editorial.content import Words
from tests.site.seed import seed_content, seed_site
from tests.site.seen import article, section, words_of
from trials.site.places import places_of

US = {"country": Words("United States", "美国"), "country_code": "United States"}
JAPAN = {"country": Words("Japan", "日本"), "country_code": "Japan"}


def sites(*countries):
    return tuple(
        seed_site(key=f"s{n}", facility=Words(f"Hospital {n}", ""), **country)
        for n, country in enumerate(countries, start=1)
    )


def test_country_of_the_readers_comes_first_then_the_one_with_most_sites():
    places = places_of(sites(JAPAN, US, {}, US), status="RECRUITING", lang="en")

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
        "The registry says of this hospital: Completed"
    ]


def test_hospital_without_a_chinese_name_keeps_its_own_marked_as_english():
    places = section(article(seed_content(sites=sites(US)), "zh-hans"), "places")

    assert places.select_one(".sites__facility [lang]")["lang"] == "en"
