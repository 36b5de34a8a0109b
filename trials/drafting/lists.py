"""The lists of rows that a registry record fills, and how a row of each is told from the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db import models

from trials.drafting import criteria
from trials.drafting.fitting import fitting
from trials.drafting.pairing import Saying
from trials.labels import CriterionSource
from trials.models import ContactRow, CriterionRow, InterventionRow, SourceRow
from trials.registry.records import TrialRecord

RECORD_ADDRESS = "https://clinicaltrials.gov/study/%s"
RECORD_TITLE = {"en": "ClinicalTrials.gov record %s", "zh_hans": "ClinicalTrials.gov登记记录 %s"}
LONGEST_TELEPHONE = 60


@dataclass(frozen=True)
class DraftRow:
    """One row as the registry alone would have it: what it says, and its columns."""

    saying: Saying
    columns: Mapping[str, Any]


class RowList:
    """One list of a trial page.

    `merged` columns follow the registry until an editor changes one, `refreshed` ones always do; something
    in a `written` one, which only people fill, keeps a row that the registry dropped. With `alike`, a
    reworded row is still the same row. `words` is the column of `read` that a row is recognised by.
    """

    relation: ClassVar[str]
    model: ClassVar[type[models.Model]]
    bounds: ClassVar[type[models.Model] | None] = None
    """The model whose columns `read` fills, where it is not the row's own."""
    words: ClassVar[str]
    merged: ClassVar[tuple[str, ...]] = ()
    refreshed: ClassVar[tuple[str, ...]] = ()
    written: ClassVar[tuple[str, ...]] = ()
    alike: ClassVar[bool] = False

    def drafted(self, record: TrialRecord, today: date, cut: list[str]) -> tuple[DraftRow, ...]:
        """The rows of a record, over-long texts cut as `cut` then tells."""
        fitted = (fitting(self.bounds or self.model, each, cut) for each in self.read(record, today))
        return tuple(DraftRow(Saying(each[self.words], each.get("group", "")), each) for each in fitted)

    def read(self, record: TrialRecord, today: date) -> Iterator[Mapping[str, Any]]:
        """The columns of each row."""
        raise NotImplementedError

    def says(self, row: Any) -> Saying:
        """What a row of the page says, by which it is found again."""
        raise NotImplementedError

    def before(self, row: Any, former: Mapping[str, Any]) -> Mapping[str, Any]:
        """The columns the registry gave a row, from its former record read today."""
        return former

    def make(self, columns: Mapping[str, Any]) -> Any:
        return self.model(**columns)

    def leave(self, row: Any) -> None:
        """Mark a row that stays although the registry dropped it."""


class Criteria(RowList):
    relation, model, words = "criteria", CriterionRow, "text_en"
    merged = ("group", "level", "ordered", "text_en")
    refreshed = ("registry_text",)
    written = ("text_zh_hans", "note_en", "note_zh_hans")
    alike = True

    def before(self, row: Any, former: Mapping[str, Any]) -> Mapping[str, Any]:
        # A later release may read the same record otherwise; what the row was given stands in the row.
        return {**former, "text_en": row.registry_text or former["text_en"]}

    def read(self, record: TrialRecord, today: date) -> Iterator[Mapping[str, Any]]:
        for row in criteria.rows_of(record.criteria):
            yield {
                "group": row.group,
                "level": row.level,
                "ordered": row.ordered,
                "source": CriterionSource.REGISTRY.value,
                "text_en": row.text,
                "registry_text": row.text,
            }

    def says(self, row: Any) -> Saying:
        return Saying(row.registry_text or row.text_en, row.group)

    def leave(self, row: Any) -> None:
        row.registry_text = ""
        if row.source == CriterionSource.REGISTRY:
            row.source = CriterionSource.EDITORS.value


class Interventions(RowList):
    relation, model, words = "interventions", InterventionRow, "name_en"
    merged = ("type", "name_en")
    written = ("name_zh_hans",)
    alike = True

    def read(self, record: TrialRecord, today: date) -> Iterator[Mapping[str, Any]]:
        for each in record.interventions:
            if each.name or each.type:
                yield {"type": each.type, "name_en": each.name}

    def says(self, row: Any) -> Saying:
        return Saying(row.name_en)


class Contacts(RowList):
    """Telephones for the whole trial; those of a site stand with the site."""

    relation, model, words = "contacts", ContactRow, "telephone"
    merged = ("role",)
    written = ("checked_on",)

    def read(self, record: TrialRecord, today: date) -> Iterator[Mapping[str, Any]]:
        told = dict.fromkeys((each.role, telephone(each)) for each in record.contacts if not each.site_key)
        for role, number in told:
            yield {"role": role, "telephone": number}

    def says(self, row: Any) -> Saying:
        return Saying(row.telephone)


class Sources(RowList):
    """The registry's record itself; the day it was read moves on with each record that changes the page."""

    relation, model, words = "sources", SourceRow, "url"
    refreshed = ("accessed_on",)

    def read(self, record: TrialRecord, today: date) -> Iterator[Mapping[str, Any]]:
        if not record.raw:
            return
        url = RECORD_ADDRESS % record.trial_id
        titles = {f"title_{lang}": title % record.trial_id for lang, title in RECORD_TITLE.items()}
        pinned = {"title": titles["title_en"]}
        yield {**titles, "translated_from": pinned, "url": url, "accessed_on": today}

    def says(self, row: Any) -> Saying:
        return Saying(row.url)


def telephone(contact: Any) -> str:
    """The number with its extension, as far as the two fit."""
    whole = f"{contact.phone} ext. {contact.extension}" if contact.extension else contact.phone
    return whole if len(whole) <= LONGEST_TELEPHONE else contact.phone
