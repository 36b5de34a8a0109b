"""Doors through Wagtail's workflow: its approvals, its code, its tasks, and the settings it obeys."""

from typing import Any

from django.conf import settings
from django.core.checks import run_checks
from django.test import override_settings
from django.urls import reverse
from wagtail.models import Task, Workflow, WorkflowTask

from editorial.models import EditorialTask
from tests.editorial.doors.database import sql
from tests.editorial.doors.door import Doors
from tests.editorial.doors.office import Office, edit_url, said_by
from tests.editorial.doors.oracles import ENGLISH_SENTENCE
from tests.editorial.doors.screens import ON_REVIEW_SCREEN, form_of
from tests.trials.posting import HTML
from trials.models import HomePage

doors = Doors()

START = "resubmitted"
OURS = "The workflow is part of the software and cannot be changed here."
ON_OWN_SCREEN = "Review and sign-off take place on the review screen of the page."


def posted_to_editor(who: str, name: str, **fields: str) -> Any:
    def act(office: Office) -> str:
        before = office.newest.pk
        values = form_of(office, who, edit_url(office.pk)) | fields
        values |= {"action-workflow-action": "true", "workflow-action-name": name}
        said = office.edits(who, values, headers=HTML)
        assert office.newest.pk == before
        return said

    return act


for _who in ("signer", "superuser"):
    doors.row(f"approve posted to the edit view by {_who}", says=ON_REVIEW_SCREEN, start=START)(
        posted_to_editor(_who, "approve")
    )
doors.row("reject posted to the edit view", says=ON_REVIEW_SCREEN, start=START)(
    posted_to_editor("signer", "reject")
)
doors.row("edit and approve in one POST", says=ON_REVIEW_SCREEN, start=START)(
    posted_to_editor("signer", "approve", summary_en="Slipped in with the approval.")
)


def posted_to_dashboard(name: str, view: str = "workflow_action", elsewhere: bool = False) -> Any:
    def act(office: Office) -> str:
        task_state = office.page.current_workflow_task_state
        pk = HomePage.objects.get().pk if elsewhere else office.pk
        if elsewhere:
            home = HomePage.objects.get()
            home.heading_en = ENGLISH_SENTENCE
            home.save_revision(user=office.people["author"])
            home.get_workflow().start(home, office.people["author"])
        url = reverse(f"wagtailadmin_pages:{view}", args=[pk, name, task_state.pk])
        return office.posts("superuser", url, {"comment": "Yes."})

    return act


doors.row("approve posted to the dashboard's action URL", says=ON_OWN_SCREEN, start=START)(
    posted_to_dashboard("approve")
)
doors.row("reject posted to the dashboard's action URL", says=ON_OWN_SCREEN, start=START)(
    posted_to_dashboard("reject")
)
doors.row("approve posted under another page's URL", says=ON_OWN_SCREEN, start=START)(
    posted_to_dashboard("approve", elsewhere=True)
)
doors.row("approve posted where Wagtail collects reasons", says=ON_OWN_SCREEN, start=START)(
    posted_to_dashboard("approve", view="collect_workflow_action_data")
)


@doors.row("WorkflowState.finish() in code", start=START)
def finishes(office: Office) -> str:
    return said_by(office.page.current_workflow_state.finish, user=office.people["author"])


@doors.row("TaskState.approve() in code", start=START)
def approves(office: Office) -> str:
    return said_by(office.page.current_workflow_task_state.approve, user=office.people["author"])


@doors.row("EditorialTask.on_action() in code", start=START, says=ON_OWN_SCREEN)
def acts_on_task(office: Office) -> str:
    task_state = office.page.current_workflow_task_state
    return said_by(task_state.task.specific.on_action, task_state, office.people["signer"], "approve")


@doors.row("task disabled in code", says=OURS, start=START)
def disables_task(office: Office) -> str:
    return said_by(EditorialTask.objects.get().specific.deactivate)


