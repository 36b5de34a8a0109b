"""A refusal is said in its own words wherever it happened, and nothing written before it stays.

So is a number too large for any row: it names nothing, and nothing is found.

Wagtail's admin catches every PermissionDenied inside the view: it shows a sentence of its own, and the
request's transaction is committed with half of the work. Ours leave the view and are answered here.
"""

import sys
from collections.abc import Callable

from django.conf import settings
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from wagtail.admin import auth

from editorial.gate import SignOffRequired


class RefusalsInWords:
    """Middleware: answers a refusal that has a sentence; on a screen as a message, to a program as JSON."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if _names_no_row(exception):
            raise Http404 from exception
        if not request.path.startswith(f"/{settings.ADMIN_PATH}") or not _has_words(exception):
            return None
        # Taken out unread: "has been updated" is no longer true.
        list(get_messages(request))
        return answer(request, str(exception))


def answer(request: HttpRequest, sentence: str) -> HttpResponse:
    """403 as JSON for a script or program; for a person the screen they came from, with the sentence."""
    from editorial.views.pages import refusal

    by_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    if by_script or not request.accepts("text/html"):
        return JsonResponse({"detail": sentence}, status=403)
    return refusal(request, sentence)


def let_refusals_out() -> None:
    """Make Wagtail's admin pass our refusals on instead of answering them; call once, at the start."""
    answered_by_wagtail = auth.permission_denied

    def permission_denied(request: HttpRequest) -> HttpResponse:
        if _has_words(sys.exception()):
            raise
        if sentence := _why_denied(request):
            raise PermissionDenied(sentence)
        return answered_by_wagtail(request)

    auth.permission_denied = permission_denied


def _why_denied(request: HttpRequest) -> str:
    from editorial.unsigned_ways import why_denied

    return why_denied(request)


def _has_words(exception: BaseException | None) -> bool:
    # Wagtail's own subclasses speak English only, whatever language the admin is in.
    return type(exception) in (SignOffRequired, PermissionDenied) and bool(exception.args)


def _names_no_row(exception: Exception) -> bool:
    # PostgreSQL compares with any number; SQLite refuses one of more than 64 bits, with this error alone.
    return isinstance(exception, OverflowError) and "SQLite" in str(exception)
