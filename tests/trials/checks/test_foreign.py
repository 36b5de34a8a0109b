"""Each language in its own text: Chinese in English, English in Chinese, and what may stay."""

import pytest

from editorial.content import Words
from editorial.findings import Weight
from tests.site.seed import seed_content
from trials.checks.foreign import language_of_parts
from trials.content import Organisation, Source, TrialContent
from trials.glossary.terms import Glossary, Term

GILBERT = Glossary((Term(key="gilbert", en="Gilbert syndrome", zh="Gilbert综合征"),))


def found(content: TrialContent, glossary: Glossary = GILBERT) -> list[tuple[str, str, str, str]]:
    findings = language_of_parts(content, glossary=glossary)
    return [(each.check, each.field, each.language, each.found) for each in findings]


def in_costs(chinese: str, **changes: object) -> list[tuple[str, str]]:
    """What is found in a Chinese text on costs, by check."""
    content = seed_content(costs=Words("Costs.", chinese), **changes)
    return [(check, what) for check, field, _lang, what in found(content) if field == "costs"]


def test_seed_has_nothing_foreign_but_what_the_glossary_names():
    assert found(seed_content()) == []


def test_without_the_glossary_the_seeds_one_english_word_is_a_hint():
    [finding] = language_of_parts(seed_content())

    assert (finding.check, finding.key, finding.weight) == (
        "english-word",
        "english-word|criteria|i16.text|zh-hans",
        Weight.ADVISORY,
    )
    assert finding.message == (
        "The Chinese of “criterion i16” holds English words: “Gilbert”. Translate them, or write them "
        "under “Names that stay foreign” or into the glossary."
    )


def test_chinese_in_english_blocks_and_is_named():
    content = seed_content(costs=Words("Ask the 机构办公室 in 苏州.", "费用"))

    [finding] = language_of_parts(content, glossary=GILBERT)

    assert (finding.check, finding.weight, finding.overridable, finding.language) == (
        "han-in-english",
        Weight.BLOCKING,
        True,
        "en",
    )
    assert finding.message == (
        "The English of “costs and payments” holds Chinese: “机构办公室”, “苏州”. Translate it, or write it "
        "under “Names that stay foreign”."
    )


def test_chinese_name_that_is_meant_is_let_through():
    content = seed_content(costs=Words("Ask 苏州 2 院 first.", "费用"), foreign_words=("苏州 2 院",))

    assert found(content) == []


def test_passage_left_in_english_blocks_and_is_named():
    content = seed_content(costs=Words("Free.", "费用：the study drug is free of charge。"))

    [finding] = language_of_parts(content, glossary=GILBERT)

    assert (finding.check, finding.weight, finding.overridable, finding.language) == (
        "untranslated",
        Weight.BLOCKING,
        True,
        "zh-hans",
    )
    assert finding.message == (
        "The Chinese of “costs and payments” holds a passage in English: “the study drug is free of charge”. "
        "Translate it, or write it under “Names that stay foreign”."
    )


@pytest.mark.parametrize(
    "text",
    [
        "血红蛋白≥60 g/L，肌酐≤2.5 mg/dL，血压120 mmHg，5 mmol/L",
        "口服100 mg po qd bid，30 mL/min",
        "BCMA、HBsAg、CAR-T、mRNA、QTcB、UTAA17、NCT06279026、CYP3A4",
        "见https://clinicaltrials.gov/study/NCT06279026，或ClinicalTrials.gov，或ask.us@example.org",
        "试剂code_of_the_study与p.Val600Glu突变",
        "NYHA III级、ECOG 0或1分",
    ],
)
def test_units_codes_addresses_and_abbreviations_are_let_through(text):
    assert in_costs(text) == []


@pytest.mark.parametrize(
    ("text", "check", "what"),
    [
        ("请到Mayo诊所", "english-word", "“Mayo”"),
        ("抗体anti-CD19与pembrolizumab", "english-word", "“anti”, “pembrolizumab”"),
        ("由Mayo Clinic支付", "english-word", "“Mayo”, “Clinic”"),
        ("由Mayo Clinic Rochester支付", "untranslated", "“Mayo Clinic Rochester”"),
        ("至少 at least 3 prior lines 治疗", "untranslated", "“at least 3 prior lines”"),
        ("Not yet decided", "untranslated", "“Not yet decided”"),
    ],
)
def test_words_are_hints_and_passages_block(text, check, what):
    assert in_costs(text) == [(check, what)]


def test_english_words_parted_by_chinese_are_no_passage():
    assert in_costs("用alpha、beta和gamma") == [("english-word", "“alpha”, “beta”, “gamma”")]


@pytest.mark.parametrize("name", ["Mayo Clinic Rochester", "IMWG Working Group of Europe"])
def test_name_that_stays_foreign_is_let_through(name):
    assert in_costs(f"由{name}支付", foreign_words=(name,)) == []


def test_sponsor_named_in_a_chinese_text_is_let_through():
    name = "PersonGen BioTherapeutics (Suzhou) Co., Ltd."

    assert in_costs(f"由申办者（{name}）支付") == []
    assert in_costs(f"由申办者（{name}）支付", sponsor=None) == [
        ("untranslated", "“PersonGen BioTherapeutics (Suzhou) Co., Ltd”")
    ]


def test_names_of_sponsor_and_sources_may_stay_english():
    content = seed_content(
        sponsor=Organisation(Words("A", "The Institute of Things"), "OTHER"),
        sources=(Source("q1", Words("A", "A long title in English"), "https://a.org", ""),),
    )

    assert found(content) == []


def test_withheld_chinese_is_not_looked_at():
    assert found(seed_content(costs=Words("Free", "the drug is free")).withhold_chinese()) == []


def test_more_than_five_words_are_cut_short():
    words = "、".join(f"word{letter}" for letter in "abcdefg")

    [(_check, what)] = in_costs(words)

    assert what == "“worda”, “wordb”, “wordc”, “wordd”, “worde” …"
