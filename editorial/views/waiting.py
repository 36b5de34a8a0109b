"""Home of the admin: what waits for this person, oldest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState, WorkflowState

from editorial.desk import Desk, Step, open_desk
from editorial.models import EditorialTask, SignedPage
from editorial.people import LANGUAGE_REVIEWERS, SIGNERS, belongs_to, name_of


@dataclass(frozen=True)
class Waiting:
    page: Page
    step: Step
    since: datetime
    submitted_by: str


class WaitingPanel(Component):
    name = "editorial_waiting"
    template_name = "editorial/waiting_panel.html"
    order = 10

    def __init__(self, person: Any) -> None:
        self.person = person

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"waiting": waiting_for(self.person), "is_reviewer": _steps_of(self.person) != set()}


def waiting_for(person: Any) -> list[Waiting]:
    """The pages on the desk whose next step this person's group may take, oldest first."""
    steps = _steps_of(person)
    if not steps:
        return []
    states = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        task__in=EditorialTask.objects.all(),
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
    ).select_related("workflow_state__requested_by")
    found = []
    for state in states.order_by("started_at"):
        desk = open_desk(state.workflow_state.object_id)
        if isinstance(desk.page, SignedPage) and desk.step in steps:
            found.append(_waiting(desk, state))
    return found


def _waiting(desk: Desk, state: TaskState) -> Waiting:
    submitter = state.workflow_state.requested_by
    return Waiting(desk.page, desk.step, state.started_at, name_of(submitter) if submitter else "")


def _steps_of(person: Any) -> set[Step]:
    steps = set()
    if belongs_to(person, LANGUAGE_REVIEWERS):
        steps.add(Step.LANGUAGE_REVIEW)
    if belongs_to(person, SIGNERS):
        steps.add(Step.SIGN_OFF)
    return steps
