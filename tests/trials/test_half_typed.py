"""Findings are answered for a form in the middle of typing, and for one nobody's browser would send."""

import pytest
from django.urls import reverse

from tests.trials.posting import form_values, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def look(trial, at_desk):
    """Ask for the findings of the open form with some values changed; the status and the answer."""
    typed = form_values(opened(at_desk, trial))

    def ask(**values):
        at_desk.raise_request_exception = False
        posted = {**typed, **{name.replace("__", "-"): value for name, value in values.items()}}
        answer = at_desk.post(reverse("trial_findings", args=[trial.pk]), posted)
        return answer.status_code, answer.content.decode()

    return ask


@pytest.mark.parametrize(
    ("field", "half"),
    [
        ("sources__0__url", "htt"),
        ("sources__0__accessed_on", "2026-0"),
        ("contacts__0__checked_on", "2026-0"),
        ("criteria__0__official_url", "http://"),
        ("start_date", "2026-1"),
    ],
)
def test_findings_are_answered_while_a_value_is_half_typed(look, field, half):
    status, answer = look(**{field: half})

    assert status == 200
    assert f"id_{field.replace('__', '-')}" in answer


@pytest.mark.parametrize("number", ["abc", "²"])
def test_a_form_whose_row_has_no_number_is_a_bad_request(look, number):
    status, _answer = look(criteria__0__id=number)

    assert status == 400


@pytest.mark.parametrize(
    "forged",
    [
        {"criteria__0__id": "999999"},
        {"criteria__0__id": "9" * 40},
        {"criteria__TOTAL_FORMS": "abc"},
        {"criteria__TOTAL_FORMS": "-1"},
        {"criteria__0__ORDER": "9" * 40},
    ],
)
def test_findings_are_answered_for_a_forged_form(look, forged):
    status, _answer = look(**forged)

    assert status == 200
