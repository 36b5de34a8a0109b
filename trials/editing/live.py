"""What the checks say of a trial page as it stands in a form, saved or not, and where to mend it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.bilingual import BilingualRow
from trials.editing.fields import Fields
from trials.translating.progress import Counts, findings_of, progress_of

MOST = 100
"""Findings shown at once: a page without any Chinese has some hundreds, which say the same."""


@dataclass(frozen=True)
class Found:
    """One thing to mend, or to look at again; `field_id` is the input where, "" for none on this screen."""

    message: str
    field_id: str
    blocks: bool = True


@dataclass(frozen=True)
class Look:
    """What there is to say of a form: what keeps it from being saved, then what the checks find."""

    refused: tuple[Found, ...]
    found: tuple[Found, ...]
    counts: Counts

    @property
    def to_mend(self) -> list[Found]:
        return [*self.refused, *(each for each in self.found if each.blocks)][:MOST]

    @property
    def hints(self) -> list[Found]:
        return [each for each in self.found if not each.blocks][:MOST]

    @property
    def told(self) -> str:
        """How many things there are, in words."""
        blocking = len(self.refused) + sum(each.blocks for each in self.found)
        return replace(self.counts, blocking=blocking).findings

    @property
    def more(self) -> int:
        """How many are not shown."""
        return len(self.refused) + len(self.found) - len(self.to_mend) - len(self.hints)


def look_at(form: Any) -> Look:
    """Check the page a form speaks of; a form that cannot be saved is checked as far as it can be read."""
    page = page_in(form)
    findings = findings_of(page)
    fields = Fields(form)
    refused = tuple(_errors(form)) if form.is_bound else ()
    found = (Found(each.message, fields.id_of(each), each.blocks) for each in findings)
    return Look(
        refused=refused,
        # What the form refuses is not said a second time.
        found=tuple(each for each in found if not any(r.message.endswith(each.message) for r in refused)),
        counts=progress_of(page, findings),
    )


def page_in(form: Any) -> Any:
    """The page as the form has it, in memory; nothing is written."""
    if not form.is_bound:
        return form.instance
    form.defer_required_fields()
    if form.is_valid():
        return form.save(commit=False)
    for name, formset in form.formsets.items():
        # Wagtail stops at the first list with an error, and rows nobody looked at cannot be read.
        formset.is_valid()
        if issubclass(formset.model, BilingualRow):
            setattr(form.instance, name, _typed_rows(formset))
    form.settle(form.instance)
    return form.instance


def _typed_rows(formset: Any) -> list[Any]:
    """The rows of a list as they were typed, in their order, without those taken away."""
    rows = [row for row in formset.forms if not formset._should_delete_form(row)]
    kept = [row for row in rows if row.instance.pk or row.has_changed() or row in formset.initial_forms]
    return [row.instance for row in sorted(kept, key=_order)]


def _order(row: Any) -> int:
    order = row["ORDER"].value() if "ORDER" in row.fields else ""
    return int(order) if str(order).isdecimal() else 0


def _errors(form: Any) -> Iterator[Found]:
    yield from _errors_of(form)
    for formset in form.formsets.values():
        for error in formset.non_form_errors():
            yield Found(str(error), f"id_{formset.prefix}-ADD")
        for row in formset.forms:
            if not formset._should_delete_form(row):
                yield from _errors_of(row)


def _errors_of(form: Any) -> Iterator[Found]:
    for name, errors in form.errors.items():
        known = name in form.fields
        field_id = (form[name].id_for_label or form[name].auto_id) if known else ""
        # Labels of translated fields end in the code of their language: "text [en]".
        label = capfirst(str(form.fields[name].label or name).split(" [")[0]) if known else ""
        for error in errors:
            told = _("%(field)s: %(error)s") % {"field": label, "error": error} if label else str(error)
            yield Found(told, field_id)
