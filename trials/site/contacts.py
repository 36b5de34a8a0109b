"""Whom to ring: role, hospital, number, and the day somebody checked that the number is right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trials.content import Contact, Site
from trials.labels import ContactRole, label
from trials.site.names import facility_names
from trials.site.sentences import date_words


@dataclass(frozen=True)
class ShownContact:
    site: str
    """Key of the site it belongs to, "" for the whole trial."""
    role: str
    place: str
    telephone: str
    number: str
    """What a telephone dials: digits, with + in front of a country's code."""
    checked: str


def shown_contacts(
    contacts: Sequence[Contact], sites: Sequence[Site], *, lang: str
) -> tuple[ShownContact, ...]:
    """All contacts in the active language, in the registry's order."""
    facilities = facility_names(sites, lang=lang)
    return tuple(_shown(contact, facilities.get(contact.site, "")) for contact in contacts)


def _shown(contact: Contact, facility: str) -> ShownContact:
    checked = ""
    if contact.checked_on:
        checked = _("Number checked on %(date)s") % {"date": date_words(contact.checked_on)}
    return ShownContact(
        site=contact.site,
        role=label(ContactRole, contact.role),
        place=facility,
        telephone=contact.telephone,
        number=re.sub(r"[^+0-9]", "", contact.telephone),
        checked=checked,
    )
