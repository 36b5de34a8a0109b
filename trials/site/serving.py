"""How every public view answers: read only, nothing that fails its seal, asked for anew each time."""

import hashlib
import logging
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from editorial.editions import EditionTampered
from editorial.freshness import Freshness, freshness_of
from editorial.models import Edition
from editorial.showing import Showing
from trials.site import errors
from trials.site.release import release

alarm = logging.getLogger("trials.site.tampered")

View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """GET and HEAD only, outside a transaction; an edition that is not what was signed becomes a 503."""
    return transaction.non_atomic_requests(require_safe(_guarded(view)))


def public_form(view: View) -> View:
    """As `public`, and takes what a reader sends by POST."""
    # Readers have neither session nor cookie: there is nothing that another site could make their browser
    # do in their name, and a token against it would need the cookie they are promised not to get.
    taken = csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(_guarded(view)))
    return transaction.non_atomic_requests(taken)


def _guarded(view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except EditionTampered as problem:
            alarm.critical("Not served: %s", problem)
            return errors.tampered(request)
        if "Cache-Control" not in response:
            # A page taken down must be gone at the next look, so nobody keeps one unasked.
            patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        return response

    return answer


def unless_unchanged(
    request: HttpRequest, showing: Showing, render: Callable[[], HttpResponse], *, part: str = ""
) -> HttpResponse:
    """A 304 when the reader already holds this showing, else what `render` makes of it."""
    etag = _etag(showing, part)
    # No Last-Modified: names of the site and "still correct" change the page at no time anybody keeps,
    # and a date alone would confirm an old review.
    response = get_conditional_response(request, etag=etag) or render()
    response.headers["ETag"] = etag
    if freshness_of(showing.review_due, showing.today) >= Freshness.HIDDEN:
        response.headers["X-Robots-Tag"] = "noindex"
    return response


def unless_same(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A 304 when whoever asks already holds these very bytes, else `response`; for what machines read."""
    etag = f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    answer = get_conditional_response(request, etag=etag) or response
    answer.headers["ETag"] = etag
    return answer


def _etag(showing: Showing, part: str) -> str:
    """Everything the page depends on: the sealed words, their review, the day, the frame, the release."""
    site = showing.site
    frame = [str(getattr(site, field.attname)) for field in site._meta.concrete_fields]
    around = Edition.objects.in_force().exclude(path__startswith="trials/").values_list("seal", flat=True)
    named = [
        showing.edition.seal,
        showing.lang,
        part,
        showing.today.isoformat(),
        str(showing.last_reviewed),
        str(showing.review_due),
        showing.reviewer_roles.in_language(showing.lang),
        showing.reviewed_with.in_language(showing.lang),
        *(notice.seal for notice in showing.notices),
        settings.SITE_URL,
        static("site/site.css"),
        release(),
        *frame,
        *around,
    ]
    return f'W/"{hashlib.sha256(chr(0).join(named).encode()).hexdigest()[:32]}"'
