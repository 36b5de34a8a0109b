"""The article of a trial as a whole: order of sections, outline, languages, two on one screen."""

import re
from itertools import pairwise

import pytest

from editorial.content import Words
from tests.site.publishing import site_settings
from tests.site.seed import seed_content
from tests.site.seen import article, headings, outline, words_of

ORDER = [
    "At a glance",
    "What this trial studies",
    "Who should consider this trial",
    "What taking part involves",
    "Why it matters",
    "Costs and payments",
    "Your choice and your rights",
    "Where this trial is running",
    "Study contacts",
    "How to participate",
    "Eligibility criteria, for you and your doctor",
    "Questions to ask",
    "Take this to your doctor",
    "Words explained",
    "For doctors: registry facts",
    "About this page",
]


IN_CHINESE = [
    "一分钟了解",
    "这项试验研究什么",
    "哪些人可以考虑参加",
    "参加要做什么",
    "为什么重要",
    "费用和补偿",
    "您的选择和权利",
    "试验开展地点",
    "研究联系人",
    "如何参加",
    "参加条件（给您和医生看）",
    "可以问医生的问题",
    "带给医生看",
    "词语解释",
    "医生用：登记信息",
    "关于本页",
]


def sections(page):
    return [words_of(heading) for heading in page.select(".section > h2")]


@pytest.mark.parametrize(("lang", "expected"), [("en", ORDER), ("zh-hans", IN_CHINESE)])
def test_sections_stand_in_the_order_of_the_page_design(lang, expected):
    assert sections(article(seed_content(), lang)) == expected


def test_outline_is_the_same_in_both_languages():
    assert outline(article(seed_content(), "en")) == outline(article(seed_content(), "zh-hans"))


def test_outline_has_one_h1_and_skips_no_level():
    levels = [int(name[1]) for name in outline(article(seed_content()))]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_section_without_text_is_left_out():
    page = article(seed_content(costs=Words("", ""), taking_part=(), explanations=()))

    left_out = {"Costs and payments", "What taking part involves", "Words explained"}
    assert sections(page) == [heading for heading in ORDER if heading not in left_out]


@pytest.mark.parametrize(("lang", "html_lang"), [("en", "en"), ("zh-hans", "zh-Hans")])
def test_article_says_its_language(lang, html_lang):
    assert article(seed_content(), lang).article["lang"] == html_lang


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_ids_are_never_used_twice(lang):
    ids = [tag["id"] for tag in article(seed_content(), lang).find_all(id=True)]

    assert len(ids) == len(set(ids))


EMPTY = Words("", "")
BARE = {"what_it_studies": EMPTY, "costs": EMPTY, "taking_part": (), "criteria": (), "explanations": ()}


@pytest.mark.parametrize("changes", [{}, BARE])
def test_links_within_the_page_lead_to_something(changes):
    page = article(seed_content(**changes))

    targets = {link["href"][1:] for link in page.select('a[href^="#"]')}

    assert targets - {tag["id"] for tag in page.find_all(id=True)} == set()


def test_list_of_what_is_on_the_page_keeps_the_order_of_its_sections():
    page = article(seed_content(), "zh-hans")

    listed = [link["href"][1:] for link in page.select(".toc a")]

    assert listed == [section["id"] for section in page.select(".section") if section["id"] in listed]
    assert len(listed) == 10


def test_list_of_what_is_on_the_page_leaves_out_what_is_not():
    page = article(seed_content(**BARE))

    assert [link["href"] for link in page.select(".toc a")] == [
        "#fit",
        "#why",
        "#places",
        "#contacts",
        "#questions",
        "#about",
    ]


def test_questions_of_the_top_name_the_same_places_in_the_list():
    page = article(seed_content())

    ways = {words_of(link): link["href"] for link in page.select(".top__ways a")}

    listed = {words_of(link): link["href"] for link in page.select(".toc a")}
    assert ways == {"Is it for me?": "#fit", "Whom to ask": "#contacts"}
    assert {name: listed[name] for name in ways} == ways


def test_markup_in_a_text_is_shown_and_not_obeyed():
    page = article(seed_content(headline=Words("<script>alert(1)</script> & more", "x")))

    assert page.find("script") is None
    assert words_of(page.h1) == "<script>alert(1)</script> & more"


def test_draft_without_a_headline_is_headed_by_its_number():
    page = article(seed_content(headline=Words("", "")))

    assert headings(page, "h1") == ["NCT06279026"]


def test_page_holds_at_most_six_disclosures_and_none_inside_criteria():
    page = article(seed_content())

    assert len(page.find_all("details")) <= 6
    assert len(page.select("#criteria details")) == 1
    assert page.select("details details") == []


def test_brand_comes_from_the_settings_and_not_from_templates():
    unnamed = site_settings(editorial_team_en="The team at Example", site_name_en="Example")

    page = article(seed_content(summary=Words("A.", "甲。")), site=unnamed)

    assert re.findall("Find a Trial", page.get_text()) == []
