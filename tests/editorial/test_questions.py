"""Questions made from a change: by name, with the numbers that differ, one for each pair."""

from dataclasses import replace
from typing import Any

import pytest

from editorial.content import Words
from editorial.questions import questions_of
from trials.content import Age, Contact
from trials.models import TrialPage


@pytest.fixture
def content(draft: TrialPage) -> Any:
    return draft.build_content()


def asked(before: Any, after: Any) -> list[str]:
    return list(questions_of(TrialPage, before, after).values())


def with_criterion(content: Any, en: str, zh_hans: str) -> Any:
    """The content with other words in its first inclusion criterion."""
    first, *others = content.criteria
    return replace(content, criteria=(replace(first, text=Words(en, zh_hans)), *others))


def with_facts(content: Any, **facts: Any) -> Any:
    return replace(content, facts=replace(content.facts, **facts))


def test_nothing_is_asked_of_a_first_edition(content):
    assert asked(None, content) == []


def test_nothing_is_asked_where_nothing_changed(content):
    assert asked(content, content) == []


@pytest.mark.parametrize(
    ("en", "zh_hans", "told"),
    [
        ("Platelets ≥75×10^9/L", "血小板≥75×10⁹/L", "Platelets ≥50×10^9/L → ≥75×10^9/L, in both languages"),
        ("Platelets ≥75×10^9/L", "血小板≥50×10^9/L", "English Platelets ≥50×10^9/L → ≥75×10^9/L"),
        ("Platelets ≥50×10^9/L", "血小板≥75×10^9/L", "Chinese 血小板 ≥50×10^9/L → ≥75×10^9/L"),
        (
            "Platelets ≥75×10^9/L",
            "血小板≥57×10^9/L",
            "English Platelets ≥50×10^9/L → ≥75×10^9/L; Chinese 血小板 ≥50×10^9/L → ≥57×10^9/L",
        ),
        (
            "Platelets ≥50×10^9/L within 7 days",
            "血小板≥50×10^9/L，7天内",
            "within – → 7, in both languages",
        ),
    ],
)
def test_a_changed_number_is_asked_about_with_its_word(content, en, zh_hans, told):
    after = with_criterion(content, en, zh_hans)

    assert asked(content, after) == [
        f"Inclusion criterion 1: {told}. I compared these numbers with the source."
    ]


def test_numbers_that_stayed_are_not_listed(content):
    before = with_criterion(content, "ANC >0.75, ALC ≥0.3, Hb >60 g/L", "ANC >0.75，ALC ≥0.3，Hb >60 g/L")
    after = with_criterion(content, "ANC >0.75, ALC ≥0.5, Hb >60 g/L", "ANC >0.75，ALC ≥0.5，Hb >60 g/L")

    assert asked(before, after) == [
        "Inclusion criterion 1: ALC ≥0.3 → ≥0.5, in both languages. I compared these numbers with the source."
    ]


def test_a_reworded_text_with_the_same_numbers_is_not_asked_about(content):
    after = with_criterion(content, "Thrombocytes ≥50×10^9/L", "血小板计数≥50×10^9/L")

    assert asked(content, after) == []


def test_a_new_row_with_a_number_is_asked_about(content):
    new = replace(content.criteria[0], key="i9", text=Words("Aged ≥18", "年龄≥18岁"))
    first, *others = content.criteria

    after = replace(content, criteria=(first, new, *others))

    assert asked(content, after) == [
        "Inclusion criterion 2 is new and says ≥18. I compared these numbers with the source."
    ]


def test_a_removed_row_with_a_number_is_asked_about(content):
    after = replace(content, criteria=content.criteria[1:])

    assert asked(content, after) == [
        "Inclusion criterion 1 is gone; it said ≥50×10^9/L. The source does not say it any more."
    ]


def test_a_row_without_a_number_comes_and_goes_unasked(content):
    assert asked(content, replace(content, criteria=content.criteria[:1])) == []


def test_a_changed_fact_is_asked_about_in_words(content):
    assert asked(content, with_facts(content, status="COMPLETED")) == [
        "Recruitment status: Recruiting → Completed. The source says so."
    ]


def test_a_fact_of_several_parts_is_asked_about_once(content):
    assert asked(content, with_facts(content, minimum_age=Age(18, "year"))) == [
        "Youngest age: 18 · Years. The source says so."
    ]


def test_a_new_contact_is_asked_about_as_one(content):
    contact = Contact("c1", "", "coordinator", "+86 512 0000", "2026-05-01")

    assert asked(content, replace(content, contacts=(contact,))) == [
        "Study contact 1: Study coordinator · +86 512 0000 · 1 May 2026. The source says so."
    ]


def test_rows_in_another_order_are_asked_about_once(content):
    second = replace(content.criteria[0], key="i9", text=Words("Adults", "成年人"))
    before = replace(content, criteria=(content.criteria[0], second, content.criteria[1]))
    after = replace(content, criteria=(second, content.criteria[0], content.criteria[1]))

    assert asked(before, after) == ["Criteria: in another order. The source says so."]


def test_what_only_machines_read_is_not_asked_about(content):
    after = replace(content, registry=replace(content.registry, snapshot="ab" * 32))

    assert asked(content, after) == []


def test_a_tick_never_speaks_of_another_change(content):
    first = questions_of(
        TrialPage, content, with_criterion(content, "Platelets ≥75×10^9/L", "血小板≥75×10^9/L")
    )
    other = questions_of(
        TrialPage, content, with_criterion(content, "Platelets ≥80×10^9/L", "血小板≥80×10^9/L")
    )

    assert first.keys() & other.keys() == set()
