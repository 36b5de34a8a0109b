"""The columns of a trial page that a registry record fills; the lay texts are left to people."""

from collections.abc import Mapping
from typing import Any

from trials.labels import AgeUnit, FactKind
from trials.registry.dates import Age, Milestone, PartialDate
from trials.registry.records import TrialRecord

LONGEST_TITLE = 255
TOGETHER = (
    ("title",),
    ("headline_en",),
    ("official_title_en",),
    ("study_type",),
    ("phases",),
    ("status", "status_date"),
    ("why_stopped_en",),
    ("enrolment", "enrolment_kind"),
    ("minimum_age", "minimum_age_unit"),
    ("maximum_age", "maximum_age_unit"),
    ("sex",),
    ("healthy_volunteers",),
    ("start_date", "start_date_kind"),
    ("primary_completion_date", "primary_completion_date_kind"),
    ("completion_date", "completion_date_kind"),
    ("criteria_understood",),
)
"""Columns that say one thing: an editor's status is never given the registry's date."""


def columns_of(record: TrialRecord) -> Mapping[str, Any]:
    """Every column of TOGETHER, in the page's own codes; what the registry does not say is empty."""
    return {
        # The internal name of the page; readers see the headline.
        "title": f"{record.trial_id} {record.brief_title}".strip()[:LONGEST_TITLE],
        "headline_en": record.brief_title,
        "official_title_en": record.official_title,
        "study_type": record.study_type,
        "phases": list(record.phases),
        "status": record.status,
        "status_date": day_of(record.last_update),
        "why_stopped_en": record.why_stopped,
        "enrolment": record.enrolment,
        "enrolment_kind": kind_of(record.enrolment_kind),
        **_age("minimum_age", record.minimum_age),
        **_age("maximum_age", record.maximum_age),
        "sex": record.sex,
        "healthy_volunteers": record.healthy_volunteers,
        **_milestone("start_date", record.start),
        **_milestone("primary_completion_date", record.primary_completion),
        **_milestone("completion_date", record.completion),
        "criteria_understood": record.criteria.understood,
    }


def day_of(date: PartialDate | None) -> str:
    """As precise as the registry gives it, "" where it gives none."""
    return date.isoformat() if date else ""


def kind_of(code: str) -> str:
    """ACTUAL or ESTIMATED; a kind invented since is left unsaid, the raw record keeps it."""
    return code if code in FactKind.values else ""


def _age(column: str, age: Age | None) -> dict[str, Any]:
    unit = age.unit.lower().removesuffix("s") if age else ""
    return {column: age.number if age else None, f"{column}_unit": unit if unit in AgeUnit.values else ""}


def _milestone(column: str, milestone: Milestone | None) -> dict[str, str]:
    return {
        column: day_of(milestone.on) if milestone else "",
        f"{column}_kind": kind_of(milestone.kind) if milestone else "",
    }
