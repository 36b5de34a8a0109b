"""One order out of two."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

Each = TypeVar("Each", bound=Hashable)


def weave(leading: Sequence[Each], other: Sequence[Each]) -> list[Each]:
    """Everything of `leading` in its order; what only `other` has stands behind what it follows there."""
    woven = list(leading)
    known = set(leading)
    before: Each | None = None
    for each in other:
        if each not in known:
            woven.insert(0 if before is None else woven.index(before) + 1, each)
            known.add(each)
        before = each
    return woven
