from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.utils import timezone

from editorial import triggers
from editorial.content import Words
from tests.site.acts import lift, put_up
from tests.site.publishing import prose_content, sign_again
from tests.site.seed import seed_content
from trials.site import sitemap

SITE = "https://trials.example.org"
LISTS = [f"{SITE}/{lang}/{name}/" for name in ("trials", "words") for lang in ("en", "zh-hans")]
LATER = datetime(2026, 5, 18, 6, 0, tzinfo=UTC)
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def entries(client, settings):
    settings.SITE_URL = SITE

    def read():
        tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
        return {
            url.findtext("s:loc", None, NAMES): {
                link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
            }
            for url in tree.findall("s:url", NAMES)
        }

    return read


def test_sitemap_names_every_edition_in_force_with_its_alternates(entries, publish):
    publish(prose_content("", Words("Home", "首页"), Words("Text.", "文字。")))
    publish(seed_content())

    found = entries()

    assert list(found) == [
        f"{SITE}/en/",
        f"{SITE}/zh-hans/",
        f"{SITE}/en/trials/nct06279026/",
        f"{SITE}/zh-hans/trials/nct06279026/",
        *LISTS,
    ]
    assert found[f"{SITE}/zh-hans/trials/nct06279026/"] == {
        "en": f"{SITE}/en/trials/nct06279026/",
        "zh-Hans": f"{SITE}/zh-hans/trials/nct06279026/",
        "x-default": f"{SITE}/en/trials/nct06279026/",
    }


def test_sitemap_leaves_a_withheld_language_out(entries, publish):
    publish(seed_content().withhold_chinese())

    found = entries()

    assert f"{SITE}/zh-hans/trials/nct06279026/" not in found
    assert list(found[f"{SITE}/en/trials/nct06279026/"]) == ["en", "x-default"]


def test_sitemap_leaves_out_an_edition_that_was_not_sealed(entries, publish):
    edition = publish(seed_content())
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_edition SET path = 'forged/' WHERE id = %s", [edition.pk])

    assert list(entries()) == LISTS


def test_sitemap_leaves_out_what_search_engines_are_not_to_show(entries, publish):
    publish(seed_content(), review_due=timezone.localdate() - timedelta(days=180))

    assert list(entries()) == LISTS


@pytest.fixture
def changed(client):
    def day():
        return ElementTree.fromstring(client.get("/sitemap.xml").content).findtext(
            "s:url/s:lastmod", None, NAMES
        )

    return day


def test_sitemap_says_when_a_page_last_came_to_say_something_else(changed, publish, lead):
    edition = publish(seed_content())
    days = [changed()]

    notice = put_up(edition, by=lead, now=LATER)
    days.append(changed())
    lift(notice, by=lead, now=LATER + timedelta(days=1))
    days.append(changed())
    sign_again(edition, now=LATER + timedelta(days=2))
    days.append(changed())

    assert days == ["2026-05-15", "2026-05-18", "2026-05-19", "2026-05-20"]


def test_forged_lift_moves_no_day(changed, publish, lead):
    notice = put_up(publish(seed_content()), by=lead, now=LATER)
    triggers.drop(connection)
    with connection.cursor() as cursor:
        forged = [LATER + timedelta(days=9), notice.pk]
        cursor.execute("UPDATE editorial_urgentnotice SET lifted_at = %s WHERE id = %s", forged)

    assert changed() == "2026-05-18"


def test_sitemap_held_already_is_not_sent_again(client, publish):
    publish(seed_content())
    held = client.get("/sitemap.xml")["ETag"]

    assert client.get("/sitemap.xml", headers={"If-None-Match": held}).status_code == 304


@pytest.fixture
def three_trials_in_two_parts(publish, monkeypatch, settings):
    settings.SITE_URL = SITE
    monkeypatch.setattr(sitemap, "EDITIONS_A_PART", 2)
    for number in (3, 1, 2):
        publish(seed_content(path=f"trials/nct{number}/", trial_id=f"NCT{number}"))


def test_large_site_has_an_index_of_its_sitemaps(client, three_trials_in_two_parts):
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)

    assert index.tag == f"{{{NAMES['s']}}}sitemapindex"
    assert [part.text for part in index.iterfind("s:sitemap/s:loc", NAMES)] == [
        f"{SITE}/sitemaps/1.xml",
        f"{SITE}/sitemaps/2.xml",
    ]


def test_parts_name_every_address_once(client, three_trials_in_two_parts):
    parts = [ElementTree.fromstring(client.get(f"/sitemaps/{number}.xml").content) for number in (1, 2)]

    named = [[loc.text.removeprefix(SITE) for loc in part.iterfind("s:url/s:loc", NAMES)] for part in parts]
    assert named == [
        [
            "/en/trials/nct1/",
            "/zh-hans/trials/nct1/",
            "/en/trials/nct3/",
            "/zh-hans/trials/nct3/",
            *(address.removeprefix(SITE) for address in LISTS),
        ],
        ["/en/trials/nct2/", "/zh-hans/trials/nct2/"],
    ]


@pytest.mark.parametrize("number", ["0", "3", "99999999999999999999999"])
def test_part_that_is_not_there_is_not_found(client, three_trials_in_two_parts, number):
    assert client.get(f"/sitemaps/{number}.xml").status_code == 404


def test_small_site_is_told_in_its_first_part_too(client, publish):
    publish(seed_content())

    assert client.get("/sitemaps/1.xml").content == client.get("/sitemap.xml").content
