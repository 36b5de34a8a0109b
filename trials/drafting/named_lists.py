"""Lists of rows that name something: numbers in registries, conditions, collaborators."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from trials.drafting import names
from trials.drafting.lists import RowList
from trials.drafting.pairing import Saying
from trials.labels import Registry
from trials.models import (
    CollaboratorRow,
    Condition,
    ConditionRow,
    IdentifierRow,
    Organisation,
)
from trials.registry.records import Identifier, TrialRecord

BY_CODE = {
    "ctgov": Registry.CTGOV,
    "EUDRACT_NUMBER": Registry.EUDRACT,
    "CTIS": Registry.CTIS,
}
BY_SHAPE = (
    (re.compile(r"ChiCTR[-0-9A-Z]+", re.IGNORECASE), Registry.CHICTR),
    (re.compile(r"CTR[0-9]{8}", re.IGNORECASE), Registry.CDE),
)


class Identifiers(RowList):
    relation, model, words = "identifiers", IdentifierRow, "value"
    merged = ("registry",)

    def read(self, record: TrialRecord, today: date) -> Iterator[Mapping[str, Any]]:
        for each in _each_once(record.identifiers, lambda each: each.value):
            yield {"registry": registry_of(each).value, "value": each.value}

    def says(self, row: Any) -> Saying:
        return Saying(row.value)


class Conditions(RowList):
    relation, model, words = "condition_rows", ConditionRow, "name_en"
    bounds = Condition

    def read(self, record: TrialRecord, today: date) -> Iterator[Mapping[str, Any]]:
        for name in _each_once(record.conditions, lambda name: name):
            yield {"name_en": name}

    def says(self, row: Any) -> Saying:
        return Saying(row.condition.name_en if row.condition else "")

    def make(self, columns: Mapping[str, Any]) -> ConditionRow:
        return ConditionRow(condition=names.condition(**columns))


class Collaborators(RowList):
    relation, model, words = "collaborator_rows", CollaboratorRow, "name_en"
    bounds = Organisation

    def read(self, record: TrialRecord, today: date) -> Iterator[Mapping[str, Any]]:
        for each in _each_once(record.collaborators, lambda each: each.name):
            yield {"name_en": each.name, "agency_class": each.agency_class}

    def says(self, row: Any) -> Saying:
        return Saying(row.organisation.name_en if row.organisation else "")

    def make(self, columns: Mapping[str, Any]) -> CollaboratorRow:
        return CollaboratorRow(organisation=names.organisation(**columns))


def registry_of(identifier: Identifier) -> Registry:
    """The registry a number belongs to: by the registry's own code, else by the number's shape."""
    if identifier.kind == "org":
        return Registry.SPONSOR
    by_shape = (registry for shape, registry in BY_SHAPE if shape.fullmatch(identifier.value))
    return BY_CODE.get(identifier.registry) or next(by_shape, Registry.OTHER)


def _each_once(rows: Iterable[Any], name: Any) -> Iterator[Any]:
    met: set[str] = set()
    for row in rows:
        if (word := name(row).casefold()) not in met:
            met.add(word)
            yield row
