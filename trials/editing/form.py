"""The form of a trial page: keys for rows, and values of rows that no form carries."""

import copy
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from trials.editing.locking import refuse_reworded
from trials.editing.widgets import PhasesField
from trials.keys import KEYED, give_keys, is_given, last_numbers
from trials.labels import Phase
from trials.places import Stored
from trials.translating.earlier import Held, recall
from trials.translating.pins import pin
from trials.translating.provenance import worded_by_hand
from trials.translating.reused import FROM_MEMORY, note_reused
from trials.translating.staleness import keep_ticked

STILL_RIGHT = "still_right"
"""Name of the tick boxes beside stale Chinese, outside the form's own fields."""


class TrialPageForm(WagtailAdminPageForm):
    phases = PhasesField(label=_("Phases"), required=False, choices=Phase.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.former = copy.copy(self.instance)
        self.given = last_numbers(self.instance)
        self.former_rows = {name: _by_key(getattr(self.instance, name).all()) for name in KEYED}
        if "phases" in self.fields:
            self.fields["phases"].offer(self.instance.phases)
        if "trial_id" in self.fields and self.instance.first_published_at:
            # The address of every edition so far holds the id.
            self.fields["trial_id"].disabled = True

    def clean_trial_id(self) -> str:
        # The address is the id in lower case, so ids that differ in case only are one id.
        trial_id = self.cleaned_data["trial_id"]
        others = type(self.instance).objects.exclude(pk=self.instance.pk)
        if others.filter(trial_id__iexact=trial_id).exists():
            field = self.instance._meta.get_field("trial_id")
            raise ValidationError(field.error_messages["unique"])
        return trial_id

    def is_valid(self) -> bool:
        # The rows' own forms know nothing of the page and its record.
        return super().is_valid() and not refuse_reworded(self)

    @property
    def sites(self) -> list[Stored]:
        """Handed to the form of each contact, which may belong to one of them."""
        return self.instance.sites

    def save(self, commit: bool = True) -> Any:
        page = super().save(commit=False)
        self.settle(page)
        if commit:
            page.save()
            self.save_m2m()
        return page

    def settle(self, page: Any) -> None:
        """Give the page in memory what no form carries: keys, pins, values of rows that are not shown."""
        for name in KEYED:
            for row in getattr(page, name).all():
                self._bring_back(row, self.former_rows[name])
        give_keys(page)
        self._pin(page)
        keep_ticked(page, self._sent(STILL_RIGHT))
        note_reused(page, self._sent(FROM_MEMORY))

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        """Also the keys just given, so that the next save from the open editor sends them along."""
        updates = super().get_field_updates_for_resave()
        for name in KEYED:
            for form in self.formsets[name].forms:
                if form.instance.key and form.data.get(form.add_prefix("key"), "") != form.instance.key:
                    updates.append((form.add_prefix("key"), form.instance.key))
        return updates

    def _sent(self, name: str) -> list[str]:
        """What stands beside the form's own fields; code may fill a form from a plain dict."""
        return self.data.getlist(name) if isinstance(self.data, MultiValueDict) else []

    def _bring_back(self, row: Any, former_rows: dict[str, Any]) -> None:
        former = former_rows.get(row.key)
        if former is None and not is_given(row.key, self.given):
            row.key = ""
        for name in row.UNSEEN if former is not None else ():
            setattr(row, name, getattr(former, name))

    def _pin(self, page: Any) -> None:
        held = [Held("", page, self.former), *self._translated_rows(page)]
        for each in held:
            pin(each.holder, former=each.former)
            worded_by_hand(each.holder, former=each.former)
        recall(page, held)

    def _translated_rows(self, page: Any) -> Iterator[Held]:
        for name in KEYED:
            for row in getattr(page, name).all():
                if hasattr(row, "translated_from"):
                    yield Held(name, row, self.former_rows[name].get(row.key))


def _by_key(rows: Any) -> dict[str, Any]:
    """Copies of rows as they were before the form changed them, by key."""
    return {row.key: copy.copy(row) for row in rows if row.key}
