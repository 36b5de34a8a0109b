"""The import: many records, each drafted in a transaction of its own, each told about in a line."""

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from trials.drafting import Drafted, DraftRefused, draft_trial
from trials.importing.lines import REFUSED, Line
from trials.registry.found import Found
from trials.registry.read import read_study
from trials.registry.records import RecordRefused, TrialRecord
from trials.registry.sentences import Sentence
from trials.registry.sources import CAME_BEFORE

logger = logging.getLogger(__name__)


def import_records(
    records: Iterable[Found],
    *,
    parent: Page,
    user: Any,
    now: datetime,
    dry_run: bool = False,
    limit: int | None = None,
) -> Iterator[Line]:
    """Draft every record, yielding its line when it is in; a bad one is refused and the rest goes on.

    Stopping in between leaves whole what was yielded and nothing of the record under way. A trial id met
    twice is refused the second time. A dry run tells the same and writes nothing.
    """
    first: dict[str, str] = {}
    for found in islice(records, limit):
        try:
            record = _read(found, first)
        except _Refused as refused:
            yield Line(refused.name, REFUSED, str(refused))
            continue
        yield _line(found, record, parent=parent, user=user, now=now, dry_run=dry_run)


class _Refused(Exception):
    def __init__(self, name: str, why: str) -> None:
        super().__init__(why)
        self.name = name


def _read(found: Found, first: dict[str, str]) -> TrialRecord:
    if found.study is None:
        raise _Refused(found.place, translated(found.problem))
    try:
        record = read_study(found.study)
    except RecordRefused as refused:
        place = f"{refused.place}: " if refused.place else ""
        raise _Refused(found.place, f"{place}{translated(refused.why)}") from refused
    if record.trial_id in first:
        twice = Sentence(CAME_BEFORE, trial_id=record.trial_id, first=first[record.trial_id])
        raise _Refused(found.place, translated(twice))
    first[record.trial_id] = found.place
    return record


def _line(found: Found, record: TrialRecord, *, dry_run: bool, **drafting: Any) -> Line:
    try:
        drafted = _draft(record, dry_run=dry_run, **drafting)
    except Exception as error:
        place = "" if found.place == record.trial_id else f"{found.place}: "
        return Line(record.trial_id, REFUSED, f"{place}{_why(error, record, found)}")
    odd = (f"{each.place}: {each.value}: {translated(each.why)}" for each in record.not_understood)
    return Line(
        record.trial_id,
        drafted.outcome,
        kept=drafted.kept,
        odd=(*odd, *drafted.cut),
        page=None if dry_run else drafted.page,
    )


def _why(error: Exception, record: TrialRecord, found: Found) -> str:
    if isinstance(error, DraftRefused):
        return str(error)
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    # Whatever is wrong with one record, the others are none the worse for it.
    logger.error("The import of %s from %s failed", record.trial_id, found.place, exc_info=error)
    return _("an unexpected error, told in the log (%(kind)s)") % {"kind": type(error).__name__}


def _draft(record: TrialRecord, *, dry_run: bool, **drafting: Any) -> Drafted:
    with transaction.atomic():
        drafted = draft_trial(record, **drafting)
        if dry_run:
            transaction.set_rollback(True)
        return drafted


def translated(sentence: str | None) -> str:
    """A sentence of the registry reader in the active language."""
    return sentence.translated(_) if isinstance(sentence, Sentence) else str(sentence or "")
