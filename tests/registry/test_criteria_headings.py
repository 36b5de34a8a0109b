"""Headings of eligibility texts, and sentences that only speak of criteria."""

import pytest

from tests.registry.shapes import groups, shape
from trials.registry.criteria import parse


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Inclusion Criteria:", "inclusion"),
        ("Inclusion Criteria", "inclusion"),
        ("INCLUSION CRITERIA:", "inclusion"),
        ("inclusion criteria :", "inclusion"),
        ("Key Inclusion Criteria:", "inclusion"),
        ("Patient Inclusion Criteria", "inclusion"),
        ("**Inclusion Criteria:**", "inclusion"),
        ("Inclusion:", "inclusion"),
        ("Inclusion Criteria for Part 1.2 (healthy volunteers):", "inclusion"),
        ("Inclusion Criteria - Cohort A", "inclusion"),
        ("Criteria for inclusion:", "inclusion"),
        ("Patients who meet the following inclusion criteria:", "inclusion"),
        ("入选标准：", "inclusion"),
        ("Exclusion Criteria:", "exclusion"),
        ("Main Exclusion Criteria", "exclusion"),
        ("Subject exclusion criteria:", "exclusion"),
        ("Non-inclusion criteria:", "exclusion"),
        ("Exclusion", "exclusion"),
        ("排除标准", "exclusion"),
        ("Inclusion and Exclusion Criteria:", "other"),
        ("Inclusion/Exclusion Criteria", "other"),
        ("Eligibility Criteria:", "other"),
        ("Withdrawal Criteria:", "other"),
    ],
)
def test_heading_is_recognised(heading, kind):
    (group,) = parse(f"{heading}\n\n* Adults\n* Able to consent").groups

    assert (group.kind, group.heading) == (kind, heading.strip("*"))
    assert shape(group.criteria) == ["Adults", "Able to consent"]


@pytest.mark.parametrize(
    "line",
    [
        "Patients who do not meet inclusion criteria.",
        "No exclusion criteria",
        "Meets all inclusion criteria",
        "The exclusion criteria are listed below",
        "Exclusion of pregnancy by a urine test",
    ],
)
def test_sentence_about_criteria_is_no_heading(line):
    (group,) = parse(f"Inclusion Criteria:\n\n* Adults\n\n{line}").groups

    assert shape(group.criteria) == ["Adults", line]


def test_heading_behind_a_list_marker_is_a_heading():
    text = "* Inclusion Criteria:\n  * Adults\n* Exclusion Criteria:\n  * Pregnancy"

    assert groups(text) == [
        ("inclusion", "Inclusion Criteria:", ["Adults"]),
        ("exclusion", "Exclusion Criteria:", ["Pregnancy"]),
    ]


def test_criteria_on_the_line_of_the_heading_are_found():
    text = "Inclusion Criteria: 1. Adults\n2. Able to consent\nExclusion Criteria: none"

    assert groups(text) == [
        ("inclusion", "Inclusion Criteria:", ["Adults", "Able to consent"]),
        ("exclusion", "Exclusion Criteria:", ["none"]),
    ]
