"""A denial that stands in one language only is told to the editor, and only then."""

from dataclasses import replace

import pytest

from editorial.content import CHINESE, ENGLISH, Words
from editorial.findings import Weight
from tests.site.seed import seed_content
from trials.checks import negation
from trials.content import Criterion, TrialContent


def saying(english: str, chinese: str) -> TrialContent:
    criterion = Criterion("e1", "exclusion", 1, False, "editors", Words(english, chinese))
    return replace(seed_content(), criteria=(criterion,))


def told(english: str, chinese: str) -> list[tuple[str, str, str]]:
    return [
        (finding.language, finding.expected, finding.found)
        for finding in negation.same_negations(saying(english, chinese))
    ]


def test_lost_denial_is_advised_of() -> None:
    [finding] = negation.same_negations(saying("Patients who have not recovered.", "已恢复的患者。"))

    assert (finding.weight, finding.key) == (Weight.ADVISORY, "negation|criteria|e1.text|zh-hans")
    assert finding.message == (
        "“criterion e1”: one language denies more than the other (English: not; Chinese: –). "
        "See whether both say the same."
    )


@pytest.mark.parametrize(
    ("english", "chinese", "found"),
    [
        ("Can be measured.", "不可测量。", (ENGLISH, "不", "")),
        ("No infection, except of the skin.", "无感染，皮肤感染也算。", (CHINESE, "no; except", "无")),
        ("Not pregnant and not breast-feeding.", "未妊娠，正在哺乳。", (CHINESE, "not; not", "未")),
        ("Unable to walk.", "能够行走。", (CHINESE, "unable", "")),
        ("Non-small cell lung cancer", "小细胞肺癌", (CHINESE, "non-small cell lung cancer", "")),
    ],
)
def test_difference_names_the_words(english, chinese, found):
    assert told(english, chinese) == [found]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Unable to undergo transplantation.", "无法进行移植。"),
        ("Including, but not limited to, angina.", "包括但不限于心绞痛。"),
        (
            "Other malignancies other than MM, except carcinoma in situ.",
            "除MM以外的其他恶性肿瘤，原位癌除外。",
        ),
        ("Uncontrolled infection.", "未控制的感染。"),
        ("Not suitable unless treated.", "不适合，除非已接受治疗。"),
        ("No more than 3 lines.", "不超过3线。"),
        ("Not less than 3 months; under 18.", "至少3个月；未满18岁。"),
        ("Adverse reactions at different times.", "不同时间的不良反应。"),
        ("Whether it helps.", "是否有效。"),
        ("Did not respond to treatment.", "难治性。"),
        ("Refractory disease.", "治疗无效。"),
        ("Free of infection; free light chains; free of charge.", "无感染；游离轻链；免费。"),
        ("Progression-free survival.", "无进展生存期。"),
        ("NSCLC", "非小细胞肺癌（NSCLC）"),
        ("Male or female.", "性别不限。"),
        ("Regardless of what was given before.", "无论既往用药如何。"),
        ("Nobody can join.", "不能参加。"),
        ("Minors and future patients.", "未成年人和未来的患者。"),
    ],
)
def test_same_meaning_in_other_words_is_no_difference(english, chinese):
    assert told(english, chinese) == []


def test_lines_are_compared_one_by_one() -> None:
    assert told("No fever.\nPain.", "发热。\n无疼痛。") == [(CHINESE, "no", "无")]


def test_turn_of_phrase_in_a_long_paragraph_is_let_pass() -> None:
    sentences = "One. Two. Three. Four. Five."

    assert told(f"{sentences} Take care.", "一。二。三。四。五。不要大意。") == []
