"""Refuses a form in which words that count as the registry's are not the registry's, at their row."""

from collections.abc import Iterator
from typing import Any

from editorial.content import UNWRITTEN
from trials.content import Criterion
from trials.reviewing.places import criterion_labels
from trials.translating.locked import fault


def refuse_reworded(form: Any) -> bool:
    """Put an error beside each such text of the edit form; whether there was any."""
    rows = sorted(_typed(form.formsets["criteria"].forms), key=lambda row: row.cleaned_data["ORDER"] or 0)
    names = criterion_labels([_as_seen(row) for row in rows])
    known = {key: former.registry_text for key, former in form.former_rows["criteria"].items()}
    found = False
    for row in rows:
        wrong = fault(
            source=row.cleaned_data["source"],
            english=row.cleaned_data["text_en"],
            registry_text=known.get(row.cleaned_data["key"], ""),
            has_record=form.instance.registry_record_id is not None,
            place=names[row.prefix],
        )
        if wrong:
            row.add_error("text_en", wrong)
            found = True
    return found


def _typed(forms: Any) -> Iterator[Any]:
    """The rows that are filled in, as far as they can be judged: an error elsewhere in a row speaks first."""
    for row in forms:
        cleaned = row.cleaned_data
        if not row.errors and cleaned and not cleaned["DELETE"]:
            yield row


def _as_seen(row: Any) -> Criterion:
    cleaned = row.cleaned_data
    return Criterion(row.prefix, cleaned["group"], int(cleaned["level"]), False, cleaned["source"], UNWRITTEN)
