"""What a reader asked of the list: the parameters of its address, and nothing that is not one of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Self
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from trials.finding.cutting import LONGEST_QUERY
from trials.labels import Phase, Sex, Status

LONGEST_NAME = 300
OLDEST = 120
LAST_PAGE = 10_000


class Standing(TextChoices):
    """What a status means for somebody who wants to take part."""

    RECRUITING = "recruiting", _("Taking people in now")
    NOT_YET = "not-yet", _("Not yet taking people in")
    CLOSED = "closed", _("Taking nobody in")
    UNCLEAR = "unclear", _("Nobody can confirm it")


class Sort(TextChoices):
    BEST = "best", _("Best match first")
    REVIEWED = "reviewed", _("Newest review first")
    UPDATED = "updated", _("Newest registry update first")


@dataclass(frozen=True)
class Asked:
    """Every field is "" where nothing was asked; a value nobody offers asks nothing."""

    q: str = ""
    status: str = ""
    condition: str = ""
    city: str = ""
    age: str = ""
    sex: str = ""
    volunteers: str = ""
    phase: str = ""
    sort: str = ""
    page: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Self:
        """What the parameters ask, whatever they hold."""
        said = {field.name: _line(given.get(field.name) or "") for field in fields(cls)}
        return cls(
            q=said["q"][:LONGEST_QUERY].strip(),
            status=_one_of((*Standing.values, *Status.values), said["status"]),
            condition=said["condition"][:LONGEST_NAME],
            city=said["city"][:LONGEST_NAME],
            age=_number(said["age"], 0, OLDEST),
            sex=_one_of((Sex.FEMALE, Sex.MALE), said["sex"]),
            volunteers=_one_of(("yes",), said["volunteers"]),
            phase=_one_of(Phase.values, said["phase"]),
            sort=_one_of(Sort.values, said["sort"]).replace(Sort.BEST, ""),
            page=_number(said["page"], 2, LAST_PAGE),
        )

    @property
    def narrows(self) -> bool:
        """Whether something is looked for, so that this is no page for search engines."""
        return any(self.chosen.values())

    @property
    def chosen(self) -> dict[str, str]:
        """The parameters that choose trials, by name."""
        return {name: value for name, value in self._said.items() if name not in ("sort", "page")}

    @property
    def query(self) -> str:
        """The shortest query string that asks the same, with its question mark; "" when nothing is asked."""
        return f"?{urlencode(self._said)}" if self._said else ""

    def without(self, *names: str) -> "Asked":
        """The same question with these parameters let go, from the first page on."""
        return replace(self, page="", **dict.fromkeys(names, ""))

    def on_page(self, number: int) -> "Asked":
        return replace(self, page=str(number) if number > 1 else "")

    @property
    def _said(self) -> dict[str, str]:
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}


NAMES = tuple(field.name for field in fields(Asked))


def is_untidy(given: Mapping[str, str], asked: Asked) -> bool:
    """Whether an address carries parameters of ours that ask nothing, as a form sends them."""
    return any(name in given and not getattr(asked, name) for name in NAMES if name != "page")


def _line(text: str) -> str:
    sound = text[:1000].encode("utf-8", "ignore").decode()
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", sound).split())


def _one_of(offered: Iterable[str], said: str) -> str:
    """The value offered, in the spelling it is offered in."""
    return next((value for value in offered if value.casefold() == said.casefold()), "")


def _number(said: str, lowest: int, highest: int) -> str:
    # Digits of any script, but no more of them than the highest number has.
    digits = said if said.isdecimal() and len(said) <= len(str(highest)) else ""
    return str(int(digits)) if digits and lowest <= int(digits) <= highest else ""
