"""The Chinese texts of a trial page put right, where this save changed them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from editorial.content import CHINESE
from trials.building import tidy
from trials.labels import CriterionSource
from trials.translating.pins import CHINESE_SUFFIX
from trials.typography.text import Correction, put_right_text
from trials.writing import texts_of, write_column


@dataclass(frozen=True)
class Change:
    """One text of the page: as it was typed, as it stands now, and each stretch that differs."""

    place: str
    typed: str
    now: str
    corrections: tuple[Correction, ...]


def chinese_of(page: Any) -> dict[str, str]:
    """Every Chinese text of the page by its place, line ends and outer space made the same."""
    return {place: text for place, _holder, _name, text in _chinese_texts(page)}


def put_right(page: Any, former: Mapping[str, str]) -> list[Change]:
    """Put right, in memory, each Chinese text that is not in `former` as it stands; what was changed.

    Official Chinese stays as it was published, and what somebody brought back stays as typed.
    """
    changes = []
    for place, holder, name, text in _chinese_texts(page):
        if text == former.get(place, "") or _is_locked(holder, name) or _is_as_typed(holder, name, text):
            continue
        now, corrections = put_right_text(text, names=page.foreign_words.splitlines())
        if corrections:
            write_column(holder, name, CHINESE, now)
            changes.append(Change(place, text, now, corrections))
    return changes


def _chinese_texts(page: Any) -> Iterator[tuple[str, Any, str, str]]:
    for place, holder, name in texts_of(page):
        yield place, holder, name, tidy(getattr(holder, name + CHINESE_SUFFIX))


def _is_locked(holder: Any, name: str) -> bool:
    return name == "text" and getattr(holder, "source", "") == CriterionSource.OFFICIAL


def _is_as_typed(holder: Any, name: str, text: str) -> bool:
    return tidy(holder.as_typed.get(name)) == text
