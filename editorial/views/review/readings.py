"""The draft in one language as the reader will see it, for the frames of the review screen."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from editorial.content import LANGUAGES
from editorial.desk import Desk, open_desk
from editorial.editions import day_of, newest_sign_off
from editorial.showing import Showing
from editorial.views.pages import signed_page


def reading(request: HttpRequest, page_id: int, lang: str, digest: str, part: str = "") -> HttpResponse:
    """The page in one language as the reader will see it; 409 when it no longer has this digest."""
    if lang not in LANGUAGES:
        raise Http404
    desk = open_desk(signed_page(request, page_id).pk)
    if desk.digest != digest:
        return HttpResponse(_("The text changed after you opened it. Load this page again."), status=409)
    with translation.override(lang):
        showing, page = _showing(request, desk, lang), desk.page
        response = page.render_part(request, showing, part) if part else page.render(request, showing)
        if hasattr(response, "render"):
            response.render()
    # Our own screen frames it; nobody else may.
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def reading_url(desk: Desk, lang: str, part: str = "") -> str:
    where = [desk.page.pk, lang, desk.digest, *([part] if part else [])]
    return reverse("editorial_reading", args=where)


def parts_of(desk: Desk) -> list[tuple[str, list[tuple[str, str]]]]:
    """Further pages of the same content: [(label, [(language, address)])]."""
    return [
        (label, [(code, reading_url(desk, code, part)) for code in LANGUAGES])
        for part, label in desk.page.parts(desk.content).items()
    ]


def _showing(request: HttpRequest, desk: Desk, lang: str) -> Showing:
    """The draft; where it is what the public reads already, with its edition and its dates."""
    draft = desk.page.preview_of(request, lang)
    if not desk.is_public:
        return draft
    final = newest_sign_off(desk.edition)
    reviewed = day_of(final.signed_at)
    return replace(
        draft, preview=False, edition=desk.edition, last_reviewed=reviewed, review_due=final.review_due
    )
