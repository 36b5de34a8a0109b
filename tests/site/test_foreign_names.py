"""Names an editor marked as staying foreign carry their language on the public page, whatever their shape."""

import pytest

from editorial.content import Words
from tests.site.seed import seed_content
from tests.site.seen import article

NAMES = ("CARVYKTI", "Mayo", "IMWG Group", "iRx", "苏州 2 院")


def marked(lang: str, words: Words, names: tuple[str, ...] = NAMES) -> list[tuple[str, str]]:
    """What carries a language in the costs of the page, with that language."""
    page = article(seed_content(costs=words, foreign_words=names), lang)
    [text] = [each for each in page.select("p") if words.in_language(lang) in each.text]
    return [(each["lang"], each.text) for each in text.select("[lang]")]


@pytest.mark.parametrize("name", NAMES[:4])
def test_name_in_chinese_is_marked_as_english(name):
    assert marked("zh-hans", Words("Costs", f"付费由{name}支付")) == [("en", name)]


def test_name_of_capitals_is_not_marked_unless_it_is_named():
    assert marked("zh-hans", Words("Costs", "付费由CARVYKTI支付"), ()) == []


def test_name_inside_a_longer_word_is_not_marked():
    assert marked("zh-hans", Words("Costs", "付费见iRxB与2CARVYKTI")) == []


def test_chinese_name_in_english_is_marked_whole():
    words = Words("Costs: ask 苏州 2 院 or 上海", "费用")

    assert marked("en", words) == [("zh-Hans", "苏州 2 院"), ("zh-Hans", "上海")]


def test_latin_name_in_english_is_no_stranger():
    assert marked("en", Words("Costs are paid by CARVYKTI and Mayo", "费用")) == []
