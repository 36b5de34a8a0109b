"""What a reader typed into the form about a mistake: read, cleaned and judged; nothing typed is lost."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Self

from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext as _

from editorial.mistakes import LONGEST, LONGEST_CONTACT
from trials.site.report_items import Choices

TRAP = "website"
"""A field nobody sees or hears: what fills in every field there is, is no reader."""
LARGEST = 200_000
"""Bytes of a form; the longest allowed takes a tenth of it, so that a text too long can be shown again."""
FORM = "application/x-www-form-urlencoded"
QUICKEST, OLDEST = 3, 24 * 60 * 60
"""Seconds between the form's opening and its sending."""
SALT = "trials.site.report"
# Controls, and the marks with which a text could be made to read otherwise than it was typed.
LEFT_OUT = {"Cc", "Cs"}
TURNING = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))


class Problem(NamedTuple):
    field: str
    """Id of the field to go to; "" where no field is at fault."""
    sentence: str


@dataclass(frozen=True)
class Typed:
    item: str = ""
    wrong: str = ""
    contact: str = ""
    trap: str = ""
    stamp: str = ""

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Self:
        """From what was posted, or from the address for the item only."""
        wrong = cleaned(given.get("wrong", ""))
        contact = " ".join(cleaned(given.get("contact", "")).split())
        return cls(given.get("item", "")[:120], wrong, contact, given.get(TRAP, ""), given.get("stamp", ""))


class Opened(NamedTuple):
    """Which edition the reader had when the form was opened, and how many seconds ago that was."""

    number: int
    seconds: float


def cleaned(text: str) -> str:
    """The text without what no keyboard writes: NUL, controls, lone surrogates, marks that turn it round."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(TURNING)
    kept = (sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in LEFT_OUT)
    return "".join(kept).strip()


def stamp_of(path: str, number: int, now: datetime) -> str:
    """Signed: which edition of which page a form is about, and since when it is open."""
    return signing.dumps([path, number, int(now.timestamp())], salt=SALT)


def opened(stamp: str, path: str, now: datetime) -> Opened | None:
    """What a stamp says; None for a forged one, one of another page and one too old."""
    try:
        [stamped, number, since] = signing.loads(stamp, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    seconds = now.timestamp() - since
    return Opened(number, seconds) if stamped == path and seconds <= OLDEST else None


def unreadable(request: HttpRequest) -> bool:
    """Whether what was posted is too large, or no form at all; it is not read then."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    small = length.isdecimal() and int(length) <= LARGEST
    return not small or request.content_type != FORM


def sent_elsewhere(request: HttpRequest) -> bool:
    """Whether a browser says that another site made it send the form; those of before 2019 say nothing."""
    return request.headers.get("Sec-Fetch-Site", "") == "cross-site"


def problems_of(typed: Typed, choices: Choices) -> list[Problem]:
    """What has to be changed before it can be taken, in the order of the form, in the active language."""
    found = []
    if typed.item and typed.item not in choices:
        found.append(Problem("item", _("Choose a part of the page from the list.")))
    if not any(sign.isalnum() for sign in typed.wrong):
        found.append(Problem("wrong", _("Write what is wrong.")))
    elif len(typed.wrong) > LONGEST:
        found.append(Problem("wrong", _too_long(len(typed.wrong), LONGEST)))
    if len(typed.contact) > LONGEST_CONTACT:
        found.append(Problem("contact", _too_long(len(typed.contact), LONGEST_CONTACT)))
    return found


def _too_long(number: int, most: int) -> str:
    told = {"number": number, "most": most}
    return _("This is too long: %(number)d characters, and at most %(most)d fit.") % told
