"""Where a trial takes place and whom to ring there."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from trials.registry import codes
from trials.registry.parts import Part
from trials.registry.records import Contact, Site
from trials.registry.sentences import Sentence, gettext_noop

NOT_PHONE = Sentence(gettext_noop("This does not look like a telephone number; it was left out."))
# "1-800-4-BMS-CLIN" is a telephone number, an address or a name is not.
PHONE = re.compile(r"(?=(?:[^0-9]*[0-9]){5})[0-9(（+][0-9A-Za-z()（）+./,;:、，；：－–— #*-]{4,59}")
EXTENSION = re.compile(r"[0-9 ,/#*-]{1,12}")


def read_places(module: Part) -> tuple[tuple[Site, ...], tuple[Contact, ...]]:
    """Sites in the registry's order and contacts, central ones first; a contact without telephone is none."""
    locations = list(module.parts("locations"))
    sites = _keyed([_site(location) for location in locations])
    contacts = list(_contacts(module.parts("centralContacts"), ""))
    for location, site in zip(locations, sites, strict=True):
        contacts += _contacts(location.parts("contacts"), site.key)
    return tuple(sites), tuple(contacts)


def _site(location: Part) -> Site:
    point = location.part("geoPoint")
    return Site(
        key="",
        facility=location.line("facility"),
        city=location.line("city"),
        state=location.line("state"),
        zip=location.line("zip"),
        country=location.line("country"),
        status=location.code("status", codes.SITE_STATUS),
        lat=point.degrees("lat", 90),
        lon=point.degrees("lon", 180),
    )


def _keyed(sites: Sequence[Site]) -> list[Site]:
    """Sites with keys that survive a new import in another order.

    Twins (same facility, city and country) take state and postal code into the key, all of them: were the
    first to keep the short key, a new twin could inherit the telephone of another house.
    """
    short = [_key(site.facility, site.city, site.country) for site in sites]
    twins = {key for key, times in Counter(short).items() if times > 1}
    wide = [
        _key(site.facility, site.city, site.country, site.state, site.zip) if key in twins else key
        for key, site in zip(short, sites, strict=True)
    ]
    return [replace(site, key=key) for key, site in zip(_numbered(wide), sites, strict=True)]


def _numbered(keys: Iterable[str]) -> list[str]:
    seen: Counter[str] = Counter()
    numbered = []
    for key in keys:
        seen[key] += 1
        numbered.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return numbered


def _key(*names: str) -> str:
    plain = "\n".join(" ".join(unicodedata.normalize("NFKC", name).casefold().split()) for name in names)
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def _contacts(contacts: Iterable[Part], site_key: str) -> Iterator[Contact]:
    for contact in contacts:
        role = contact.code("role", codes.ROLE)
        phone, extension = _number(contact, "phone", PHONE), _number(contact, "phoneExt", EXTENSION)
        if phone:
            yield Contact(role, phone, extension, site_key)


def _number(contact: Part, key: str, shape: re.Pattern[str]) -> str:
    written = contact.line(key)
    if not written or shape.fullmatch(written):
        return written
    contact.notes.add(contact.at(key), written, NOT_PHONE)
    return ""
