"""Chinese that came from the translation memory, noted when the form with it is saved."""

from collections.abc import Collection
from typing import Any

from editorial.canonical import digest_of
from trials.tidy import tidy
from trials.translating.pins import CHINESE_SUFFIX
from trials.translating.provenance import Maker
from trials.writing import texts_of

FROM_MEMORY = "from_memory"
"""Name of the hidden inputs that the script puts beside a text filled by its button."""


def token_of(place: str, chinese: str) -> str:
    """Stands for exactly this Chinese at this place: words typed over it are a person's again."""
    return f"{place}:{digest_of(tidy(chinese))[:16]}"


def note_reused(page: Any, tokens: Collection[str]) -> None:
    """Note in memory which Chinese came from the translation memory and still says what it said there.

    What a machine made stays the machine's: the memory offers the same words to anybody.
    """
    if not tokens:
        return
    for place, holder, name in texts_of(page):
        chinese = getattr(holder, name + CHINESE_SUFFIX)
        by_machine = holder.made_by.get(name) == Maker.MACHINE
        if chinese and not by_machine and token_of(place, chinese) in tokens:
            holder.made_by = {**holder.made_by, name: Maker.MEMORY.value}
