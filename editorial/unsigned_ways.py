"""Wagtail's ways round a sign-off, and the sentence each of them is answered with."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial.evidence import holds_evidence
from editorial.models import SignedPage, StructurePage

# Names of Wagtail's addresses below pages/<id>/ that nobody has the right to.
PUBLISHING = {"publish", "unpublish", "copy", "set_privacy", "revisions_unschedule"}
REMOVING = {"delete", "move", "move_confirm"}


def why_not(action: str, page: Page) -> str:
    """Why `action` is refused for this page; "" where it is none of ours to refuse."""
    if action in PUBLISHING and isinstance(page.specific, SignedPage | StructurePage):
        return _("This page is published by sign-off only. It cannot be published or copied.")
    if action in REMOVING and holds_evidence(page):
        return _("This page, or one below it, was signed. It can be withdrawn, not removed.")
    return ""


def why_denied(request: HttpRequest) -> str:
    """Why somebody may not be at this address, where Wagtail itself has no more to say than that."""
    at = request.resolver_match
    if at is None or "wagtailadmin_pages" not in at.namespaces:
        return ""
    number: Any = at.kwargs.get("page_id") or next(iter(at.args), None)
    page = Page.objects.filter(pk=number).first() if str(number or "").isdecimal() else None
    return why_not(at.url_name or "", page) if page else ""


def refuse_unsigned(request: HttpRequest, page: Page, action: str) -> HttpResponse | None:
    """The answer of a hook: back to where the person came from, or None to go on."""
    from editorial.views.pages import refusal

    sentence = why_not(action, page)
    return refusal(request, sentence) if sentence else None
