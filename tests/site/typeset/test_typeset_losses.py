"""Nothing signed is lost to the eye or to the ear: seed page, registry criteria, and made-up texts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.site.typeset.reading import criteria, fragment, heard_text, seed_strings, visible_text
from trials.site.typeset import SILENT, heard, prose, shown, silent_losses, typeset

TEXTS = [(text, lang) for lang in ("en", "zh-hans") for text in [*seed_strings(lang), *criteria()]]

SOURCE = {
    "at least": ">=|=>|≥",
    "at most": "<=|=<|≤",
    "more": "(?<!=)>(?!=)",
    "less": "(?<!=)<(?!=)",
    "times": "×|(?<=[0-9]) x (?=[0-9]|upper)",
    "power": r"\^|[⁰¹²³⁴⁵⁶⁷⁸⁹]+",
    "plus or minus": "±",
}
WORDS = {
    "en": {
        "at least": "at least",
        "at most": "at most",
        "more": "more than",
        "less": "less than",
        "times": "times",
        "power": "to the power|cubed|squared",
        "plus or minus": "plus or minus",
    },
    "zh-hans": {
        "at least": "大于等于",
        "at most": "小于等于",
        "more": "大于(?!等于)",
        "less": "小于(?!等于)",
        "times": "乘以|倍",
        "power": "次方|平方|立方",
        "plus or minus": "正负",
    },
}

SNIPPETS = [
    *("10^9", "10⁹", "m²", "^", "^2", "^(n)", "⁺", "⁻¹", "1.5", "2,000", "5%", "ULN", "III", "x", "X", "*"),
    *(">", "<", ">=", "=<", "=>", "->", "--", "≥", "≤", "＞", "×", "±", "~", "～", " ", "\u00a0", "\n", "- "),
    *(
        "Gilbert",
        "BCMA",
        "T",
        "汉",
        "综合征",
        "，",
        "）",
        "(",
        ")",
        ".",
        "<b>",
        "</p>",
        "&lt;",
        "&",
        '"',
        "'",
    ),
    *("https://a.org/", "<script>", "]]>", "<!--"),
]
made_up = st.lists(st.sampled_from(SNIPPETS), max_size=14).map("".join) | st.text(
    st.characters(exclude_categories=["Cc", "Cs"]), max_size=40
)
langs = st.sampled_from(["en", "zh-hans"])


def counted(text: str, patterns: dict[str, str]) -> dict[str, int]:
    return {name: len(re.findall(pattern, text)) for name, pattern in patterns.items()}


def without_raising(text: str) -> str:
    return text.replace("^", "").translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−", "0123456789+--"))


def elements(html: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [
        (found.tag, tuple(found.items()))
        for found in fragment(html).iter()
        if found.tag != "DOCUMENT_FRAGMENT"
    ]


def test_texts_hold_what_is_tested():
    signs = counted("\n".join(text for text, _ in TEXTS), SOURCE)

    assert len(TEXTS) > 800
    assert {name: count > 3 for name, count in signs.items()} == dict.fromkeys(SOURCE, True)


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_no_comparator_and_no_exponent_is_lost(lang):
    for text in [text for text, its in TEXTS if its == lang]:
        html = typeset(text, lang)
        spoken = "".join(sign for sign in heard_text(html) if sign not in SILENT)

        said, already = counted(spoken, WORDS[lang]), counted(text, WORDS[lang])

        assert {name: said[name] - already[name] for name in said} == counted(text, SOURCE), text


def test_real_texts_are_seen_word_for_word():
    for text, lang in TEXTS:
        seen = visible_text(typeset(text, lang))

        assert seen == re.sub(r"10\^9", "10⁹", re.sub(r"mm\^3", "mm³", text))


def test_escaped_registry_text_still_says_its_powers():
    assert heard(r"\>0.75×10\^9", "en") == "\\ more than 0.75 times 10\\ to the power 9"


def test_the_same_text_left_plain_would_be_heard_wrongly():
    assert "".join(sign for sign in "血红蛋白>60，10⁹" if sign not in SILENT) == "血红蛋白60，10"


@given(made_up, langs)
def test_any_text_is_seen_whole_and_heard_without_silent_signs(text, lang):
    html = typeset(text, lang)

    assert visible_text(html) == shown(text, lang)
    assert without_raising(shown(text, lang)) == without_raising(text)
    assert heard_text(html) == heard(text, lang)
    assert silent_losses(text, lang) == ()


@given(made_up, langs)
def test_any_text_becomes_only_our_spans(text, lang):
    other = "zh-Hans" if lang == "en" else "en"
    ours = {("class", "u-heard"), ("aria-hidden", "true"), ("lang", other)}

    found = elements(typeset(text, lang))

    assert [tag for tag, _ in found] == ["span"] * len(found)
    assert {attribute for _, attributes in found for attribute in attributes} <= ours


@given(made_up, langs)
def test_any_text_becomes_prose_without_empty_blocks(text, lang):
    root = fragment(prose(text, lang))

    assert {child.tag for child in root} <= {"p", "ul"}
    assert {item.tag for block in root.findall("ul") for item in block} <= {"li"}
    assert [
        block for block in root.iter() if block.tag in ("p", "li") and not "".join(block.itertext())
    ] == []


@given(made_up, langs)
def test_spans_are_never_nested(text, lang):
    assert [list(span) for span in fragment(typeset(text, lang)).iter("span") if len(span)] == []
