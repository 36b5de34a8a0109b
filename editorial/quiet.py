"""Wagtail's mails about workflows are switched off: the office has letters of its own.

Wagtail would write to every superuser at each submission, and to nobody who may sign.
"""

from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

NOTIFIERS = (
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
)


def silence_wagtail() -> None:
    """Disconnect Wagtail's notifiers; call after Wagtail's admin has connected them."""
    for signal, sender, name in NOTIFIERS:
        signal.disconnect(sender=sender, dispatch_uid=name)
