"""The texts of one trial as a translator gets them: source, today's Chinese, its state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from editorial.content import CHINESE, UNWRITTEN, Words
from editorial.models import Edition
from trials.building import text
from trials.keys import KEYED
from trials.rows import in_order
from trials.translating.locked import is_locked
from trials.translating.pins import CHINESE_SUFFIX, is_out_of_date
from trials.writing import texts_of


class State(StrEnum):
    """Codes of XLIFF 1.2, attribute `state` of `<target>`."""

    MISSING = "needs-translation"
    STALE = "needs-review-translation"
    TRANSLATED = "translated"
    SIGNED = "signed-off"
    LOCKED = "final"


@dataclass(frozen=True)
class Unit:
    """One text: its place for life ("criteria.i3.text"), both languages, and the field it is edited in."""

    place: str
    words: Words
    state: State
    holder: Any
    field_id: str
    made_from: str = ""
    """The English of before, where the Chinese was made from it and is out of date."""
    longest: int | None = None
    """Characters its column has room for; None for a text of any length and many lines."""

    @property
    def source_kind(self) -> str:
        return getattr(self.holder, "source", "")


def units_of(page: Any) -> Iterator[Unit]:
    """Every text of the page that has English, in the order of its form."""
    signed, numbers = _signed(page), _row_numbers(page)
    for place, holder, name in texts_of(page):
        words = text(holder, name)
        if not words.en:
            continue
        state = _state(holder, name, words, signed.get(place, UNWRITTEN))
        column = f"{name}{CHINESE_SUFFIX}"
        row = place.rpartition(".")[0]
        yield Unit(
            place,
            words,
            state,
            holder,
            f"id_{numbers.get(row, '')}{column}",
            made_from=holder.translated_from[name] if state is State.STALE else "",
            # None for texts, a number for lines.
            longest=holder._meta.get_field(column).max_length,
        )


def digest_of_text(words: str) -> str:
    """Stands for a text as it was, to tell later whether it is still the same; "" for none."""
    return sha256(words.encode()).hexdigest()[:16] if words else ""


def _state(holder: Any, name: str, words: Words, signed: Words) -> State:
    if not words.zh_hans:
        return State.MISSING
    if is_locked(holder, name, CHINESE):
        return State.LOCKED
    if is_out_of_date(holder, name):
        return State.STALE
    return State.SIGNED if words == signed else State.TRANSLATED


def _signed(page: Any) -> Mapping[str, Words]:
    """The texts readers have now, by place."""
    edition = Edition.objects.in_force().filter(page_id=page.pk).first()
    return {pair.place: pair.words for pair in edition.load().pairs()} if edition else {}


def _row_numbers(page: Any) -> dict[str, str]:
    """The prefix of each row's fields on the editing screen, by the row's place ("criteria.i3")."""
    return {
        f"{name}.{row.key}": f"{name}-{number}-"
        for name in KEYED
        for number, row in enumerate(in_order(getattr(page, name)))
    }
