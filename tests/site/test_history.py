"""The history of a page: what became of each edition and what changed in it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from editorial import triggers
from editorial.content import Words
from editorial.editions import end
from editorial.models import Edition
from editorial.seals import redaction_seal_of
from tests.site.acts import Kind, Source, lift, put_up
from tests.site.conftest import REVIEWED
from tests.site.publishing import sign_again
from tests.site.seed import seed_content, seed_facts, seed_site
from tests.site.seen import soup, words_of
from trials.content import Contact, TrialContent
from trials.site.history import EDITIONS_A_PAGE

TRIAL = "/en/trials/nct06279026/"
DAY = timedelta(days=1)


def page_of(client, lang="en", query=""):
    return soup(client.get(f"/{lang}/trials/nct06279026/history/{query}").content)


def history(client, lang="en", query=""):
    editions = page_of(client, lang, query).select(".editions > li")
    return [[words_of(line) for line in item.find_all("p")] for item in editions]


def change(client, publish, after: TrialContent, lang="en", before: TrialContent | None = None) -> str:
    """What is said of an edition that follows the seed's, or `before`."""
    publish(before or seed_content())
    publish(after, now=REVIEWED + DAY)
    return history(client, lang)[0][1]


def reworded(*keys: str) -> TrialContent:
    rows = tuple(
        replace(row, text=Words("Other words", "别的文字")) if row.key in keys else row
        for row in seed_content().criteria
    )
    return seed_content(criteria=rows)


def test_history_lists_editions_newest_first_with_their_codes(client, publish):
    first = publish(seed_content())
    second = publish(seed_content(headline=Words("New", "新")), now=REVIEWED + DAY)

    assert history(client) == [
        [
            "Edition 2, published 16 May 2026",
            "Changed: headline.",
            "English · 中文",
            f"Code: {second.digest}",
        ],
        [
            "Edition 1, published 15 May 2026",
            "First edition.",
            "Replaced by the next edition on 16 May 2026",
            "English · 中文",
            f"Code: {first.digest}",
        ],
    ]


def test_history_in_chinese_says_the_same(client, publish):
    edition = publish(seed_content())

    assert history(client, "zh-hans") == [
        ["第1版，2026年5月15日发布", "首次发布。", "English · 中文", f"代码：{edition.digest}"]
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Changed: recruitment status, ages, headline, inclusion criterion 2."),
        ("zh-hans", "修改：招募状态、年龄要求、标题、入选标准第2条。"),
    ],
)
def test_change_is_told_in_the_reader_s_words(client, publish, lang, said):
    facts = seed_facts(status="COMPLETED", minimum_age=None)
    after = replace(reworded("i2"), headline=Words("New", "新"), facts=facts)

    assert change(client, publish, after, lang) == said


def test_criterion_is_called_by_the_number_readers_see(client, publish):
    rows = [row for row in seed_content().criteria if row.group == "inclusion"]
    nested = next(row for row in rows if row.level == 2)
    above = [row for row in rows[: rows.index(nested)] if row.level == 1]

    said = change(client, publish, reworded(nested.key))

    assert said == f"Changed: inclusion criterion {len(above)}.1."


def test_many_criteria_are_counted(client, publish):
    assert change(client, publish, reworded("i1", "i2", "i3", "e1")) == "Changed: 4 criteria."


def test_new_and_removed_rows_are_told_apart(client, publish):
    sites = (seed_site(key="s2"), seed_site(key="s3"))
    after = seed_content(sites=sites, criteria=seed_content().criteria[1:])

    assert change(client, publish, after) == "New: 2 places; removed: inclusion criterion 1, 1 place."


@pytest.mark.parametrize(
    ("telephone", "role", "said"),
    [
        ("010-2", "CONTACT", "Changed: contact telephone."),
        ("010-2", "STUDY_CHAIR", "Changed: 1 contact."),
    ],
)
def test_telephone_is_named(client, publish, telephone, role, said):
    before = seed_content(contacts=(Contact("c1", "", "CONTACT", "010-1", ""),))
    after = seed_content(contacts=(Contact("c1", "", role, telephone, "2026-05-01"),))

    assert change(client, publish, after, before=before) == said


def test_withheld_chinese_is_one_change(client, publish):
    assert change(client, publish, seed_content().withhold_chinese()) == "The Chinese text is left out."


def test_chinese_added_later_is_one_change(client, publish):
    said = change(client, publish, seed_content(), before=seed_content().withhold_chinese())

    assert said == "The Chinese text was added."


def test_long_lists_end_with_a_count(client, publish):
    names = ("headline", "official_title", "summary", "what_it_studies", "good_fit", "not_a_fit")
    names += ("potential_benefit", "possible_harms", "similar_studies", "costs")

    said = change(client, publish, seed_content(**dict.fromkeys(names, Words("New", "新"))))

    assert said.split(", ")[-1] == "2 more."


def test_edition_with_the_same_words_says_so(client, publish):
    assert change(client, publish, seed_content()) == "No words changed."


