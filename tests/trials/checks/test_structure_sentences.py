"""A sentence lost in translation shows in the count."""

import pytest

from editorial.content import Words
from editorial.findings import Weight
from tests.site.seed import seed_content
from trials.checks.structure import as_many_sentences, sentences_in


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("No end", 0),
        ("One. Two? Three!", 3),
        ("See ClinicalTrials.gov for 2.5 mg.", 1),
        ("Made by PersonGen Co., Ltd. in Suzhou.", 1),
        ("一。二？三！", 3),
        ("He said “no.” Then he left.", 2),
    ],
)
def test_sentences_are_counted_by_their_ends(text, count):
    assert sentences_in(text) == count


def test_many_sentences_less_in_chinese_are_advised_of() -> None:
    content = seed_content(costs=Words("One. Two. Three.", "一。"))

    [finding] = as_many_sentences(content)

    assert (finding.key, finding.weight) == ("sentence-count|costs||zh-hans", Weight.ADVISORY)
    assert finding.message == "“costs and payments” has 3 sentences in English, but 1 in Chinese."


@pytest.mark.parametrize(
    "words",
    [
        Words("One. Two.", "一，二。"),
        Words("One. Two. Three. Four. Five.", "一二。三四。五。"),
        Words("One. Two. Three.", ""),
        Words("One. Two. Three.", None),
    ],
)
def test_sentences_joined_in_chinese_are_let_pass(words):
    assert list(as_many_sentences(seed_content(costs=words))) == []
