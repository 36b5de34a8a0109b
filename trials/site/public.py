"""The one public view of signed pages, and the views below a trial: all read editions, never pages."""

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language

from editorial.editions import EditionTampered, edition_for, last_ended
from editorial.models import Edition
from editorial.seals import is_end_sealed, is_sealed
from editorial.showing import Showing
from trials.site import errors
from trials.site.frame import settings_for
from trials.site.languages import address
from trials.site.review import showing_of
from trials.site.serving import public, unless_same, unless_unchanged
from trials.site.trial import render_sheet, render_sites


@public
def page(request: HttpRequest, path: str) -> HttpResponse:
    """The edition in force at `path`: 200, 410 when it was taken down, 404 when there never was one."""
    if path != path.lower():
        return moved_to(request, path.lower())
    showing = showing_at(request, path)
    if showing is None:
        return absent(request, path)
    page_type = showing.edition.page.specific_class
    if not path:
        # The home page shows cards of trials too, and the notices on them.
        return unless_same(request, page_type.render(request, showing))
    return unless_unchanged(request, showing, lambda: page_type.render(request, showing))


@public
def sites(request: HttpRequest, trial_id: str) -> HttpResponse:
    return _below(request, trial_id, "sites/", render_sites)


@public
def sheet(request: HttpRequest, trial_id: str) -> HttpResponse:
    return _below(request, trial_id, "print/", render_sheet)


@public
def astray(request: HttpRequest, path: str) -> HttpResponse:
    """An address copied together with the full stop or bracket behind it."""
    return moved_to(request, f"{path.lower()}/")


@public
def astray_file(request: HttpRequest, path: str) -> HttpResponse:
    """The same of a file, which no slash ends."""
    return moved_to(request, path.lower())


def showing_at(request: HttpRequest, path: str) -> Showing | None:
    """How the edition in force at `path` is shown today; raises EditionTampered."""
    edition = edition_for(path)
    if edition is None:
        return None
    return showing_of(edition, lang=get_language(), site=settings_for(request), today=timezone.localdate())


def absent(request: HttpRequest, path: str, *, below: str = "") -> HttpResponse:
    """410 for what was taken down, 301 to the new address of a page that moved, `below` kept.

    Raises Http404 for what never was, EditionTampered for a forged end.
    """
    ended = last_ended(path)
    if ended is None:
        raise Http404
    newest = _newest_of(ended) if ended.ended_reason == Edition.End.SUPERSEDED else ended
    if newest.ended_at is None:
        return moved_to(request, newest.path + below)
    return errors.gone(request, newest)


def moved_to(request: HttpRequest, path: str) -> HttpResponsePermanentRedirect:
    query = f"?{urlencode(request.GET, doseq=True)}" if request.GET else ""
    return HttpResponsePermanentRedirect(address(get_language(), re.sub("/{2,}", "/", path)) + query)


def _newest_of(superseded: Edition) -> Edition:
    """The last edition of the same page, which stands at another address, or stood there."""
    newest = Edition.objects.filter(page_id=superseded.page_id).latest("number")
    if not (is_sealed(newest) and is_end_sealed(newest)):
        raise EditionTampered(f"edition {newest}: it is not what was sealed")
    return newest


def _below(request: HttpRequest, trial_id: str, part: str, render: object) -> HttpResponse:
    path = f"trials/{trial_id.lower()}/"
    if trial_id != trial_id.lower():
        return moved_to(request, path + part)
    showing = showing_at(request, path)
    if showing is None:
        return absent(request, path, below=part)
    return unless_unchanged(request, showing, lambda: render(showing), part=part)
