"""Sites as the public reads them: the registry's places with their Chinese names from `Place`."""

from collections.abc import Iterable, Iterator
from typing import Any

from editorial.content import Words
from trials.content import Contact, Site
from trials.models.vocabulary import Place

Stored = dict[str, Any]
"""An entry of `TrialPage.sites`: `trials.registry.records.Site` as a dict, plus "contacts"."""


class PlaceNames:
    """Chinese names of the places of one trial, read in one query."""

    def __init__(self, sites: Iterable[Stored]) -> None:
        names = {name for site in sites for _kind, name, _around in _places(site)}
        found = Place.objects.filter(registry_name__in=sorted(names)).order_by("pk") if names else ()
        self._rows = {(row.kind, row.registry_name, row.within): row for row in found}

    def row(self, kind: str, name: str, around: Iterable[str]) -> Place | None:
        """The place called `name`: within the nearest of `around` that is known, else anywhere."""
        for within in (*around, ""):
            if found := self._rows.get((kind, name, within)):
                return found
        return None

    def words(self, kind: str, name: str, *around: str) -> Words:
        """The registry's name with its Chinese, which is empty when nobody has written it."""
        found = self.row(kind, name, around)
        return Words(en=found.name_en or name, zh_hans=found.name_zh_hans) if found else Words(name, "")

    def used(self, sites: Iterable[Stored]) -> list[Place]:
        """The rows whose names these sites repeat, each once."""
        rows = (self.row(kind, name, around) for site in sites for kind, name, around in _places(site))
        return list({row.pk: row for row in rows if row is not None}.values())


def sites_of(sites: Iterable[Stored], names: PlaceNames) -> tuple[Site, ...]:
    """The sites in the registry's order."""
    return tuple(_site(stored, names) for stored in sites)


def contacts_of(sites: Iterable[Stored]) -> Iterator[Contact]:
    """The contacts the registry gives for its sites."""
    for stored in sites:
        for number, contact in enumerate(stored.get("contacts") or (), start=1):
            yield Contact(
                key=f"{stored['key']}-{number}",
                site=stored["key"],
                role=contact.get("role") or "",
                telephone=contact.get("telephone") or "",
                checked_on="",
            )


def _places(stored: Stored) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    facility, city, state, country = (
        stored.get(part) or "" for part in ("facility", "city", "state", "country")
    )
    around = {
        Place.Kind.FACILITY: (facility, (city, state, country)),
        Place.Kind.CITY: (city, (state, country)),
        Place.Kind.REGION: (state, (country,)),
        Place.Kind.COUNTRY: (country, ()),
    }
    for kind, (name, within) in around.items():
        if name:
            yield kind, name, within


def _site(stored: Stored, names: PlaceNames) -> Site:
    known = {kind: names.words(kind, name, *around) for kind, name, around in _places(stored)}
    unnamed = Words(en="", zh_hans="")
    return Site(
        key=stored["key"],
        facility=known.get(Place.Kind.FACILITY, unnamed),
        city=known.get(Place.Kind.CITY, unnamed),
        region=known.get(Place.Kind.REGION, unnamed),
        country=known.get(Place.Kind.COUNTRY, unnamed),
        country_code=stored.get("country") or "",
        status=stored.get("status") or "",
    )
