"""The trial page and its parts as HTML, from one showing of signed content."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from editorial.freshness import Freshness, freshness_of
from editorial.showing import Showing
from trials.site.frame import Frame, frame_of
from trials.site.reading import read_trial
from trials.site.review import verify_address
from trials.site.sharing import shared_description, shared_title, sharing_of
from trials.take_away.qr import qr_drawing

SHEET = "sheet.html"


@dataclass(frozen=True)
class Verify:
    address: str
    drawing: SafeString
    """The address as a QR code."""


def render_trial(request: HttpRequest, showing: Showing) -> HttpResponse:
    """The page; facts only and a link to the other language where this one is withheld."""
    return _answer(showing, "trial.html")


def render_sites(showing: Showing) -> HttpResponse:
    return _answer(showing, "sites.html", below="sites/")


def render_sheet(showing: Showing) -> HttpResponse:
    """The page for paper: everything open, nothing to press."""
    return _answer(showing, SHEET, below="print/")


def _answer(showing: Showing, template: str, *, below: str = "") -> HttpResponse:
    withheld = showing.lang not in showing.content.languages
    with translation.override(showing.lang):
        frame = frame_below(showing, below)
        # On paper for the doctor stand no words explained, and so no link to them.
        t = read_trial(showing, explains=template != SHEET)
        context = {
            "t": t,
            "frame": frame,
            # A chat that reads no Open Graph shows title and description: they name nothing either
            # where the site shares pages under a neutral title.
            "title": f"{_titled(below, shared_title(showing))} – {frame.site_name}",
            "share": None if below else sharing_of(showing),
            "description": shared_description(showing),
            "verify": _verify(showing) if template == SHEET else None,
        }
        name = "withheld.html" if withheld else template
        return HttpResponse(render_to_string(f"pages/{name}", context))


def _verify(showing: Showing) -> Verify | None:
    """Where paper leads back to; nothing for a preview, which is no edition yet."""
    if showing.edition is None:
        return None
    where = verify_address(showing.edition)
    return Verify(where, qr_drawing(where))


def _titled(below: str, trial: str) -> str:
    """The title of a part of the page; no two parts share one in a list of open pages."""
    named = {"sites/": _("All places – %(trial)s"), "print/": _("For paper – %(trial)s")}
    return named.get(below, "%(trial)s") % {"trial": trial}


def frame_below(showing: Showing, below: str) -> Frame:
    """The frame of a trial's page, or of what stands `below` its address."""
    content = showing.content
    # Only the page itself is for search engines; its sheet and its list of sites repeat it.
    return frame_of(
        showing.site,
        lang=showing.lang,
        path=content.path + below,
        languages=content.languages,
        indexed=not below and freshness_of(showing.review_due, showing.today) < Freshness.HIDDEN,
        preview=showing.preview,
    )
