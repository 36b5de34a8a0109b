"""A form from an outdated tab never overwrites newer text, and nobody's typing is lost over it."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from editorial.wording import LANGUAGE_COLUMNS, items_of


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
    """409 with every text that was typed and is not in the newest version, beside what stands there."""
    newest = page.get_latest_revision()
    context = {"page": page, "newest": newest, "texts": list(_unsaved(request, newest.content))}
    return render(request, "editorial/outdated.html", context, status=409)


def _unsaved(request: HttpRequest, content: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    standing = {item.text for item in items_of(content).values()}
    for name, typed in request.POST.items():
        typed = typed.replace("\r\n", "\n")
        said = " ".join(typed.split())
        if name.endswith(LANGUAGE_COLUMNS) and said and said not in standing:
            yield name, typed, str(content.get(name) or "")
