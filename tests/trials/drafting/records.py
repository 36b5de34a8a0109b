"""A small record that tests change field by field, and the page that an import makes of it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.registry.records import minimal_study
from tests.trials.factories import make_index
from trials.drafting import Drafted, draft_trial
from trials.models import TrialPage
from trials.registry.read import read_study
from trials.registry.records import TrialRecord

SHANGHAI = ZoneInfo("Asia/Shanghai")
MAY, JUNE = datetime(2026, 5, 31, 9, tzinfo=SHANGHAI), datetime(2026, 6, 30, 9, tzinfo=SHANGHAI)
TRIAL_ID = "NCT00000001"


def record(
    *,
    trial_id: str = TRIAL_ID,
    title: str = "Drug A in lymphoma",
    official: str = "A Phase 1 Study of Drug A",
    status: str = "RECRUITING",
    updated: str = "2026-05-01",
    stopped: str | None = None,
    enrolled: int | None = 15,
    sponsor: str | None = "Acme",
    conditions: tuple[str, ...] = ("Lymphoma",),
    collaborators: tuple[str, ...] = (),
    inclusion: tuple[str, ...] = ("Adults of 18 years or more", "Written informed consent"),
    exclusion: tuple[str, ...] = ("Pregnancy or breast feeding",),
    criteria: str | None = None,
    sites: tuple[dict[str, Any], ...] = (),
    interventions: tuple[dict[str, Any], ...] = ({"type": "DRUG", "name": "Drug A"},),
    contacts: tuple[dict[str, Any], ...] = (),
    processed: str = "2026-05-02",
    **modules: Any,
) -> TrialRecord:
    """A record of API v2 JSON; `modules` add fields to those of the protocol section."""
    usual = {
        "identificationModule": {"briefTitle": title, "officialTitle": official},
        "statusModule": _without_none(
            overallStatus=status, whyStopped=stopped, lastUpdatePostDateStruct={"date": updated}
        ),
        "sponsorCollaboratorsModule": _without_none(
            leadSponsor={"name": sponsor, "class": "INDUSTRY"} if sponsor else None,
            collaborators=[{"name": name, "class": "OTHER"} for name in collaborators],
        ),
        "conditionsModule": {"conditions": list(conditions)},
        "designModule": {"enrollmentInfo": {"count": enrolled, "type": "ESTIMATED"}} if enrolled else {},
        "eligibilityModule": {
            "eligibilityCriteria": listed(inclusion, exclusion) if criteria is None else criteria,
            "minimumAge": "18 Years",
        },
        "armsInterventionsModule": {"interventions": list(interventions)},
        "contactsLocationsModule": {"locations": list(sites), "centralContacts": list(contacts)},
    }
    study = minimal_study(trial_id, **{name: {**usual[name], **modules.get(name, {})} for name in usual})
    study["protocolSection"] |= {name: modules[name] for name in modules.keys() - usual.keys()}
    study["derivedSection"] = {"miscInfoModule": {"versionHolder": processed}}
    return read_study(study)


def listed(inclusion: tuple[str, ...], exclusion: tuple[str, ...]) -> str:
    """Eligibility text; an item that begins with "> " goes under the one before it."""
    parts = ["Inclusion Criteria:", "", *map(_item, inclusion), "", "Exclusion Criteria:", ""]
    return "\n".join([*parts, *map(_item, exclusion)])


def imported(made_of: TrialRecord, *, user: Any = None, now: datetime = MAY) -> Drafted:
    return draft_trial(made_of, parent=make_index(), user=user, now=now)


def draft(trial_id: str = TRIAL_ID) -> TrialPage:
    """The page as its newest revision has it."""
    return TrialPage.objects.get(trial_id=trial_id).get_latest_revision_as_object()


def edit(user: Any, change: Any, trial_id: str = TRIAL_ID) -> TrialPage:
    """Let an editor `change` the page (a function of it) and save a revision, as the editing screen does."""
    page = draft(trial_id)
    change(page)
    if not page.live:
        page.save()
    page.save_revision(user=user)
    return page


def criteria(page: TrialPage) -> list[tuple[str, int, str]]:
    """Group, level and English of every criterion in order."""
    rows = sorted(page.criteria.all(), key=lambda row: row.sort_order)
    return [(row.group, row.level, row.text_en) for row in rows]


def criterion(page: TrialPage, key: str) -> Any:
    [row] = [row for row in page.criteria.all() if row.key == key]
    return row


def texts(page: TrialPage) -> list[str]:
    return [text for _group, _level, text in criteria(page)]


def _item(text: str) -> str:
    return f"  * {text[2:]}" if text.startswith("> ") else f"* {text}"


def _without_none(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
