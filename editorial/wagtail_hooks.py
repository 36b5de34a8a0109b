"""Where the editorial office meets Wagtail's admin: addresses, buttons, refusals, log entries."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from editorial.choosing import OnlyChooserViewSet
from editorial.desk import open_desk, sent_back
from editorial.log_actions import register_log_actions
from editorial.models import (
    Disclaimer,
    Edition,
    EditorQuery,
    MistakeReport,
    SignedPage,
    SignOff,
    Suggestion,
    Voucher,
    Wording,
)
from editorial.outdated import is_outdated, refuse_outdated
from editorial.people import LEADS, SIGNERS, belongs_to, name_of
from editorial.unsigned_ways import refuse_unsigned
from editorial.views.dashboard import Dashboard
from editorial.views.editing import (
    one_way_to_submit,
    refuse_outdated_autosave,
    review_in_listing,
    tell_reviewers_what_saving_does,
)
from editorial.views.editions import EditionsView
from editorial.views.letters import LettersMenuItem, LettersView
from editorial.views.load import LoadMenuItem, LoadView
from editorial.views.mistakes import MistakesMenuItem, mistake_urls
from editorial.views.notice import NoticeView
from editorial.views.pages import refusal
from editorial.views.queries import QueriesMenuItem, query_urls
from editorial.views.register import RegisterMenuItem, RegisterView
from editorial.views.review import ReviewView, reading
from editorial.views.review.outcome import next_step
from editorial.views.still_correct import StillCorrectView, edition_reading
from editorial.views.suggestions import suggestion_urls, tell_of_suggestions
from editorial.views.withdraw import WithdrawView
from editorial.workflow_words import leave_out_workflow_reports


class DisclaimerViewSet(SnippetViewSet):
    model = Disclaimer
    icon = "warning"
    chooser_viewset_class = OnlyChooserViewSet
    list_display = ["version", "text_en", "created_at"]


class VoucherViewSet(SnippetViewSet):
    model = Voucher
    icon = "user"
    chooser_viewset_class = OnlyChooserViewSet


register_snippet(DisclaimerViewSet)
register_snippet(VoucherViewSet)


@hooks.register("register_admin_urls")
def editorial_urls() -> list[Any]:
    return [
        path("review/<int:page_id>/", ReviewView.as_view(), name="editorial_review"),
        path("review/<int:page_id>/<str:lang>/<str:digest>/", reading, name="editorial_reading"),
        path("review/<int:page_id>/<str:lang>/<str:digest>/<slug:part>/", reading, name="editorial_reading"),
        path("still-correct/<int:page_id>/", StillCorrectView.as_view(), name="editorial_still_correct"),
        path(
            "still-correct/<int:page_id>/<str:lang>/<str:digest>/",
            edition_reading,
            name="editorial_edition_reading",
        ),
        path("notice/<int:page_id>/", NoticeView.as_view(), name="editorial_notice"),
        path("withdraw/<int:page_id>/", WithdrawView.as_view(), name="editorial_withdraw"),
        path("register/", RegisterView.as_view(), name="editorial_register"),
        path("editions/<int:page_id>/", EditionsView.as_view(), name="editorial_editions"),
        path("load/", LoadView.as_view(), name="editorial_load"),
        path("letters/", LettersView.as_view(), name="editorial_letters"),
        *suggestion_urls(),
        *query_urls(),
        *mistake_urls(),
    ]


hooks.register("register_log_actions", register_log_actions)


@hooks.register("before_edit_page")
def refuse_before_saving(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refusals that must come before Wagtail saves the posted form."""
    if not isinstance(page, SignedPage):
        return None
    if request.method != "POST":
        _tell_why_sent_back(request, page)
        tell_of_suggestions(request, page)
        tell_reviewers_what_saving_does(request, page)
        return None
    if request.POST.get("action-workflow-action") or request.POST.get("action-publish"):
        return refusal(request, _("This page is published by sign-off only, on its review screen."))
    if is_outdated(request, page):
        # An autosave asks for JSON.
        by_hand = request.accepts("text/html")
        return refuse_outdated(request, page) if by_hand else refuse_outdated_autosave()
    return None


def _tell_why_sent_back(request: HttpRequest, page: SignedPage) -> None:
    decision = sent_back(page)
    if decision is None:
        return
    told = {"name": name_of(decision.finished_by), "reason": decision.comment}
    messages.warning(request, _("%(name)s asks for changes: %(reason)s") % told)


@hooks.register("after_edit_page")
def tell_what_is_missing(request: HttpRequest, page: Page) -> None:
    """Whoever submits a page learns at once what stands between it and a signature, and whose turn it is."""
    submitted = request.POST.get("action-submit") or request.POST.get("action-restart-workflow")
    if not submitted or not isinstance(page, SignedPage):
        return
    desk = open_desk(page.pk)
    number = sum(finding.blocks for finding in desk.findings)
    if number:
        sentence = ngettext(
            "%(number)d thing must be mended before this page can be signed.",
            "%(number)d things must be mended before this page can be signed.",
            number,
        )
        see = messages.button(reverse("editorial_review", args=[page.pk]), _("See which"))
        messages.warning(request, sentence % {"number": number}, buttons=[see])
    messages.info(request, next_step(desk))


def _refusing(action: str) -> Callable[..., HttpResponse | None]:
    def refuse(request: HttpRequest, page: Page, *args: Any) -> HttpResponse | None:
        return refuse_unsigned(request, page, action)

    return refuse


for _action in ("publish", "unpublish", "copy", "delete", "move"):
    hooks.register(f"before_{_action}_page", _refusing(_action))


