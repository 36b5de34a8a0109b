"""The sitemap: the lists of the site and every edition in force, each in the languages it has.

Pages whose review is long overdue are left out. A site too large for one sitemap gets an index of several.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from editorial.content import LANGUAGES
from editorial.editions import day_of, newest_sign_offs
from editorial.freshness import Freshness, freshness_of
from editorial.models import Edition, SignOff, UrgentNotice
from editorial.notices import is_lifted
from editorial.seals import is_sealed
from trials.site.frame import Link, alternates
from trials.site.languages import address
from trials.site.serving import public, unless_same

EDITIONS_A_PART = 2_000
"""A crawler takes 50,000 addresses and 50 MB at once; these are made in one second."""
LISTS = ("trials/", "words/")
"""Addresses that list what others say: no edition stands behind them."""


@dataclass(frozen=True)
class Entry:
    url: str
    changed: date | None
    alternates: tuple[Link, ...]


@public
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every address, or the parts in which they are told where there are too many for one answer."""
    parts = _parts()
    if parts == 1:
        return _answer(request, "sitemap.xml", entries=_entries_of(_part(1)) + _lists())
    addresses = [reverse("sitemap_part", args=[number]) for number in range(1, parts + 1)]
    return _answer(request, "sitemap_index.xml", urls=[settings.SITE_URL + path for path in addresses])


@public
def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    """One part of a large sitemap; the lists of the site stand in the first."""
    if not 1 <= number <= _parts():
        raise Http404
    entries = _entries_of(_part(number)) + (_lists() if number == 1 else [])
    return _answer(request, "sitemap.xml", entries=entries)


def _parts() -> int:
    return max(1, -(-Edition.objects.in_force().count() // EDITIONS_A_PART))


def _part(number: int) -> list[Edition]:
    # By age: a new edition changes the last part only.
    in_force = Edition.objects.in_force().defer("content").select_related("signed_by").order_by("pk")
    first = (number - 1) * EDITIONS_A_PART
    return [edition for edition in in_force[first : first + EDITIONS_A_PART] if is_sealed(edition)]


def _entries_of(editions: list[Edition]) -> list[Entry]:
    reviews, noticed, today = newest_sign_offs(editions), _noticed(editions), timezone.localdate()
    return [
        entry
        for edition in sorted(editions, key=lambda each: each.path)
        if freshness_of(reviews[edition.pk].review_due, today) < Freshness.HIDDEN
        for entry in _entries(
            edition.path, edition.language_codes, _changed(edition, reviews[edition.pk], noticed)
        )
    ]


def _changed(edition: Edition, review: SignOff, noticed: dict[Any, list[datetime]]) -> date:
    """The last day on which the page came to say something else: its words, its review, a notice."""
    moments = [edition.published_at, review.signed_at, *noticed.get(edition.page_id, [])]
    return day_of(max(moments))


def _noticed(editions: Iterable[Edition]) -> dict[Any, list[datetime]]:
    """When notices were put up and lifted, by page; notices are few, pages may be thousands."""
    pages = {edition.page_id for edition in editions}
    moments = defaultdict(list)
    for notice in UrgentNotice.objects.iterator():
        if notice.page_id in pages and is_sealed(notice):
            moments[notice.page_id].append(notice.lifted_at if is_lifted(notice) else notice.set_at)
    return moments


def _lists() -> list[Entry]:
    return [entry for path in LISTS for entry in _entries(path, LANGUAGES, None)]


def _entries(path: str, languages: tuple[str, ...], changed: date | None) -> list[Entry]:
    links = alternates(path, languages)
    return [Entry(settings.SITE_URL + address(lang, path), changed, links) for lang in languages]


def _answer(request: HttpRequest, template: str, **context: object) -> HttpResponse:
    text = render_to_string(template, context)
    return unless_same(request, HttpResponse(text, content_type="application/xml; charset=utf-8"))
