"""What Wagtail's log and screens say of the workflow: nothing by its stored English name."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from editorial.workflow_words import SAID

pytestmark = pytest.mark.django_db
STORED = ("Editorial review", "Workflow started")


def messages_of(page):
    entries = PageLogEntry.objects.filter(page=page.pk, action__in=SAID).order_by("pk")
    return [str(entry.formatter.format_message(entry)) for entry in entries]


def status_panel(client, page):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_log_says_what_happened_in_fixed_words(submitted, author):
    submitted.current_workflow_state.cancel(user=author)

    assert messages_of(submitted) == ["Submitted for review", "Taken back before it was signed"]


def test_log_keeps_the_reason_of_requested_changes(submitted, signer):
    state = submitted.current_workflow_state.current_task_state
    state.reject(user=signer, comment="The dose is wrong.")

    entry = PageLogEntry.objects.get(page=submitted.pk, action="wagtail.workflow.reject")
    assert entry.formatter.format_message(entry) == "Changes requested"
    assert entry.formatter.format_comment(entry) == "The dose is wrong."


def test_filters_of_the_log_name_each_action_once(submitted, client, superuser):
    client.force_login(superuser)

    response = client.get(reverse("wagtailadmin_pages:history", args=[submitted.pk]))

    actions = [value for value, _label in response.context["filters"].form.fields["action"].choices if value]
    assert len(actions) == len(set(actions))


def test_status_panel_leads_to_the_review_screen(submitted, client, author):
    client.force_login(author)

    panel = status_panel(client, submitted)

    assert f'href="{reverse("editorial_review", args=[submitted.pk])}">Review and sign-off</a>' in panel
    assert [name for name in STORED if name in panel] == []


def test_status_panel_says_since_when_the_page_waits(submitted, client, author):
    client.force_login(author)

    panel = status_panel(client, submitted)

    assert panel.count("Waits for review and sign-off; sent ") == 1


def test_reports_leave_out_the_one_workflow(submitted, client, lead):
    client.force_login(lead)

    menu = client.get(reverse("editorial_register")).content.decode()

    named = [name for name in ("site-history", "workflow", "workflow_tasks") if f"reports/{name}/" in menu]
    assert named == ["site-history"]