@hooks.register("before_delete_user")
def refuse_deleting_who_wrote_or_signed(request: HttpRequest, person: Any) -> HttpResponse | None:
    """Deleting an account would erase who wrote what; deactivating it keeps four eyes honest."""
    suggested = Suggestion.objects.filter(Q(person=person) | Q(decided_by=person)).exists()
    asked = EditorQuery.objects.filter(Q(asked_by=person) | Q(answered_by=person)).exists()
    answered = MistakeReport.objects.filter(answered_by=person).exists()
    wrote = suggested or asked or answered or Wording.objects.filter(person=person).exists()
    if not wrote and not SignOff.objects.filter(person=person).exists():
        return None
    sentence = _("%(name)s wrote or signed pages. Deactivate the account instead of deleting it.")
    return refusal(request, sentence % {"name": name_of(person)})


@hooks.register("before_bulk_action")
def refuse_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], action_class_instance: Any
) -> HttpResponse | None:
    # Wagtail leaves out without a word what nobody may do it to, and reports success with the rest.
    left_out = action_class_instance.get_actionable_objects()[1].get("items_with_no_access", [])
    refusals = (_refusal_of_one(request, action_type, row) for row in [*objects, *left_out])
    return next((answer for answer in refusals if answer is not None), None)


def _refusal_of_one(request: HttpRequest, action_type: str, row: Any) -> HttpResponse | None:
    if isinstance(row, get_user_model()) and action_type == "delete":
        return refuse_deleting_who_wrote_or_signed(request, row)
    if isinstance(row, Page) and action_type in ("publish", "unpublish"):
        tree = row.get_descendants(inclusive=True).specific()
        signed = next((page for page in tree if isinstance(page, SignedPage)), None)
        return refuse_unsigned(request, signed, action_type) if signed else None
    if isinstance(row, Page) and action_type in ("delete", "move"):
        return refuse_unsigned(request, row, action_type)
    return None


@hooks.register("register_page_header_buttons")
def editorial_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> list[Button]:
    page = page.specific
    if not isinstance(page, SignedPage) or page.pk is None:
        return []
    review = reverse("editorial_review", args=[page.pk])
    editions = reverse("editorial_editions", args=[page.pk])
    buttons = [
        Button(_("Review and sign-off"), review, icon_name="check", priority=5),
        Button(_("Queries"), reverse("editorial_queries", args=[page.pk]), icon_name="help", priority=6),
        Button(_("Editions and sign-offs"), editions, icon_name="history", priority=95),
    ]
    in_force = Edition.objects.in_force().filter(page_id=page.pk).exists()
    if in_force and belongs_to(user, LEADS, SIGNERS):
        confirm = reverse("editorial_still_correct", args=[page.pk])
        withdraw = reverse("editorial_withdraw", args=[page.pk])
        buttons.append(Button(_("Still correct?"), confirm, icon_name="rotate", priority=7))
        buttons.append(Button(_("Withdraw"), withdraw, icon_name="warning", priority=90))
    if in_force and page.takes_notices and belongs_to(user, LEADS, SIGNERS):
        notice = reverse("editorial_notice", args=[page.pk])
        buttons.append(Button(_("Urgent notice"), notice, icon_name="warning", priority=80))
    return buttons


hooks.register("construct_page_action_menu", one_way_to_submit)
hooks.register("register_page_listing_buttons", review_in_listing)


@hooks.register("construct_homepage_panels")
def the_office_first(request: HttpRequest, panels: list[Any]) -> None:
    # Wagtail's own lists know one step only and lead to the editing screen.
    workflows = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel)
    panels[:] = [panel for panel in panels if not isinstance(panel, workflows)]
    panels.insert(0, Dashboard(request.user))


@hooks.register("construct_homepage_summary_items", order=1000)
def no_summary(request: HttpRequest, items: list[Any]) -> None:
    # How many pictures there are tells nobody what to do next.
    items.clear()


@hooks.register("register_reports_menu_item")
def register_of_sign_offs() -> MenuItem:
    return RegisterMenuItem()


@hooks.register("register_reports_menu_item")
def load_planner() -> MenuItem:
    return LoadMenuItem()


@hooks.register("register_reports_menu_item")
def queries_of_editors() -> MenuItem:
    return QueriesMenuItem()


@hooks.register("register_reports_menu_item")
def mistakes_readers_report() -> MenuItem:
    return MistakesMenuItem()


@hooks.register("register_settings_menu_item")
def how_a_page_becomes_public() -> MenuItem:
    label = gettext_lazy("How a page becomes public")
    return MenuItem(label, reverse("editorial_workflow"), name="editorial-workflow", icon_name="tasks")


@hooks.register("register_reports_menu_item")
def letters_of_the_office() -> MenuItem:
    return LettersMenuItem()


@hooks.register("construct_settings_menu")
def no_workflows_to_edit(request: HttpRequest, menu_items: list[Any]) -> None:
    # The workflow is code; the screen above stands in place of both.
    menu_items[:] = [item for item in menu_items if item.name not in ("workflows", "workflow-tasks")]


hooks.register("construct_reports_menu", leave_out_workflow_reports)


@hooks.register("construct_main_menu")
def no_documents(request: HttpRequest, menu_items: list[Any]) -> None:
    # Wagtail's admin needs the application installed; nobody here publishes documents.
    menu_items[:] = [item for item in menu_items if item.name != "documents"]


@hooks.register("construct_help_menu")
def no_news_of_wagtail(request: HttpRequest, menu_items: list[Any]) -> None:
    # Wagtail words it once per process, in the language of whoever came first; editors work here, not on it.
    menu_items[:] = [item for item in menu_items if not item.name.startswith("whats-new")]
