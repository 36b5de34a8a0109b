"""Chinese that comes back: a version restored, a word typed and taken back, a row deleted and added again.

It was made from the English it was made from then, by whoever made it then; nobody worded it today.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wagtail.models import Revision

from trials.translating.pins import CHINESE_SUFFIX, is_reworded, says_the_same

VERSIONS = 20
"""How many versions back are read, and only for a text that changed: each may be half a megabyte."""


@dataclass(frozen=True)
class Held:
    """A page or row as it is saved: the list it is in ("" for the page), as it stands and as it stood."""

    relation: str
    holder: Any
    former: Any | None

    @property
    def key(self) -> str:
        return self.holder.key if self.relation else ""

    @property
    def reworded(self) -> list[str]:
        return [
            name
            for name in self.holder.WORDS
            if getattr(self.holder, name + CHINESE_SUFFIX) and is_reworded(self.holder, self.former, name)
        ]


def recall(page: Any, held: Sequence[Held]) -> None:
    """Give Chinese that stood on the page before, in memory, the note of its English and its maker back."""
    if not page.pk:
        return
    for relation in dict.fromkeys(each.relation for each in held):
        of_list = [each for each in held if each.relation == relation]
        changed = [(each, name) for each in of_list for name in each.reworded]
        if changed:
            standing = {each.key for each in of_list}
            versions = list(_versions(page, relation, {name for _each, name in changed}))
            for each, name in changed:
                _bring_back(each, name, versions, standing)


def _bring_back(
    each: Held, name: str, versions: Sequence[Sequence[Mapping[str, Any]]], standing: set[str]
) -> None:
    chinese = getattr(each.holder, name + CHINESE_SUFFIX)
    for rows in versions:
        # Its own row first; a row that is gone may be this one, added again.
        for row in sorted(rows, key=lambda row: row.get("key") != each.key):
            its_own = not each.relation or row.get("key") == each.key
            stood = row.get(name + CHINESE_SUFFIX)
            if (its_own or row.get("key") not in standing) and stood and says_the_same(stood, chinese):
                _note(each.holder, name, row)
                return


def _note(holder: Any, name: str, row: Mapping[str, Any]) -> None:
    made_from = (row.get("translated_from") or {}).get(name, row.get(f"{name}_en"))
    maker = (row.get("made_by") or {}).get(name)
    others = {other: made for other, made in holder.made_by.items() if other != name}
    holder.translated_from = {**holder.translated_from, name: made_from or ""}
    holder.made_by = {**others, name: maker} if maker else others


def _versions(page: Any, relation: str, names: set[str]) -> Iterator[list[dict[str, Any]]]:
    """The rows of one list in the latest versions, the newest first; the page itself is one row."""
    columns = [relation] if relation else ["translated_from", "made_by", *_columns(names)]
    latest = Revision.objects.for_instance(page).order_by("-created_at", "-pk")
    for values in latest.values_list(*(f"content__{column}" for column in columns))[:VERSIONS]:
        yield (values[0] or []) if relation else [dict(zip(columns, values, strict=True))]


def _columns(names: set[str]) -> Iterator[str]:
    for name in sorted(names):
        yield from (f"{name}_en", f"{name}{CHINESE_SUFFIX}")
