"""Registry records as they were received, kept beside the page and read again for the next merge."""

import json
from dataclasses import replace
from datetime import datetime

from trials.drafting.facts import day_of
from trials.models import RegistrySnapshot
from trials.registry.read import read_study
from trials.registry.records import TrialRecord


def keep_snapshot(record: TrialRecord, *, now: datetime) -> RegistrySnapshot:
    """The stored copy of exactly this record, made if it is new."""
    snapshot, _made = RegistrySnapshot.objects.get_or_create(
        trial_id=record.trial_id,
        sha256=record.sha256,
        defaults={
            "registry": record.registry,
            "raw": record.raw,
            "processed_on": day_of(record.processed_on),
            "received_at": now,
        },
    )
    return snapshot


def record_in(snapshot: RegistrySnapshot) -> TrialRecord:
    return read_study(json.loads(snapshot.raw))


def says_the_same(one: TrialRecord, other: TrialRecord) -> bool:
    """Whether two records differ at most in the day the registry processed them.

    That day moves on for every record each time the registry publishes its data, changed or not.
    """
    return _content(one) == _content(other)


def _content(record: TrialRecord) -> TrialRecord:
    return replace(record, raw="", sha256="", processed_on=None)
