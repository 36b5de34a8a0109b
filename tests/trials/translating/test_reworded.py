"""Editors may put the registry's words into their own, and not its numbers into others."""

import pytest

from editorial.desk import open_desk
from tests.trials.factories import make_trial
from trials.models import CriterionRow
from trials.translating.reworded import not_stated, registry_amounts

REGISTRY = "Expected survival time > 3 months, ECOG 0 or 1."


@pytest.mark.parametrize(
    "ours",
    [
        "You are expected to live for more than 3 months.",
        "ECOG 0 or 1.",
        "You may be able to live for some months.",
        "A life expectancy of over three months, and an ECOG score of 0 or 1.",
    ],
)
def test_plainer_words_with_the_same_amounts_are_let_pass(ours):
    assert not_stated(ours, REGISTRY) == ()


@pytest.mark.parametrize(
    ("ours", "said"),
    [
        ("You are expected to live for more than 6 months.", ("more than 6 months",)),
        ("You are expected to live for at least 3 months.", ("at least 3 months",)),
        ("You are expected to live for more than 3 weeks.", ("more than 3 weeks",)),
    ],
)
def test_another_amount_is_named(ours, said):
    assert not_stated(ours, REGISTRY) == said


@pytest.mark.django_db
def test_a_reworded_criterion_with_another_amount_blocks_until_overruled():
    page = make_trial()
    row = CriterionRow(
        key="i9",
        source="editors",
        text_en="You are expected to live for more than 6 months.",
        text_zh_hans="预计生存期超过6个月。",
        registry_text=REGISTRY,
    )
    page.criteria = [row]
    page.save_revision()
    desk = open_desk(page.pk)

    [finding] = registry_amounts(desk.page, desk.content)

    assert (finding.check, finding.place, finding.blocks, finding.overridable) == (
        "registry-amount",
        "i9.text",
        True,
        True,
    )
    assert finding.message == (
        "Inclusion criterion 1: we say “more than 6 months”, the registry’s wording does not: "
        "“Expected survival time > 3 months, ECOG 0 or 1.”"
    )


@pytest.mark.django_db
def test_a_criterion_of_the_editors_own_has_no_registry_to_agree_with():
    page = make_trial()
    page.criteria = [CriterionRow(key="i9", source="editors", text_en="More than 6 months.")]
    page.save_revision()
    desk = open_desk(page.pk)

    assert list(registry_amounts(desk.page, desk.content)) == []
