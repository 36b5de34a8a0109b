"""Shared names a record mentions: organisations, conditions and places, found or made in English."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import translation

from editorial.content import ENGLISH
from trials.models import Condition, Organisation, Place
from trials.places import PlaceNames, Stored

IN_CHINESE = frozenset({"China", "Hong Kong", "Macau", "Macao", "Taiwan"})
"""Countries, in the registry's words, whose hospitals have Chinese names; others are shown in English."""
LONGEST = 300
AROUND = {
    Place.Kind.FACILITY: ("facility", ("city", "state", "country")),
    Place.Kind.CITY: ("city", ("state", "country")),
    Place.Kind.REGION: ("state", ("country",)),
    Place.Kind.COUNTRY: ("country", ()),
}


def organisation(name_en: str, agency_class: str) -> Organisation:
    """The organisation of this name, whatever its capitals; one that exists is left as it is."""
    return _first(Organisation, name_en) or Organisation.objects.create(
        name_en=name_en, agency_class=agency_class
    )


def condition(name_en: str) -> Condition:
    return _first(Condition, name_en) or Condition.objects.create(name_en=name_en)


def ensure_places(sites: Iterable[Stored]) -> list[Place]:
    """Make a row, for a Chinese name to be written in, of each place that no row names yet."""
    sites = list(sites)
    known = PlaceNames(sites)
    missing = {
        (kind, name, within): Place(kind=kind, registry_name=name, within=within, name_en=name)
        for kind, name, around in _places(sites)
        if known.row(kind, name, around) is None and len(within := next(filter(None, around), "")) <= LONGEST
    }
    # A study of 1,148 sites has 1,900 places. The base column follows the active language.
    with translation.override(ENGLISH):
        return Place.objects.bulk_create(missing.values())


def _first(model: type[Any], name_en: str) -> Any:
    found = model.objects.filter(name_en__iexact=name_en).order_by("pk")
    return found.filter(name_en=name_en).first() or found.first()


def _places(sites: Iterable[Stored]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for site in sites:
        for kind, (part, around) in AROUND.items():
            name = site.get(part) or ""
            needed = kind != Place.Kind.FACILITY or site.get("country") in IN_CHINESE
            if needed and 0 < len(name) <= LONGEST:
                yield kind, name, tuple(site.get(each) or "" for each in around)
