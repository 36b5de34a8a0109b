"""Which English each Chinese text was made from: pinned to the text, not to a time.

An English comma changed on Monday and back on Tuesday leaves no Chinese text out of date.
"""

from typing import Any

CHINESE_SUFFIX = "_zh_hans"


def pin(holder: Any, *, former: Any | None = None) -> None:
    """Note the English of each text whose Chinese is new since `former`; forget it where Chinese is gone.

    `holder` and `former` are a trial page or a row of one, as they stand in memory; `former` is what
    was saved before, None for something new.
    """
    pinned = dict(former.translated_from if former is not None else holder.translated_from)
    for name in holder.WORDS:
        chinese = getattr(holder, name + CHINESE_SUFFIX)
        before = getattr(former, name + CHINESE_SUFFIX) if former is not None else ""
        if not chinese:
            pinned.pop(name, None)
        elif chinese != before:
            pinned[name] = getattr(holder, f"{name}_en")
    holder.translated_from = pinned


def is_out_of_date(holder: Any, name: str) -> bool:
    """Whether the English changed after the Chinese of `name` was written."""
    pinned = holder.translated_from.get(name)
    return (
        bool(getattr(holder, name + CHINESE_SUFFIX))
        and pinned is not None
        and pinned != getattr(holder, f"{name}_en")
    )
