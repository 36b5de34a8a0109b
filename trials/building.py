"""From a trial page in memory to its canonical content; the same page always gives the same bytes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import models

from editorial.content import LANGUAGES, UNWRITTEN, Words
from editorial.models import Disclaimer as DisclaimerVersion
from trials import content as c
from trials import writing
from trials.glossary.explaining import english_of, explanations
from trials.glossary.in_use import glossary_in_use, rows_explained
from trials.labels import CriterionGroup, Registry
from trials.passages.repeated import passages_in
from trials.places import PlaceNames, contacts_of, sites_of
from trials.rows import in_order
from trials.tidy import tidy

GROUP_ORDER = {group: number for number, group in enumerate(CriterionGroup.values)}
RECORD_ADDRESS = {Registry.CTGOV: "https://clinicaltrials.gov/study/{trial_id}"}


def build(page: Any) -> c.TrialContent:
    """Everything the page says, both languages, from this object and its rows as they stand in memory."""
    names = PlaceNames(page.sites)
    content = c.TrialContent(
        schema=c.TrialContent.current_schema,
        path=page.signed_path,
        languages=LANGUAGES,
        trial_id=page.trial_id,
        identifiers=tuple(c.Identifier(row.registry, row.value) for row in in_order(page.identifiers)),
        facts=_facts(page),
        sponsor=_organisation(page.sponsor),
        collaborators=tuple(_organisation(row) for row in named(page.collaborator_rows, "organisation")),
        conditions=tuple(c.Condition(text(row, "name")) for row in named(page.condition_rows, "condition")),
        interventions=tuple(
            c.Intervention(row.key, row.type, text(row, "name")) for row in in_order(page.interventions)
        ),
        **{name: text(page, name) for name in page.WORDS if name != "why_stopped"},
        taking_part=_steps(page.taking_part),
        how_to_participate=_steps(page.how_to_participate),
        criteria=_criteria(page),
        sites=sites_of(page.sites, names),
        contacts=(*_contacts(page), *contacts_of(page.sites)),
        sources=tuple(
            c.Source(row.key, text(row, "title"), row.url, iso(row.accessed_on))
            for row in in_order(page.sources)
        ),
        registry=_registry(page),
        explanations=(),
        disclaimer=_disclaimer(),
        machine_translated=tuple(made_by_machine(page)),
        asked_about=tuple(page.asked_about),
        foreign_words=tuple(name for line in page.foreign_words.splitlines() if (name := line.strip())),
    )
    return replace(content, explanations=explanations(content, glossary_in_use()))


def shared_rows(page: Any) -> list[models.Model]:
    """The rows whose words the content repeats: names, the disclaimer, the terms explained, passages."""
    rows: list[models.Model | None] = [page.sponsor, DisclaimerVersion.in_use()]
    rows += named(page.collaborator_rows, "organisation")
    rows += named(page.condition_rows, "condition")
    rows += PlaceNames(page.sites).used(page.sites)
    rows += rows_explained(english_of(page))
    rows += passages_in(page)
    return [row for row in rows if row is not None]


def named(rows: Any, relation: str) -> list[Any]:
    """The shared rows a list names, in one query, without the gaps left by a name deleted since."""
    ids = [key for row in in_order(rows) if (key := getattr(row, f"{relation}_id")) is not None]
    found = rows.model._meta.get_field(relation).related_model.objects.in_bulk(ids) if ids else {}
    return [found[key] for key in ids if key in found]


def text(holder: Any, name: str) -> Words:
    """Both languages of a field, line ends and outer space made the same whoever saved it."""
    return Words(en=tidy(getattr(holder, f"{name}_en")), zh_hans=tidy(getattr(holder, f"{name}_zh_hans")))


def iso(day: date | str | None) -> str:
    """A date as ISO text; forms give dates, revisions may give text."""
    return day.isoformat() if isinstance(day, date) else (day or "")


def _facts(page: Any) -> c.Facts:
    return c.Facts(
        study_type=page.study_type,
        phases=tuple(page.phases),
        status=page.status,
        status_date=page.status_date,
        why_stopped=text(page, "why_stopped"),
        enrolment=page.enrolment,
        enrolment_kind=page.enrolment_kind,
        minimum_age=_age(page.minimum_age, page.minimum_age_unit),
        maximum_age=_age(page.maximum_age, page.maximum_age_unit),
        sex=page.sex,
        healthy_volunteers=page.healthy_volunteers,
        start=_dated(page.start_date, page.start_date_kind),
        primary_completion=_dated(page.primary_completion_date, page.primary_completion_date_kind),
        completion=_dated(page.completion_date, page.completion_date_kind),
        ethics_approval=page.ethics_approval,
        ethics_version=page.ethics_version,
        ethics_date=page.ethics_date,
    )


def _age(number: int | None, unit: str) -> c.Age | None:
    return None if number is None else c.Age(number, unit)


def _dated(day: str, kind: str) -> c.DatedFact | None:
    return c.DatedFact(day, kind) if day else None


def _organisation(row: Any) -> c.Organisation | None:
    return c.Organisation(text(row, "name"), row.agency_class) if row is not None else None


def _steps(rows: Any) -> tuple[c.Step, ...]:
    return tuple(c.Step(row.key, text(row, "time"), text(row, "text")) for row in in_order(rows))


def _criteria(page: Any) -> tuple[c.Criterion, ...]:
    # An inclusion criterion added at the end of the list belongs with the others, above the exclusions.
    rows = sorted(in_order(page.criteria), key=lambda row: GROUP_ORDER.get(row.group, len(GROUP_ORDER)))
    return tuple(
        c.Criterion(
            row.key,
            row.group,
            row.level,
            row.ordered,
            row.source,
            text(row, "text"),
            note=text(row, "note") or None,
            official_url=row.official_url,
            who_can_tell=row.who_can_tell,
            sensitive=row.sensitive,
            decisive=row.decisive,
        )
        for row in rows
    )


def made_by_machine(page: Any) -> Iterator[str]:
    """Places whose Chinese is a machine's, in reading order."""
    for place, holder, name in writing.texts_of(page):
        if holder.made_by.get(name) == "machine" and getattr(holder, f"{name}_zh_hans"):
            yield place


def _contacts(page: Any) -> Iterable[c.Contact]:
    for row in in_order(page.contacts):
        yield c.Contact(row.key, row.site, row.role, row.telephone, iso(row.checked_on))


def _registry(page: Any) -> c.Registry:
    record = page.registry_record
    name = record.registry if record else _registry_of_id(page)
    return c.Registry(
        name=name,
        url=RECORD_ADDRESS.get(name, "").format(trial_id=page.trial_id),
        processed_on=record.processed_on if record else "",
        snapshot=record.sha256 if record else "",
        criteria_understood=page.criteria_understood,
    )


def _registry_of_id(page: Any) -> str:
    known = {row.value: row.registry for row in page.identifiers.all()}
    return known.get(page.trial_id, Registry.OTHER.value)


def _disclaimer() -> c.Disclaimer:
    version = DisclaimerVersion.in_use()
    return c.Disclaimer(version.version, version.words) if version else c.Disclaimer(0, UNWRITTEN)