@doors.row("task disabled by QuerySet.update, then a submission")
def disables_task_quietly(office: Office) -> str:
    return said_by(Task.objects.update, active=False) or said_by(office.submits)


@doors.row("task disabled in the admin", says=OURS, start=START)
def disables_task_in_admin(office: Office) -> str:
    url = reverse("wagtailadmin_workflows:disable_task", args=[EditorialTask.objects.get().pk])
    return office.posts("superuser", url)


@doors.row("workflow disabled in code", says=OURS, start=START)
def disables_workflow(office: Office) -> str:
    return said_by(Workflow.objects.active().get().deactivate)


@doors.row("workflow disabled in the admin", says=OURS, start=START)
def disables_workflow_in_admin(office: Office) -> str:
    url = reverse("wagtailadmin_workflows:disable", args=[Workflow.objects.active().get().pk])
    return office.posts("superuser", url)


@doors.row("workflow emptied by SQL, then a submission")
def empties_by_sql(office: Office) -> str:
    return sql("DELETE FROM wagtailcore_workflowtask") or said_by(office.submits)


@doors.row("workflow emptied by SQL, then a decision is looked for", start=START)
def empties_while_waiting(office: Office) -> str:
    state = office.page.current_workflow_state
    return sql("DELETE FROM wagtailcore_workflowtask") or said_by(state.update)


@doors.row("workflow emptied in code", says=OURS)
def empties_workflow(office: Office) -> str:
    return said_by(WorkflowTask.objects.all().delete)


@doors.row("workflow deleted in code", says=OURS, start=START)
def deletes_workflow(office: Office) -> str:
    return said_by(Workflow.objects.active().get().delete)


@doors.row("task deleted in code", says=OURS, start=START)
def deletes_task(office: Office) -> str:
    return said_by(EditorialTask.objects.get().delete)


def forbidden(**fixed: Any) -> Any:
    def act(office: Office) -> str:
        with override_settings(**fixed):
            return " ".join(error.msg for error in run_checks() if error.id.startswith("editorial."))

    return act


SETTINGS = {
    "WAGTAIL_WORKFLOW_ENABLED=False": (
        {"WAGTAIL_WORKFLOW_ENABLED": False},
        "WAGTAIL_WORKFLOW_ENABLED must be True: otherwise pages could not be submitted for review.",
    ),
    "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT=True": (
        {"WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT": True},
        "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT must be False: "
        "otherwise every save sends a page back to its first step.",
    ),
    "Wagtail's own finish action": (
        {"WAGTAIL_FINISH_WORKFLOW_ACTION": "wagtail.workflows.publish_workflow_state"},
        "WAGTAIL_FINISH_WORKFLOW_ACTION must be 'editorial.workflow.publish_if_signed': "
        "otherwise a finished workflow would publish what nobody signed.",
    ),
}
for _name, (_settings, _says) in SETTINGS.items():
    doors.row(f"setting {_name}", says=_says, start="nothing")(forbidden(**_settings))


def installs(app: str) -> Any:
    def act(office: Office) -> str:
        # Only the setting: an application that is loaded cannot be taken out again.
        with override_settings():
            settings.INSTALLED_APPS = [app, *settings.INSTALLED_APPS]
            return " ".join(error.msg for error in run_checks() if error.id.startswith("editorial."))

    return act


for _app in ("wagtail.api.v2", "wagtail.api.v3"):
    _says = f"{_app} must not be installed: it would show pages, not editions."
    doors.row(f"{_app} installed", says=_says, start="nothing")(installs(_app))


@doors.row(
    "setting WAGTAIL_WORKFLOW_ENABLED=False at work",
    says="Page 'UTAA17' has been updated. Next: sign-off, by Signer, Signer2, who "
    "see it in their list and in the daily mail.",
    start=START,
)
def works_without_workflow(office: Office) -> str:
    with override_settings(WAGTAIL_WORKFLOW_ENABLED=False):
        values = form_of(office, "superuser", edit_url(office.pk)) | {"action-submit": "true"}
        return office.edits("superuser", values, headers=HTML)
