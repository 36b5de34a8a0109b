from dataclasses import replace

import pytest

from editorial.content import Words
from editorial.findings import Weight
from tests.site.seed import seed_content
from tests.trials.glossary.words import SMALL
from trials import checks
from trials.checks.terms import approved_terms


def found(content, glossary=SMALL):
    return [
        finding for finding in checks.run(content, glossary=glossary) if finding.check.startswith("term-")
    ]


def test_missing_terms_of_a_text_are_one_advisory_finding():
    words = Words("CAR-T for multiple myeloma.", "治疗骨髓癌的新疗法。")

    [finding] = found(seed_content(costs=words))

    assert (finding.key, finding.weight, finding.expected) == (
        "term-missing|costs||zh-hans",
        Weight.ADVISORY,
        "CAR-T, 多发性骨髓瘤",
    )
    assert finding.message == (
        "The Chinese of “costs and payments” does not use approved words of the glossary: "
        "CAR-T = CAR-T, multiple myeloma = 多发性骨髓瘤."
    )


def test_forbidden_wording_blocks_unless_a_signer_says_why():
    words = Words("Tell the team about any adverse event.", "出现任何不良反应，请告诉研究团队。")

    [finding] = found(seed_content(costs=words))

    assert (finding.key, finding.weight, finding.overridable) == (
        "term-forbidden|costs||zh-hans",
        Weight.BLOCKING,
        True,
    )
    assert (finding.expected, finding.found) == ("不良事件", "不良反应")


@pytest.mark.parametrize(
    "words",
    [
        Words("Multiple myeloma.", "多发性骨髓瘤。"),
        Words("Multiple myeloma.", "MM。"),
        Words("Multiple myeloma.", ""),
        Words("Money.", "不良反应"),
    ],
)
def test_right_unwritten_and_other_chinese_is_left_alone(words):
    assert found(seed_content(costs=words)) == []


def test_finding_names_the_criterion():
    content = seed_content()
    rows = (replace(content.criteria[0], text=Words("MM", "癌")), *content.criteria[1:])

    [finding] = found(replace(content, criteria=rows))

    assert (finding.field, finding.place) == ("criteria", "i1.text")


def test_official_chinese_is_not_ours_to_word():
    content = seed_content()
    rows = (replace(content.criteria[0], source="official", text=Words("MM", "癌")), *content.criteria[1:])

    assert found(replace(content, criteria=rows)) == []


def test_withheld_chinese_says_nothing():
    content = seed_content(costs=Words("Multiple myeloma.", "癌")).withhold_chinese()

    assert list(approved_terms(content, glossary=SMALL)) == []
