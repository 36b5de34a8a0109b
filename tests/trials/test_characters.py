"""Characters nobody sees: they turn round what is read, part words and hide from searches."""

import pytest

from editorial.content import Words
from editorial.findings import Weight
from tests.site.publishing import prose_content
from tests.site.seed import seed_content, seed_criteria
from trials import checks
from trials.checks import prose
from trials.checks.characters import hidden_in

HIDDEN = (
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0x200B, 0x200E),
    *(0x2060, 0xFEFF, 0x00AD, 0x061C, 0x200E, 0x0000, 0x0009, 0x000D, 0x007F, 0x0085, 0xE001, 0xE0001),
    *(0xFFFF, 0x0378),
)


def found(content):
    findings = [finding for finding in checks.run(content) if finding.check == "hidden-character"]
    return [
        (each.field, each.place, each.language, each.found, each.weight, each.overridable)
        for each in findings
    ]


@pytest.mark.parametrize("code", HIDDEN, ids="U+{:04X}".format)
def test_hidden_character_blocks_and_is_named_by_its_code_point(code):
    content = seed_content(costs=Words(f"Take 1{chr(code)}0 mg", "免费"))

    assert found(content) == [("costs", "", "en", f"U+{code:04X}", Weight.BLOCKING, False)]


@pytest.mark.parametrize(
    "text",
    ["One.\n\n- a\n- b", "10⁹ × 5 ≥ 3", "5\u00a0mg", "　全角空格，“引号”——破折号…", "é e\u0301 naïve 𠮷"],
)
def test_signs_that_are_seen_and_line_ends_are_let_through(text):
    assert hidden_in(text) == []


def test_hidden_characters_of_a_text_are_named_together_each_once():
    content = seed_content(rights=Words("Leave", "\u202e退出\u200b试验\u202e"))

    assert found(content) == [("rights", "", "zh-hans", "U+202E, U+200B", Weight.BLOCKING, False)]


def test_hidden_character_in_a_row_is_named_by_the_key_of_the_row():
    [first, *others] = seed_criteria()
    changed = type(first)(**vars(first) | {"text": Words(f"{first.text.en}\u200b", first.text.zh_hans)})

    place = f"{first.key}.text"
    assert found(seed_content(criteria=(changed, *others))) == [
        ("criteria", place, "en", "U+200B", Weight.BLOCKING, False)
    ]


def test_message_says_where_and_which():
    content = seed_content(costs=Words("Free", "免\u2066费"))

    [message] = [each.message for each in checks.run(content) if each.check == "hidden-character"]

    assert message == (
        "The Chinese of “costs and payments” holds characters nobody can see: U+2066. "
        "Delete them, or type the passage anew."
    )


def test_hidden_character_in_an_information_page_blocks():
    content = prose_content("about/", Words("About", "关\u200d于"), Words("Te\u202ext", "文字"))

    findings = [(each.key, each.found, each.message) for each in prose.run(content) if each.blocks]

    assert findings == [
        (
            "hidden-character|title||zh-hans",
            "U+200D",
            "The Chinese of “heading” holds characters nobody can see: U+200D. "
            "Delete them, or type the passage anew.",
        ),
        (
            "hidden-character|body||en",
            "U+202E",
            "The English of “text” holds characters nobody can see: U+202E. "
            "Delete them, or type the passage anew.",
        ),
    ]


def test_withheld_chinese_is_not_looked_at():
    assert found(seed_content(costs=Words("Free", "免\u200b费")).withhold_chinese()) == []
