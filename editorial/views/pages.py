"""Finding the page an editorial screen is about, and saying why something was refused."""

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.admin import messages as wagtail_messages
from wagtail.models import Page

from editorial.content import CHINESE, ENGLISH
from editorial.models import Edition, SignedPage


def refusal(request: HttpRequest, sentence: str) -> HttpResponse:
    """Back to where the person came from, with the sentence.

    Wagtail answers a PermissionDenied in its admin with words of its own, which say nothing of sign-offs.
    """
    messages.error(request, sentence)
    came_from = request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(came_from, allowed_hosts={request.get_host()})
    return redirect(came_from if safe and request.method == "POST" else "wagtailadmin_home")


def public_buttons(edition: Edition) -> list[Any]:
    """Links to what readers see at the address of an edition, in each of its languages, for a message."""
    in_english, in_chinese = _("Public page in English"), _("Public page in Chinese")
    if edition.ended_at is not None:
        in_english, in_chinese = _("What readers see now, in English"), _("What readers see now, in Chinese")
    labels = {ENGLISH: in_english, CHINESE: in_chinese}
    return [wagtail_messages.button(url, labels[code]) for code, url in public_addresses(edition)]


def public_addresses(edition: Edition) -> list[tuple[str, str]]:
    """Where readers meet an edition, by language."""
    found = []
    for code in edition.language_codes:
        # An edition forged by SQL may claim a path that is no address.
        with translation.override(code), suppress(NoReverseMatch):
            found.append((code, reverse("wagtail_serve", args=[edition.path])))
    return found


def signed_page(request: HttpRequest, page_id: int) -> SignedPage:
    """The page, if it is one that is signed and this person may see its drafts; else 404 or 403."""
    page: Any = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, SignedPage):
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied(_("You have no permission on this page."))
    return page
