"""Where the texts of a trial's content stand on its page, and how another text is put there.

Names shared with other pages (sponsor, conditions, places, the disclaimer) stand on no page.
"""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from modeltranslation.utils import build_localized_fieldname

from editorial.content import CHINESE, ENGLISH, LANGUAGES
from trials.keys import KEYED, keyed_rows
from trials.translating.locked import changed, is_locked, is_the_registrys
from trials.translating.pins import hold, repin

FACT_WORDS = {"facts.why_stopped": "why_stopped"}


def texts_of(page: Any) -> Iterator[tuple[str, Any, str]]:
    """Every text that stands on the page itself: its place, the page or row that holds it, its field."""
    said = {name: place for place, name in FACT_WORDS.items()}
    for name in page.WORDS:
        yield said.get(name, name), page, name
    for relation, row in keyed_rows(page):
        for name in getattr(row, "WORDS", ()):
            yield f"{relation}.{row.key}.{name}", row, name


def can_write(page: Any, place: str) -> bool:
    """Whether the text at `place` of the page's content stands on this very page."""
    try:
        stands_at(page, place)
    except LookupError:
        return False
    return True


def write(page: Any, place: str, lang: str, text: str) -> None:
    """Put `text` at a place of a trial page ("criteria.i3.text"), in memory only.

    Chinese counts from here on as made from the English beside it, and as worded by a person. Raises
    LookupError for a place or language unknown, ValidationError for a text its column has no room for
    and for another English than the registry's where its wording is locked.
    """
    holder, name = stands_at(page, place)
    if lang == ENGLISH:
        _require_unlocked(page, place, holder, name, text)
        hold(holder, name)
    write_column(holder, name, lang, text)
    if lang == CHINESE:
        repin(holder, name)
        holder.made_by = {other: maker for other, maker in holder.made_by.items() if other != name}


def note_made_from(page: Any, place: str, english: str) -> None:
    """The Chinese at a place was made from this English; in memory only. Raises LookupError."""
    holder, name = stands_at(page, place)
    holder.translated_from = {**holder.translated_from, name: english}


def _require_unlocked(page: Any, place: str, holder: Any, name: str, text: str) -> None:
    if not is_locked(holder, name, ENGLISH) or not holder.registry_text:
        return
    if not is_the_registrys(text, holder.registry_text):
        label = page.labels(page.build_content())
        raise ValidationError(changed(label(place), holder.registry_text))


def write_column(holder: models.Model, name: str, lang: str, text: str) -> None:
    """Set one language of the translated field `name`; raises as `write` does."""
    if lang not in LANGUAGES:
        raise LookupError(lang)
    column = build_localized_fieldname(name, lang)
    field = holder._meta.get_field(column)
    one_line = not isinstance(field, models.TextField)
    setattr(holder, column, field.clean(" ".join(text.split()) if one_line else text, holder))


def stands_at(page: Any, place: str) -> tuple[Any, str]:
    """The page or the row of it that holds the text, and the name of its field."""
    name = FACT_WORDS.get(place, place)
    if name in page.WORDS and place not in FACT_WORDS.values():
        return page, name
    field, _dot, within = place.partition(".")
    key, _dot, name = within.partition(".")
    rows = [row for row in _rows(page, field) if row.key == key] if key else []
    if len(rows) != 1 or name not in getattr(rows[0], "WORDS", ()):
        raise LookupError(place)
    return rows[0], name


def _rows(page: Any, field: str) -> list[Any]:
    # Not all(): on a page read from its tables, that gives new objects each time it is asked.
    return getattr(page, field).get_object_list() if field in KEYED else []
