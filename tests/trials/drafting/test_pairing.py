"""Rows of two versions of a list find each other by their words."""

from trials.drafting.pairing import MOST_COMPARISONS, Saying, likeness, pair
from trials.drafting.weaving import weave


def said(*texts: str, family: str = "") -> list[Saying]:
    return [Saying(text, family) for text in texts]


def test_equal_rows_pair_wherever_they_stand():
    former, later = said("Adults", "Consent", "ECOG 0-1"), said("ECOG  0-1", "adults", "Consent")

    assert pair(former, later, alike=False) == {0: 1, 1: 2, 2: 0}


def test_reworded_row_pairs_with_its_former_self():
    former = said("Adults of 18 years or more", "Platelets of at least 75 x 10^9/L")
    later = said("Platelets of at least 50 x 10^9/L", "Adults of 18 to 75 years")

    assert pair(former, later, alike=True) == {0: 1, 1: 0}


def test_reworded_row_stays_alone_where_only_equals_count():
    assert pair(said("Adults of 18 years"), said("Adults of 20 years"), alike=False) == {}


def test_rows_that_only_share_their_form_do_not_pair():
    assert pair(said("Platelets ≥ 75 x 10^9/L"), said("Hemoglobin ≥ 90 g/L"), alike=True) == {}


def test_likeness_does_not_cross_from_inclusion_to_exclusion():
    former = said("Able to swallow tablets", family="inclusion")
    later = said("Unable to swallow tablets", family="exclusion")

    assert pair(former, later, alike=True) == {}


def test_equal_row_of_the_same_group_is_preferred():
    former = [*said("See protocol", family="inclusion"), *said("See protocol", family="exclusion")]

    assert pair(former, said("See protocol", family="exclusion"), alike=False) == {1: 0}


def test_most_alike_row_is_taken_first():
    former = said("Creatinine at most 1.5 mg/dL", "Creatinine at most 1.5 mg/dL or clearance of 60 mL/min")
    later = said("Creatinine at most 1.5 mg/dL or clearance of 50 mL/min")

    assert pair(former, later, alike=True) == {1: 0}


def test_each_row_is_paired_once():
    assert pair(said("Adults", "Adults", "Adults"), said("Adults", "Adults"), alike=True) == {0: 0, 1: 1}


def test_too_many_rows_pair_only_when_equal():
    number = int(MOST_COMPARISONS**0.5) + 1
    former = said(*(f"Criterion {each} of the first version" for each in range(number)), "Adults")
    later = said("Adults", *(f"Criterion {each} of the second version" for each in range(number)))

    assert pair(former, later, alike=True) == {number: 0}


def test_long_texts_are_compared_by_words():
    text = "Patients who received an allogeneic transplant before must be free of disease. " * 10

    assert likeness(text, text.replace("transplant", "stem-cell transplant")) > 0.9
    assert likeness(text, "An entirely different criterion about pregnancy and contraception. " * 10) == 0.0


def test_woven_rows_stand_behind_what_they_followed():
    assert weave(["a", "b", "c"], ["x", "a", "y", "z", "c", "w"]) == ["x", "a", "y", "z", "b", "c", "w"]
    assert weave([], ["x", "y"]) == ["x", "y"]
