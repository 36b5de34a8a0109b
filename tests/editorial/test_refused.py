"""A refusal of the gate is said in its own words, and the request it ended leaves nothing behind."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail import hooks

from tests.trials.posting import HTML, edit_url, form_values, opened
from trials.models import TrialPage

pytestmark = pytest.mark.django_db
BY_SIGN_OFF = "This page is published by sign-off only. Submit it for review."
IN_WAGTAILS_WORDS = "Sorry, you do not have permission to access this area."


def publish(request, page):
    """Something added to the editing screen that publishes what was just saved."""
    page.get_latest_revision().publish(skip_permission_checks=True)


def forbid(request, page):
    raise PermissionDenied


def save_with(hook, client, page, **headers):
    values = form_values(opened(client, page)) | {"summary_en": "Words of a refused request."}
    with hooks.register_temporarily("after_edit_page", hook):
        return client.post(edit_url(page), values, headers=HTML | headers)


def told(client, response):
    return [str(message).strip() for message in client.get(response.url).context["messages"]]


def test_a_refusal_is_told_on_the_screen_the_person_came_from(client, draft, author):
    client.force_login(author)

    response = save_with(publish, client, draft, referer=f"http://testserver{edit_url(draft)}")

    assert (response.status_code, response.url) == (302, f"http://testserver{edit_url(draft)}")
    assert told(client, response) == [BY_SIGN_OFF]


def test_nothing_of_a_refused_request_stays(client, draft, author):
    client.force_login(author)
    before = draft.get_latest_revision()

    save_with(publish, client, draft)

    newest = TrialPage.objects.get(pk=draft.pk).get_latest_revision()
    assert (newest.pk, newest.content["summary_en"]) == (before.pk, "English of summary.")


def test_a_refusal_without_words_is_left_to_wagtail(client, draft, author):
    client.force_login(author)

    response = save_with(forbid, client, draft)

    assert response.url == reverse("wagtailadmin_home")
    assert told(client, response)[-1] == IN_WAGTAILS_WORDS


@pytest.mark.parametrize("headers", [{"x-requested-with": "XMLHttpRequest"}, {"accept": "application/json"}])
def test_a_script_is_told_in_json(client, draft, author, headers):
    client.force_login(author)

    response = save_with(publish, client, draft, **headers)

    assert (response.status_code, response.json()) == (403, {"detail": BY_SIGN_OFF})


@pytest.mark.parametrize("view", ["workflow_action", "collect_workflow_action_data"])
@pytest.mark.parametrize("decision", ["approve", "reject"])
def test_a_decision_posted_to_wagtail_s_address_is_told_where_it_is_taken(
    client, submitted, signer, view, decision
):
    client.force_login(signer)
    where = [submitted.pk, decision, submitted.current_workflow_task_state.pk]

    response = client.post(reverse(f"wagtailadmin_pages:{view}", args=where), headers=HTML)

    assert told(client, response) == ["Review and sign-off take place on the review screen of the page."]
    assert submitted.current_workflow_task_state.status == "in_progress"
