"""Finding the page an editorial screen is about, and showing a refusal on it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial.models import SignedPage


def signed_page(request: HttpRequest, page_id: int) -> SignedPage:
    """The page, if it is one that is signed and this person may see its drafts; else 404 or 403."""
    page: Any = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, SignedPage):
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied(_("You have no permission on this page."))
    return page
