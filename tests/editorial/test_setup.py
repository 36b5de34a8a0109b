"""Groups, permissions and the workflow are code: made, repaired, and free of ways round the sign-off."""

import pytest
from django.conf import settings as settings_of_django
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import GroupPagePermission, Page, Workflow, WorkflowTask

from editorial import checks
from editorial.people import AUTHORS, GROUPS, SIGNERS
from editorial.setup import TASK, WORKFLOW, ensure_editorial_setup

pytestmark = pytest.mark.django_db


def page_permissions():
    return {
        name: set(
            GroupPagePermission.objects.filter(group__name=name).values_list(
                "permission__codename", flat=True
            )
        )
        for name in GROUPS
    }


def test_authors_add_and_the_others_change_and_nobody_publishes():
    assert page_permissions() == {name: {"change_page"} for name in GROUPS} | {
        AUTHORS: {"add_page", "change_page"}
    }


def test_the_set_up_changes_nothing_when_it_is_in_place():
    assert ensure_editorial_setup() == []


def test_a_right_to_publish_given_by_hand_is_taken_away():
    GroupPagePermission.objects.create(
        group=Group.objects.get(name=SIGNERS),
        page=Page.get_first_root_node(),
        permission=Permission.objects.get(codename="publish_page"),
    )

    ensure_editorial_setup()

    assert page_permissions()[SIGNERS] == {"change_page"}


def test_a_workflow_emptied_by_hand_gets_its_task_back():
    WorkflowTask.objects.all().delete()

    ensure_editorial_setup()

    workflow = Workflow.objects.get(name=WORKFLOW)
    assert [task.name for task in workflow.tasks] == [TASK]


def test_the_only_active_workflow_is_ours():
    assert [workflow.name for workflow in Workflow.objects.active()] == [WORKFLOW]


def test_a_missing_root_page_is_tolerated():
    Page.objects.all().delete()

    ensure_editorial_setup()

    assert GroupPagePermission.objects.count() == 0


def test_the_command_says_what_it_did(capsys):
    Group.objects.get(name=SIGNERS).delete()

    call_command("ensure_editorial_setup")

    assert capsys.readouterr().out.splitlines() == [
        "permissions of Signers set",
        "page permissions of Signers set",
        "the editorial set-up is in place",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT", True),
        ("WAGTAIL_WORKFLOW_ENABLED", False),
        ("WAGTAIL_I18N_ENABLED", True),
        ("WAGTAIL_FINISH_WORKFLOW_ACTION", "wagtail.workflows.publish_workflow_state"),
    ],
)
def test_a_setting_that_opens_the_gate_stops_the_start(settings, name, value):
    setattr(settings, name, value)

    assert [error.id for error in checks.settings_keep_the_gate_shut()] == ["editorial.E001"]


def test_an_application_that_shows_pages_stops_the_start(monkeypatch):
    # The list itself, not pytest-django's settings: those would load the application.
    monkeypatch.setattr(settings_of_django, "INSTALLED_APPS", ["editorial", "wagtail.api.v2"])

    assert [error.id for error in checks.settings_keep_the_gate_shut()] == ["editorial.E002"]


def test_the_settings_as_they_are_keep_it_shut():
    assert checks.settings_keep_the_gate_shut() == []
