"""In which lists the registry's record has each criterion, as the record is read today."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from trials.editing.registry_words import registry_words
from trials.registry.criteria import parse
from trials.tidy import tidy

Groups = Mapping[str, frozenset[str]]


def groups_in_record(page: Any) -> Groups | None:
    """The groups of each of the record's criteria by its words; None for a page without a record."""
    if page.registry_record_id is None:
        return None
    return _groups(registry_words(page).get("eligibility", ""))


@lru_cache(maxsize=64)
def _groups(eligibility: str) -> Groups:
    # The findings of an open editor ask every second; a record never changes.
    found: dict[str, frozenset[str]] = {}
    for group in parse(eligibility).groups:
        rows = [(row.text, row.group) for row, _level, _path in group.walk()]
        # A heading that says more than its name is a row, too.
        for words, kind in [(group.heading, group.kind), *rows]:
            found[tidy(words)] = found.get(tidy(words), frozenset()) | {kind}
    return found
