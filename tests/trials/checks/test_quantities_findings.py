"""What an editor is told where both languages do not state the same amounts."""

from dataclasses import replace

import pytest

from editorial.content import CHINESE, Words
from editorial.findings import Finding, Weight
from tests.site.seed import seed_content
from trials import checks
from trials.checks import quantities
from trials.content import Condition, Criterion, Organisation, TrialContent

SEED = seed_content()


def saying(english: str, chinese: str) -> TrialContent:
    criterion = Criterion("i1", "inclusion", 1, False, "editors", Words(english, chinese))
    return replace(SEED, criteria=(criterion,))


def told(english: str, chinese: str) -> list[tuple[str, str, str]]:
    return [
        (finding.check, finding.expected, finding.found)
        for finding in quantities.same_amounts(saying(english, chinese))
    ]


def test_finding_names_place_language_and_amounts() -> None:
    [finding] = quantities.same_amounts(saying("Plasma cells ≥ 10%.", "浆细胞≥70%。"))

    assert finding == Finding(
        check="number",
        weight=Weight.BLOCKING,
        overridable=True,
        field="criteria",
        place="i1.text",
        language=CHINESE,
        expected="≥ 10%",
        found="≥70%",
        message="criterion i1: the English says “≥ 10%”, the Chinese says “≥70%”.",
    )


@pytest.mark.parametrize(
    ("english", "chinese", "found"),
    [
        ("≥10 g/L", "≥10 mg/dL", [("unit", "≥10 g/L", "≥10 mg/dL")]),
        ("≥12 weeks", "≥12个月", [("unit", "≥12 weeks", "≥12个月")]),
        ("60 g/L", "60", [("unit", "60 g/L", "60")]),
        ("1.5 µmol/L", "1.5毫摩尔/升", [("unit", "1.5 µmol/L", "1.5毫摩尔/升")]),
        ("three prior lines", "三个周期", [("unit", "three prior lines", "三个周期")]),
        ("≥18 years", "≤18岁", [("comparator", "≥18 years", "≤18岁")]),
        ("≥18 years", ">18岁", [("comparator", "≥18 years", ">18岁")]),
        ("at least 3 months", "3个月", [("comparator", "at least 3 months", "3个月")]),
        ("within 6 months", "6个月后", [("comparator", "within 6 months", "6个月")]),
        ("NYHA class ≥III", "NYHA≥II级", [("number", "≥III", "≥II")]),
        ("0.75×10^9/L", "0.75×10⁶/L", [("number", "0.75×10^9/L", "0.75×10⁶/L")]),
        ("CD19 positive", "CD20阳性", [("number", "CD19", "CD20")]),
        ("two weeks", "三周", [("number", "two weeks", "三周")]),
        ("26 Feb 2026", "2026年2月27日", [("number", "26 Feb 2026", "2026年2月27日")]),
    ],
)
def test_difference_is_named(english, chinese, found):
    assert told(english, chinese) == found


def test_what_one_language_leaves_out_is_said_so() -> None:
    left_out = quantities.same_amounts(saying("Serum M-protein ≥10 g/L", "血清M蛋白"))
    put_in = quantities.same_amounts(saying("Serum M-protein", "血清M蛋白≥10 g/L"))

    assert [finding.message for finding in (*left_out, *put_in)] == [
        "criterion i1: the English says “≥10 g/L”, the Chinese does not.",
        "criterion i1: the Chinese says “≥10 g/L”, the English does not.",
    ]


def test_several_differences_of_a_text_are_one_finding() -> None:
    assert told("10 g/L; 200 mg", "70 g/L；900 mg") == [("number", "10 g/L; 200 mg", "70 g/L; 900 mg")]


def test_different_number_and_different_unit_are_two_findings() -> None:
    assert told("≥10 g/L; 12 weeks", "≥70 g/L；12个月") == [
        ("unit", "12 weeks", "12个月"),
        ("number", "≥10 g/L", "≥70 g/L"),
    ]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("UTAA17 is an infusion; UTAA17 is new.", "UTAA17是一种新的输注药物。"),
        ("HbA1c and SpO2 are normal.", "糖化血红蛋白和血氧饱和度正常。"),
        ("A patient with an infection", "一名感染患者"),
        ("Both medicines are used", "使用这两种药"),
        ("the two work together", "一起使用"),
        ("ECOG 0 or 1", "ECOG评分为0或1分"),
        ("longer than 470 ms in women or 450 ms in men", "女性超过470毫秒，男性超过450毫秒"),
        ("aged 18 to 75", "年龄≥18岁且≤75岁"),
        ("over 18 years", "18岁以上"),
        ("18 years or older", "18岁以上"),
        ("Phase 2", "II期"),
        ("18 months", "一年半"),
        ("more than 1 in 10 people", "超过十分之一的人"),
        ("one third of people", "三分之一的人"),
        ("in 5 years", "5年内"),
        ("ALT ≤ 2.5 times of upper limit of normal (ULN)", "ALT≤正常值上限（ULN）的2.5倍"),
        ("Patient Health Questionnaire-9 (PHQ-9)", "患者健康问卷-9（PHQ-9）"),
        ("beta-2 microglobulin", "β2微球蛋白"),
        ("eGFR ≥ 30 mL/min/1.73 m2", "eGFR≥30 mL/(min·1.73m²)"),
        ("within 4 weeks or 5 half-lives", "4周或5个半衰期（以较短者为准）内"),
        ("75 mg/m2", "每平方米体表面积75 mg"),
        ("Phone 0512-6778 4114", "电话0512-67784114"),
    ],
)
def test_other_wording_is_no_difference(english, chinese):
    assert told(english, chinese) == []


def test_names_of_organisations_and_diseases_are_left_alone() -> None:
    content = replace(
        SEED,
        sponsor=Organisation(Words("No. 1 Hospital", "第二医院"), "OTHER"),
        conditions=(Condition(Words("Type 2 diabetes", "糖尿病")),),
    )

    assert list(quantities.same_amounts(content)) == []


def test_text_in_one_language_is_left_to_other_checks() -> None:
    assert told("≥10 g/L", "") == []


def test_amounts_in_other_parts_of_a_list_are_advised_of() -> None:
    content = saying("ANC >1 g/L; ALC ≥3 g/L", "ANC ≥3 g/L；ALC >1 g/L")

    [finding] = quantities.amounts_in_order(content)

    assert list(quantities.same_amounts(content)) == []
    assert (finding.check, finding.weight, finding.key) == (
        "amount-order",
        Weight.ADVISORY,
        "amount-order|criteria|i1.text|zh-hans",
    )


def test_finding_speaks_with_the_name_of_the_page() -> None:
    [finding] = quantities.same_amounts(saying("≥10", "≤10"), name=lambda place: "Inclusion criterion 3.2")

    assert finding.message == "Inclusion criterion 3.2: the English says “≥10”, the Chinese says “≤10”."


def test_all_checks_together_run_these() -> None:
    found = checks.run(saying("Not ≥10 g/L", "≤10 mg/L"))

    named = {finding.check for finding in found} & {"comparator", "unit", "negation"}
    assert named == {"comparator", "unit", "negation"}
