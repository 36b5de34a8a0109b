"""Three-way merge of a list of rows: the registry's as it was and as it is, and the editors'."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from trials.drafting.columns import merge_group, row_name, values
from trials.drafting.draft import LISTS, Draft
from trials.drafting.fitting import shown
from trials.drafting.lists import DraftRow, RowList
from trials.drafting.pairing import pair
from trials.drafting.weaving import weave
from trials.rows import in_order


def merge_lists(page: Any, *, base: Draft, theirs: Draft) -> Iterator[str]:
    """Merge every list of the page in memory; yields a sentence per row of editors left alone."""
    for each in LISTS:
        name = each.relation
        merging = Merging(each, base.rows[name], theirs.rows[name], in_order(getattr(page, name)))
        rows = merging.merged()
        for number, row in enumerate(rows):
            row.sort_order = number
        setattr(page, name, rows)
        yield from merging.told


class Merging:
    """One list while it is merged. Rows are known by their place in `pool`: first ours, then the new ones."""

    def __init__(
        self, rows_of: RowList, base: Sequence[DraftRow], theirs: Sequence[DraftRow], ours: Sequence[Any]
    ) -> None:
        self.of, self.base, self.theirs = rows_of, base, theirs
        self.pool, self.number_of_ours = list(ours), len(ours)
        self.told: list[str] = []
        said, saying = [row.saying for row in base], [row.saying for row in theirs]
        says = [rows_of.says(row) for row in ours]
        self.later = pair(said, saying, alike=rows_of.alike)
        self.earlier = {other: one for one, other in self.later.items()}
        self.standing = pair(said, says, alike=rows_of.alike)
        # A row an editor wrote is the registry's only if it says exactly the same: a likeness
        # would keep a new criterion off the page.
        taken = set(self.standing.values())
        loose = [place for place in range(len(says)) if place not in taken]
        added = [place for place in range(len(saying)) if place not in self.earlier]
        found = pair([saying[place] for place in added], [says[place] for place in loose], alike=False)
        self.same = {added[one]: loose[other] for one, other in found.items()}

    def merged(self) -> list[Any]:
        """The rows in their order, changed in place or new."""
        theirs = [place for place in map(self._place, range(len(self.theirs))) if place is not None]
        ours = list(range(self.number_of_ours))
        order = weave(ours, theirs) if self._moved() else weave(theirs, ours)
        dropped = self._dropped()
        dropped -= set(self._needed(order, dropped, set(theirs)))
        for place in sorted(self._gone() - dropped):
            self._leave(self.pool[place])
        return [self.pool[place] for place in order if place not in dropped]

    def _place(self, position: int) -> int | None:
        """Where in the pool a row of the registry stands now; None where editors had taken it out."""
        newest = self.theirs[position]
        former = self.earlier.get(position)
        if former is None:
            place = self.same.get(position)
            return self._new(newest) if place is None else self._refreshed(place, newest)
        if former in self.standing:
            return self._follow(self.standing[former], self.base[former], newest)
        self._tell_absent(self.base[former], newest)
        return None

    def _new(self, newest: DraftRow) -> int:
        self.pool.append(self.of.make(newest.columns))
        return len(self.pool) - 1

    def _follow(self, place: int, former: DraftRow, newest: DraftRow) -> int:
        row = self.pool[place]
        before = self.of.before(row, former.columns)
        for name in self.of.merged:
            self.told += merge_group(row, [name], before, newest.columns)
        return self._refreshed(place, newest)

    def _refreshed(self, place: int, newest: DraftRow) -> int:
        for name in self.of.refreshed:
            setattr(self.pool[place], name, newest.columns[name])
        return place

    def _tell_absent(self, former: DraftRow, newest: DraftRow) -> None:
        if any(former.columns[name] != newest.columns[name] for name in self.of.merged):
            self.told.append(
                _("%(row)s: editors had taken it out, so it stays out; the registry now says “%(registry)s”")
                % {"row": self.of.model._meta.verbose_name, "registry": shown(newest.saying.text)}
            )

    def _moved(self) -> bool:
        """Whether editors put the registry's rows into an order of their own."""
        places = [self.standing[position] for position in sorted(self.standing)]
        return places != sorted(places)

    def _gone(self) -> set[int]:
        """Places of rows that the registry had and has no longer."""
        return {place for position, place in self.standing.items() if position not in self.later}

    def _dropped(self) -> set[int]:
        """Those of them that nobody has worked on."""
        former = {place: self.base[position] for position, place in self.standing.items()}
        return {place for place in self._gone() if not self._is_touched(self.pool[place], former[place])}

    def _is_touched(self, row: Any, former: DraftRow) -> bool:
        names = self.of.merged
        return values(row, names) != [former.columns[name] for name in names] or any(
            getattr(row, name) for name in self.of.written
        )

    def _needed(self, order: list[int], dropped: set[int], registered: set[int]) -> Iterator[int]:
        """Rows under which one stays that only editors hold: alone it would belong to another criterion."""
        for position, place in enumerate(order):
            if place in dropped and hasattr(self.pool[place], "level"):
                below = self._below(order, position)
                if any(each not in dropped and each not in registered for each in below):
                    yield place

    def _below(self, order: list[int], position: int) -> Iterator[int]:
        level = self.pool[order[position]].level
        for place in order[position + 1 :]:
            if self.pool[place].level <= level:
                return
            yield place

    def _leave(self, row: Any) -> None:
        self.told.append(
            _("%(what)s: no longer in the registry; “%(ours)s” was kept because editors worked on it")
            % {"what": row_name(row), "ours": shown(self.of.says(row).text)}
        )
        self.of.leave(row)
