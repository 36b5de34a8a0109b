"""Whom to ring: role, hospital, number, and the day somebody checked that the number is right."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from editorial.content import CHINESE
from trials.content import Contact, Site
from trials.labels import ContactRole, label
from trials.site.names import facility_names
from trials.site.sentences import date_words

# Keyed in only after the call is answered.
EXTENSION = r"ext|(?<![a-z])x(?=[\s.]*[0-9])|#|转|轉|分机|分機"
# Another number, or the hours to ring.
MORE = r"[/,;、]|\bor\b|或|[0-9]{1,2}:[0-9]"
END_OF_NUMBER = re.compile(f"{EXTENSION}|{MORE}", re.IGNORECASE)
SPELT_IN_LETTERS = re.compile(r"[0-9]-?[a-z]", re.IGNORECASE)
# E.164: no number has more; a longer one is two numbers.
MOST_DIGITS = 15
# What is typed where a form insists on a number.
ZEROS = re.compile("0+")
IN_ENGLISH = re.compile(r"\s*\bext(?:ension|n)?\b\.?\s*(?=[0-9])", re.IGNORECASE)


@dataclass(frozen=True)
class ShownContact:
    site: str
    """Key of the site it belongs to, "" for the whole trial."""
    role: str
    place: str
    telephone: str
    number: str
    """What a telephone dials: digits, with + in front of a country's code; "" when that cannot be told."""
    checked: str


def shown_contacts(
    contacts: Sequence[Contact], sites: Sequence[Site], *, lang: str
) -> tuple[ShownContact, ...]:
    """In the active language and the registry's order, without those whose number is nothing but zeros."""
    facilities = facility_names(sites, lang=lang)
    reachable = (contact for contact in contacts if not ZEROS.fullmatch(_digits(contact.telephone)))
    return tuple(_shown(contact, facilities.get(contact.site, ""), lang) for contact in reachable)


def _shown(contact: Contact, facility: str, lang: str) -> ShownContact:
    checked = ""
    if contact.checked_on:
        checked = _("Number checked on %(date)s") % {"date": date_words(contact.checked_on)}
    return ShownContact(
        site=contact.site,
        role=label(ContactRole, contact.role),
        place=facility,
        telephone=_written(contact.telephone, lang),
        number=dialled(contact.telephone),
        checked=checked,
    )


def _written(telephone: str, lang: str) -> str:
    return IN_ENGLISH.sub("转", telephone) if lang == CHINESE else telephone


def dialled(telephone: str) -> str:
    """The first number of a telephone as written, without its extension; "" when there is none to dial."""
    # Full-width digits and punctuation, as a Chinese keyboard writes them, are made plain.
    written = re.search(r"\+?\s*[0-9]", plain := unicodedata.normalize("NFKC", telephone))
    if written is None or re.search(EXTENSION, plain[: written.end()], re.IGNORECASE):
        return ""
    first = END_OF_NUMBER.split(plain[written.start() :], maxsplit=1)[0]
    digits = _digits(first)
    if SPELT_IN_LETTERS.search(first) or len(digits) > MOST_DIGITS:
        return ""
    return f"+{digits}" if first.startswith("+") else digits


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", text))
