"""The draft in one language as the reader will see it, for the frames of the review screen."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from editorial.content import LANGUAGES
from editorial.desk import Desk, open_desk
from editorial.editions import day_of, newest_sign_off
from editorial.models import Edition
from editorial.showing import Showing
from editorial.views.pages import signed_page


def reading(request: HttpRequest, page_id: int, lang: str, digest: str, part: str = "") -> HttpResponse:
    """The page in one language as the reader will see it; 409 when it no longer has this digest."""
    if lang not in LANGUAGES:
        raise Http404
    desk = open_desk(signed_page(request, page_id).pk)
    if desk.digest != digest:
        return HttpResponse(_("The text changed after you opened it. Load this page again."), status=409)
    if desk.is_public:
        showing = in_force(request, desk, desk.edition, lang)
    else:
        showing = desk.page.preview_of(request, lang)
    return framed(request, desk, showing, part)


def framed(request: HttpRequest, desk: Desk, showing: Showing, part: str = "") -> HttpResponse:
    """A showing as a page of its own, which our own screen frames; nobody else may."""
    page = desk.page
    with translation.override(showing.lang):
        response = page.render_part(request, showing, part) if part else page.render(request, showing)
        if hasattr(response, "render"):
            response.render()
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def in_force(request: HttpRequest, desk: Desk, edition: Edition, lang: str) -> Showing:
    """The edition as the public reads it, with its dates."""
    final = newest_sign_off(edition)
    return replace(
        desk.page.preview_of(request, lang),
        content=edition.load(),
        preview=False,
        edition=edition,
        last_reviewed=day_of(final.signed_at),
        review_due=final.review_due,
    )


def reading_url(desk: Desk, lang: str, part: str = "") -> str:
    where = [desk.page.pk, lang, desk.digest, *([part] if part else [])]
    return reverse("editorial_reading", args=where)


def parts_of(desk: Desk) -> list[tuple[str, list[tuple[str, str]]]]:
    """Further pages of the same content: [(label, [(language, address)])]."""
    return [
        (label, [(code, reading_url(desk, code, part)) for code in LANGUAGES])
        for part, label in desk.page.parts(desk.content).items()
    ]
