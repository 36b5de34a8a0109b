from hypothesis import given
from hypothesis import strategies as st

from tests.registry.records import TRIAL_IDS, criteria_of
from trials.registry.criteria import parse

LINE_STARTS = ["", "  ", "   ", "\t", "\u00a0", "     ", "\u3000"]
MARKERS = ["", "* ", "- ", "• ", "1. ", "2) ", "(3) ", "a. ", "* 1\\. ", "4\\. ", "**", "*", "-", "、"]
WORDS = [
    "Inclusion Criteria:", "Exclusion Criteria", "Inclusion: Adults", "Participants must:", "and so on",
    "Other inclusion/exclusion criteria apply", "Age \\>= 18", "排除标准：1、妊娠", "",
    "x" * 70, "\x00", "\ud800",
]  # fmt: skip
LINE_ENDS = ["\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", ""]

lines = st.builds(
    "".join,
    st.tuples(*(st.sampled_from(parts) for parts in (LINE_STARTS, MARKERS, WORDS, LINE_ENDS))),
)


@given(st.text())
def test_any_text_is_rebuilt_to_the_character(text):
    assert parse(text).rebuild() == text


@given(st.lists(lines, max_size=25).map("".join))
def test_any_text_of_headings_and_lists_is_rebuilt_to_the_character(text):
    assert parse(text).rebuild() == text


@given(st.sampled_from(TRIAL_IDS), st.integers(0, 5000), st.text(max_size=20), st.integers(0, 200))
def test_real_text_with_a_piece_replaced_is_rebuilt_to_the_character(trial_id, at, piece, cut):
    text = criteria_of(trial_id)
    torn = text[:at] + piece + text[at + cut :]

    assert parse(torn).rebuild() == torn


@given(st.lists(lines, max_size=25).map("".join))
def test_raws_of_all_criteria_are_the_text_in_reading_order(text):
    criteria = parse(text)

    raws = [group.raw + "".join(found.raw for found, _, _ in group.walk()) for group in criteria.groups]

    assert "".join(raws) == text


@given(st.lists(lines, max_size=25).map("".join))
def test_levels_follow_the_paths_and_groups_agree(text):
    for group in parse(text).groups:
        for found, level, path in group.walk():
            assert (found.level, found.group) == (level, group.kind)
            assert level == len(path)
