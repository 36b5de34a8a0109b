"""Chinese put right, text by text: what is mended, what is never touched."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demo.texts import FOLDER
from editorial.content import CHINESE
from tests.site.seed import SEED
from tests.site.typeset.reading import seed_strings
from trials.typography import Correction, put_right_text


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("臨床試驗", "临床试验"),
        ("瞭解乾燥症與後遺症", "了解干燥症与后遗症"),
        ("手术後复发", "手术后复发"),
        ("复发或难治性,多发性骨髓瘤.", "复发或难治性，多发性骨髓瘤。"),
        ("为什么? 因为有效! 真的;对吗:对", "为什么？因为有效！真的；对吗：对"),
        ("计数(ANC)正常", "计数（ANC）正常"),
        ("血小板(含输注)≥50", "血小板（含输注）≥50"),
        ("年龄（含18岁)", "年龄（含18岁）"),
        ("(1)年龄", "（1）年龄"),
        ("公司(PersonGen (Suzhou) Co., Ltd.)", "公司（PersonGen (Suzhou) Co., Ltd.）"),
        ("IL-6,白蛋白", "IL-6，白蛋白"),
        ('称为"试验药"的药', "称为“试验药”的药"),
        ('称为"UTAA17"的药', "称为“UTAA17”的药"),
        ("称为”试验药“的药", "称为“试验药”的药"),
        ('称为“试验药"的药', "称为“试验药”的药"),
        ("「他說『好』」", "“他说‘好’”"),
        ('“他说"好"”', "“他说‘好’”"),
        ("称为'试验药'的药", "称为‘试验药’的药"),
        ("苏州 大学　附属 ，医院", "苏州大学附属，医院"),
        ("１８岁，Ａ型，１．５ mg", "18岁，A型，1.5 mg"),
        ("- 甲,乙\n- 丙.\n\n丁", "- 甲，乙\n- 丙。\n\n丁"),
    ],
)
def test_text_is_put_right(typed, right):
    assert put_right_text(typed)[0] == right


@pytest.mark.parametrize(
    "text",
    [
        "中性粒细胞绝对计数（ANC）>0.75×10⁹/L；血红蛋白>60 g/L",
        "≥1,000 mg，1:1，2.5×10^9/L，1.73 m²，κb/γ比值",
        "HLA-A*02:01阳性、c.1799T>A突变、CYP3A4、NCT06279026",
        "=(140-年龄)×体重÷72",
        "IL-2(重组)×10^6 IU",
        "由Mayo Clinic (Rochester), Ltd.支付",
        "访问https://example.org/a,b?c=d;e 或 ask.us@example.org",
        "1)年龄 18 岁\n2. 体重 50 kg",
        "12'、5\"，病人's",
        "著名的乾隆、於先生、藉此",
        "“外“内”外”，‘单引号’",
        '一个"引号',
        "等等...",
        "- 甲\n- 乙\n\n　　缩进",
        "",
    ],
)
def test_text_that_is_right_or_not_chinese_is_left_alone(text):
    assert put_right_text(text) == (text, ())


def test_name_that_stays_foreign_is_left_alone():
    assert put_right_text("臺灣大學,附屬醫院", names=["臺灣大學"])[0] == "臺灣大學，附属医院"


def test_changes_are_told_with_their_kind_and_neighbours():
    assert put_right_text("参加臨床試驗之前请咨询,医生")[1] == (
        Correction("traditional", "参加臨床試驗之前请", "参加临床试验之前请"),
        Correction("punctuation", "请咨询,医生", "请咨询，医生"),
    )


def test_text_with_a_sign_of_private_use_is_left_to_the_check_of_hidden_signs():
    assert put_right_text("臨床\ue000") == ("臨床\ue000", ())


def test_seed_is_right_as_it_is():
    assert [text for text in seed_strings(CHINESE) if put_right_text(text)[1]] == []
    assert len(seed_strings(CHINESE)) == len(seed_strings("en")) > 80, SEED


def test_demonstration_is_right_as_it_is():
    texts = [
        text
        for file in sorted(FOLDER.glob("texts/**/*.json"))
        for text in re.findall(r'"((?:[^"\\]|\\.)*)"', file.read_text(encoding="utf-8"))
        if re.search("[\u4e00-\u9fff]", text) and "/" not in text[:60]
    ]

    assert len(texts) > 300
    assert [text for text in texts if put_right_text(text)[1]] == []


SNIPPETS = st.sampled_from(
    [
        *"苏州临床臨驗後乾",
        *",.;:?!()，。；（）“”‘’「」\"'",
        *" 　\n\u00a0",
        *"１９Ａ．19aL/",
        "- ",
        "10⁹",
        "≥",
        ">",
        *("mg/dL", "κb/γ", "https://a.org/,", "UTAA17", "1,000", "Co., "),
    ]
)
texts = st.lists(SNIPPETS, max_size=16).map("".join) | st.text(max_size=30)


@settings(max_examples=400)
@given(texts)
def test_put_right_again_nothing_changes(text):
    once, _changes = put_right_text(text)

    assert put_right_text(once) == (once, ())


@settings(max_examples=400)
@given(texts)
def test_numbers_signs_and_latin_are_never_touched(text):
    right, changes = put_right_text(text)

    assert kept(right) == kept(text)
    assert (right == text) == (changes == ())


def kept(text: str) -> str:
    """What no rule may change: digits and letters by their meaning, comparators, exponents, line ends."""
    narrow = text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
    return "".join(re.findall(r"[0-9A-Za-z⁰-⁹γκ≥≤<>×^/%\n-]", narrow))
