from dataclasses import replace

from tests.site.seed import seed_content, seed_facts, seed_site, words
from tests.site.seen import article, one_line, words_of


def top(content, lang="en", **changes):
    return article(content, lang, **changes).select_one(".top")


def test_top_says_headline_status_place_aim_two_ways_and_review_in_this_order():
    parts = [one_line(words_of(part)) for part in top(seed_content()).find_all(["h1", "p"])]

    assert parts == [
        "UTAA17 injection for treating relapsed or refractory multiple myeloma",
        "We cannot confirm that this trial is recruiting. The registry last said so on 26 February 2024. "
        "Ask the hospital before you travel.",
        "The Second Affiliated Hospital of Soochow University, Suzhou, Jiangsu",
        "This study is testing a new injection called UTAA17 to see if it can safely help people with "
        "relapsed or refractory multiple myeloma.",
        "Is it for me? Whom to ask",
        "Last reviewed 2026-05-15 by the Find a Trial editorial team.",
    ]


def test_top_in_chinese_says_the_same_parts():
    parts = [words_of(part) for part in top(seed_content(), "zh-hans").find_all(["h1", "p"])]

    assert parts == [
        "UTAA17注射液治疗复发或难治性多发性骨髓瘤",
        "无法确认是否还在招募。登记处上次写“招募中”是2024年2月26日，之后没有更新。去医院前请先问清。",
        "苏州大学附属第二医院（江苏省苏州市）",
        "这项研究正在测试一种名为UTAA17的新注射液，看它能否安全地帮助复发或难治性多发性骨髓瘤患者。",
        "适合我吗 找谁问",
        "由Find a Trial编辑团队于2026年5月15日最后审核。",
    ]


def test_top_of_several_sites_counts_them():
    two = (seed_site(), seed_site(key="s2", city=words("locations", "items", 0)))

    assert words_of(top(seed_content(sites=two)).select_one(".top__place")).startswith("2 sites (")


def test_stopped_trial_gives_the_reason_of_the_registry():
    facts = seed_facts(status="TERMINATED", why_stopped=replace(words("title"), en="Slow enrolment"))

    said = [words_of(part) for part in top(seed_content(facts=facts)).find_all("p")]

    assert said[1] == "Reason given by the registry: Slow enrolment"


def test_page_reviewed_in_time_has_no_notice():
    assert top(seed_content()).select(".notice") == []


def test_preview_says_that_it_is_a_draft():
    draft = top(seed_content(), preview=True, last_reviewed=None, review_due=None)

    assert [words_of(part) for part in draft.select(".notice, .top__review")] == [
        "This is a draft. Nobody has signed it off, and the public cannot see it.",
        "Not yet reviewed.",
    ]
