"""Whatever editors and the registry do to a list at the same time, nothing either of them wrote is lost."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from trials.drafting.lists import Criteria, DraftRow
from trials.drafting.pairing import Saying
from trials.drafting.rows import Merging
from trials.models import CriterionRow

WORDS = ("platelets", "albumin", "consent", "pregnancy", "adults", "ECOG", "tumour", "infection")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
CRITERIA = st.lists(st.tuples(TEXTS, st.integers(1, 3)), max_size=6)
# What an editor does to a row: nothing, reword it, translate it, take it out, or write one after it.
DEEDS = st.lists(st.sampled_from(("leave", "reword", "translate", "remove", "add")), min_size=6, max_size=6)


def drafted(criteria: list[tuple[str, int]]) -> list[DraftRow]:
    return [
        DraftRow(
            Saying(text, "inclusion"),
            {
                "group": "inclusion",
                "level": level,
                "ordered": False,
                "source": "registry",
                "text_en": text,
                "registry_text": text,
            },
        )
        for text, level in criteria
    ]


def edited(base: list[DraftRow], deeds: list[str]) -> tuple[list[Any], list[Any]]:
    """The editors' rows, and those among them that somebody worked on."""
    rows, worked_on = [], []
    for number, (draft, deed) in enumerate(zip(base, deeds, strict=False), start=1):
        row = CriterionRow(key=f"i{number}", **draft.columns)
        if deed == "reword":
            row.text_en = f"Our words for number {number}"
        elif deed == "translate":
            row.text_zh_hans = f"第{number}条"
        if deed != "remove":
            rows.append(row)
        if deed in ("reword", "translate"):
            worked_on.append(row)
        if deed == "add":
            own = CriterionRow(key=f"i{number + 50}", group="inclusion", text_en=f"Our own after {number}")
            rows.append(own)
            worked_on.append(own)
    return rows, worked_on


@given(CRITERIA, CRITERIA, DEEDS, st.randoms())
def test_merged_rows_lose_nothing_of_either_side(former, newest, deeds, chance):
    kept = [criterion for criterion in former if chance.random() < 0.6]
    base, theirs = drafted(former), drafted([*kept, *newest])
    rows, worked_on = edited(base, deeds)
    wording = {row.key: (row.text_en, row.text_zh_hans) for row in worked_on}
    merging = Merging(Criteria(), base, theirs, rows)

    merged = merging.merged()

    standing = {row.key: row for row in merged if row.key}
    for key, (english, chinese) in wording.items():
        assert standing[key].text_zh_hans == chinese
        assert standing[key].text_en == english or chinese
    assert len({id(row) for row in merged}) == len(merged)
    removed = [number for number, deed in enumerate(deeds[: len(base)]) if deed == "remove"]
    absent = [row for row in theirs if row.saying.text not in {each.registry_text for each in merged}]
    assert len(absent) <= len(removed)
    if not removed:
        assert sorted(row.registry_text for row in merged if row.registry_text) == sorted(
            row.saying.text for row in theirs
        )


@given(CRITERIA, CRITERIA)
def test_list_nobody_edited_becomes_the_registrys(former, newest):
    base, theirs = drafted(former), drafted(newest)
    rows = [CriterionRow(key=f"i{number}", **row.columns) for number, row in enumerate(base)]

    merging = Merging(Criteria(), base, theirs, rows)

    assert [(row.text_en, row.level) for row in merging.merged()] == newest
    assert merging.told == []
