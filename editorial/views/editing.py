"""Wagtail's editing screen and list of pages, told how pages are signed here."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.action_menu import RestartWorkflowMenuItem, SubmitForModerationMenuItem
from wagtail.admin.ui.editing_sessions import EditingSessionsList
from wagtail.admin.widgets import Button
from wagtail.models import Page, WorkflowState

from editorial.models import SignedPage
from editorial.people import LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS, belongs_to


class SubmitItem(SubmitForModerationMenuItem):
    """Wagtail's own item without the English names of workflow and task in its label."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        context["label"] = _("Submit again") if _is_sent_back(context) else _("Submit for review")
        return context


def one_way_to_submit(menu_items: list[Any], request: HttpRequest, context: Any) -> None:
    """After changes were requested Wagtail offers to cancel, to restart and to resubmit; one is enough."""
    left_out = ["action-cancel-workflow"] if _is_sent_back(context) else []
    left_out.append(RestartWorkflowMenuItem.name)
    menu_items[:] = [
        SubmitItem(item.order) if isinstance(item, SubmitForModerationMenuItem) else item
        for item in menu_items
        if item.name not in left_out
    ]


def tell_reviewers_what_saving_does(request: HttpRequest, page: SignedPage) -> None:
    """A changed word makes its writer an author: said to who might want to review or sign instead."""
    if not belongs_to(request.user, LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS):
        return
    sentence = _(
        "Whoever saves a changed word here becomes its author and can neither review nor sign it. "
        "Use “Suggest a wording” on the review screen."
    )
    review = messages.button(reverse("editorial_review", args=[page.pk]), _("Review and sign-off"))
    messages.warning(request, sentence, buttons=[review])


def review_in_listing(page: Page, user: Any, next_url: str | None = None) -> list[Button]:
    """Beside the title in the list of pages, not only behind Wagtail's three dots."""
    if not issubclass(page.specific_class or Page, SignedPage):
        return []
    review = reverse("editorial_review", args=[page.pk])
    return [Button(_("Review and sign-off"), review, priority=5)]


def refuse_outdated_autosave() -> JsonResponse:
    """Wagtail's own answer to an autosave from an outdated tab, without its "will overwrite"."""
    sentence = _("Not saved: a newer version exists. What you typed stays here until you leave.")
    refused = {"success": False, "error_code": "invalid_revision", "error_message": sentence}
    return JsonResponse(refused, status=400)


def tell_true_of_conflicts() -> None:
    """Wagtail's box says that saving overwrites what somebody else saved; for signed pages it does not."""
    EditingSessionsList.template_name = "editorial/editing_sessions.html"


def _is_sent_back(context: Any) -> bool:
    page = context.get("page")
    state = page.current_workflow_state if page else None
    return state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES
