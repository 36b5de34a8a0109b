"""The list of trials and its cards."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from editorial import triggers
from editorial.content import Words
from tests.site.conftest import REVIEWED
from tests.site.seed import seed_content, seed_facts
from tests.site.seen import soup, words_of
from trials.models import PublishedTrial
from trials.site.listing import cards_of
from trials.site.sentences import status_sentence


def trial(number, **changes):
    trial_id = f"NCT0000000{number}"
    named = {"headline": Words(f"Trial {number}", f"第{number}项")}
    return seed_content(path=f"trials/{trial_id.lower()}/", trial_id=trial_id, **named | changes)


def listed(client, address="/en/trials/"):
    cards = soup(client.get(address).content).select(".cards > li")
    return [(words_of(card.h2), card.h2.a["href"]) for card in cards]


def test_list_without_a_trial_says_so(client, home):
    page = soup(client.get("/zh-hans/trials/").content)

    assert words_of(page.main.p) == "还没有发布任何试验。"


def test_newest_review_comes_first(client, publish):
    publish(trial(1), now=REVIEWED)
    publish(trial(2), now=REVIEWED + timedelta(days=1))

    assert listed(client) == [
        ("Trial 2", "/en/trials/nct00000002/"),
        ("Trial 1", "/en/trials/nct00000001/"),
    ]


def test_card_in_chinese_is_chinese(client, publish):
    publish(trial(1))

    assert listed(client, "/zh-hans/trials/") == [("第1项", "/zh-hans/trials/nct00000001/")]


def test_trial_published_in_english_only_is_listed_by_its_number_and_leads_to_the_english(client, publish):
    publish(trial(1).withhold_chinese())

    assert listed(client, "/zh-hans/trials/") == [
        ("试验NCT00000001（只有英文版）", "/en/trials/nct00000001/")
    ]


def card(edition, *, lang="en", today=date(2026, 5, 20)):
    [only] = cards_of([edition], lang=lang, today=today)
    return only


@pytest.mark.parametrize("updated", ["2024-02-26", "2026-04-01", ""])
def test_card_says_the_status_the_page_says(publish, updated):
    facts = seed_facts(status_date=updated)
    edition = publish(trial(1, facts=facts))

    assert card(edition).status == status_sentence(facts, today=date(2026, 5, 20))


def test_card_names_three_places_and_counts_the_rest(publish):
    [site] = seed_content().sites
    cities = ["Suzhou", "Wuxi", "Suzhou", "Nanjing", "Shanghai", "Beijing"]
    sites = tuple(replace(site, key=f"k{n}", city=Words(city, "")) for n, city in enumerate(cities))

    assert card(publish(trial(1, sites=sites))).place == "Suzhou, Wuxi, Nanjing and 2 more places"


def test_card_says_number_and_review(publish):
    edition = publish(trial(1), now=datetime(2026, 5, 15, 20, tzinfo=UTC))

    # 20:00 in Greenwich is the next morning in Suzhou.
    assert card(edition).foot == "NCT00000001 · last reviewed 16 May 2026"


def test_words_of_a_row_changed_in_the_database_are_not_shown(client, publish):
    publish(trial(1))
    PublishedTrial.objects.update(headline_en="A cure", headline_zh_hans="治愈")

    assert listed(client) == [("Trial 1", "/en/trials/nct00000001/")]


def test_edition_altered_in_the_database_is_not_listed(client, publish, caplog):
    publish(trial(1))
    publish(trial(2))
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE editorial_edition SET content = REPLACE(content, 'safely', 'surely') "
            "WHERE path = 'trials/nct00000001/'"
        )

    assert listed(client) == [("Trial 2", "/en/trials/nct00000002/")]
    assert [record.levelname for record in caplog.records if record.name == "trials.site.tampered"] == [
        "CRITICAL"
    ]


def test_long_list_is_cut_into_pages(client, publish, monkeypatch):
    monkeypatch.setattr("trials.site.listing.TRIALS_A_PAGE", 2)
    for number in (1, 2, 3):
        publish(trial(number))

    pages = [listed(client, f"/en/trials/?page={page}") for page in ("1", "2", "99", "x")]

    assert [[name for name, _address in page] for page in pages] == [
        ["Trial 1", "Trial 2"],
        ["Trial 3"],
        ["Trial 3"],
        ["Trial 1", "Trial 2"],
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_database_as_often_for_three_trials_as_for_one(
    client, publish, django_assert_num_queries, count
):
    for number in range(1, count + 1):
        publish(trial(number))
    client.get("/en/trials/")

    with django_assert_num_queries(13):
        client.get("/en/trials/")
