"""Which input of the editing screen stands for a place of a content, so that a link can lead there."""

from functools import cached_property
from typing import Any

from editorial.findings import Finding

COLUMN = {"en": "en", "zh-hans": "zh_hans", "": "en"}
LISTS = {"conditions": "condition_rows", "collaborators": "collaborator_rows"}
SITES = "id_sites"
"""Given by the template of the sites' panel to its link: sites have a screen of their own."""


class Fields:
    """The inputs of one form; new rows are found by the keys they were given in memory."""

    def __init__(self, form: Any) -> None:
        self._form = form

    def id_of(self, finding: Finding) -> str:
        """The id of the input a finding speaks of; "" where no input of this screen can mend it."""
        field, within = finding.field, finding.place
        if field == "facts":
            field, within = within, ""
        field = LISTS.get(field, field)
        if field == "sites" or within.startswith("sites."):
            return SITES
        if field in self._form.formsets:
            return self._in_list(field, within, finding.language)
        return _id_in(self._form, field, finding.language)

    def _in_list(self, name: str, within: str, language: str) -> str:
        formset = self._form.formsets[name]
        key, _dot, part = within.partition(".")
        row = self._rows.get(f"{name}.{key}")
        if row is None and key.isdecimal() and int(key) < len(formset.forms):
            row = formset.forms[int(key)]
        if row is not None:
            return _id_in(row, part or "text", language) or _first_id(row)
        # A contact that came with a site of the registry.
        return SITES if key and name == "contacts" else f"id_{formset.prefix}-ADD"

    @cached_property
    def _rows(self) -> dict[str, Any]:
        return {
            f"{name}.{row.instance.key}": row
            for name, formset in self._form.formsets.items()
            for row in formset.forms
            if getattr(row.instance, "key", "")
        }


def _id_in(form: Any, name: str, language: str) -> str:
    for candidate in (f"{name}_{COLUMN[language]}", name, f"{name}_date"):
        if candidate in form.fields:
            # A chooser and a list of ticks have no one input to be labelled.
            return form[candidate].id_for_label or form[candidate].auto_id
    return ""


def _first_id(row: Any) -> str:
    return next((field.auto_id for field in row if not field.is_hidden), "")
