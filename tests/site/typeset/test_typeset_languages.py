"""Words of the other language carry it; nothing else does."""

import pytest

from trials.site.typeset import typeset


def english(words: str) -> str:
    return f'<span lang="en">{words}</span>'


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("但", "Gilbert", "综合征患者除外"),
        ("访问", "ClinicalTrials.gov", "上的官方试验页面"),
        ("由", "Find a Trial", "编辑团队审核"),
        ("公司（", "PersonGen BioTherapeutics (Suzhou) Co., Ltd.", "）（企业）"),
        ("使用", "UTAA17 Injection", "，每日1次"),
        ("术语 (", "minimal residual disease", ") 阴性"),
        ("见 ", "https://example.org/a", " 。"),
        ("约 10 ", "weeks", " 后"),
        ("抗体", "anti-CD19", "-细胞"),
    ],
)
def test_english_words_in_chinese_are_one_span(before, words, after):
    assert typeset(before + words + after, "zh-hans") == before + english(words) + after


@pytest.mark.parametrize(
    "text",
    [
        "细胞膜上BCMA表达阳性",
        "登记号NCT06279026",
        "CAR-T细胞、IMWG标准、ECOG评分",
        "白蛋白10 mg/dL",
        "血钙3 mmol/L，血压120 mmHg",
        "乙型肝炎（HBsAg）阳性，QTcB延长",
        "κb/γ游离轻链",
    ],
)
def test_abbreviations_codes_and_units_in_chinese_are_not_wrapped(text):
    assert typeset(text, "zh-hans") == text


def test_han_in_english_is_marked():
    assert typeset("Ask the 药物临床试验机构办公室 (office)", "en") == (
        'Ask the <span lang="zh-Hans">药物临床试验机构办公室</span> (office)'
    )


def test_full_width_signs_alone_in_english_are_not_chinese():
    assert typeset("1）Not achieving a CR； relapse", "en") == "1）Not achieving a CR； relapse"


def test_words_for_a_sign_keep_the_language_of_the_text():
    assert typeset("Hodgkin>3 weeks", "zh-hans") == (
        '<span lang="en">Hodgkin</span>'
        '<span class="u-heard" aria-hidden="true"> [</span>'
        '<span class="u-heard">'
        "大于3"
        '</span><span class="u-heard" aria-hidden="true">] </span><span aria-hidden="true">&gt;3</span>'
        ' <span lang="en">weeks</span>'
    )
