"""Which English each Chinese text was made from: pinned to the text, not to a time.

An English comma changed on Monday and back on Tuesday leaves no Chinese text out of date.
"""

import re
from typing import Any

from trials.labels import CriterionSource

CHINESE_SUFFIX = "_zh_hans"
UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
LETTER = r"[^\W\d_\u2e80-\u9fff\uf900-\ufaff]"
# Marks of sentences; between two digits they are part of a number, a time or a ratio.
MARK = r"[，。、；：！？…“”‘’「」『』（）《》,.;:!?\"'()]"
MARKS = re.compile(rf"(?<!\d){MARK}|{MARK}(?!\d)")
# A space between two letters or two digits parts words or numbers; any other is typography.
IDLE = re.compile(rf" (?!{LETTER}|\d)| (?=\d)(?<!\d )| (?={LETTER})(?<!{LETTER} )")


def pin(holder: Any, *, former: Any | None = None) -> None:
    """Note the English of each text whose Chinese is new since `former`; forget it where Chinese is gone.

    `holder` and `former` are a trial page or a row of one, as they stand in memory; `former` is what
    was saved before, None for something new.
    """
    pinned = dict(former.translated_from if former is not None else holder.translated_from)
    for name in holder.WORDS:
        english = getattr(holder, f"{name}_en")
        if not getattr(holder, name + CHINESE_SUFFIX):
            pinned.pop(name, None)
        elif is_reworded(holder, former, name):
            # Another comma does not make Chinese that was out of date fit its English.
            if not (former and is_out_of_date(former, name) and is_repunctuated(holder, former, name)):
                pinned[name] = english
        elif not says_the_same(before := getattr(former, f"{name}_en"), english):
            # Chinese written without a note of its English was made from the text that now goes.
            pinned.setdefault(name, before)
    holder.translated_from = pinned


def hold(holder: Any, name: str) -> None:
    """Note the English that is about to change, where the Chinese made from it has no note of it."""
    if getattr(holder, name + CHINESE_SUFFIX):
        holder.translated_from = {name: getattr(holder, f"{name}_en"), **holder.translated_from}


def repin(holder: Any, name: str) -> None:
    """From here on the Chinese of `name` counts as made from the English beside it."""
    holder.translated_from = {**holder.translated_from, name: getattr(holder, f"{name}_en")}


def is_reworded(holder: Any, former: Any | None, name: str) -> bool:
    """Whether the Chinese of `name` says anything else than in `former`."""
    if former is None:
        return True
    column = name + CHINESE_SUFFIX
    return not says_the_same(getattr(former, column), getattr(holder, column))


def is_repunctuated(holder: Any, former: Any, name: str) -> bool:
    """Whether the Chinese of `name` differs from `former` in marks and white space at most."""
    column = name + CHINESE_SUFFIX
    return says_the_same(*(MARKS.sub("", getattr(each, column) or "") for each in (former, holder)))


def is_out_of_date(holder: Any, name: str) -> bool:
    """Whether the English changed after the Chinese of `name` was written.

    Official Chinese was made from no English of ours.
    """
    pinned = holder.translated_from.get(name)
    if pinned is None or not getattr(holder, name + CHINESE_SUFFIX) or _is_official(holder, name):
        return False
    return not says_the_same(pinned, getattr(holder, f"{name}_en"))


def says_the_same(one: str | None, other: str | None) -> bool:
    """Whether two texts differ in white space at most, and not in where a word or a number ends."""
    return one == other or _plain(one) == _plain(other)


def _plain(text: str | None) -> str:
    return IDLE.sub("", " ".join(UNSEEN.sub("", text or "").split()))


def _is_official(holder: Any, name: str) -> bool:
    return name == "text" and getattr(holder, "source", "") == CriterionSource.OFFICIAL
