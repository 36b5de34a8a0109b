"""What a revision says, item by item, so that it can be told who wrote which of its words.

An item is a text in one language, a fact, or the order of a list of rows. Texts are the same wherever
they stand: who wrote a sentence stays its author when somebody else moves it to another field.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from wagtail.models import Page

from editorial.canonical import canonical_text, digest_of

# Shorter texts ("Day 1", "about 2 hours") look alike by chance; they must be equal to count as somebody's.
LONG_ENOUGH_TO_LIKEN = 20
ALIKE = 0.7
NOT_SAID = {
    *("pk", "page", "key", "sort_order", "last_keys", "wagtail_admin_comments"),
    # How a text came to be; the text itself is somebody's.
    *("translated_from", "made_by", "as_typed"),
}
NOTES = ("translated_from", "as_typed")
"""Columns with former wordings of a page's or row's texts, by field."""
LANGUAGE_COLUMNS = ("_en", "_zh_hans")


@dataclass(frozen=True)
class Item:
    field: str
    text: str
    """The words, or a fact in its JSON form."""

    @property
    def is_words(self) -> bool:
        return self.field.endswith(LANGUAGE_COLUMNS) and self.text != ""

    @property
    def is_empty(self) -> bool:
        return self.text in ("", '""', "null", "[]")

    @property
    def place(self) -> str:
        """Where it stands, in the words of a pair's place: "summary", "criteria.text"."""
        field = self.field.removesuffix("[]")
        for suffix in LANGUAGE_COLUMNS:
            field = field.removesuffix(suffix)
        return field

    @property
    def digest(self) -> str:
        return digest_of(self.text if self.is_words else f"{self.field}={self.text}")


def items_of(content: Mapping[str, Any] | None) -> dict[str, Item]:
    """The items of a revision's content by their digests; nothing for a revision that is not there."""
    return {item.digest: item for item in _items(content or {}, "")}


def new_items(content: Mapping[str, Any], former: Mapping[str, Any] | None) -> dict[str, Item]:
    """What `content` says that `former` did not."""
    known = items_of(former)
    fields = {item.field for item in known.values()}
    new = {digest: item for digest, item in items_of(content).items() if digest not in known}
    # A field born with a release stands empty in everybody's next save; nobody wrote that.
    born = former is not None
    return {d: item for d, item in new.items() if not (born and item.is_empty and item.field not in fields)}


def is_alike(one: str, other: str) -> bool:
    """Whether two texts are so alike that the later was made from the earlier."""
    if min(len(one), len(other)) < LONG_ENOUGH_TO_LIKEN:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def without_notes(content: Mapping[str, Any], gone: Container[str]) -> dict[str, Any]:
    """A revision's content with the former wordings emptied whose digests are `gone`."""
    kept = dict(content)
    for name, value in content.items():
        if name in NOTES and isinstance(value, dict):
            kept[name] = {
                field: "" if _digest_as_item(text) in gone else text for field, text in value.items()
            }
        elif _is_rows(value):
            kept[name] = [without_notes(row, gone) for row in value]
    return kept


def _digest_as_item(text: Any) -> str:
    return digest_of(" ".join(str(text).split()))


def _items(content: Mapping[str, Any], prefix: str) -> Iterator[Item]:
    for name, value in content.items():
        if name in NOT_SAID or (not prefix and name in _of_every_page()):
            continue
        if _is_rows(value):
            yield Item(f"{name}[]", canonical_text([row.get("key") or _facts_of(row) for row in value]))
            for row in value:
                yield from _items(row, f"{name}.")
        elif name.endswith(LANGUAGE_COLUMNS):
            yield Item(prefix + name, " ".join((value or "").split()))
        else:
            yield Item(prefix + name, canonical_text(value))


def _facts_of(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in NOT_SAID}


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(r, dict) and "pk" in r for r in value)


@cache
def _of_every_page() -> frozenset[str]:
    """Columns Wagtail keeps on every page: tree, dates, locks. None of them is shown to the public."""
    return frozenset(field.name for field in Page._meta.get_fields()) | {"page_ptr"}
