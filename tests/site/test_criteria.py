from dataclasses import replace

import pytest

from editorial.content import Words
from tests.site.seed import SEED, seed_content
from tests.site.seen import article, headings, section, words_of
from trials.content import Criterion
from trials.site.criteria import criteria_groups


def row(key, level=1, group="inclusion", source="registry"):
    return Criterion(key, group, level, False, source, Words(f"Text {key}", f"文字{key}"))


def numbers(items):
    return [(item.anchor, item.number, numbers(item.items)) for item in items]


def test_rows_become_a_tree_with_numbers_and_anchors():
    [group] = criteria_groups([row("i1"), row("i9"), row("i3", 2), row("i4", 3), row("i2", 2)], lang="en")

    assert numbers(group.items) == [
        ("i1", "1", []),
        ("i9", "2", [("i3", "2.1", [("i4", "2.1.1", [])]), ("i2", "2.2", [])]),
    ]


def test_row_that_skips_a_level_belongs_to_the_nearest_row_above():
    [group] = criteria_groups([row("i1"), row("i2", 3), row("i3", 2)], lang="en")

    assert numbers(group.items) == [("i1", "1", [("i2", "1.1", []), ("i3", "1.2", [])])]


def test_first_row_may_be_deep():
    [group] = criteria_groups([row("i1", 2), row("i2")], lang="en")

    assert numbers(group.items) == [("i1", "1", []), ("i2", "2", [])]


def test_groups_come_inclusion_first_and_count_anew():
    groups = criteria_groups([row("e1", group="exclusion"), row("i1"), row("o1", group="other")], lang="en")

    assert [(group.anchor, numbers(group.items)) for group in groups] == [
        ("inclusion", [("i1", "1", [])]),
        ("exclusion", [("e1", "1", [])]),
        ("other", [("o1", "1", [])]),
    ]


def test_rows_of_a_group_nobody_knows_are_not_lost():
    groups = criteria_groups([row("x1", group="waiver"), row("i1")], lang="en")

    assert [(group.anchor, numbers(group.items)) for group in groups] == [
        ("inclusion", [("i1", "1", [])]),
        ("waiver", [("x1", "1", [])]),
    ]


def test_seed_has_ten_and_ten_inclusion_and_eleven_exclusion_criteria():
    criteria = section(article(seed_content()), "criteria")

    inclusion, exclusion = criteria.select("details > ul")

    assert len(inclusion.find_all("li", recursive=False)) == 10
    assert len(inclusion.select("li li")) == 10
    assert len(exclusion.find_all("li")) == 11


def test_number_seen_stands_beside_the_anchor_that_stays():
    item = article(seed_content(), "zh-hans").find(id="i5")

    assert words_of(item) == "3.2 血清单克隆蛋白（M蛋白）水平≥10 g/L。"


def test_anchors_are_the_same_in_both_languages():
    en, zh = (
        [item["id"] for item in section(article(seed_content(), lang), "criteria").find_all("li")]
        for lang in ("en", "zh-hans")
    )

    assert en == zh
    assert en[:4] == ["i1", "i2", "i3", "i4"]


def test_disclosure_has_its_own_heading_and_the_words_of_the_seed():
    criteria = section(article(seed_content(), "zh-hans"), "criteria")

    assert words_of(criteria.h2) == "参加条件（给您和医生看）"
    assert words_of(criteria.summary) == SEED["zh-hans"]["eligibility"]["toggle"]
    assert headings(criteria.details, "h3") == ["入选标准", "排除标准"]


def test_registry_wording_is_labelled_and_its_translation_owned_up_to():
    labels = [
        words_of(section(article(seed_content(), lang), "criteria").select_one(".from"))
        for lang in ("en", "zh-hans")
    ]

    assert labels == ["From the registry, 22 Aug 2026", "摘自登记处，2026年8月22日；中文由编辑翻译"]


def test_editors_wording_among_the_registrys_is_marked_at_its_row():
    page = article(seed_content(criteria=(row("i1"), row("i2", source="editors"))))

    assert page.find(id="i1").select(".from") == []
    assert words_of(page.find(id="i2").select_one(".from")) == "In the editors’ words"


def test_criteria_all_in_the_editors_words_have_no_label():
    page = article(seed_content(criteria=(row("i1", source="editors"),)))

    assert section(page, "criteria").select(".from") == []


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_criteria_lead_to_the_self_check_where_there_is_one(lang):
    marked = replace(row("i1"), who_can_tell="you")

    page = article(seed_content(criteria=(marked, row("i2"))), lang)

    addresses = [link["href"] for link in section(page, "criteria").select(".onward")]
    assert addresses == [f"/{lang}/trials/nct06279026/check/"]


def test_criteria_nobody_marked_and_drafts_lead_to_no_self_check():
    marked = replace(row("i1"), who_can_tell="you")
    pages = (
        article(seed_content(criteria=(row("i1"),))),
        article(seed_content(criteria=(marked,)), preview=True, last_reviewed=None, review_due=None),
    )

    assert [section(page, "criteria").select(".onward") for page in pages] == [[], []]
