"""Wagtail's editing screen and list of pages: what reviewers are told there, and one way to submit."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.people import LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS
from editorial.signoff import request_changes
from tests.editorial.desk import save_draft
from tests.trials.posting import JSON, edit_url, form_values, opened

BECOMES_AUTHOR = (
    "Whoever saves a changed word here becomes its author and can neither review nor sign it. "
    "Use “Suggest a wording” on the review screen."
)
SUBMITTING = "[name=action-submit], [name=action-restart-workflow], [name=action-cancel-workflow]"


def logged_in(person, lang="en"):
    client = Client(headers={"accept-language": lang})
    client.force_login(person)
    return client


def warnings(person, page):
    answer = logged_in(person).get(edit_url(page))
    return [str(message) for message in answer.context["messages"] if BECOMES_AUTHOR in str(message)]


def ways_to_submit(person, page, lang="en"):
    screen = BeautifulSoup(opened(logged_in(person, lang), page), "html.parser")
    return [" ".join(button.get_text().split()) for button in screen.select(SUBMITTING)]


@pytest.mark.parametrize("group", [SIGNERS, LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS])
def test_a_reviewer_is_told_that_saving_makes_them_an_author(person, submitted, group):
    (said,) = warnings(person("reviewer", group), submitted)

    assert reverse("editorial_review", args=[submitted.pk]) in said


@pytest.mark.parametrize("who", ["author", "translator", "lead"])
def test_who_does_not_review_is_not_told(request, submitted, who):
    assert warnings(request.getfixturevalue(who), submitted) == []


def test_a_draft_is_submitted_by_an_item_without_names_of_the_software(draft, author):
    assert ways_to_submit(author, draft) == ["Submit for review"]


def test_after_changes_were_requested_there_is_one_way_to_submit(reviewed, author, signer):
    request_changes(reviewed, reviewer=signer, reason="Which dose?", now=timezone.now())

    assert ways_to_submit(author, reviewed) == ["Submit again"]


def test_the_list_of_pages_leads_to_the_review_screen(submitted, signer):
    parent = submitted.get_parent()

    listing = logged_in(signer).get(reverse("wagtailadmin_explore", args=[parent.pk])).content.decode()

    row = BeautifulSoup(listing, "html.parser").select_one(f"#page_{submitted.pk}, tbody tr")
    links = [link.get_text(strip=True) for link in row.select(f'a[href="/admin/review/{submitted.pk}/"]')]
    assert links == ["Review and sign-off"]


def test_an_autosave_from_an_outdated_tab_speaks_of_no_overwriting(submitted, author, translator):
    client = logged_in(author)
    values = form_values(opened(client, submitted))
    save_draft(submitted, translator, summary_en="Newer.")

    answer = client.post(edit_url(submitted), values, headers=JSON)

    assert (answer.status_code, answer.json()) == (
        400,
        {
            "success": False,
            "error_code": "invalid_revision",
            "error_message": "Not saved: a newer version exists. What you typed stays here until you leave.",
        },
    )


def test_the_box_about_a_newer_version_says_that_nothing_is_overwritten(submitted, author, translator):
    client = logged_in(author)
    page = BeautifulSoup(opened(client, submitted), "html.parser")
    ping = page.select_one("form.w-editing-sessions")["data-w-swap-src-value"]
    shown = submitted.get_latest_revision()
    logged_in(translator).get(edit_url(submitted))
    save_draft(submitted, translator, summary_en="Newer.")

    posted = {"revision_id": shown.pk, "revision_created_at": shown.created_at.isoformat()}
    box = BeautifulSoup(client.post(ping, posted).json()["html"], "html.parser")

    said = box.select('template[data-w-teleport-target-value="#subtitle-w-save-confirmation-dialog"]')
    assert " ".join(said[-1].get_text().split()) == (
        "Saving from here is refused, so nothing is overwritten; "
        "what you typed is then shown for you to copy into the newest version."
    )
