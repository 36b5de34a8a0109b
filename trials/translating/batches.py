"""Batches: trials given to one person to translate by a day, and how far each batch has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from editorial.people import AUTHORS, LEADS, TRANSLATORS, belongs_to, name_of
from trials.models import Batch, TranslationProgress, TrialPage

TRANSLATE = (TRANSLATORS, AUTHORS, LEADS)


class BatchRefused(Exception):
    """Says in a sentence why nothing was changed."""


@dataclass(frozen=True)
class Sum:
    """The progress of several trials added up; `uncounted` trials are in no other number."""

    trials: int
    texts: int
    done: int
    missing: int
    stale: int
    blocking: int
    uncounted: int


def translators() -> QuerySet:
    """The people a batch can be given to."""
    people = get_user_model().objects.filter(is_active=True, groups__name__in=TRANSLATE)
    return people.distinct().order_by("first_name", "last_name", "pk")


def make_batch(
    name: str,
    *,
    by: Any,
    assignee: Any = None,
    due: date | None = None,
    pages: Iterable[TrialPage] = (),
) -> Batch:
    if not name.strip():
        raise BatchRefused(_("A batch needs a name."))
    _require_translator(assignee)
    batch = Batch.objects.create(name=name.strip(), assignee=assignee, due=due, made_by=by)
    batch.trials.add(*pages)
    return batch


@transaction.atomic
def change(batch: Batch, *, name: str, assignee: Any | None, due: date | None) -> None:
    """Say something else of an open batch."""
    if not name.strip():
        raise BatchRefused(_("A batch needs a name."))
    _require_translator(assignee)
    Batch.objects.filter(pk=_open(batch).pk).update(name=name.strip(), assignee=assignee, due=due)


@transaction.atomic
def add_trials(batch: Batch, *, pages: Iterable[TrialPage]) -> int:
    """Put trials into an open batch; how many were not in it before."""
    held = _open(batch)
    new = {page.pk for page in pages} - set(held.trials.values_list("pk", flat=True))
    held.trials.add(*new)
    return len(new)


@transaction.atomic
def remove_trials(batch: Batch, *, pages: Iterable[int]) -> int:
    """Take trials out of an open batch, by the numbers of their pages; how many were in it."""
    held = _open(batch)
    gone = set(pages) & set(held.trials.values_list("pk", flat=True))
    held.trials.remove(*gone)
    return len(gone)


@transaction.atomic
def assign(batches: Iterable[Batch], *, assignee: Any | None) -> int:
    """Give open batches to one person, or to nobody; all of them or, with a closed one among them, none."""
    _require_translator(assignee)
    held = [_open(batch) for batch in batches]
    return Batch.objects.filter(pk__in=[batch.pk for batch in held]).update(assignee=assignee)


@transaction.atomic
def close(batch: Batch, *, now: datetime) -> None:
    _open(batch)
    Batch.objects.filter(pk=batch.pk).update(closed_at=now)


def reopen(batch: Batch) -> None:
    Batch.objects.filter(pk=batch.pk).update(closed_at=None)


def is_late(batch: Batch, today: date) -> bool:
    return batch.closed_at is None and batch.due is not None and batch.due < today


def sums(batches: Iterable[Batch]) -> dict[int, Sum]:
    """The progress of each batch, by its number; two queries however many there are."""
    through = Batch.trials.through.objects.filter(batch__in=[batch.pk for batch in batches])
    trials: dict[int, list[int]] = {}
    for batch_id, page_id in through.values_list("batch_id", "trialpage_id"):
        trials.setdefault(batch_id, []).append(page_id)
    rows = TranslationProgress.objects.in_bulk(
        {page for pages in trials.values() for page in pages}, field_name="page_id"
    )
    return {batch.pk: sum_of(trials.get(batch.pk, []), rows) for batch in batches}


def sum_of(page_ids: Iterable[int], rows: dict[int, TranslationProgress]) -> Sum:
    ids = list(page_ids)
    counted = [rows[pk] for pk in ids if pk in rows]
    names = ("texts", "done", "missing", "stale", "blocking")
    added = {name: sum(getattr(row, name) for row in counted) for name in names}
    return Sum(trials=len(ids), uncounted=len(ids) - len(counted), **added)


def _open(batch: Batch) -> Batch:
    held = Batch.objects.select_for_update().get(pk=batch.pk)
    if held.closed_at is not None:
        raise BatchRefused(_("“%(name)s” is closed. Open it again first.") % {"name": held.name})
    return held


def _require_translator(person: Any | None) -> None:
    if person is not None and not belongs_to(person, *TRANSLATE):
        told = {"name": name_of(person)}
        raise BatchRefused(_("%(name)s is neither translator nor author nor lead.") % told)
