import pytest
from django.http import Http404
from django.test import RequestFactory

from editorial.content import Words
from tests.site.seed import seed_content, seed_site
from tests.site.seen import headings, showing, soup, words_of
from trials.content import Contact
from trials.models import TrialPage

US = {"country": Words("United States", "美国"), "country_code": "United States"}


def test_all_sites_stand_under_their_country(client, publish):
    sites = [seed_site(key=f"s{n}", facility=Words(f"Hospital {n}", f"第{n}医院")) for n in range(1, 11)]
    publish(seed_content(sites=(*sites, seed_site(key="s11", **US))))

    page = soup(client.get("/zh-hans/trials/nct06279026/sites/").content)

    assert headings(page, "h1") == ["全部11家研究中心"]
    assert headings(page, "h2") == ["中国：10家研究中心", "美国：1家研究中心"]
    assert len(page.select(".sites > li")) == 11
    assert [(words_of(link), link["href"]) for link in page.select(".countries a")] == [
        ("中国：10家研究中心", "#country-1"),
        ("美国：1家研究中心", "#country-2"),
    ]


def test_contact_of_a_site_stands_with_it(client, publish):
    publish(seed_content(contacts=(Contact("k1", "s1", "trial_office", "+86 512 0", "2026-05-01"),)))

    site = soup(client.get("/en/trials/nct06279026/sites/").content).select_one(".sites > li")

    assert words_of(site) == (
        "The Second Affiliated Hospital of Soochow University Suzhou, Jiangsu "
        "Trial office +86 512 0 Number checked on 1 May 2026"
    )


def test_telephone_of_a_site_that_cannot_be_dialled_is_shown(client, publish):
    publish(seed_content(contacts=(Contact("k1", "s1", "trial_office", "ask at the desk", ""),)))

    site = soup(client.get("/en/trials/nct06279026/sites/").content).select_one(".sites > li")

    assert words_of(site).endswith("Trial office ask at the desk")


@pytest.mark.parametrize(("count", "parts"), [(1, {}), (8, {}), (9, {"sites": "All sites"})])
def test_all_sites_are_a_part_of_their_own_when_the_trial_page_leaves_some_out(count, parts):
    content = seed_content(sites=tuple(seed_site(key=f"s{n}") for n in range(count)))

    assert TrialPage.parts(content) == parts


@pytest.mark.django_db
def test_part_with_all_sites_is_what_the_public_reads():
    content = seed_content(sites=tuple(seed_site(key=f"s{n}") for n in range(9)))

    answer = TrialPage.render_part(RequestFactory().get("/"), showing(content, "zh-hans"), "sites")

    page = soup(answer.content)
    assert (page.html["lang"], headings(page, "h1")) == ("zh-Hans", ["全部9家研究中心"])
    assert len(page.select(".sites > li")) == 9


def test_part_a_trial_does_not_have_is_not_found():
    with pytest.raises(Http404):
        TrialPage.render_part(RequestFactory().get("/"), showing(seed_content()), "print")