def test_reviews_since_are_told(client, publish):
    edition = publish(seed_content())
    sign_again(edition, now=REVIEWED + DAY)
    sign_again(edition, now=REVIEWED + 2 * DAY)

    assert history(client)[0][2] == "Read again and found still correct on 16 May 2026, 17 May 2026."


def test_history_of_a_page_taken_down_can_still_be_read(client, publish):
    end(publish(seed_content()), Edition.End.WITHDRAWN, now=REVIEWED + DAY)

    assert history(client)[0][2] == "Taken down on 16 May 2026"


def redact(edition: Edition) -> None:
    edition.refresh_from_db()
    edition.redacted_at, edition.redacted_because, edition.content = REVIEWED + 2 * DAY, "asked for", ""
    edition.redaction_seal = redaction_seal_of(edition)
    edition.save(update_fields=["content", *Edition.REDACTION])


def test_removed_words_are_said_to_be_removed_and_their_code_stays(client, publish):
    first = publish(seed_content())
    publish(seed_content(headline=Words("New", "新")), now=REVIEWED + DAY)
    redact(first)

    newer, older = history(client)

    assert newer[:2] == ["Edition 2, published 16 May 2026", "English · 中文"]
    assert older[2:] == [
        "The words of this edition were removed on 17 May 2026 at somebody’s request; its code stays.",
        "Replaced by the next edition on 16 May 2026",
        "English · 中文",
        f"Code: {first.digest}",
    ]


def test_page_taken_down_whose_words_were_removed_still_says_what_to_do(client, publish):
    edition = publish(seed_content())
    end(edition, Edition.End.WITHDRAWN, now=REVIEWED + DAY)
    redact(edition)

    answer = client.get(TRIAL)

    assert answer.status_code == 410
    assert words_of(soup(answer.content).select_one(".trial-number")) == "Trial number: NCT06279026"


def test_nothing_is_said_of_words_that_were_tampered_with(client, publish):
    publish(seed_content())
    publish(seed_content(headline=Words("New", "新")), now=REVIEWED + DAY)
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE editorial_edition SET content = REPLACE(content, 'safely', 'surely') WHERE number = 1"
        )

    assert history(client)[0][1] == "English · 中文"


def test_notices_are_told_with_their_days(client, publish, lead):
    edition = publish(seed_content())
    lift(put_up(edition, by=lead, now=REVIEWED), by=lead, now=REVIEWED + DAY)
    put_up(edition, by=lead, kind=Kind.CLOSED, source=Source.REGISTRY, now=REVIEWED + 2 * DAY)

    page = page_of(client)

    assert [words_of(line) for line in page.select("h2 + ul li")] == [
        "From 17 May 2026 until now: Closed: the registry says that this trial takes no new people any more.",
        "From 15 May 2026 to 16 May 2026: "
        "Paused: the hospital says that no new people are taken in at the moment.",
    ]


def test_notice_of_one_day_is_told_with_its_times(client, publish, lead):
    edition = publish(seed_content())
    at_noon = REVIEWED.replace(hour=4, minute=5)
    lift(put_up(edition, by=lead, now=at_noon), by=lead, now=at_noon + timedelta(hours=2))

    line = words_of(page_of(client).select_one("h2 + ul li"))

    assert line == (
        "From 15 May 2026, 12:05 to 15 May 2026, 14:05: "
        "Paused: the hospital says that no new people are taken in at the moment."
    )


@pytest.mark.parametrize("count", [EDITIONS_A_PAGE + 1, EDITIONS_A_PAGE + 3])
def test_long_history_is_cut_into_pages_and_asks_no_more(client, publish, django_assert_num_queries, count):
    for number in range(count):
        publish(seed_content(headline=Words(f"Words {number}", f"文字{number}")), now=REVIEWED + number * DAY)
    client.get(f"{TRIAL}history/")

    with django_assert_num_queries(7):
        newest = history(client)

    assert [edition[1] for edition in newest] == ["Changed: headline."] * EDITIONS_A_PAGE
    assert history(client, query="?page=2")[-1][1] == "First edition."


def test_history_of_nothing_is_not_found(client, home):
    assert client.get(f"{TRIAL}history/").status_code == 404


def test_history_leaves_out_an_edition_whose_end_was_forged(client, publish):
    forged = publish(seed_content())
    kept = publish(seed_content(headline=Words("New", "新")), now=REVIEWED + DAY)
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_edition SET ended_reason = 'withdrawn' WHERE id = %s", [forged.pk])

    assert history(client) == [["Edition 2, published 16 May 2026", "English · 中文", f"Code: {kept.digest}"]]


def test_history_does_not_tell_of_a_forged_end_in_force(client, publish):
    edition = publish(seed_content())
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_edition SET ended_at = published_at WHERE id = %s", [edition.pk])

    answers = [client.get(address).status_code for address in (TRIAL, f"{TRIAL}history/")]

    assert answers == [503, 404]
