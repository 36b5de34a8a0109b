"""How every public view answers: read only, nothing that fails its seal, asked for anew each time."""

import hashlib
import logging
from collections.abc import Callable
from datetime import date, datetime, time
from functools import wraps

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from editorial.editions import EditionTampered
from editorial.models import Edition
from editorial.showing import Showing
from trials.site import errors

alarm = logging.getLogger("trials.site.tampered")

View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """GET and HEAD only, outside a transaction; an edition that is not what was signed becomes a 503."""

    @transaction.non_atomic_requests
    @require_safe
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
    etag, modified = _etag(showing, part), _modified(showing)
    unchanged = get_conditional_response(request, etag=etag, last_modified=int(modified.timestamp()))
    response = unchanged or render()
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(modified.timestamp())
    return response


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
        settings.SITE_URL,
        static("site/site.css"),
        *frame,
        *around,
    ]
    return f'W/"{hashlib.sha256(chr(0).join(named).encode()).hexdigest()[:32]}"'


def _modified(showing: Showing) -> datetime:
    """The latest moment from which the page can have read as it does: it says how old things are today."""
    return max(showing.edition.published_at, _midnight(showing.today))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())
