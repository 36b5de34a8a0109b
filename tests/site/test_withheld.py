"""A page published in English only, asked for in Chinese: facts, and never English prose."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.site.acts import put_up
from tests.site.seed import seed_content
from tests.site.seen import facts, headings, soup, texts_by_language, words_of

CHINESE = "/zh-hans/trials/nct06279026/"
HOSPITAL = "The Second Affiliated Hospital of Soochow University, Suzhou, China"
LATIN_WORD = re.compile("[A-Za-z]{4,}")
# Names that are the same in every language: the registry's, the site's, the other language's, the number.
NAMES = {"ClinicalTrials", "Find", "Trial", "English", "editors", "example"}


@pytest.fixture
def page(client, publish, settings):
    settings.DEMO = False
    publish(seed_content().withhold_chinese())
    return soup(client.get(CHINESE).content)


def test_chinese_page_gives_the_facts_that_need_no_translation(page):
    assert headings(page, "h1") == ["试验NCT06279026"]
    assert facts(page) == {
        "试验登记号": "NCT06279026（ClinicalTrials.gov）",
        "年龄": "18岁及以上",
        "性别": "不限",
        "研究分期": "不适用（NA）",
        "研究类型": "干预性研究",
        "计划入组人数": "15人（预计）",
        "地点": "1家研究中心，在中国",
        "开始日期": "2024年4月1日",
    }


def test_chinese_page_says_that_its_text_is_not_there_and_leads_to_the_english(page):
    link = page.select_one("main a.way")

    assert words_of(page.select_one(".notice")) == "本页的中文内容还没有发布，这里只显示登记处的基本信息。"
    assert (words_of(link), link["href"], link["hreflang"]) == ("阅读英文版", "/en/trials/nct06279026/", "en")


def test_chinese_page_holds_no_english_but_names(page):
    english = [text for lang, text in texts_by_language(page) if lang == "en"]

    assert set(english) == {"English", "ClinicalTrials.gov", "Find a Trial", HOSPITAL}


def test_chinese_page_is_not_for_search_engines(page):
    assert page.select_one("meta[name=robots]")["content"] == "noindex"


def test_english_page_names_no_chinese_alternate(client, publish, settings):
    settings.DEMO = False
    publish(seed_content().withhold_chinese())

    page = soup(client.get("/en/trials/nct06279026/").content)

    assert [link["hreflang"] for link in page.select("link[hreflang]")] == ["en", "x-default"]


@pytest.mark.parametrize("part", ["sites/", "print/"])
def test_parts_of_the_chinese_page_give_the_facts_too(client, publish, part):
    publish(seed_content().withhold_chinese())

    assert headings(soup(client.get(CHINESE + part).content), "h1") == ["试验NCT06279026"]


def test_chinese_page_holds_no_english_prose_in_any_state(client, publish, settings, lead):
    settings.DEMO = False
    late = timezone.localdate() - timedelta(days=200)
    edition = publish(
        seed_content().withhold_chinese(), review_due=late, byline_en="a haematologist", byline_zh_hans=""
    )
    put_up(edition, by=lead)

    page = soup(client.get(CHINESE).content)

    words = {word for _lang, text in texts_by_language(page) for word in LATIN_WORD.findall(text)}
    assert words - NAMES - set(LATIN_WORD.findall(HOSPITAL)) == set()
    assert [len(page.select(part)) for part in ("section.urgent", "section.notice", ".review strong")] == [
        1,
        1,
        1,
    ]


def test_chinese_page_gives_advice_review_and_the_way_to_its_history(page):
    said = [words_of(part) for part in page.select(".standing li, .standing + p, .review__line, .onward")]

    assert said == [
        "在ClinicalTrials.gov上查看 →",
        "请不要因为本页内容停止或推迟任何治疗。",
        "如果有人收钱说能让您参加试验，请先向医院核实。",
        "本页只提供信息，不构成医疗建议。请咨询您的医生。",
        "由Find a Trial编辑团队于2026年5月15日最后审核。",
        "本页的历次版本",
    ]
