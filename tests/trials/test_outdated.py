"""A form posted from an outdated tab: what its author is shown of it."""

from typing import Any

import pytest
from django.test import Client

from tests.trials.posting import HTML, add_criterion, edit_url, form_values, opened
from trials.models import TrialPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def old_tab(at_desk: Client, trial: TrialPage, translator: Any) -> dict[str, Any]:
    """The values of a form, opened before somebody else saved the first criterion."""
    values = form_values(opened(at_desk, trial))
    draft = trial.get_latest_revision_as_object()
    first = draft.criteria.all()[0]
    first.text_en = "Newer words."
    draft.criteria = [first, *draft.criteria.all()[1:]]
    draft.save_revision(user=translator)
    return values


def refused(client: Client, trial: TrialPage, values: dict[str, Any]) -> Any:
    return client.post(edit_url(trial), values, headers=HTML)


def test_outdated_form_shows_rows_by_key_beside_what_stands_there(at_desk, trial, old_tab):
    old_tab["criteria-0-text_en"] = "My words."
    add_criterion(old_tab, text_en="A new row.")

    response = refused(at_desk, trial, old_tab)

    shown = [field for field in response.context["fields"] if field.lang == "en"]
    assert (response.status_code, shown) == (
        409,
        [
            ("Criterion i1: Text · English", "My words.", "Newer words.", "en"),
            ("Criterion 4: Text · English", "A new row.", "", "en"),
        ],
    )


def test_outdated_form_shows_facts_in_words(at_desk, trial, old_tab):
    old_tab |= {"status": "SUSPENDED", "contacts-0-telephone": "+86 512 0000 0000"}
    old_tab["criteria-0-text_en"] = "Newer words."

    fields = refused(at_desk, trial, old_tab).context["fields"]

    assert [(field.label, field.text) for field in fields] == [
        ("Recruitment status", "Suspended"),
        ("Contact c1: Telephone", "+86 512 0000 0000"),
    ]


def test_outdated_form_says_who_saved_the_newer_version(at_desk, trial, old_tab, author):
    by_translator = refused(at_desk, trial, old_tab)
    trial.get_latest_revision_as_object().save_revision(user=author)
    by_oneself = refused(at_desk, trial, old_tab)

    told = [(answer.context["is_own"], answer.context["name"]) for answer in (by_translator, by_oneself)]
    assert told == [(False, "Translator"), (True, "")]
