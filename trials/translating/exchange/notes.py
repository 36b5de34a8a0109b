"""What a translator is told beside each text: where it stands, what to mind, which words are agreed on."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.content import CHINESE
from editorial.models import Edition
from editorial.queries import open_queries
from trials.checks.naming import split
from trials.glossary.beside import terms_beside
from trials.glossary.terms import Term
from trials.labels import CriterionGroup, CriterionSource, label
from trials.reviewing.places import SECTIONS
from trials.site.languages import address
from trials.translating.exchange.units import Unit

Note = tuple[str, str]
"""Who or what says it (`from` in XLIFF), and the words."""


class Notes:
    """Notes on the texts of one page; reads terms and queries once."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._label: Callable[[str], str] = page.labels(page.build_content())
        self._terms: Mapping[str, Any] = terms_beside(page)
        self._queries: Mapping[str, Any] = open_queries(page)
        self._edit = settings.SITE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk])
        self._public = settings.SITE_URL + address(CHINESE, page.signed_path) if _is_public(page) else ""
        draft = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
        self._preview = f"{settings.SITE_URL}{draft}?mode={CHINESE}"

    def of(self, unit: Unit) -> Iterator[Note]:
        yield "place", self._label(unit.place)
        yield "section", _section(unit)
        if sentence := _locked(unit):
            yield "locked", sentence
        if unit.made_from:
            sentence = _("The English changed after this Chinese was written. Before, it was: %(words)s")
            yield "changed", sentence % {"words": unit.made_from}
        if unit.longest:
            sentence = _("One line, at most %(number)d characters.")
            yield "limit", sentence % {"number": unit.longest}
        yield from (("query", each.question) for each in self._queries.get(unit.place, ()))
        yield from (("glossary", _agreed(each.term)) for each in self._terms.get(unit.place, ()))
        yield "edit", f"{self._edit}#{unit.field_id}"
        yield "preview", self._preview
        if self._public:
            yield "public", self._public


def _is_public(page: Any) -> bool:
    """Whether readers have an edition: an address without one leads nowhere."""
    return Edition.objects.in_force().filter(page_id=page.pk).exists()


def _section(unit: Unit) -> str:
    if group := getattr(unit.holder, "group", ""):
        return label(CriterionGroup, group)
    field, _within = split(unit.place)
    return str(SECTIONS.get(field, _("Names")))


def _locked(unit: Unit) -> str:
    if not unit.place.endswith(".text"):
        return ""
    return {
        CriterionSource.REGISTRY: _("The English is the registry’s own wording: it is locked."),
        CriterionSource.OFFICIAL: _("The Chinese is the official wording: it is locked."),
    }.get(unit.source_kind, "")


def _agreed(term: Term) -> str:
    agreed = f"{term.en} = {term.zh}"
    if not term.forbidden:
        return agreed
    return _("%(term)s (not: %(forbidden)s)") % {"term": agreed, "forbidden": "、".join(term.forbidden)}
