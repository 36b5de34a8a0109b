"""What Wagtail's log and menus say of the workflow, without the stored English names of workflow and task."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter

SAID = {
    "wagtail.workflow.start": _("Submitted for review"),
    "wagtail.workflow.approve": _("Review and sign-off completed"),
    "wagtail.workflow.reject": _("Changes requested"),
    "wagtail.workflow.resume": _("Submitted again"),
    "wagtail.workflow.cancel": _("Taken back before it was signed"),
}


def name_no_workflow(actions: LogActionRegistry) -> None:
    """Put fixed sentences in place of Wagtail's; call after Wagtail has registered its own."""
    for action, sentence in SAID.items():
        # Registered a second time, an action would stand twice among the filters of the log.
        former = actions.formatters[action]
        actions.formatters[action] = _spoken(former, sentence)


def leave_out_workflow_reports(request: HttpRequest, menu_items: list[Any]) -> None:
    # There is one workflow with one task: the dashboard and the register tell where each page stands.
    menu_items[:] = [item for item in menu_items if item.name not in ("workflows", "workflow-tasks")]


def _spoken(former: LogFormatter, sentence: Any) -> LogFormatter:
    class Spoken(type(former)):
        def format_message(self, log_entry: Any) -> str:
            return str(sentence)

    return Spoken()
