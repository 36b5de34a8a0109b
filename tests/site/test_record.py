"""History and content.json: what anybody can check."""

import hashlib
import json
from datetime import timedelta

from django.db import connection

from editorial import triggers
from editorial.content import Words
from editorial.editions import end
from editorial.models import Edition, SiteSettings
from tests.site.conftest import REVIEWED
from tests.site.seed import seed_content
from tests.site.seen import soup, words_of

TRIAL = "/en/trials/nct06279026/"


def history(client, lang="en"):
    page = soup(client.get(f"/{lang}/trials/nct06279026/history/").content)
    return [[words_of(line) for line in item.find_all("p")] for item in page.select(".editions > li")]


def test_history_lists_editions_newest_first_with_their_codes(client, publish):
    first = publish(seed_content())
    second = publish(seed_content(headline=Words("New", "新")), now=REVIEWED + timedelta(days=1))

    assert history(client) == [
        ["Edition 2, published 16 May 2026", "English 中文", second.digest],
        [
            "Edition 1, published 15 May 2026",
            "Replaced by the next edition on 16 May 2026",
            "English 中文",
            first.digest,
        ],
    ]


def test_history_in_chinese_says_the_same(client, publish):
    edition = publish(seed_content())

    assert history(client, "zh-hans") == [["第1版，2026年5月15日发布", "English 中文", edition.digest]]


def test_history_of_a_page_taken_down_can_still_be_read(client, publish):
    end(publish(seed_content()), Edition.End.WITHDRAWN, now=REVIEWED + timedelta(days=1))

    assert history(client)[0][1] == "Taken down on 16 May 2026"


def test_history_of_nothing_is_not_found(client, home):
    assert client.get(f"{TRIAL}history/").status_code == 404


def test_content_can_be_checked_against_its_digest(client, publish):
    edition = publish(seed_content())

    record = client.get(f"{TRIAL}content.json").json()

    text = json.dumps(record["content"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert text == edition.content
    assert hashlib.sha256(text.encode()).hexdigest() == record["digest"]


def test_content_says_in_which_roles_it_was_signed_and_no_names(client, publish):
    edition = publish(seed_content())

    record = client.get(f"{TRIAL}content.json").json()

    assert record["sign_offs"] == [
        {
            "role": "signer",
            "scope": "final",
            "digest": edition.digest,
            "public_role": {"en": "Haematologist", "zh-hans": "血液科医生"},
            "signed_on": "2026-05-15",
        }
    ]
    assert {key: record[key] for key in ("number", "last_reviewed", "review_due", "languages")} == {
        "number": 1,
        "last_reviewed": "2026-05-15",
        "review_due": "2026-11-11",
        "languages": ["en", "zh-hans"],
    }


def test_names_are_given_where_the_site_shows_them(client, publish):
    publish(seed_content())
    SiteSettings.objects.update(show_names=True)

    page = soup(client.get(TRIAL).content)

    assert client.get(f"{TRIAL}content.json").json()["sign_offs"][0]["name"] == "Dr Zhang Wei"
    assert words_of(page.select_one(".review li")) == "Dr Zhang Wei, Haematologist. Interests declared: none"


def test_page_says_which_edition_it_is(client, publish):
    edition = publish(seed_content())

    lines = [words_of(line) for line in soup(client.get(TRIAL).content).select(".review p")]

    assert lines[-1] == f"Edition 1, published 15 May 2026, code {edition.digest[:12]}"


def test_roles_are_given_without_names_where_the_site_does_not(client, publish):
    publish(seed_content())

    page = soup(client.get(TRIAL).content)

    assert words_of(page.select_one(".review li")) == "Haematologist. Interests declared: none"


def test_history_leaves_out_an_edition_whose_end_was_forged(client, publish):
    forged = publish(seed_content())
    kept = publish(seed_content(headline=Words("New", "新")), now=REVIEWED + timedelta(days=1))
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_edition SET ended_reason = 'withdrawn' WHERE id = %s", [forged.pk])

    assert history(client) == [["Edition 2, published 16 May 2026", "English 中文", kept.digest]]


def test_history_does_not_tell_of_a_forged_end_in_force(client, publish):
    edition = publish(seed_content())
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_edition SET ended_at = published_at WHERE id = %s", [edition.pk])

    answers = [client.get(address).status_code for address in (TRIAL, f"{TRIAL}history/")]

    assert answers == [503, 404]
