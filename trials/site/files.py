"""The files readers take away, from the edition in force only."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from editorial.showing import Showing
from trials.content import TrialContent
from trials.models.take_away import TakeAway
from trials.site.frame import Link, frame_of
from trials.site.languages import HTML_LANG, OWN_NAMES, address, other_than
from trials.site.public import absent, moved_to, showing_at
from trials.site.serving import public, unless_unchanged
from trials.take_away.files import EditionEnded, file_for
from trials.take_away.one_at_a_time import BeingMade
from trials.take_away.tools import CannotMake

Kind = TakeAway.Kind
NAMES = {Kind.PDF: "take-away.pdf", Kind.PICTURE: "picture.png", Kind.SHARE: "share.png"}
TYPES = {Kind.PDF: "application/pdf", Kind.PICTURE: "image/png", Kind.SHARE: "image/png"}
SECONDS_TO_WAIT, SECONDS_TO_BE_MADE = 60, 10


@public
def pdf(request: HttpRequest, trial_id: str) -> HttpResponse:
    return _file(request, trial_id, Kind.PDF)


@public
def picture(request: HttpRequest, trial_id: str) -> HttpResponse:
    return _file(request, trial_id, Kind.PICTURE)


@public
def share_image(request: HttpRequest, trial_id: str) -> HttpResponse:
    return _file(request, trial_id, Kind.SHARE)


def _file(request: HttpRequest, trial_id: str, kind: str) -> HttpResponse:
    """200, 404 without that language, 410 when the page was taken down, 503 where it cannot be made."""
    path, name = f"trials/{trial_id.lower()}/", NAMES[kind]
    if trial_id != trial_id.lower():
        return moved_to(request, path + name)
    showing = showing_at(request, path)
    if showing is None:
        return absent(request, path, below=name)
    if not isinstance(showing.content, TrialContent):
        raise Http404
    if showing.lang not in showing.content.languages:
        return _instead(showing, 404, _("This page is not there in this language, and so there is no file."))
    try:
        file = file_for(showing, kind)
    except BeingMade as problem:
        return _instead(showing, 503, str(problem), again=address(showing.lang, path + name))
    except CannotMake as problem:
        return _instead(showing, 503, str(problem))
    except EditionEnded:
        return absent(request, path, below=name)
    return unless_unchanged(request, showing, lambda: _answer(file, showing), part=name + file.made_from)


def _answer(file: TakeAway, showing: Showing) -> HttpResponse:
    response = HttpResponse(bytes(file.body), content_type=TYPES[file.kind])
    name = f"{showing.content.trial_id}-{showing.lang}-{NAMES[file.kind]}"
    # Search engines keep copies, and these would outlive a withdrawal.
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _instead(showing: Showing, status: int, line: str, *, again: str = "") -> HttpResponse:
    """A page that says why there is no file, and what there is."""
    content, lang = showing.content, showing.lang
    other, withheld = other_than(lang), lang not in content.languages
    frame = frame_of(showing.site, lang=lang, path=content.path, languages=content.languages, indexed=False)
    heading = _("The file is not ready yet") if again else _("There is no file here")
    context = {
        "frame": frame,
        "heading": heading,
        "title": f"{heading} – {frame.site_name}",
        "line": line,
        "again_url": again,
        "print_url": "" if withheld else address(lang, f"{content.path}print/"),
        "other": Link(address(other, content.path), OWN_NAMES[other], HTML_LANG[other]) if withheld else None,
    }
    response = HttpResponse(render_to_string("errors/no_file.html", context), status=status)
    if status == 503:
        response.headers["Retry-After"] = str(SECONDS_TO_BE_MADE if again else SECONDS_TO_WAIT)
    patch_cache_control(response, no_store=True)
    return response
