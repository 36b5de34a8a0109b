"""What happens when Wagtail says a workflow is finished. Not in a models module: settings import it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wagtail.models import WorkflowState


def publish_if_signed(workflow_state: "WorkflowState", user: Any = None) -> None:
    """Make the page live in the admin if an edition in force names the revision; else leave a draft.

    Disabling a task, or a workflow without tasks, ends here too: nothing was signed, nothing is published.
    """
    from editorial.models import Edition

    task_state = workflow_state.current_task_state
    if task_state is None:
        return
    revision = task_state.revision
    signed = Edition.objects.in_force().filter(page_id=workflow_state.object_id, revision=revision)
    if revision is not None and signed.exists():
        revision.publish(user=user, skip_permission_checks=True)
