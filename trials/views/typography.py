"""Telling an editor what was put right as they saved, and the button that takes it back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.models import Page

from editorial.refusals import SignOffRefused
from trials.models import TrialPage
from trials.typography.page import Change
from trials.typography.saving import bring_back, put_right_version

SESSION_KEY = "put_right"
AUTOSAVED = "autosaved"
SHOWN = 5
KINDS = {
    "traditional": gettext_lazy("traditional characters"),
    "full-width": gettext_lazy("digits and letters of full width"),
    "quotes": gettext_lazy("quotation marks"),
    "punctuation": gettext_lazy("punctuation"),
    "spaces": gettext_lazy("spaces between characters"),
}


def put_right_and_tell(request: HttpRequest, page: Page) -> None:
    """After a save by hand. An autosave asks for JSON and changes nothing under the hands of who types."""
    if request.method != "POST" or not isinstance(page, TrialPage):
        return
    if not request.accepts("text/html"):
        _remember_autosave(request, page)
        return
    autosaved = _forget_autosaves(request, page)
    changes = put_right_version(page, user=request.user, autosaved=autosaved)
    if changes:
        typed = {change.place: (change.typed, change.now) for change in changes}
        request.session[SESSION_KEY] = {**request.session.get(SESSION_KEY, {}), str(page.pk): typed}
        messages.info(request, _told(request, page, changes))


@require_POST
def as_typed(request: HttpRequest, page_id: int) -> HttpResponse:
    """Bring back what was typed before the last save by hand put it right."""
    page = get_object_or_404(TrialPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    waiting = dict(request.session.get(SESSION_KEY, {}))
    try:
        typed = waiting.pop(str(page_id), {})
        places = bring_back(page, typed=typed, by=request.user, now=timezone.now())
    except SignOffRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("wagtailadmin_pages:edit", page_id)
    request.session[SESSION_KEY] = waiting
    _say(request, brought_back=len(places), left=len(typed) - len(places))
    return redirect("wagtailadmin_pages:edit", page_id)


def typography_urls() -> list[Any]:
    return [path("trials/<int:page_id>/as-typed/", as_typed, name="trial_as_typed")]


def typography_log_actions(actions: Any) -> None:
    label, done = gettext_lazy("Bring back as typed"), gettext_lazy("Brought back as typed")
    actions.register_action("trials.as_typed", label, done)


def _remember_autosave(request: HttpRequest, page: TrialPage) -> None:
    """Keep the first version this sitting saved by itself: the save by hand does not name it."""
    first_ones = request.session.get(AUTOSAVED, {})
    if str(page.pk) not in first_ones:
        request.session[AUTOSAVED] = {**first_ones, str(page.pk): page.latest_revision_id}


def _forget_autosaves(request: HttpRequest, page: TrialPage) -> int | None:
    first_ones = dict(request.session.get(AUTOSAVED, {}))
    first = first_ones.pop(str(page.pk), None)
    if first is not None:
        request.session[AUTOSAVED] = first_ones
    return first


def _told(request: HttpRequest, page: TrialPage, changes: list[Change]) -> str:
    label = page.labels(page.build_content())
    rows = [
        {"label": label(change.place), "kind": KINDS[each.kind], "before": each.before, "after": each.after}
        for change in changes
        for each in change.corrections
    ]
    context = {"page": page, "rows": rows[:SHOWN], "more": len(rows[SHOWN:])}
    return render_to_string("trials/typography/put_right.html", context, request)


def _say(request: HttpRequest, *, brought_back: int, left: int) -> None:
    if brought_back:
        told = ngettext(
            "%(number)d text stands again as you typed it, and stays so.",
            "%(number)d texts stand again as you typed them, and stay so.",
            brought_back,
        )
        messages.success(request, told % {"number": brought_back})
    elif not left:
        messages.warning(request, _("There is nothing to bring back."))
    if left:
        told = ngettext(
            "%(number)d text was changed since and stays as it is.",
            "%(number)d texts were changed since and stay as they are.",
            left,
        )
        messages.warning(request, told % {"number": left})
