"""The register: every signature, whose it is, what it rests on and whether it is genuine."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from editorial.models import Edition, SignOff
from editorial.seals import is_sealed


@dataclass(frozen=True)
class Asked:
    """What somebody looks for; everything empty is every signature."""

    since: date | None = None
    until: date | None = None
    """Both days included, where the signers work."""
    role: str = ""
    person: Any = None
    page: str = ""
    """Part of a page's name or trial id, or the page's number."""
    overridden: bool = False
    withheld: bool = False
    still_correct: bool = False


@dataclass(frozen=True)
class Entry:
    sign_off: SignOff
    editions: tuple[int, ...]
    """Numbers of the editions it stands under, or stands behind as a review."""
    is_sealed: bool

    @property
    def overrides(self) -> list[dict[str, str]]:
        """[{"finding", "message", "reason"}] as they were signed; nothing of a row that was forged."""
        return json.loads(self.sign_off.overrides) if self.is_sealed else []

    @property
    def is_still_correct(self) -> bool:
        final = self.sign_off.scope == SignOff.Scope.FINAL
        return final and not hasattr(self.sign_off, "edition")


def sign_offs(asked: Asked) -> QuerySet[SignOff]:
    """Newest first."""
    found = SignOff.objects.select_related("page", "person", "edition").order_by("-signed_at", "-pk")
    found = found.defer("edition__content")
    if asked.since:
        found = found.filter(signed_at__gte=_begins(asked.since))
    if asked.until:
        found = found.filter(signed_at__lt=_begins(asked.until + timedelta(days=1)))
    if asked.role:
        found = found.filter(role=asked.role)
    if asked.person:
        found = found.filter(person=asked.person)
    if asked.page:
        found = found.filter(_is_page(asked.page))
    if asked.overridden:
        found = found.exclude(overrides="[]")
    if asked.withheld:
        found = found.exclude(withheld_reason="")
    if asked.still_correct:
        found = found.filter(scope=SignOff.Scope.FINAL, edition__isnull=True)
    return found


def entries(found: Iterable[SignOff]) -> list[Entry]:
    """The signatures with their editions, in two queries however many they are."""
    found = list(found)
    numbers = _numbers({sign_off.page_id for sign_off in found})
    return [Entry(each, tuple(_editions_of(each, numbers)), is_sealed(each)) for each in found]


def signers() -> QuerySet[Any]:
    """Everybody who ever signed anything."""
    return get_user_model().objects.filter(sign_offs__isnull=False).distinct().order_by("username")


def _numbers(page_ids: set[int]) -> dict[int, list[Edition]]:
    editions = Edition.objects.filter(page__in=page_ids).defer("content").select_related("signed_by")
    by_page: dict[int, list[Edition]] = {}
    for edition in editions.order_by("number"):
        by_page.setdefault(edition.page_id, []).append(edition)
    return by_page


def _editions_of(sign_off: SignOff, by_page: dict[int, list[Edition]]) -> Iterator[int]:
    of_page = by_page.get(sign_off.page_id, [])
    if sign_off.scope != SignOff.Scope.FINAL:
        yield from (e.number for e in of_page if sign_off.pk in json.loads(e.signed_by.rests_on or "[]"))
        return
    # "Still correct" signs the words of the edition that was in force that day.
    said = [e for e in of_page if e.digest == sign_off.digest and e.published_at <= sign_off.signed_at]
    yield from (edition.number for edition in said[-1:])


def _is_page(asked: str) -> Q:
    named = Q(page__title__icontains=asked) | Q(page__slug__icontains=asked)
    return named | Q(page=int(asked)) if asked.isdecimal() and len(asked) < 10 else named


def _begins(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())
