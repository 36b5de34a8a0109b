"""Rows of the registry and of editors in one list, each side's work kept."""

from datetime import date
from typing import Any

import pytest

from tests.trials.drafting.records import criteria, criterion, draft, edit, imported, record, texts
from trials.models import Condition, ConditionRow, CriterionRow, IdentifierRow

pytestmark = pytest.mark.django_db

CONSENT = "Written informed consent"
ADULTS = "Adults of 18 years or more"
OLDER = "Adults of 20 years or more"


def keys() -> list[str]:
    return [row.key for row in sorted(draft().criteria.all(), key=lambda row: row.sort_order)]


def translate(key: str, chinese: str) -> Any:
    return lambda page: setattr(criterion(page, key), "text_zh_hans", chinese)


def test_reworded_criterion_keeps_its_key():
    imported(record())

    imported(record(inclusion=(OLDER, CONSENT)))

    assert (texts(draft())[0], keys()) == (OLDER, ["i1", "i2", "e1"])
    assert criterion(draft(), "i1").registry_text == OLDER


def test_reworded_criterion_keeps_the_editors_words_beside_the_registrys(author):
    imported(record())
    edit(author, lambda page: setattr(criterion(page, "i1"), "text_en", "You are 18 or older"))

    updated = imported(record(inclusion=(OLDER, CONSENT)))

    row = criterion(draft(), "i1")
    assert (row.text_en, row.registry_text) == ("You are 18 or older", OLDER)
    assert updated.kept == (
        f"criterion i1, text: the editors’ “You are 18 or older” was kept; the registry now says “{OLDER}”",
    )


def test_reworded_criterion_keeps_its_chinese_marked_as_older(author):
    imported(record())
    edit(author, translate("i1", "年满18岁"))

    updated = imported(record(inclusion=(OLDER, CONSENT)))

    row = criterion(draft(), "i1")
    assert (row.text_en, row.text_zh_hans, row.translated_from) == (OLDER, "年满18岁", {"text": ADULTS})
    assert updated.kept == (
        "criterion i1, text: the English now follows the registry; its Chinese was kept and needs a look",
    )


def test_pin_an_editor_already_has_is_not_moved(author):
    imported(record())

    def translated(page: Any) -> None:
        row = criterion(page, "i1")
        row.text_zh_hans, row.translated_from = "年满18岁", {"text": "An older wording"}

    edit(author, translated)
    imported(record(inclusion=(OLDER, CONSENT)))

    assert criterion(draft(), "i1").translated_from == {"text": "An older wording"}


def test_new_criterion_stands_where_the_registry_has_it_with_a_key_of_its_own():
    imported(record())

    imported(record(inclusion=(ADULTS, "ECOG 0 or 1", CONSENT)))

    assert texts(draft()) == [ADULTS, "ECOG 0 or 1", CONSENT, "Pregnancy or breast feeding"]
    assert keys() == ["i1", "i3", "i2", "e1"]


def test_criterion_nobody_touched_goes_with_the_registry_and_its_key_is_never_given_again():
    imported(record())
    imported(record(inclusion=(ADULTS,)))

    imported(record(inclusion=(ADULTS, "ECOG 0 or 1"), updated="2026-06-20"))

    assert (texts(draft())[:2], keys()) == ([ADULTS, "ECOG 0 or 1"], ["i1", "i3", "e1"])


@pytest.mark.parametrize(
    "change",
    [translate("i2", "书面知情同意"), lambda page: setattr(criterion(page, "i2"), "text_en", "You agree")],
)
def test_criterion_somebody_worked_on_stays_when_the_registry_drops_it(author, change):
    imported(record())
    edit(author, change)

    updated = imported(record(inclusion=(ADULTS,)))

    row = criterion(draft(), "i2")
    assert (keys(), row.registry_text, row.source) == (["i1", "i2", "e1"], "", "editors")
    assert updated.kept == (
        f"criterion i2: no longer in the registry; “{CONSENT}” was kept because editors worked on it",
    )


def test_criterion_that_stays_takes_its_parent_along(author):
    nested = ("One of:", "> Platelets above 75", "> Albumin above 30")
    imported(record(inclusion=(CONSENT, *nested)))
    edit(author, translate("i3", "血小板高于75"))

    imported(record(inclusion=(CONSENT,)))

    assert criteria(draft())[:3] == [
        ("inclusion", 1, CONSENT),
        ("inclusion", 1, "One of:"),
        ("inclusion", 2, "Platelets above 75"),
    ]


def test_criterion_an_editor_took_out_stays_out_and_is_told_when_it_changes(author):
    imported(record())
    edit(author, lambda page: page.criteria.remove(criterion(page, "i1")))

    unchanged = imported(record(updated="2026-06-20"))
    reworded = imported(record(inclusion=(OLDER, CONSENT)))

    assert texts(draft()) == [CONSENT, "Pregnancy or breast feeding"]
    assert (unchanged.kept, reworded.kept) == (
        (),
        (f"criterion: editors had taken it out, so it stays out; the registry now says “{OLDER}”",),
    )


def test_criterion_an_editor_added_stays_where_it_was_put(author):
    imported(record())

    def added(page: Any) -> None:
        first, *rest = page.criteria.all()
        own = CriterionRow(text_en="Living in Suzhou", key="i3", sort_order=1)
        for number, row in enumerate([first, own, *rest]):
            row.sort_order = number
        page.criteria = [first, own, *rest]

    edit(author, added)
    imported(record(inclusion=("ECOG 0 or 1", OLDER, CONSENT, "Life expectancy of 12 weeks")))

    assert texts(draft())[:5] == [
        "ECOG 0 or 1",
        OLDER,
        "Living in Suzhou",
        CONSENT,
        "Life expectancy of 12 weeks",
    ]


