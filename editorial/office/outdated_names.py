"""Pages in force that repeat a shared name which reads otherwise today: they need a new edition."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db.models import Max, Min
from django.utils.text import capfirst
from wagtail.models import ModelLogEntry, Page

from editorial.content import CHINESE
from editorial.models import Disclaimer, Edition
from editorial.office.reach import within_reach
from editorial.office.steps import KEPT_FOR

LOOKED_AT = 20
"""How many pages are built and compared for one dashboard; the next ones follow as these are done."""
CHANGING = ("wagtail.edit", "wagtail.revert")
DISCLAIMER = "editorial.disclaimer"
Used = tuple[str, int]


@dataclass(frozen=True)
class OutdatedNames:
    page: Page
    edition: Edition
    names: tuple[str, ...]
    """What the shared rows that were changed are called today."""


def outdated_names(person: Any) -> list[OutdatedNames]:
    """Editions in force that would say something else if they were signed again as they stand."""
    since = Edition.objects.in_force().aggregate(at=Min("published_at"))["at"]
    changes = _changes(since) if since else {}
    if not changes:
        return []
    editions = Edition.objects.in_force().exclude(uses="[]").defer("content").order_by("published_at", "pk")
    touched = [(edition, rows) for edition in editions if (rows := _changed_rows(edition, changes))]
    pages = within_reach(person, (edition.page_id for edition, _rows in touched))
    shown = [(edition, rows) for edition, rows in touched if edition.page_id in pages][:LOOKED_AT]
    found = [(edition, rows) for edition, rows in shown if _reads_otherwise(edition, changes)]
    called = _called({row for _edition, rows in found for row in rows})
    return [
        OutdatedNames(pages[edition.page_id], edition, tuple(called[row] for row in rows if row in called))
        for edition, rows in found
    ]


def _changes(since: datetime) -> dict[Used, datetime]:
    """When each shared row was last changed; a new disclaimer changes the one in use before it."""
    entries = ModelLogEntry.objects.filter(timestamp__gt=since, action__in=CHANGING)
    named = entries.order_by().values_list("content_type", "object_id").annotate(at=Max("timestamp"))
    changes = {}
    for content_type, key, at in named:
        model = ContentType.objects.get_for_id(content_type)
        if key.isdecimal():
            changes[(f"{model.app_label}.{model.model}", int(key))] = at
    in_use = Disclaimer.in_use()
    if in_use is not None:
        for former in Disclaimer.objects.exclude(pk=in_use.pk).values_list("pk", flat=True):
            changes[(DISCLAIMER, former)] = in_use.created_at
    return changes


def _changed_rows(edition: Edition, changes: dict[Used, datetime]) -> list[Used]:
    used = ((label, pk) for label, pk in json.loads(edition.uses))
    return [row for row in used if row in changes and changes[row] > edition.published_at]


def _reads_otherwise(edition: Edition, changes: dict[Used, datetime]) -> bool:
    key = f"editorial.outdated:{edition.pk}:{edition.digest}:{max(changes.values()).isoformat()}"
    return cache.get_or_set(key, lambda: not _says_the_same(edition), KEPT_FOR)


def _says_the_same(edition: Edition) -> bool:
    content = edition.revision.as_object().build_content()
    if CHINESE not in edition.language_codes:
        content = content.withhold_chinese()
    return content.is_known_as(edition.digest)


def _called(rows: set[Used]) -> dict[Used, str]:
    called = {}
    for label in {label for label, _pk in rows}:
        model = apps.get_model(label)
        named = model.objects.in_bulk([pk for each, pk in rows if each == label])
        called |= {(label, pk): f"{capfirst(model._meta.verbose_name)}: {row}" for pk, row in named.items()}
    return called
