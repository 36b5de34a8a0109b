"""What is read of a text: each number with its comparator and its unit, whatever the wording."""

import pytest

from editorial.content import CHINESE, ENGLISH
from trials.checks.quantities.amounts import amounts_of


def read(text: str, lang: str) -> list[str]:
    """The amounts of a text, in one spelling."""
    return [
        " ".join(filter(None, (amount.comparator, plain(amount.number), amount.unit)))
        for amount in amounts_of(text, lang)
    ]


def plain(number: object) -> str:
    return number if isinstance(number, str) else f"{number.normalize():f}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2.50", "2.5"),
        ("1,000", "1000"),
        ("1 000", "1000"),
        ("2 million", "2000000"),
        ("0.75×10^9 /L", "750000000 /L"),
        ("50,000 × 10^6/L", "50000000000 /L"),
        ("0.75 x 10⁹/L", "750000000 /L"),
        ("10*6 cells/kg", "1000000 /kg"),
        ("10%", "10 %"),
        ("ten percent", "10 %"),
        ("twenty-four weeks", "24 week"),
        ("half a year", "6 month"),
        ("1.5 years", "18 month"),
        ("one and a half years", "18 month"),
        ("exon 21 L858R", "21|L858R"),
        ("2.5 × 10^8 CAR-T cells", "250000000"),
        ("at or above 80 g/L", "≥ 80 g/L"),
        ("none larger than 3 cm", "≤ 3 cm"),
        ("within 6 to 12 months", "from 6 month|within 12 month"),
        ("days -5, -4 and -3", "-5 day|-4 day|-3 day"),
        ("days -5 to -3", "from -5 day|to -3 day"),
        ("a third of people", "1/3"),
        ("q3w", "3 week"),
        ("every 3 weeks (Q3W)", "3 week"),
        ("every other day", "2 day"),
        ("biweekly", "2 week"),
        ("BID", "2 times"),
        ("once a week", "1 times"),
        ("twice daily", "2 times"),
        ("twice the upper limit of normal", "2 ULN"),
        ("two thirds", "2/3"),
        ("26 Feb 2026", "2026-2-26"),
        ("February 2026", "2026-2"),
        ("+86 512 0000 0000", "8651200000000"),
        ("NCT06279026", "NCT06279026"),
        ("IL-6", "IL6"),
        ("beta-2 microglobulin", "Β2"),
        ("grade 3", "3"),
        ("NYHA III", "3"),
        ("stage IIIB", "3 B"),
        ("Phase I", "1"),
    ],
)
def test_english_number_is_read(text, said):
    assert read(text, ENGLISH) == said.split("|")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("１０００", "1000"),
        ("1千例", "1000 person"),
        ("7.5万/mm³", "75000 /mm³"),
        ("第-5、-4、-3天", "-5 day|-4 day|-3 day"),
        ("第-5天至第-3天", "from -5 day|to -3 day"),
        ("本机构正常值上限的2倍", "2 ULN"),
        ("隔日", "2 day"),
        ("q3w", "3 week"),
        ("6至12个月内", "from 6 month|within 12 month"),
        ("0.75×10⁹/L", "750000000 /L"),
        ("3×10的9次方/升", "3000000000 /L"),
        ("百分之十", "10 %"),
        ("三分之二", "2/3"),
        ("十二个月", "12 month"),
        ("两周", "2 week"),
        ("三线治疗", "3 line"),
        ("半年", "6 month"),
        ("一年半", "18 month"),
        ("1个半月", "1.5 month"),
        ("2026年2月26日", "2026-2-26"),
        ("2019年", "2019"),
        ("第8版", "8"),
        ("Ⅲ期", "3"),
        ("IV期", "4"),
        ("75毫克/平方米", "75 mg/m²"),
        ("每平方米体表面积75 mg", "75 mg/m²"),
        ("毫升/分钟", ""),
        ("60毫升/分", "60 mL/minute"),
        ("2分", "2 point"),
        ("3.0倍正常值上限", "3 ULN"),
        ("正常值上限的3倍", "3 ULN"),
        ("100次/分钟", "100 bpm"),
    ],
)
def test_chinese_number_is_read(text, said):
    assert read(text, CHINESE) == (said.split("|") if said else [])