def test_order_of_the_registry_is_followed_until_an_editor_moves_a_row(author):
    imported(record())
    imported(record(inclusion=(CONSENT, ADULTS)))
    followed = texts(draft())[:2]

    def moved(page: Any) -> None:
        for number, key in enumerate(("i1", "i2", "e1")):
            criterion(page, key).sort_order = number
        page.criteria = list(page.criteria.all())

    edit(author, moved)
    imported(record(inclusion=(CONSENT, ADULTS, "ECOG 0 or 1")))

    assert followed == [CONSENT, ADULTS]
    assert texts(draft())[:3] == [ADULTS, "ECOG 0 or 1", CONSENT]


def test_new_criterion_like_one_an_editor_wrote_is_not_swallowed(author):
    imported(record())

    def added(page: Any) -> None:
        page.criteria.add(CriterionRow(text_en="Platelets above 75", key="i3", sort_order=9))

    edit(author, added)
    imported(record(inclusion=(ADULTS, CONSENT, "Platelets above 50")))

    assert [text for text in texts(draft()) if text.startswith("Platelets")] == [
        "Platelets above 50",
        "Platelets above 75",
    ]


def test_criterion_an_editor_wrote_before_the_registry_did_becomes_the_registrys(author):
    imported(record())

    def added(page: Any) -> None:
        page.criteria.add(
            CriterionRow(text_en="ECOG 0 or 1", text_zh_hans="ECOG评分0或1", key="i3", sort_order=9)
        )

    edit(author, added)
    imported(record(inclusion=(ADULTS, CONSENT, "ECOG 0 or 1")))

    row = criterion(draft(), "i3")
    assert (len(texts(draft())), row.registry_text, row.text_zh_hans) == (4, "ECOG 0 or 1", "ECOG评分0或1")


def test_level_follows_the_registry():
    imported(record(inclusion=("One of:", "> Platelets above 75")))

    imported(record(inclusion=("One of:", "Platelets above 75")))

    assert [row[1] for row in criteria(draft())] == [1, 1, 1]


def test_criterion_that_moves_to_the_other_group_is_followed():
    imported(record())

    imported(record(inclusion=(ADULTS,), exclusion=("Pregnancy or breast feeding", CONSENT)))

    assert criteria(draft())[2] == ("exclusion", 1, CONSENT)
    assert criterion(draft(), "i2").group == "exclusion"


def test_intervention_an_editor_renamed_keeps_its_name_and_takes_its_type(author):
    imported(record(interventions=({"type": "DRUG", "name": "UTAA17 Injection"},)))
    edit(author, lambda page: setattr(page.interventions.all()[0], "name_en", "UTAA17 injection (CAR T)"))

    imported(record(interventions=({"type": "BIOLOGICAL", "name": "UTAA17 Injection"},)))

    [row] = draft().interventions.all()
    assert (row.type, row.name_en, row.key) == ("BIOLOGICAL", "UTAA17 injection (CAR T)", "v1")


def test_conditions_follow_and_an_editors_own_stays(author):
    imported(record(conditions=("Lymphoma", "Leukaemia")))

    own = Condition.objects.create(name_en="Myeloma")
    edit(author, lambda page: page.condition_rows.add(ConditionRow(condition=own, sort_order=9)))
    imported(record(conditions=("Lymphoma", "Sarcoma")))

    rows = sorted(draft().condition_rows.all(), key=lambda row: row.sort_order)
    assert [row.condition.name_en for row in rows] == ["Lymphoma", "Myeloma", "Sarcoma"]


def test_number_an_editor_assigned_to_its_registry_stays_there(author):
    extra = {"secondaryIdInfos": [{"id": "LOCAL-7", "type": "OTHER"}]}
    imported(record(identificationModule=extra))
    edit(author, lambda page: setattr(page.identifiers.all()[1], "registry", "cde"))

    def numbered(page: Any) -> None:
        page.identifiers.add(IdentifierRow(registry="chictr", value="ChiCTR2400000001", sort_order=5))

    edit(author, numbered)
    imported(record(identificationModule=extra, updated="2026-06-20"))

    assert [(row.registry, row.value) for row in draft().identifiers.all()] == [
        ("ctgov", "NCT00000001"),
        ("cde", "LOCAL-7"),
        ("chictr", "ChiCTR2400000001"),
    ]


def test_telephone_an_editor_vouched_for_outlives_the_registrys(author):
    imported(record(contacts=({"role": "CONTACT", "phone": "+86 512 1111 1111"},)))
    edit(author, lambda page: setattr(page.contacts.all()[0], "checked_on", date(2026, 6, 1)))

    updated = imported(record(contacts=({"role": "CONTACT", "phone": "+86 512 2222 2222"},)))

    assert [row.telephone for row in draft().contacts.all()] == ["+86 512 1111 1111", "+86 512 2222 2222"]
    assert updated.kept == (
        "contact c1: no longer in the registry; “+86 512 1111 1111” was kept because editors worked on it",
    )


def test_telephone_nobody_vouched_for_is_replaced():
    imported(record(contacts=({"role": "CONTACT", "phone": "+86 512 1111 1111"},)))

    imported(record(contacts=({"role": "CONTACT", "phone": "+86 512 2222 2222"},)))

    assert [row.telephone for row in draft().contacts.all()] == ["+86 512 2222 2222"]
