"""The sitemap: the list of trials and every edition in force, each in the languages it has.

Pages whose review is long overdue are left out.
"""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from editorial.content import LANGUAGES
from editorial.editions import day_of, newest_sign_offs
from editorial.freshness import Freshness, freshness_of
from editorial.models import Edition
from editorial.seals import is_sealed
from trials.site.frame import Link, alternates
from trials.site.languages import address
from trials.site.serving import public


@dataclass(frozen=True)
class Entry:
    url: str
    changed: date | None
    alternates: tuple[Link, ...]


@public
def sitemap(request: HttpRequest) -> HttpResponse:
    in_force = Edition.objects.in_force().defer("content").select_related("signed_by").order_by("path")
    sealed = [edition for edition in in_force if is_sealed(edition)]
    reviews, today = newest_sign_offs(sealed), timezone.localdate()
    entries = [
        entry
        for edition in sealed
        if freshness_of(reviews[edition.pk].review_due, today) < Freshness.HIDDEN
        for entry in _entries(edition.path, edition.language_codes, day_of(edition.published_at))
    ]
    entries += _entries("trials/", LANGUAGES, None)
    text = render_to_string("sitemap.xml", {"entries": entries})
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


def _entries(path: str, languages: tuple[str, ...], changed: date | None) -> list[Entry]:
    links = alternates(path, languages)
    return [Entry(settings.SITE_URL + address(lang, path), changed, links) for lang in languages]
