"""Groups, permissions and the workflow are code: made, repaired, and free of ways round the sign-off."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from wagtail.models import GroupPagePermission, Page, Task, Workflow, WorkflowPage

from editorial.people import AUTHORS, GROUPS, SIGNERS
from editorial.setup import TASK, WORKFLOW, ensure_editorial_setup

pytestmark = pytest.mark.django_db


def raw(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


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
    # As the screen for groups writes it: in bulk, which no signal tells of.
    right = GroupPagePermission(
        group=Group.objects.get(name=SIGNERS),
        page=Page.get_first_root_node(),
        permission=Permission.objects.get(codename="publish_page"),
    )
    GroupPagePermission.objects.bulk_create([right])

    ensure_editorial_setup()

    assert page_permissions()[SIGNERS] == {"change_page"}


def test_a_workflow_emptied_by_hand_gets_its_task_back():
    raw("DELETE FROM wagtailcore_workflowtask")

    ensure_editorial_setup()

    workflow = Workflow.objects.get(name=WORKFLOW)
    assert [task.name for task in workflow.tasks] == [TASK]


def test_a_task_and_a_workflow_switched_off_by_hand_are_switched_on():
    Task.objects.update(active=False)
    Workflow.objects.update(active=False)

    assert ensure_editorial_setup() == ["task made", "workflow made"]

    assert [workflow.name for workflow in Workflow.objects.active()] == [WORKFLOW]


def test_a_page_put_under_another_workflow_by_hand_comes_back():
    other = Workflow.objects.bulk_create([Workflow(name="Another way")])[0]
    WorkflowPage.objects.update(workflow=other)

    assert ensure_editorial_setup() == [
        "workflow Another way switched off",
        "the workflow stands over every page",
    ]

    assert [link.workflow.name for link in WorkflowPage.objects.all()] == [WORKFLOW]


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
