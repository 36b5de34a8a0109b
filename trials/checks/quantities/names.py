"""What holds digits and is no amount: codes of genes, drugs and trials, dates, telephone numbers."""

import re

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTH = rf"(?:{_MONTHS})[a-z]*\.?"
DATE = (
    r"(?P<y1>(?:19|20)\d\d)\s?年\s?(?P<m1>\d{1,2})\s?月(?:\s?(?P<d1>\d{1,2})\s?[日号])?"
    r"|(?P<y2>(?:19|20)\d\d)[-/.](?P<m2>\d{1,2})[-/.](?P<d2>\d{1,2})(?![\d.])"
    rf"|(?<!\d)(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s(?i:(?P<n3>{_MONTH}))\s(?P<y3>(?:19|20)\d\d)"
    rf"|\b(?i:(?P<n4>{_MONTH}))\s(?:(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s)?(?P<y4>(?:19|20)\d\d)(?!\d)"
)
TELEPHONE = (
    r"\+\d[\d \-()]{7,}\d|(?<!\d)(?:0\d{2,3}|400|800)[- ]\d{3,4}[- ]?\d{4}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)"
)
# A word of scale before a number, typed without a space, does not make a code of them: ECOG0, grade3.
_SCALES = (
    "day|week|month|cycle|visit|grade|stage|phase|class|type|level|part|cohort|arm|version|ecog|kps|nyha|ps|asa|"
    "ctcae|recist|score|age|no|dose|line|wbc|plt|hb|anc|alc|alt|ast|uln|and|or|to|bmi"
)
_GREEK = {"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "kappa": "κ", "lambda": "λ"}
# A capital, but no word: Questionnaire-9 and Interleukin-6 are words with a number in Chinese.
_LETTERS = "(?![A-Z]?[a-z]{4})[A-Za-zα-ω]{0,12}[A-ZΑ-Ω][A-Za-zα-ω]{0,12}"
CODE = (
    rf"(?<![A-Za-z0-9α-ωΑ-Ω])(?!(?i:{_SCALES})-?\d|v\d)"
    rf"(?:(?i:{'|'.join(_GREEK)})|{_LETTERS}|[a-zα-ω]{{1,2}})-?\d[A-Za-z0-9]*(?:[.-]\d+[A-Za-z]*)*"
    r"|(?<![A-Za-z0-9])\d+[A-Za-z]{1,4}\d[A-Za-z0-9]*"
)
# Chinese has a name for these, and may well do without the code.
IN_WORDS = {
    "COVID19": "新冠|新型冠状病毒|COVID",
    "SARSCOV2": "新冠|新型冠状病毒|SARS",
    "COV2": "新冠|新型冠状病毒|SARS",
    "SPO2": "血氧饱和度|氧饱和度",
    "HBA1C": "糖化血红蛋白",
    "FEV1": "用力呼气",
    "PAO2": "氧分压",
}


def date(match: re.Match[str]) -> str:
    """The date of a match of DATE as "2026-2-26", or "2026-2" without a day."""
    named = {name[0]: value for name, value in match.groupdict().items() if value and len(name) == 2}
    month = int(named["m"]) if "m" in named else _MONTHS.split("|").index(named["n"][:3].lower()) + 1
    return "-".join(filter(None, (named["y"], str(month), named.get("d", "").lstrip("0"))))


def telephone(written: str) -> str:
    """The digits of a telephone number."""
    return re.sub(r"\D", "", written)


def code(written: str) -> str:
    """A code in one form: "IL-6" and "IL6" are "IL6", "beta-2" is "Β2"."""
    plain = re.sub("|".join(_GREEK), lambda name: _GREEK[name.group().lower()], written, flags=re.IGNORECASE)
    return plain.replace("-", "").upper()
