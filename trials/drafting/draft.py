"""What a registry record alone would make of a trial page, not yet on any page."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from trials.drafting.facts import columns_of
from trials.drafting.fitting import fitting
from trials.drafting.lists import Contacts, Criteria, DraftRow, Interventions, RowList, Sources, telephone
from trials.drafting.named_lists import Collaborators, Conditions, Identifiers
from trials.models import Organisation, TrialPage
from trials.places import Stored
from trials.registry.records import TrialRecord

LISTS: tuple[RowList, ...] = (
    Identifiers(),
    Conditions(),
    Collaborators(),
    Interventions(),
    Criteria(),
    Contacts(),
    Sources(),
)


@dataclass(frozen=True)
class Draft:
    """Columns by name, the sponsor's columns, rows by relation, sites; `cut` tells what did not fit."""

    columns: Mapping[str, Any]
    sponsor: Mapping[str, Any] | None
    rows: Mapping[str, tuple[DraftRow, ...]]
    sites: tuple[Stored, ...]
    cut: tuple[str, ...] = ()


def draft_of(record: TrialRecord, *, today: date) -> Draft:
    """The draft of a record; `today` is the day it was read."""
    cut: list[str] = []
    columns = fitting(TrialPage, columns_of(record), cut)
    sponsor = fitting(Organisation, _organisation(record), cut) if record.sponsor else None
    rows = {each.relation: each.drafted(record, today, cut) for each in LISTS}
    return Draft(columns, sponsor, rows, sites_of(record), tuple(cut))


def blank_draft(trial_id: str) -> Draft:
    """What a page without any record starts from."""
    return draft_of(TrialRecord(trial_id=trial_id, raw="", sha256=""), today=date.min)


def sites_of(record: TrialRecord) -> tuple[Stored, ...]:
    """The record's sites as `TrialPage.sites` stores them, each with the telephones the registry gives."""
    told: dict[str, dict[tuple[str, str], None]] = {}
    for contact in record.contacts:
        told.setdefault(contact.site_key, {})[contact.role, telephone(contact)] = None
    return tuple(
        {
            **asdict(site),
            "contacts": [{"role": role, "telephone": number} for role, number in told.get(site.key, ())],
        }
        for site in record.sites
    )


def _organisation(record: TrialRecord) -> dict[str, str]:
    return {"name_en": record.sponsor.name, "agency_class": record.sponsor.agency_class}
