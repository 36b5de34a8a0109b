"""The words explained, from A to Z, as the trials in force explain them."""

from datetime import timedelta

import pytest
from django.db import connection

from editorial import triggers
from editorial.content import Words
from editorial.editions import end
from editorial.models import Edition
from tests.site.conftest import REVIEWED
from tests.site.seed import seed_content
from tests.site.seen import soup, words_of
from trials.content import Explanation
from trials.listing import end_listing
from trials.models import PublishedWord
from trials.site.glossary_pages import letters

MYELOMA = Explanation(
    "multiple-myeloma",
    Words("multiple myeloma (MM)", "多发性骨髓瘤（MM）"),
    Words("A cancer of plasma cells.", "浆细胞的癌症。"),
)
RESPONSE = Explanation(
    "objective-response-rate",
    Words("objective response rate (ORR)", "客观缓解率（ORR）"),
    Words("How many people a treatment helps.", "治疗对多少人有效。"),
)
SEVERE = Explanation(
    "severe-event", Words("severe event", "重度事件"), Words("It may end life.", "可能危及生命。")
)
RECOMBINED = Explanation(
    "recombinant", Words("recombinant", "重组"), Words("Put together anew.", "重新组合而成。")
)


@pytest.fixture(autouse=True)
def nothing_remembered():
    letters.cache_clear()


def trial(number, *explanations, **changes):
    trial_id = f"NCT0000000{number}"
    named = {"path": f"trials/{trial_id.lower()}/", "trial_id": trial_id}
    return seed_content(explanations=explanations, **named | changes)


def page(client, lang="en"):
    return soup(client.get(f"/{lang}/words/").content)


def entries(page):
    """Letter and term of each entry."""
    return [(words_of(term.find_previous("h2")), words_of(term)) for term in page.select(".terms dt")]


def explained(page, key):
    """What an entry says below its term."""
    dd = page.find(id=f"word-{key}").find_next("dd", class_="terms__meaning")
    return words_of(dd.p), [(words_of(link), link["href"]) for link in dd.select("a")]


def test_english_words_stand_by_their_letters(client, publish):
    publish(trial(1, RECOMBINED, MYELOMA))

    shown = page(client)

    assert entries(shown) == [("M", "multiple myeloma (MM)"), ("R", "recombinant")]
    assert [(words_of(link), link["href"]) for link in shown.select(".letters a")] == [
        ("M", "#letter-m"),
        ("R", "#letter-r"),
    ]
    assert [heading["id"] for heading in shown.main.find_all("h2")] == ["letter-m", "letter-r"]


def test_chinese_words_stand_by_their_sound_in_that_word(client, publish):
    publish(trial(1, SEVERE, RECOMBINED))

    assert entries(page(client, "zh-hans")) == [("C", "重组"), ("Z", "重度事件")]


def test_abbreviation_leads_to_its_word_under_its_own_letter(client, publish):
    publish(trial(1, RESPONSE))

    shown = page(client, "zh-hans")

    assert entries(shown) == [("K", "客观缓解率（ORR）"), ("O", "ORR")]
    [link] = shown.select('.terms a[href="#word-objective-response-rate"]')
    assert words_of(link) == "客观缓解率（ORR）"


def test_abbreviation_under_the_letter_of_its_word_is_not_repeated(client, publish):
    publish(trial(1, MYELOMA))

    assert entries(page(client)) == [("M", "multiple myeloma (MM)")]


def test_word_is_told_in_the_other_language_too(client, publish):
    publish(trial(1, MYELOMA))

    said = page(client).find(id="word-multiple-myeloma").find_next("dd")

    assert (words_of(said), said["lang"]) == ("多发性骨髓瘤（MM）", "zh-Hans")


def test_wording_of_the_newest_edition_wins(client, publish):
    newer = Explanation(MYELOMA.key, MYELOMA.term, Words("A blood cancer.", "一种血癌。"))
    publish(trial(1, newer), now=REVIEWED + timedelta(days=1))
    publish(trial(2, MYELOMA), now=REVIEWED)
    publish(trial(3, newer), now=REVIEWED + timedelta(days=2))

    assert explained(page(client), MYELOMA.key)[0] == "A blood cancer."


def test_word_leads_to_what_explains_it_on_the_page_of_its_trial(client, publish):
    publish(trial(1, MYELOMA))

    assert explained(page(client, "zh-hans"), MYELOMA.key)[1] == [
        ("NCT00000001", "/zh-hans/trials/nct00000001/#word-multiple-myeloma")
    ]


def test_trials_of_a_word_are_bounded_and_the_rest_counted(client, publish):
    for number in range(1, 6):
        publish(trial(number, MYELOMA, *[RECOMBINED] * (number == 4), *[SEVERE] * (number == 3)))

    shown = page(client)

    assert [name for name, _address in explained(shown, MYELOMA.key)[1]] == [
        "NCT00000005",
        "NCT00000004",
        "NCT00000003",
    ]
    assert words_of(shown.select_one(".terms__on")).endswith("and 2 more pages")


def test_withheld_chinese_is_in_the_english_list_alone(client, publish):
    publish(trial(1, MYELOMA).withhold_chinese())

    assert entries(page(client)) == [("M", "multiple myeloma (MM)")]
    assert entries(page(client, "zh-hans")) == []


def test_words_of_a_row_changed_in_the_database_are_not_shown(client, publish):
    publish(trial(1, MYELOMA))
    PublishedWord.objects.update(term_en="a cure", meaning_en="It heals.")

    assert entries(page(client)) == [("M", "multiple myeloma (MM)")]
    assert explained(page(client), MYELOMA.key)[0] == "A cancer of plasma cells."


def test_words_of_an_altered_edition_are_not_shown_and_raise_the_alarm(client, publish, caplog):
    publish(trial(1, MYELOMA))
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_edition SET content = REPLACE(content, 'plasma', 'other')")

    assert entries(page(client)) == []
    assert [record.levelname for record in caplog.records if record.name == "trials.site.tampered"] == [
        "CRITICAL"
    ]


def test_words_go_with_the_page_that_explained_them(client, publish):
    publish(trial(1, MYELOMA))
    publish(trial(2, SEVERE))
    assert len(entries(page(client))) == 2

    edition = Edition.objects.get(path="trials/nct00000002/")
    end(edition, Edition.End.WITHDRAWN, now=REVIEWED + timedelta(days=1), because=Words("A doubt.", ""))
    end_listing(edition)

    assert entries(page(client)) == [("M", "multiple myeloma (MM)")]


def test_list_without_a_word_says_so(client, home):
    assert [words_of(said) for said in page(client).main.find_all("p")] == [
        "No published page explains a word yet.",
        "See all trials",
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_database_as_often_for_three_trials_as_for_one(
    client, publish, django_assert_num_queries, count
):
    for number in range(1, count + 1):
        publish(trial(number, MYELOMA))
    client.get("/en/words/")

    with django_assert_num_queries(6):
        client.get("/en/words/")
    letters.cache_clear()
    with django_assert_num_queries(10):
        client.get("/en/words/")
