"""The demonstration's texts, written by hand in both languages, give no false alarm."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from demo import texts
from editorial.content import CHINESE, ENGLISH, Pair, Words
from tests.site.seed import seed_content
from trials.checks import negation, quantities, structure, turning
from trials.content import Criterion
from trials.drafting.criteria import rows_of

TRIALS = sorted(path.stem for path in (texts.FOLDER / "texts").glob("NCT*.json"))
CHECKS = (
    quantities.same_amounts,
    quantities.amounts_in_order,
    negation.same_negations,
    turning.before_or_after,
    structure.as_many_sentences,
)


def pairs_of(trial_id: str) -> Iterator[Pair]:
    """Every pair of texts of a trial, and its criteria."""
    text = texts.trial_text(trial_id)
    yield from _pairs(text, trial_id)
    english = [row.text for row in rows_of(texts.record(trial_id).criteria)]
    chinese = text.get("criteria", ())
    for number, pair in enumerate(zip(english, chinese, strict=bool(chinese))):
        yield Pair(f"criterion {number}", Words(*pair))


def _pairs(value: Any, place: str) -> Iterator[Pair]:
    if isinstance(value, dict) and {ENGLISH, CHINESE} <= set(value):
        yield Pair(place, Words(value[ENGLISH], value[CHINESE]))
    elif isinstance(value, dict | list):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for name, part in parts:
            if name != "names":
                yield from _pairs(part, f"{place}.{name}")


@pytest.mark.parametrize("trial_id", TRIALS)
def test_demo_texts_have_no_finding(trial_id: str) -> None:
    criteria = tuple(
        Criterion(str(number), "inclusion", 1, False, "editors", pair.words)
        for number, pair in enumerate(pairs_of(trial_id))
    )
    content = replace(seed_content(), criteria=criteria)

    found = [finding.message for check in CHECKS for finding in check(content)]

    assert found == []
