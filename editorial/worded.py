"""Changed facts in words: what a reviewer compares with the source, one row per fact or per row of facts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.changes import FactChange, fact_changes
from editorial.content import SignedContent

ORDER = "[]"
MOST_FOLDED = 5
"""Changes among names by the hundred that are still told one by one."""


@dataclass(frozen=True)
class FactRow:
    """One line to compare: what a fact was and is, in words; "" on the side where nothing stood."""

    label: str
    before: str
    after: str
    changes: tuple[FactChange, ...]
    is_asked: bool = True
    """Whether whoever signs answers for it; False where the row has a text, which is asked about itself."""


def changed_facts(page: Any, before: SignedContent | None, after: SignedContent) -> list[FactRow]:
    """The facts that differ, in words; a row that is new or gone is told as one."""
    return list(Telling(page, before, after).rows()) if before else []


def facts_in_words(page: Any, content: SignedContent) -> list[tuple[str, str]]:
    """Every fact of a page by name; names by the hundred are left to their own list."""
    label = page.labels(content)
    facts = ((place, page.fact_words(place, value, label)) for place, value in content.every_fact())
    apart = {*page.folded_places, *page.told_by_layout}
    shown = ((place, words) for place, words in facts if words and _field_of(place) not in apart)
    return [(label(place), words) for place, words in shown if not place.endswith(ORDER)]


class Telling:
    """Tells the fact changes between two contents of one page."""

    def __init__(self, page: Any, before: SignedContent, after: SignedContent) -> None:
        self.page, self.changes = page, list(fact_changes(before, after))
        self._stood, self._stands = page.labels(before), page.labels(after)
        self._whole = _rows_of(before, after) ^ _rows_of(after, before)
        texts = [pair.place for content in (before, after) for pair in content.pairs()]
        self._worded = {row_of(place) for place in texts}

    def rows(self) -> Iterator[FactRow]:
        told: set[str] = set()
        for change in self.changes:
            field = _field_of(change.place)
            row = row_of(change.place)
            name = field if _is_folded(self.page, change.place) else row if row in self._whole else ""
            if not name:
                yield from self._alone(change)
            elif name not in told:
                told.add(name)
                yield from self._folded(field) if name == field else self._row(row)

    def _alone(self, change: FactChange) -> Iterator[FactRow]:
        label = self._label(change)(change.place)
        if change.place.endswith(ORDER):
            if _has_moved(change):
                yield FactRow(label, "", _("in another order"), (change,))
            return
        before, after = self._stood_words(change), self._stands_words(change)
        if before != after:
            yield FactRow(label, before, after, (change,), is_asked=not self._is_unsourced(change.place))

    def _is_unsourced(self, place: str) -> bool:
        """Whether no source states it, so that nobody can compare: the page's own, and marks of a row."""
        return place in self.page.unsourced or place.rpartition(".")[2] in self.page.unsourced

    def _row(self, row: str) -> Iterator[FactRow]:
        """A row that is new or gone, its facts in one line."""
        changes = tuple(each for each in self.changes if row_of(each.place) == row)
        sides = (map(self._stood_words, changes), map(self._stands_words, changes))
        told = [" · ".join(filter(None, side)) for side in sides]
        is_shown = row in self._worded and _field_of(row) in self.page.told_by_layout
        if any(told) and not is_shown:
            label = self._label(changes[0])(row)
            yield FactRow(label, *told, changes, is_asked=row not in self._worded)

    def _folded(self, field: str) -> Iterator[FactRow]:
        """Changes among names by the hundred: one by one while they are few, else counted."""
        changes = [each for each in self.changes if each.place.startswith((f"{field}.", f"{field}{ORDER}"))]
        rows = {row_of(each.place) for each in changes if not each.place.endswith(ORDER)}
        if len(rows) <= MOST_FOLDED and not rows & self._whole:
            yield from (row for change in changes for row in self._alone(change))
            return
        new = {row_of(each.place) for each in changes if each.before is None} & self._whole
        gone = rows & self._whole - new
        counted = (
            ngettext("%(number)d added", "%(number)d added", len(new)) % {"number": len(new)},
            ngettext("%(number)d removed", "%(number)d removed", len(gone)) % {"number": len(gone)},
            ngettext("%(number)d changed", "%(number)d changed", len(rows - new - gone))
            % {"number": len(rows - new - gone)},
        )
        yield FactRow(str(self.page.folded_places[field]), "", " · ".join(counted), tuple(changes))

    def _label(self, change: FactChange) -> Callable[[str], str]:
        return self._stood if change.after is None else self._stands

    def _stood_words(self, change: FactChange) -> str:
        return self.page.fact_words(change.place, change.before, self._stood)

    def _stands_words(self, change: FactChange) -> str:
        return self.page.fact_words(change.place, change.after, self._stands)


def row_of(place: str) -> str:
    """ "contacts.c1" for "contacts.c1.telephone"; a place that is in no row stays as it is."""
    return ".".join(place.split(".")[:2])


def _rows_of(content: SignedContent, other: SignedContent) -> set[str]:
    """Every row of every list, as "contacts.c1", and each fact of several parts that `other` leaves empty."""
    facts = dict(content.every_fact())
    empty = {place for place, value in other.every_fact() if value is None}
    rows = {
        f"{place.removesuffix(ORDER)}.{key}"
        for place, keys in facts.items()
        if place.endswith(ORDER)
        for key in keys
    }
    return rows | ({row_of(place) for place in facts} & empty - facts.keys())


def _has_moved(change: FactChange) -> bool:
    """Whether the rows that stayed stand in another order."""
    before, after = change.before or (), change.after or ()
    return [key for key in before if key in set(after)] != [key for key in after if key in set(before)]


def _is_folded(page: Any, place: str) -> bool:
    return _field_of(place) in page.folded_places


def _field_of(place: str) -> str:
    return place.split(".")[0].removesuffix(ORDER)
