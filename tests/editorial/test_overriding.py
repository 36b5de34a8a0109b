"""A finding is overruled by words written for it as it was shown, and by nothing less."""

import json
from dataclasses import replace

import pytest

from editorial.findings import Finding, Weight
from editorial.refusals import LONGEST_REASON, Incomplete, SignOffRefused, require_no_blocking, require_reason

FOUND = Finding(
    check="numbers",
    weight=Weight.BLOCKING,
    field="criteria",
    place="i1.text",
    message="The English says 12, the Chinese 21.",
    expected="12",
    found="21",
    overridable=True,
)
UNSEEN = ["\u200b", "\u2060\ufeff", "\u3164", "\u00ad", "\0\u200d"]


def test_an_overruled_finding_is_recorded_with_its_reason():
    recorded = require_no_blocking([FOUND], {FOUND.as_shown: " The hospital\0 counts 12. "})

    assert recorded == [
        {
            "finding": "numbers|criteria|i1.text|",
            "message": FOUND.message,
            "reason": "The hospital counts 12.",
        }
    ]
    assert json.loads(json.dumps(recorded)) == recorded


@pytest.mark.parametrize(
    "changed",
    [{"message": "The English says 13."}, {"expected": "13"}, {"found": "31"}, {"place": "i2.text"}],
)
def test_a_reason_for_a_finding_that_changed_does_not_overrule_it(changed):
    now = replace(FOUND, **changed)

    with pytest.raises(SignOffRefused, match="Still to be mended"):
        require_no_blocking([now], {FOUND.as_shown: "The hospital counts 12."})


@pytest.mark.parametrize("reason", ["", "  ", "\0"])
def test_no_reason_leaves_the_finding_to_be_mended(reason):
    with pytest.raises(SignOffRefused, match="Still to be mended"):
        require_no_blocking([FOUND], {FOUND.as_shown: reason})


@pytest.mark.parametrize("reason", [".", "…", "——", *UNSEEN])
def test_a_reason_without_a_letter_is_none(reason):
    with pytest.raises(Incomplete, match=r"Please write the reason\."):
        require_no_blocking([FOUND], {FOUND.as_shown: reason})


@pytest.mark.parametrize("reason", ["ok", "如此", "7"])
def test_a_reason_with_a_letter_or_a_digit_is_one(reason):
    assert require_reason(reason) == reason


def test_a_reason_longer_than_its_field_is_refused():
    with pytest.raises(Incomplete, match="The reason is too long"):
        require_no_blocking([FOUND], {FOUND.as_shown: "a" * (LONGEST_REASON + 1)})
