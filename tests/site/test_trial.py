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


def test_sections_stand_in_the_order_of_the_page_design():
    assert headings(article(seed_content()), "h2") == ORDER


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
    assert headings(page, "h2") == [heading for heading in ORDER if heading not in left_out]


@pytest.mark.parametrize(("lang", "html_lang"), [("en", "en"), ("zh-hans", "zh-Hans")])
def test_article_says_its_language(lang, html_lang):
    assert article(seed_content(), lang).article["lang"] == html_lang


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_ids_are_never_used_twice(lang):
    ids = [tag["id"] for tag in article(seed_content(), lang).find_all(id=True)]

    assert len(ids) == len(set(ids))


def test_links_within_the_page_lead_to_something():
    page = article(seed_content())

    targets = {link["href"][1:] for link in page.select('a[href^="#"]')}

    assert targets == {"fit", "contacts", "criteria", "word-t1"}
    assert targets <= {tag["id"] for tag in page.find_all(id=True)}


def test_markup_in_a_text_is_shown_and_not_obeyed():
    page = article(seed_content(headline=Words("<script>alert(1)</script> & more", "x")))

    assert page.find("script") is None
    assert words_of(page.h1) == "<script>alert(1)</script> & more"


def test_draft_without_a_headline_is_headed_by_its_number():
    page = article(seed_content(headline=Words("", "")))

    assert headings(page, "h1") == ["NCT06279026"]


def test_page_holds_at_most_six_disclosures_and_none_inside_criteria():
    page = article(seed_content())

    assert len(page.find_all("details")) == 1
    assert page.select("details details") == []


def test_brand_comes_from_the_settings_and_not_from_templates():
    unnamed = site_settings(editorial_team_en="The team at Example", site_name_en="Example")

    page = article(seed_content(summary=Words("A.", "甲。")), site=unnamed)

    assert re.findall("Find a Trial", page.get_text()) == []
