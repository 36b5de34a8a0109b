"""Addresses without a language."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

ASKED = {
    "": "en",
    "en": "en",
    "en-GB,en;q=0.9": "en",
    "zh": "zh-hans",
    "zh-CN,zh;q=0.9,en;q=0.8": "zh-hans",
    "zh-TW": "zh-hans",
    "zh-HK,en;q=0.9": "zh-hans",
    "zh-Hant-TW": "zh-hans",
    "de,zh-SG;q=0.8,en;q=0.5": "zh-hans",
    "en;q=0.5,zh;q=0.9": "zh-hans",
    "zh;q=0,en;q=0.1": "en",
    "de": "en",
    "*": "en",
    "!!": "en",
}


@pytest.mark.parametrize(("asked", "given"), ASKED.items())
def test_way_in_is_in_the_language_the_browser_asks_for(client, db, asked, given):
    answer = client.get("/", headers={"Accept-Language": asked})

    assert (answer.status_code, answer["Location"]) == (302, f"/{given}/")
    assert answer["Vary"] == "Accept-Language"


@pytest.mark.parametrize(
    "short", ["/t/NCT06279026", "/t/nct06279026/", "/t/NCT06279026。", "/t/nct06279026/）"]
)
def test_short_link_leads_to_the_trial(client, db, short):
    answer = client.get(short, headers={"Accept-Language": "zh-CN"})

    assert (answer.status_code, answer["Location"]) == (302, "/zh-hans/trials/nct06279026/")


def test_demonstration_is_not_for_search_engines(client, db, settings):
    settings.DEMO = True

    assert "Disallow: /" in client.get("/robots.txt").text.splitlines()


def test_site_is_for_search_engines_and_its_admin_is_not(client, db, settings):
    settings.DEMO = False
    settings.SITE_URL = "https://trials.example.org"

    assert client.get("/robots.txt").text.splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /*/take-away.pdf$",
        "Disallow: /*/picture.png$",
        "",
        "Sitemap: https://trials.example.org/sitemap.xml",
    ]


def test_healthz_asks_nothing_of_the_database(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")

    assert (answer.status_code, answer.text) == (200, "ok")


def test_readyz_is_ready_when_every_migration_is_there(client, db):
    assert client.get("/readyz").status_code == 200


def test_readyz_is_not_ready_while_a_migration_waits(client, db):
    newest = MigrationLoader(connection).graph.leaf_nodes("trials")[0]
    MigrationRecorder(connection).record_unapplied(*newest)

    answer = client.get("/readyz")

    assert answer.status_code == 503
