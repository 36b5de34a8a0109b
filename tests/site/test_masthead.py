import pytest

from editorial.content import Words
from tests.site.publishing import prose_content
from tests.site.seed import seed_content
from tests.site.seen import soup, words_of


@pytest.fixture
def page(client, publish):
    publish(seed_content())

    def get(lang="en", part=""):
        return soup(client.get(f"/{lang}/trials/nct06279026/{part}").content)

    return get


def test_skip_link_comes_first_and_leads_to_the_content(page):
    first = page().body.find("a")

    assert (words_of(first), first["href"]) == ("Skip to the content", "#main")
    assert page().find(id="main").name == "main"


@pytest.mark.parametrize(
    ("lang", "name", "other"),
    [
        ("en", "Find a Trial", ("中文", "/zh-hans/trials/nct06279026/", "zh-Hans", "zh-Hans")),
        ("zh-hans", "寻找临床试验", ("English", "/en/trials/nct06279026/", "en", "en")),
    ],
)
def test_masthead_names_the_site_and_leads_to_the_same_page_in_the_other_language(page, lang, name, other):
    masthead = page(lang).select_one(".masthead")

    link = masthead.select("a")[-1]

    assert words_of(masthead.select_one(".masthead__name")) == name
    assert (words_of(link), link["href"], link["lang"], link["hreflang"]) == other


@pytest.mark.parametrize("part", ["sites/", "print/", "history/"])
def test_language_link_below_a_page_leads_to_the_same_part(page, part):
    link = page(part=part).select(".masthead a")[-1]

    assert link["href"] == f"/zh-hans/trials/nct06279026/{part}"


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_demonstration_says_so_in_both_languages(page, settings, lang):
    settings.DEMO = True

    banner = page(lang).select_one(".masthead__demo")

    assert words_of(banner) == "Demonstration, not medical information / 演示，非医疗信息"
    assert [part["lang"] for part in banner.find_all("strong")] == ["en", "zh-Hans"]


def test_site_that_is_no_demonstration_has_no_banner(page, settings):
    settings.DEMO = False

    assert page().select(".masthead__demo") == []


def test_masthead_leads_to_trials_words_and_who_we_are(client, publish):
    publish(prose_content("about/", Words("About us", "关于我们"), Words("Text.", "文字。")))

    links = soup(client.get("/en/trials/").content).select(".masthead__link")

    assert [link["href"] for link in links] == ["/en/trials/", "/en/words/", "/en/about/", "/zh-hans/trials/"]


@pytest.mark.parametrize("path", ["trials/", "words/", "about/"])
def test_link_to_the_page_one_is_on_says_so(client, publish, path):
    publish(prose_content("about/", Words("About us", "关于我们"), Words("Text.", "文字。")))

    page = soup(client.get(f"/en/{path}").content)

    assert {link["href"] for link in page.select("[aria-current=page]")} == {f"/en/{path}"}


def test_titles_of_a_page_and_its_parts_differ(page):
    titles = [page(part=part).title.string for part in ("", "sites/", "print/", "history/")]

    headline = "UTAA17 injection for treating relapsed or refractory multiple myeloma"
    assert titles == [
        f"{headline} – Find a Trial",
        f"All places – {headline} – Find a Trial",
        f"For paper – {headline} – Find a Trial",
        "Editions of the page on trial NCT06279026 – Find a Trial",
    ]
