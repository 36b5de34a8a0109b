from dataclasses import replace

import pytest

from editorial.content import Words
from editorial.findings import Weight
from tests.site.seed import seed_content
from tests.trials.glossary.words import CAR_T, MYELOMA, SMALL
from trials import checks
from trials.checks.terms import approved_terms
from trials.content import Explanation
from trials.glossary.terms import Glossary


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


def explaining(*terms):
    words = tuple(Explanation(term.key, term.named, term.meaning) for term in terms)
    return replace(seed_content(), schema=3, explanations=words)


def test_explained_words_nobody_confirmed_are_one_advisory_finding():
    terms = [
        replace(MYELOMA, key=f"term-{n}", en=f"word {n}", abbreviation="", to_confirm=n > 1) for n in range(8)
    ]

    [finding] = found(explaining(*terms), Glossary(tuple(terms)))

    assert (finding.key, finding.weight) == ("term-to-confirm|explanations||", Weight.ADVISORY)
    assert finding.message == (
        "6 words explained here are still to be confirmed: word 2, word 3, word 4, word 5, word 6 …"
    )


def test_one_word_to_be_confirmed_is_named_alone():
    term = replace(MYELOMA, to_confirm=True)

    [finding] = found(explaining(term), Glossary((term,)))

    assert finding.message == "1 word explained here is still to be confirmed: multiple myeloma (MM)"


def test_confirmed_explanations_say_nothing():
    assert found(explaining(MYELOMA), Glossary((MYELOMA, replace(CAR_T, to_confirm=True)))) == []


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
