"""Ways in which sponsors write criteria, one test for each."""

import pytest

from tests.registry.shapes import groups, shape
from trials.registry.criteria import parse


def test_text_before_the_first_heading_is_a_group_of_its_own():
    text = "Only at selected sites.\n\nInclusion Criteria:\n\n* Adults"

    assert groups(text) == [
        ("other", "", ["Only at selected sites."]),
        ("inclusion", "Inclusion Criteria:", ["Adults"]),
    ]


def test_list_without_any_heading_is_understood_as_other():
    criteria = parse("* Adults\n* Able to consent")

    assert [(group.kind, shape(group.criteria)) for group in criteria.groups] == [
        ("other", ["Adults", "Able to consent"])
    ]
    assert criteria.understood


@pytest.mark.parametrize(
    ("marker", "ordered"),
    [
        ("*", False), ("-", False), ("•", False), ("–", False), ("\\-", False),
        ("1.", True), ("1)", True), ("(1)", True), ("1\\.", True), ("1、", True), ("（1）", True),
        ("a.", True), ("a)", True), ("(a)", True), ("B.", True), ("iv.", True),
        ("* 1.", True), ("* 1\\.", True), ("- a)", True), ("* (2)", True),
    ],
)  # fmt: skip
def test_list_marker_is_kept_apart_from_the_text(marker, ordered):
    ((criterion,),) = (group.criteria for group in parse(f"Inclusion Criteria:\n\n{marker} Adults").groups)

    assert (criterion.marker, criterion.ordered, criterion.text) == (marker, ordered, "Adults")


@pytest.mark.parametrize(
    "text",
    ["E. coli infection", "C. difficile infection", "e.g. adults", "1.5 mg/dL or more", "70 years", "-70 °C"],
)
def test_text_that_only_looks_like_a_marker_stays_whole(text):
    ((criterion,),) = (group.criteria for group in parse(f"Inclusion Criteria:\n\n{text}").groups)

    assert (criterion.marker, criterion.text, criterion.kind) == ("", text, "paragraph")


def test_marker_without_a_space_is_a_marker():
    text = "Exclusion Criteria:\n\n1.Pregnancy\n2)Fever\n-Cough\n•Cold"

    assert groups(text)[0][2] == ["Pregnancy", "Fever", "Cough", "Cold"]


def test_empty_list_marker_is_no_criterion_and_not_lost():
    criteria = parse("Inclusion Criteria:\n\n-\n\n1. Adults\n*\n")

    assert shape(criteria.of("inclusion")) == ["Adults"]
    assert criteria.rebuild() == "Inclusion Criteria:\n\n-\n\n1. Adults\n*\n"


def test_nested_lists_keep_their_levels():
    text = "Inclusion Criteria:\n\n* A\n\n  1. B\n\n     * C\n\n       * D\n  2. E\n* F"

    assert groups(text)[0][2] == ["A", ["B", ["C", ["D"]], "E"], "F"]
    assert [level for _, level, _ in parse(text).walk()] == [1, 2, 3, 4, 2, 1]


def test_tabs_nest_like_spaces():
    assert groups("Inclusion Criteria:\n*\tA\n\t-\tB\n\t-\tC\n*\tD")[0][2] == ["A", ["B", "C"], "D"]


def test_line_ends_of_windows_read_as_others_do():
    text = "Inclusion Criteria:\r\n\r\n* A\r\n  more\r\n* B\r\n"

    assert groups(text) == groups(text.replace("\r\n", "\n"))
    assert parse(text).rebuild() == text


def test_no_break_spaces_after_a_marker_are_spaces():
    assert groups("Inclusion Criteria:\n\n1.\u00a0Age ≥\u00a018\n2.\u00a0Consent")[0][2] == [
        "Age ≥\u00a018",
        "Consent",
    ]


def test_bullets_at_the_indent_of_their_number_belong_to_it():
    text = "Inclusion Criteria:\n1. Organ function:\n- Liver\n- Kidney\n2. Consent"

    assert groups(text)[0][2] == ["Organ function:", ["Liver", "Kidney"], "Consent"]


def test_mixed_markers_without_a_lead_in_stay_one_list():
    assert groups("Inclusion Criteria:\n1. Adults\n- Consent\n2) Insured")[0][2] == [
        "Adults",
        "Consent",
        "Insured",
    ]


def test_wrapped_lines_belong_to_their_criterion():
    text = "Inclusion Criteria:\n\n* Adults of any sex\nwho can consent\n  and read\n* Insured"

    assert groups(text)[0][2] == ["Adults of any sex who can consent and read", "Insured"]


def test_paragraph_under_a_criterion_is_its_child():
    text = "Inclusion Criteria:\n\n1. Organs\n\n   Liver enzymes normal\n\n   Creatinine normal\n2. Consent"

    assert groups(text)[0][2] == ["Organs", ["Liver enzymes normal", "Creatinine normal"], "Consent"]


def test_short_lines_without_markers_are_criteria_of_their_own():
    text = "Inclusion Criteria:\nAge 18 or older\nAble to consent\nExclusion Criteria:\nPregnancy"

    assert groups(text) == [
        ("inclusion", "Inclusion Criteria:", ["Age 18 or older", "Able to consent"]),
        ("exclusion", "Exclusion Criteria:", ["Pregnancy"]),
    ]


def test_populations_lead_in_their_own_criteria():
    text = "Inclusion:\n\n**Cohort A**\n\n* Adults\n\nCohort B:\n\n* Children\n* Consent\n\nAll: see protocol"

    assert groups(text)[0][2] == [
        "Cohort A",
        ["Adults"],
        "Cohort B:",
        ["Children", "Consent"],
        "All: see protocol",
    ]


def test_population_on_the_line_after_a_criterion_leads_in_the_next():
    text = "Inclusion Criteria:\n* Adults\nCohort B:\n* Children"

    assert groups(text)[0][2] == ["Adults", "Cohort B:", ["Children"]]


def test_same_heading_twice_gives_two_groups_and_one_answer():
    text = (
        "Inclusion Criteria (Part 1):\n* A\n\nExclusion Criteria:\n* B\n\nInclusion Criteria (Part 2):\n* C"
    )

    assert [found.text for found in parse(text).of("inclusion")] == ["A", "C"]


def test_lists_as_deep_as_a_text_can_go_are_read():
    text = "Inclusion Criteria:\n" + "".join(f"{'  ' * depth}* level {depth}\n" for depth in range(2000))

    criteria = parse(text)

    assert criteria.rebuild() == text
    assert sum(1 for _ in criteria.walk()) == 2000
    assert max(level for _, level, _ in criteria.walk()) == 13


@pytest.mark.parametrize(
    "text", ["Please ask the study team.\n\nAll \\> 18.", "7.", "See the protocol: 4\\^th page"]
)
def test_text_with_neither_heading_nor_list_is_kept_whole_and_marked(text):
    criteria = parse(text)

    assert not criteria.understood
    assert [(found.kind, found.raw) for found, _, _ in criteria.walk()] == [("paragraph", text)]
    assert criteria.rebuild() == text


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_empty_text_has_no_criteria_and_nothing_to_mark(text):
    criteria = parse(text)

    assert (list(criteria.walk()), criteria.understood, criteria.rebuild()) == ([], True, text)


def test_markup_of_a_page_is_carried_as_text():
    ((criterion,),) = (
        group.criteria
        for group in parse("Inclusion Criteria:\n\n* <script>alert('1')</script> & \\<b\\>").groups
    )

    assert criterion.text == "<script>alert('1')</script> & <b>"