@pytest.mark.parametrize(
    "text", ["二尖瓣", "十二指肠", "三叉神经", "百日咳", "统一", "任一标准", "三阴性", "万古霉素", "IV"]
)
def test_numerals_inside_chinese_words_are_not_read(text):
    assert read(text, CHINESE) == []


def test_109_is_no_exponent():
    assert read("0.75×109/L", ENGLISH) == ["0.75", "109 /L"]


@pytest.mark.parametrize(
    ("sign", "texts"),
    {
        "≥": "≥3|>= 3|⩾3|≧3|at least 3|no less than 3|not less than 3|a minimum of 3|3 or more|3 and above",
        "≤": "≤3|<= 3|at most 3|no more than 3|up to 3|not exceeding 3|3 or less|not be higher than 3",
        ">": ">3|＞3|more than 3|greater than 3|exceeding 3|above 3",
        "<": "<3|less than 3|below 3|under 3|fewer than 3",
        "within": "within 3|within the past 3|in the last 3",
    }.items(),
)
def test_english_comparators_are_read(sign, texts):
    assert {text: read(text, ENGLISH) for text in texts.split("|")} == {
        text: [f"{sign} 3"] for text in texts.split("|")
    }


@pytest.mark.parametrize(
    ("sign", "texts"),
    {
        "≥": "≥3个月|不低于3个月|不少于3个月|不得少于3个月|至少3个月|至少持续3个月|至少满3个月|满3个月|"
        "3个月及以上|3个月以上（含3个月）",
        "≤": "≤3个月|不超过3个月|不得超过3个月|至多3个月|最长3个月|3个月及以下|小于或等于3个月",
        ">": "＞3个月|超过3个月|大于3个月|高于3个月",
        "<": "＜3个月|小于3个月|不足3个月|不满3个月|低于3个月",
        "within": "3个月内|3个月以内|近3个月",
        "以上": "3个月以上",
    }.items(),
)
def test_chinese_comparators_are_read(sign, texts):
    assert {text: read(text, CHINESE) for text in texts.split("|")} == {
        text: [f"{sign} 3 month"] for text in texts.split("|")
    }


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        ("≥ grade 2", ENGLISH, ["≥ 2"]),
        ("18-75 years", ENGLISH, ["from 18 year", "to 75 year"]),
        ("18–75", ENGLISH, ["from 18", "to 75"]),
        ("between 18 and 75 years", ENGLISH, ["from 18 year", "to 75 year"]),
        ("18至75岁", CHINESE, ["from 18 year", "to 75 year"]),
        ("18～75周岁（含18和75周岁）", CHINESE, ["from 18 year", "to 75 year"]),
        ("0 < IHC", ENGLISH, ["> 0"]),
        ("day 1 to day 28", ENGLISH, ["from 1 day", "to 28 day"]),
        ("第1天至第28天", CHINESE, ["from 1 day", "to 28 day"]),
        ("days 1, 8 and 15", ENGLISH, ["1 day", "8 day", "15 day"]),
        ("3种或3种以上", CHINESE, ["以上 3"]),
        ("4周（28天）内", CHINESE, ["within 4 week", "within 28 day"]),
        ("200 mg/24 hours", ENGLISH, ["200 mg", "24 hour"]),
    ],
)
def test_amounts_that_stand_together_are_read(text, lang, said):
    assert read(text, lang) == said


def test_amount_is_quoted_as_it_is_written():
    [amount] = amounts_of("Monoclonal plasma cells  ≥ 10%.", ENGLISH)

    assert amount.written == "≥ 10%"
