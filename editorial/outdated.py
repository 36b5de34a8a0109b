"""A form from an outdated tab never overwrites newer text, and nobody's typing is lost over it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from editorial.people import name_of
from editorial.typed import typed_anew


def is_outdated(request: HttpRequest, page: Page) -> bool:
    """Whether the posted form was opened on an older version than the newest one.

    The same question Wagtail asks of an autosave; it does not ask it of the Save button.
    """
    newest = page.get_latest_revision()
    if newest is None:
        return False
    if overwritten := request.POST.get("overwrite_revision_id"):
        return overwritten != str(newest.pk)
    loaded = request.POST.get("loaded_revision_id")
    if not loaded:
        return False
    opened_at = request.POST.get("loaded_revision_created_at", "")
    return loaded != str(newest.pk) or opened_at != newest.created_at.isoformat()


def refuse_outdated(request: HttpRequest, page: Page) -> HttpResponse:
    """409 with everything that was typed and is not in the newest version, beside what stands there."""
    newest = page.get_latest_revision()
    somebody_else = newest.user if newest.user != request.user else None
    context = {
        "page": page,
        "newest": newest,
        "name": name_of(somebody_else) if somebody_else else "",
        "is_own": newest.user == request.user,
        "fields": list(typed_anew(request, newest.as_object())),
    }
    return render(request, "editorial/outdated.html", context, status=409)
