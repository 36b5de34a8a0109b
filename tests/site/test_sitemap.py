from xml.etree import ElementTree

import pytest
from django.db import connection

from editorial import triggers
from editorial.content import Words
from tests.site.publishing import prose_content
from tests.site.seed import seed_content

SITE = "https://trials.example.org"
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
        f"{SITE}/en/trials/",
        f"{SITE}/zh-hans/trials/",
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

    assert list(entries()) == [f"{SITE}/en/trials/", f"{SITE}/zh-hans/trials/"]
