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
        ("twice daily", "每日一次", [("number", "twice", "一次")]),
        ("twice daily", "每日", [("number", "twice", "")]),
        ("BID", "每日三次", [("number", "BID", "三次")]),
        ("once a week", "每周两次", [("number", "once", "两次")]),
        ("taken daily", "每日两次", [("number", "", "两次")]),
        ("every other day", "每日一次", [("number", "every other day", "一次")]),
        ("at least one lesion", "至少有两个病灶", [("number", "at least one", "至少有两")]),
        ("none larger than 3 cm", "均大于3厘米", [("comparator", "none larger than 3 cm", "大于3厘米")]),
        ("on day -5", "第5天", [("number", "day -5", "第5天")]),
        ("every 3 weeks", "每3周3次", [("number", "", "3次")]),
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
        ("EGFR exon 21 L858R", "EGFR 21号外显子L858R"),
        ("a single infusion of 2.5 × 10^8 CAR-T cells", "单次输注2.5×10⁸个CAR-T细胞"),
        ("10 million cells", "1000万个细胞"),
        ("troponin >2× institutional ULN", "肌钙蛋白>本机构正常值上限的2倍"),
        ("Hb at or above 80 g/L", "血红蛋白达到80 g/L及以上"),
        ("relapse within 6 to 12 months", "6至12个月内复发"),
        ("5 metastases, none larger than 3 cm", "转移灶5个，均不大于3厘米"),
        ("300 mg/m² on days -5, -4 and -3", "第-5、-4、-3天给药300 mg/m²"),
        ("on days -5, -4 and -3", "输注前第5、4、3天"),
        ("a third of people", "三分之一的人"),
        ("200 mg q3w", "200 mg，每3周一次"),
        ("200 mg every 3 weeks (Q3W)", "200 mg，每3周一次"),
        ("every other day", "隔日一次"),
        ("biweekly", "每两周一次"),
        ("5 mg BID", "5 mg，每日两次"),
        ("5 mg daily", "5 mg，每日一次"),
        ("at least one lesion", "有病灶"),
        ("at least one of these criteria", "下列任一条件"),
        ("one or more bone lesions", "骨病灶一处或多处"),
        ("Day -28 to Day -1", "第-28～-1天"),
        ("aged 18-75 years", "18-75岁"),
        ("days 1-5 of each cycle", "每周期第1-5天"),
        ("a third dose of vaccine", "第三剂疫苗"),
        ("a second infusion may be given", "可再次输注"),
        ("10 million cells in two infusions", "1000万个细胞，分两次输注"),
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


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("> 470 ms in women or > 450 ms in men", "女性>450毫秒，男性>470毫秒"),
        (
            "≤ 1.5 × ULN (≤ 3 × ULN with Gilbert's syndrome)",
            "≤3倍正常值上限（Gilbert综合征患者≤1.5倍正常值上限）",
        ),
        ("≤ 2.5 × ULN, or ≤ 5 × ULN with liver metastases", "≤5×ULN；有肝转移者≤2.5×ULN"),
    ],
)
def test_two_amounts_said_alike_but_turned_round_are_advised_of(english, chinese):
    [finding] = quantities.amounts_in_order(saying(english, chinese))

    assert (finding.check, finding.weight) == ("amount-order", Weight.ADVISORY)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("on days 1, 8 and 15 of each 21-day cycle", "每21天为一个周期，在第1、8、15天"),
        ("for 7 days in the past 28 days", "过去28天内持续7天"),
        ("> 470 ms in women or > 450 ms in men", "女性>470毫秒，男性>450毫秒"),
    ],
)
def test_order_that_chinese_may_turn_is_left_alone(english, chinese):
    assert list(quantities.amounts_in_order(saying(english, chinese))) == []


def test_finding_speaks_with_the_name_of_the_page() -> None:
    [finding] = quantities.same_amounts(saying("≥10", "≤10"), name=lambda place: "Inclusion criterion 3.2")

    assert finding.message == "Inclusion criterion 3.2: the English says “≥10”, the Chinese says “≤10”."


def test_all_checks_together_run_these() -> None:
    found = checks.run(saying("Not ≥10 g/L", "≤10 mg/L"))

    named = {finding.check for finding in found} & {"comparator", "unit", "negation"}
    assert named == {"comparator", "unit", "negation"}
