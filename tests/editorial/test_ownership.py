"""The workflow is part of the software: nobody changes it in the admin, an administrator neither."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models.signals import pre_delete, pre_save
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from editorial.gate import SignOffRequired
from editorial.models import Edition, EditorialTask
from editorial.ownership import SIGNAL, guard_workflow
from editorial.people import SIGNERS
from editorial.setup import ensure_editorial_setup
from editorial.verify import problems
from tests.editorial.desk import save_draft
from trials.models import TrialPage

pytestmark = pytest.mark.django_db
OURS = "The workflow is part of the software and cannot be changed here."


def raw(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def switch_off_workflow():
    Workflow.objects.active().get().deactivate()


def empty_workflow():
    WorkflowTask.objects.all().delete()


def delete_workflow():
    Workflow.objects.active().get().delete()


def add_workflow():
    Workflow.objects.create(name="A shorter way")


def switch_off_task():
    EditorialTask.objects.get().deactivate()


def switch_off_task_through_its_base():
    task = Task.objects.get(editorialtask__isnull=False)
    task.active = False
    task.save()


def delete_task():
    EditorialTask.objects.get().delete()


def add_task():
    GroupApprovalTask.objects.create(name="Approval")


def take_pages_out():
    WorkflowPage.objects.all().delete()


def save_link_to_pages():
    WorkflowPage.objects.get().save()


WAYS = [
    switch_off_workflow,
    empty_workflow,
    delete_workflow,
    add_workflow,
    switch_off_task,
    switch_off_task_through_its_base,
    delete_task,
    add_task,
    take_pages_out,
    save_link_to_pages,
]


@pytest.mark.parametrize("way", WAYS)
def test_changing_the_workflow_is_refused(home, way):
    with pytest.raises(SignOffRequired) as refusal, transaction.atomic():
        way()

    assert str(refusal.value) == OURS
    assert ensure_editorial_setup() == []


@pytest.fixture
def unguarded():
    """The control: without the guard the same acts succeed."""
    senders = (Workflow, WorkflowTask, WorkflowPage, Task, EditorialTask, GroupApprovalTask)
    for sender in senders:
        pre_save.disconnect(sender=sender, dispatch_uid=SIGNAL)
        pre_delete.disconnect(sender=sender, dispatch_uid=SIGNAL)
    yield
    guard_workflow()


@pytest.mark.parametrize(
    "way", [way for way in WAYS if way not in (save_link_to_pages, add_task)], ids=lambda w: w.__name__
)
def test_without_the_guard_it_succeeds_and_the_set_up_repairs_it(home, unguarded, way):
    way()

    assert ensure_editorial_setup() != []
    assert ensure_editorial_setup() == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE wagtailcore_task SET active = false",
        "UPDATE wagtailcore_workflow SET active = false",
        "DELETE FROM wagtailcore_workflowtask",
    ],
)
def test_what_is_done_in_sql_publishes_nothing_and_is_repaired(submitted, author, submit, sql):
    raw(sql)

    # Whatever waited is asked again for its next step, and something new is submitted.
    submitted.current_workflow_state.update(user=author)
    newest = save_draft(submitted, author, summary_en="Unsigned words.")
    if newest.current_workflow_state is None:
        submit(newest, author)

    assert (TrialPage.objects.get(pk=submitted.pk).live, Edition.objects.count()) == (False, 0)
    assert list(problems()) == []
    assert ensure_editorial_setup() != []
    assert ensure_editorial_setup() == []


def test_a_right_to_publish_is_refused():
    with pytest.raises(SignOffRequired) as refusal:
        GroupPagePermission.objects.create(
            group=Group.objects.get(name=SIGNERS),
            page=Page.get_first_root_node(),
            permission=Permission.objects.get(codename="publish_page"),
        )

    assert str(refusal.value) == "Nobody holds a right to publish: a page becomes public by sign-off only."


def test_a_right_to_publish_written_in_bulk_publishes_nothing(draft, signer, client):
    right = GroupPagePermission(
        group=Group.objects.get(name=SIGNERS),
        page=Page.get_first_root_node(),
        permission=Permission.objects.get(codename="publish_page"),
    )
    GroupPagePermission.objects.bulk_create([right])
    client.force_login(signer)

    client.post(f"/admin/api/main/pages/{draft.pk}/action/publish/")

    assert draft.permissions_for_user(signer).can_publish() is False
    assert TrialPage.objects.get(pk=draft.pk).live is False


def test_deleting_a_page_takes_its_link_to_the_workflow_along():
    Page.objects.all().delete()

    assert WorkflowPage.objects.count() == 0


def test_fixtures_are_let_through(tmp_path):
    fixture = tmp_path / "workflows.json"
    call_command("dumpdata", "wagtailcore.workflow", "wagtailcore.workflowtask", output=str(fixture))

    call_command("loaddata", str(fixture), verbosity=0)

    assert ensure_editorial_setup() == []
