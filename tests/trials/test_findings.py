"""What the editing screen says of the draft: on opening, and of a form that nobody has saved."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trials.factories import make_trial
from tests.trials.posting import add_criterion, edit_url, form_values, looked_at, opened
from trials.models import CriterionRow, TranslationProgress, TrialPage

pytestmark = pytest.mark.django_db


def findings_url(page: Any) -> str:
    return reverse("trial_findings", args=[page.pk])


def answered(client: Client, page: Any, values: dict[str, Any]) -> BeautifulSoup:
    response = client.post(findings_url(page), values)

    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def progress_line(shown: BeautifulSoup) -> str:
    """Both languages and what is to be mended; hints of all the checks come and go."""
    line = " ".join(shown.select_one(".findings__progress").text.split())
    return re.sub(r", \d+ hints?$", "", line)


def links(shown: BeautifulSoup) -> dict[str, str]:
    """Where each finding that is to be mended leads, by its words."""
    return {link.text: link["href"] for link in shown.select("[aria-labelledby=findings-to-mend] a")}


def test_screen_opens_with_findings_and_progress(at_desk, author):
    page = make_trial(owner=author, summary_zh_hans="")

    panel = looked_at(opened(at_desk, page)).select_one("#findings")

    assert progress_line(panel) == "English 22 of 22 · Chinese 21 of 22, 1 missing · 1 thing to mend"
    assert links(panel) == {"“One-line summary” has no Chinese text.": "#id_summary_zh_hans"}


def test_facts_tab_leads_to_the_findings(at_desk, trial):
    screen = looked_at(opened(at_desk, trial))

    assert [
        link["data-jump"] for link in screen.select("section#tab-facts_and_places a[href='#findings']")
    ] == [""]


def test_unsaved_form_is_answered_and_nothing_is_saved(at_desk, trial):
    values = form_values(opened(at_desk, trial)) | {"criteria-2-text_zh_hans": ""}
    revision = TrialPage.objects.get(pk=trial.pk).latest_revision

    shown = answered(at_desk, trial, values)

    assert links(shown) == {"“Exclusion criterion 1” has no Chinese text.": "#id_criteria-2-text_zh_hans"}
    assert progress_line(shown) == "English 22 of 22 · Chinese 21 of 22, 1 missing · 1 thing to mend"
    newest = TrialPage.objects.get(pk=trial.pk).latest_revision
    assert (newest.pk, newest.content) == (revision.pk, revision.content)


def test_finding_of_a_new_row_leads_to_its_field(at_desk, trial):
    values = form_values(opened(at_desk, trial))
    prefix = add_criterion(values, text_en="No infection")

    shown = answered(at_desk, trial, values)

    assert links(shown) == {
        "“Inclusion criterion 2” has no Chinese text.": f"#id_{prefix}-text_zh_hans",
    }


def test_finding_of_an_empty_list_leads_to_its_button(at_desk, trial):
    values = form_values(opened(at_desk, trial))
    values |= {f"criteria-{number}-DELETE": "1" for number in range(3)}

    shown = answered(at_desk, trial, values)

    assert links(shown) == {"There is no eligibility criterion.": "#id_criteria-ADD"}


def test_form_that_cannot_be_saved_is_checked_as_far_as_it_goes(at_desk, trial):
    values = form_values(opened(at_desk, trial))
    values |= {"enrolment": "many", "criteria-2-text_zh_hans": "", "criteria-0-DELETE": "1"}

    shown = answered(at_desk, trial, values)

    assert links(shown) == {
        "Number of participants: Enter a whole number.": "#id_enrolment",
        "“Exclusion criterion 1” has no Chinese text.": "#id_criteria-2-text_zh_hans",
    }
    assert progress_line(shown) == "English 21 of 21 · Chinese 20 of 21, 1 missing · 2 things to mend"


def test_locked_wording_is_told_while_it_is_typed(at_desk, trial):
    values = form_values(opened(at_desk, trial))
    values |= {"criteria-0-source": "registry", "criteria-0-text_en": "Adults!", "summary_zh_hans": ""}

    shown = answered(at_desk, trial, values)

    told = {
        re.split(" is the registry|: the English", words)[0]: href for words, href in links(shown).items()
    }
    assert told == {
        "Text · English: Inclusion criterion 1": "#id_criteria-0-text_en",
        "“Inclusion criterion 1”": "#id_criteria-0-text_zh_hans",
        "“One-line summary” has no Chinese text.": "#id_summary_zh_hans",
    }


def test_changed_english_is_out_of_date_at_once(at_desk, trial):
    values = form_values(opened(at_desk, trial)) | {"summary_en": "Another summary."}

    shown = answered(at_desk, trial, values)

    assert progress_line(shown) == "English 22 of 22 · Chinese 21 of 22, 1 out of date · 1 thing to mend"
    assert list(links(shown).values()) == ["#id_summary_zh_hans"]


def test_who_may_not_edit_is_refused(client, trial, person):
    client.force_login(person("charlie"))

    response = client.post(findings_url(trial), {}, headers={"X-Requested-With": "XMLHttpRequest"})

    assert response.status_code == 403


def test_findings_are_asked_by_post_only(at_desk, trial):
    assert at_desk.get(findings_url(trial)).status_code == 405


def test_findings_write_no_row(at_desk, trial):
    values = form_values(opened(at_desk, trial)) | {"summary_zh_hans": ""}

    with CaptureQueriesContext(connection) as queries:
        answered(at_desk, trial, values)

    written = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert written == []
    assert TranslationProgress.objects.get(page=trial).missing == 0


def test_what_stands_beside_texts_costs_no_query_per_row(at_desk, author):
    asked = []
    for trial_id, number in (("NCT00000010", 10), ("NCT00000011", 150)):
        page = make_trial(owner=author, trial_id=trial_id)
        page.criteria = [
            CriterionRow(text_en=f"Criterion {n}", text_zh_hans=f"标准{n}", key=f"i{n + 1}", sort_order=n)
            for n in range(number)
        ]
        page.save_revision(user=author)
        at_desk.get(edit_url(page))
        with CaptureQueriesContext(connection) as queries:
            at_desk.get(edit_url(page))
        asked.append(len(queries))

    assert asked[0] == asked[1]
