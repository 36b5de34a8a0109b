"""Eligibility text becomes rows: the registry's wording, its order, three levels."""

import pytest

from tests.registry.records import SEED, study_of
from tests.trials.drafting.records import criteria, imported, record
from trials.registry.read import read_study

pytestmark = pytest.mark.django_db


def test_seed_record_has_its_criteria():
    rows = criteria(imported(read_study(study_of(SEED))).page)

    counts = {
        (group, level): sum(row[:2] == (group, level) for row in rows)
        for group in ("inclusion", "exclusion")
        for level in (1, 2)
    }
    assert counts == {("inclusion", 1): 10, ("inclusion", 2): 10, ("exclusion", 1): 11, ("exclusion", 2): 0}


def test_row_holds_the_registrys_wording_and_waits_for_chinese():
    page = imported(record(inclusion=("Platelets ≥ 75 x 10\\^9/L",), exclusion=())).page

    [row] = page.criteria.all()
    assert (row.text_en, row.registry_text) == ("Platelets ≥ 75 x 10^9/L", "Platelets ≥ 75 x 10^9/L")
    assert (row.text_zh_hans, row.source, row.ordered, row.key) == ("", "registry", False, "i1")


def test_keys_follow_the_groups():
    page = imported(record(inclusion=("A", "B"), exclusion=("C",))).page

    assert [(row.key, row.text_en) for row in page.criteria.all()] == [("i1", "A"), ("i2", "B"), ("e1", "C")]


def test_numbered_rows_are_marked():
    page = imported(record(criteria="Inclusion Criteria:\n\n1. Adults\n2. Consent")).page

    assert [row.ordered for row in page.criteria.all()] == [True, True]


def test_levels_beyond_the_third_are_flattened():
    text = "Inclusion Criteria:\n\n* A\n\n  * B\n\n    * C\n\n      * D\n\n        * E"

    assert criteria(imported(record(criteria=text)).page) == [
        ("inclusion", 1, "A"),
        ("inclusion", 2, "B"),
        ("inclusion", 3, "C"),
        ("inclusion", 3, "D"),
        ("inclusion", 3, "E"),
    ]


def test_heading_that_says_more_than_its_group_is_a_row():
    text = "Inclusion Criteria for Part A:\n\n* Adults\n\nInclusion Criteria for Part B:\n\n* Children"

    assert criteria(imported(record(criteria=text)).page) == [
        ("inclusion", 1, "Inclusion Criteria for Part A:"),
        ("inclusion", 2, "Adults"),
        ("inclusion", 1, "Inclusion Criteria for Part B:"),
        ("inclusion", 2, "Children"),
    ]


@pytest.mark.parametrize(
    "heading", ["Inclusion Criteria:", "Key Inclusion Criteria", "**INCLUSION**", "入选标准："]
)
def test_heading_that_only_names_its_group_is_none(heading):
    assert criteria(imported(record(criteria=f"{heading}\n\n* Adults")).page) == [("inclusion", 1, "Adults")]


def test_text_without_structure_is_one_row_and_marked():
    page = imported(record(criteria="Healthy people who live nearby.\nAsk the clinic.")).page

    assert criteria(page) == [("other", 1, "Healthy people who live nearby.\nAsk the clinic.")]
    assert page.build_content().registry.criteria_understood is False


def test_record_without_criteria_has_no_rows():
    assert criteria(imported(record(criteria="")).page) == []


def test_line_ends_and_tabs_of_any_kind_are_read():
    text = "Inclusion Criteria:\r\n\r\n*\tAdults\r\n*\tConsent\r\rExclusion Criteria:\r\n\r\n* Pregnancy\x00"

    assert criteria(imported(record(criteria=text)).page) == [
        ("inclusion", 1, "Adults"),
        ("inclusion", 1, "Consent"),
        ("exclusion", 1, "Pregnancy"),
    ]
