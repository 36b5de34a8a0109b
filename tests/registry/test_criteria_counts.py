"""The criteria of each real record, counted by eye in the registry's text."""

import pytest

from tests.registry.records import TRIAL_IDS, criteria_of
from trials.registry.criteria import CriteriaText, parse

# Per record: (kind of group, criteria at the top, criteria below them), in reading order.
COUNTED = {
    "NCT02526537": [("inclusion", 9, 0), ("exclusion", 18, 0)],
    "NCT03058094": [("inclusion", 14, 3), ("exclusion", 17, 8)],
    "NCT04040387": [("inclusion", 9, 0), ("exclusion", 19, 0)],
    "NCT04267848": [("inclusion", 25, 4)],
    "NCT04856215": [("inclusion", 10, 1), ("exclusion", 8, 0)],
    # "Participant must:" and "Participant:" lead in 7 and 8 criteria.
    "NCT05378763": [("inclusion", 1, 7), ("exclusion", 1, 8)],
    "NCT05480501": [("inclusion", 9, 0), ("exclusion", 15, 0)],
    "NCT05688046": [("inclusion", 10, 0)],
    "NCT05739409": [("inclusion", 3, 11), ("exclusion", 13, 6)],
    # "Other protocol-defined inclusion/exclusion criteria apply" belongs to neither list.
    "NCT05827016": [("inclusion", 4, 0), ("exclusion", 4, 0), ("other", 1, 0)],
    "NCT05901974": [("inclusion", 7, 0), ("exclusion", 12, 0)],
    "NCT05905653": [("inclusion", 1, 0), ("exclusion", 2, 0)],
    "NCT06279026": [("inclusion", 10, 10), ("exclusion", 11, 0)],
    "NCT06331169": [("inclusion", 4, 5), ("exclusion", 9, 0)],
}


def counted(criteria: CriteriaText) -> list[tuple[str, int, int]]:
    return [
        (group.kind, len(group.criteria), sum(level > 1 for _, level, _ in group.walk()))
        for group in criteria.groups
    ]


def test_every_real_record_is_counted():
    assert sorted(COUNTED) == TRIAL_IDS


@pytest.mark.parametrize("trial_id", COUNTED)
def test_criteria_of_a_real_record_are_all_found(trial_id):
    criteria = parse(criteria_of(trial_id))

    assert counted(criteria) == COUNTED[trial_id]
    assert criteria.understood


@pytest.mark.parametrize("trial_id", COUNTED)
def test_criteria_of_a_real_record_rebuild_its_text(trial_id):
    text = criteria_of(trial_id)

    assert parse(text).rebuild() == text


@pytest.mark.parametrize("trial_id", COUNTED)
def test_criteria_of_a_real_record_keep_every_word(trial_id):
    """Marker and plain text together hold the letters and digits of the registry's text, in its order."""
    text = criteria_of(trial_id)

    kept = "".join(
        group.heading + "".join(found.marker + found.text for found, _, _ in group.walk())
        for group in parse(text).groups
    )

    assert only_words(kept) == only_words(text)


def only_words(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def test_seed_criteria_stand_under_the_right_criterion():
    inclusion = parse(criteria_of("NCT06279026")).of("inclusion")

    assert [len(criterion.children) for criterion in inclusion] == [0, 0, 5, 0, 0, 0, 0, 0, 5, 0]
    assert [child.text for child in inclusion[2].children][-1] == "There are extramedullary lesions."
    assert inclusion[8].children[0].text == (
        "Blood routine: Absolute neutrophil count (ANC) >0.75×10^9 /L; Absolute lymphocyte count (ALC) "
        "≥0.3×10^9 /L; Platelet ≥50×10^9 /L; Hemoglobin >60 g/L"
    )


def test_seed_criteria_walk_in_reading_order_with_paths():
    steps = list(parse(criteria_of("NCT06279026")).walk("inclusion"))

    assert [path for _, _, path in steps][:9] == [
        (1,), (2,), (3,), (3, 1), (3, 2), (3, 3), (3, 4), (3, 5), (4,),
    ]  # fmt: skip
    assert [(found.ordered, level) for found, level, _ in steps][2:4] == [(False, 1), (True, 2)]


def test_exclusion_heading_inside_a_nested_list_begins_its_group():
    exclusion = parse(criteria_of("NCT06331169")).groups[1]

    assert exclusion.heading == "Exclusion Criteria:"
    assert [found.marker for found in exclusion.criteria] == [f"{number}." for number in range(1, 10)]


def test_escaped_numbers_go_on_with_the_list_they_continue():
    inclusion = parse(criteria_of("NCT06331169")).of("inclusion")

    assert [found.marker for found in inclusion] == ["* 1\\.", "3\\.", "4\\.", "5\\."]
