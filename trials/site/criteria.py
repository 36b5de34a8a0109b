"""Criteria as the reader meets them: a tree, each with the number seen and the anchor that never changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from editorial.content import ENGLISH
from trials.content import Criterion
from trials.labels import CriterionGroup, CriterionSource, label
from trials.site.marks import Marks, at

LINKS = ("https://", "http://")
NOTHING: Marks = MappingProxyType({})


@dataclass(frozen=True)
class Item:
    anchor: str
    number: str
    """Counted when shown ("3.2"); print, page and anchor list stand in the same order."""
    text: str
    ours: bool
    """The editors' own wording among rows of the registry's."""
    official_url: str
    """Where the official Chinese can be read; "" where the Chinese is not official."""
    marks: tuple[str, ...]
    """Fixed sentences at its words, and at its note."""
    note: str
    note_marks: tuple[str, ...]
    items: tuple["Item", ...]


@dataclass(frozen=True)
class Group:
    anchor: str
    heading: str
    items: tuple[Item, ...]


def criteria_groups(rows: Sequence[Criterion], *, lang: str, marks: Marks = NOTHING) -> tuple[Group, ...]:
    """The groups that have rows, inclusion first, headed in the active language."""
    groups = []
    for code in _codes(rows):
        chosen = [row for row in rows if row.group == code]
        items = _items(chosen, lang=lang, above="", marks=marks)
        groups.append(Group(code, label(CriterionGroup, code), items))
    return tuple(groups)


def numbers_by_key(rows: Sequence[Criterion]) -> dict[str, tuple[str, str]]:
    """Group and number as readers see them ("inclusion", "3.2") by the key of each row."""
    numbers: dict[str, tuple[str, str]] = {}
    for code in _codes(rows):
        items = _items([row for row in rows if row.group == code], lang=ENGLISH, above="", marks=NOTHING)
        numbers |= {item.anchor: (code, item.number) for item in _flat(items)}
    return numbers


def _flat(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _flat(item.items)


def _codes(rows: Sequence[Criterion]) -> list[str]:
    present = dict.fromkeys(row.group for row in rows)
    known = [code for code in CriterionGroup.values if code in present]
    return [*known, *(code for code in present if code not in known)]


def _items(rows: Sequence[Criterion], *, lang: str, above: str, marks: Marks) -> tuple[Item, ...]:
    items = []
    for number, (row, inner) in enumerate(_families(rows), start=1):
        seen = f"{above}{number}"
        children = _items(inner, lang=lang, above=f"{seen}.", marks=marks)
        items.append(
            Item(
                anchor=row.key,
                number=seen,
                text=row.text.in_language(lang),
                ours=row.source == CriterionSource.EDITORS,
                official_url=_official_url(row),
                marks=at(marks, f"criteria.{row.key}.text"),
                note=row.note.in_language(lang) if row.note else "",
                note_marks=at(marks, f"criteria.{row.key}.note"),
                items=children,
            )
        )
    return tuple(items)


def _official_url(row: Criterion) -> str:
    # Of addresses typed by people only these are links.
    is_link = row.source == CriterionSource.OFFICIAL and row.official_url.startswith(LINKS)
    return row.official_url if is_link else ""


def _families(rows: Sequence[Criterion]) -> list[tuple[Criterion, list[Criterion]]]:
    """Each row of the outermost level with the deeper rows that follow it."""
    families: list[tuple[Criterion, list[Criterion]]] = []
    for row in rows:
        if families and row.level > families[-1][0].level:
            families[-1][1].append(row)
        else:
            families.append((row, []))
    return families
