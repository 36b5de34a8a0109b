"""Pages for the tests, made as an editor makes them: in the tree, with rows, saved as revisions."""

import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from editorial.models import Disclaimer
from trials.keys import give_keys
from trials.models import (
    Condition,
    ConditionRow,
    ContactRow,
    CriterionRow,
    IdentifierRow,
    InterventionRow,
    Organisation,
    ParticipationStep,
    Place,
    RegistrySnapshot,
    SourceRow,
    TakingPartStep,
    TrialIndexPage,
    TrialPage,
)
from trials.translating.pins import pin
from trials.tree import ensure_tree

NOON = datetime(2026, 5, 15, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXTS = (
    "headline",
    "official_title",
    "summary",
    "key_points",
    "what_it_studies",
    "good_fit",
    "not_a_fit",
    "potential_benefit",
    "possible_harms",
    "not_known",
    "similar_studies",
    "costs",
    "rights",
    "seo_description",
)
SUZHOU = {
    "key": "0a1b2c3d4e5f",
    "facility": "The First Affiliated Hospital of Soochow University",
    "city": "Suzhou",
    "state": "Jiangsu",
    "zip": "215000",
    "country": "China",
    "status": "RECRUITING",
    "contacts": [{"role": "CONTACT", "telephone": "+86 512 0000 0000"}],
}
CHINESE_PLACES = (
    ("country", "China", "", "中国"),
    ("region", "Jiangsu", "China", "江苏省"),
    ("city", "Suzhou", "Jiangsu", "苏州市"),
    ("facility", "The First Affiliated Hospital of Soochow University", "", "苏州大学附属第一医院"),
)


def make_index() -> TrialIndexPage:
    """The page under which every trial stands."""
    return ensure_tree().trials


def make_disclaimer(version: int = 1) -> Disclaimer:
    return Disclaimer.objects.create(
        version=version, text_en="Not medical advice.", text_zh_hans="不是医疗建议。"
    )


def make_places() -> None:
    for kind, name, within, chinese in CHINESE_PLACES:
        Place.objects.get_or_create(
            kind=kind, registry_name=name, within=within, defaults={"name_zh_hans": chinese}
        )


def make_snapshot(trial_id: str = "NCT00000001", **protocol: Any) -> RegistrySnapshot:
    passages = {
        "identificationModule": {
            "briefTitle": "<b>UTAA17</b> in myeloma",
            "officialTitle": "A study of UTAA17",
        },
        "eligibilityModule": {"eligibilityCriteria": "Inclusion Criteria:\n\n* Adults"},
    }
    return RegistrySnapshot.objects.create(
        registry="ctgov",
        trial_id=trial_id,
        sha256="ab" * 32,
        raw=json.dumps({"protocolSection": passages | protocol}),
        processed_on="2026-05-01",
        received_at=NOON,
    )


def make_trial(*, owner: Any = None, trial_id: str = "NCT00000001", **fields: Any) -> TrialPage:
    """A draft complete in both languages, saved as a revision by `owner`; `fields` replace single values."""
    if not Disclaimer.objects.exists():
        make_disclaimer()
    make_places()
    page = unsaved_trial(trial_id=trial_id, owner=owner, **fields)
    give_keys(page)
    for holder in (page, *page.criteria.all(), *page.taking_part.all(), *page.how_to_participate.all()):
        pin(holder)
    make_index().add_child(instance=page)
    page.save_revision(user=owner, log_action=True)
    return TrialPage.objects.get(pk=page.pk)


def unsaved_trial(**fields: Any) -> TrialPage:
    """The page in memory, with a row or two in each list and no keys."""
    texts = {f"{name}_en": f"English {name}." for name in TEXTS}
    texts |= {f"{name}_zh_hans": f"中文{name}。" for name in TEXTS}
    facts = {
        "study_type": "INTERVENTIONAL",
        "phases": ["PHASE1", "PHASE2"],
        "status": "RECRUITING",
        "status_date": "2026-02-26",
        "enrolment": 15,
        "enrolment_kind": "ESTIMATED",
        "minimum_age": 18,
        "minimum_age_unit": "year",
        "sex": "ALL",
        "healthy_volunteers": False,
        "start_date": "2024-03",
        "start_date_kind": "ACTUAL",
        "completion_date": "2027-03-31",
        "completion_date_kind": "ESTIMATED",
        "sites": [SUZHOU],
    }
    sponsor, _made = Organisation.objects.get_or_create(
        name_en="PersonGen", defaults={"name_zh_hans": "博生吉", "agency_class": "INDUSTRY"}
    )
    page = TrialPage(**{"title": "UTAA17", "sponsor": sponsor, **texts, **facts, **fields})
    _add_rows(page)
    return page


def _add_rows(page: TrialPage) -> None:
    myeloma, _made = Condition.objects.get_or_create(
        name_en="Multiple myeloma", defaults={"name_zh_hans": "多发性骨髓瘤"}
    )
    page.condition_rows = [ConditionRow(condition=myeloma)]
    page.identifiers = [IdentifierRow(registry="ctgov", value=page.trial_id)]
    page.interventions = [
        InterventionRow(type="DRUG", name_en="UTAA17 injection", name_zh_hans="UTAA17注射液")
    ]
    page.taking_part = [
        TakingPartStep(time_en="Day 1", time_zh_hans="第1天", text_en="Infusion.", text_zh_hans="输注。")
    ]
    page.how_to_participate = [ParticipationStep(text_en="Ring the hospital.", text_zh_hans="给医院打电话。")]
    page.criteria = [
        CriterionRow(
            group="inclusion", level=1, text_en="Adults", text_zh_hans="成年人", registry_text="Adults"
        ),
        CriterionRow(
            group="inclusion",
            level=2,
            text_en="ECOG 0 or 1",
            text_zh_hans="ECOG 0或1",
            registry_text="ECOG: 0 or 1",
        ),
        CriterionRow(
            group="exclusion", level=1, text_en="Pregnancy", text_zh_hans="怀孕", registry_text="Preg."
        ),
    ]
    page.contacts = [
        ContactRow(role="coordinator", telephone="+86 512 1111 1111", checked_on=date(2026, 5, 1))
    ]
    page.sources = [
        SourceRow(
            title_en="Registry",
            title_zh_hans="登记处",
            url="https://example.org/a",
            accessed_on=date(2026, 5, 1),
        )
    ]
