"""A file that was read, kept in the form between its report and its import, so that nothing is stored."""

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from trials.translating.exchange.importing import Report
from trials.translating.exchange.reading import TrialRead, UnitRead
from trials.translating.exchange.refused import ExchangeRefused

LARGEST_KEPT = 2_000_000
"""Characters in a form; a server takes 2.5 million bytes."""
A_DAY = 86_400

Kept = list[tuple[TrialRead, int, str]]
"""Each trial, its page, and the version its report was made on."""


def keep(trials: Sequence[TrialRead], reports: Sequence[Report], *, maker: str, by: Any) -> str:
    """The trials and the versions reported on, signed for this person; ExchangeRefused if it is too much."""
    rows = [
        [astuple(trial), report.page_id, report.opened_on]
        for trial, report in zip(trials, reports, strict=True)
    ]
    kept = signing.dumps({"maker": maker, "rows": rows}, salt=_salt(by), compress=True)
    if len(kept) > LARGEST_KEPT:
        raise ExchangeRefused(_("This is too much for one form. Use the command import_translation."))
    return kept


def kept_in(kept: str, *, by: Any) -> tuple[Kept, str]:
    """What `keep` kept and who translated it; ExchangeRefused for anything else or older than a day."""
    try:
        values = signing.loads(kept, salt=_salt(by), max_age=A_DAY)
    except signing.BadSignature as bad:
        raise ExchangeRefused(_("The report is too old or damaged. Choose the file again.")) from bad
    rows = [(_trial(*trial), page_id, opened_on) for trial, page_id, opened_on in values["rows"]]
    return rows, values["maker"]


def _trial(name: str, trial_id: str, units: list[list[Any]], exported: dict[str, str]) -> TrialRead:
    return TrialRead(name, trial_id, tuple(UnitRead(*unit) for unit in units), exported)


def _salt(person: Any) -> str:
    return f"translation-{person.pk}"
