"""Findings are told with what could hurt a reader first."""

from editorial.findings import Finding, Weight
from trials.checks.harm import most_harmful_first


def finding(check: str, weight: Weight = Weight.BLOCKING) -> Finding:
    return Finding(check=check, weight=weight, field="headline", message="")


def test_a_wrong_number_stands_before_a_missing_text_and_a_hint_last():
    hint = finding("negation", Weight.ADVISORY)
    found = [finding("both-languages"), hint, finding("unit"), finding("number")]

    ordered = [each.check for each in most_harmful_first(found)]

    assert ordered == ["number", "unit", "both-languages", "negation"]


def test_findings_of_one_rank_stay_in_the_order_they_were_found():
    found = [finding("required-text"), finding("no-criteria"), finding("place-name")]

    assert most_harmful_first(found) == found
