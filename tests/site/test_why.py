import pytest

from editorial.content import Words
from tests.site.seed import seed_content
from tests.site.seen import article, section, words_of


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["Potential benefit", "Possible harms"]),
        ("zh-hans", ["可能的获益", "可能的风险和不适"]),
    ],
)
def test_benefit_and_harm_are_neighbours_of_equal_rank(lang, expected):
    why = section(article(seed_content(), lang), "why")

    pair = why.select(".pair > .block > h3")

    assert [words_of(heading) for heading in pair] == expected
    assert pair[0].parent.find_next_sibling() is pair[1].parent


def test_benefit_and_harm_are_in_no_disclosure():
    assert section(article(seed_content()), "why").find_parents("details") == []


def test_section_says_benefit_harm_unknown_and_similar_studies():
    why = section(article(seed_content()), "why")

    assert [words_of(heading) for heading in why.find_all("h3")] == [
        "Potential benefit",
        "Possible harms",
        "What is not known",
        "How similar studies have performed",
    ]


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_what_is_not_known_stands_in_a_block_like_benefit_and_harm(lang):
    content = seed_content(not_known=Words("Whether it helps.", "是否有效。"))

    unknown = section(article(content, lang), "why").select(".section__body > .block--card")

    assert [block.h3.name for block in unknown] == ["h3"]
    assert [words_of(block.p) for block in unknown] == [content.not_known.in_language(lang)]
