"""Keys of rows: the anchors of criteria, steps and sources, given once and never used for another row."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from trials.rows import in_order

if TYPE_CHECKING:
    from trials.models.keyed_rows import KeyedRow

KEYED = ("interventions", "taking_part", "how_to_participate", "criteria", "contacts", "sources")


def keyed_rows(page: Any) -> "Iterator[tuple[str, KeyedRow]]":
    """Every row of the page that carries a key, after the name of its list, in the order readers see them."""
    for name in KEYED:
        for row in in_order(getattr(page, name)):
            yield name, row


def give_keys(page: Any) -> None:
    """Give each row without a key the next number never used; a key met twice stays with the first row.

    Works on the page in memory. `page.last_keys` only grows: also across a return to an older revision.
    """
    last = last_numbers(page)
    met: set[str] = set()
    for _name, row in keyed_rows(page):
        if not row.key or row.key in met:
            prefix = row.key_prefix()
            last[prefix] = last.get(prefix, 0) + 1
            row.key = f"{prefix}{last[prefix]}"
        met.add(row.key)
    page.last_keys = last


def last_numbers(page: Any) -> dict[str, int]:
    """The last number per prefix, of this page, of its newest revision and of the keys that stand in it."""
    newest = page.get_latest_revision() if page.pk else None
    known = [page.last_keys, newest.content.get("last_keys") or {} if newest else {}]
    known += [
        {key[0]: int(key[1:])} for _name, row in keyed_rows(page) if (key := row.key) and key[1:].isdecimal()
    ]
    last: dict[str, int] = {}
    for numbers in known:
        for prefix, number in numbers.items():
            last[prefix] = max(last.get(prefix, 0), number)
    return last


def is_given(key: str, last: Mapping[str, int]) -> bool:
    """Whether `key` is among those given up to the `last_numbers` of a page; a key from elsewhere is not."""
    prefix, number = key[:1], key[1:]
    return number.isdecimal() and 0 < int(number) <= last.get(prefix, 0)


def next_key(page: Any, prefix: str) -> str:
    """A key with `prefix` that no row of the page ever had; counts on in `page.last_keys`."""
    last = last_numbers(page)
    last[prefix] = last.get(prefix, 0) + 1
    page.last_keys = last
    return f"{prefix}{last[prefix]}"
