"""Which criteria a self-check asks about: those the author marked for it, and nothing private."""

from collections.abc import Iterator, Sequence

from trials.content import Criterion, TrialContent
from trials.labels import WhoCanTell

READERS = (WhoCanTell.YOU, WhoCanTell.PAPERS)


def checkable(content: TrialContent) -> frozenset[str]:
    """Keys of the criteria that are asked, each with all its parts.

    Left out is what stands in, or holds, something sensitive, and what holds a part that is not marked for
    readers; a marked part of a criterion that is asked as a whole is not asked a second time.
    """
    asked: set[str] = set()
    for row, above, below in _families(content.criteria):
        if row.who_can_tell not in READERS or any(each.sensitive for each in (row, *above, *below)):
            continue
        if any(each.who_can_tell not in READERS for each in below):
            continue
        if not any(each.key in asked for each in above):
            asked.add(row.key)
    return frozenset(asked)


def covered(content: TrialContent) -> frozenset[str]:
    """Keys of the criteria that are asked and of all their parts."""
    asked = checkable(content)
    parts = (
        each.key for row, _above, below in _families(content.criteria) if row.key in asked for each in below
    )
    return asked.union(parts)


def leaves(rows: Sequence[Criterion]) -> frozenset[str]:
    """Keys of the criteria that have no parts."""
    return frozenset(row.key for row, _above, below in _families(rows) if not below)


def _families(
    rows: Sequence[Criterion],
) -> Iterator[tuple[Criterion, tuple[Criterion, ...], tuple[Criterion, ...]]]:
    """Each row with the rows it is a part of, outermost first, and with its own parts."""
    # The page shows group after group, so a row of another group in between parts nothing.
    groups = dict.fromkeys(row.group for row in rows)
    for group in groups:
        of_group = [row for row in rows if row.group == group]
        above: list[Criterion] = []
        for place, row in enumerate(of_group):
            above = [each for each in above if each.level < row.level]
            yield row, tuple(above), tuple(_below(of_group, place))
            above.append(row)


def _below(rows: Sequence[Criterion], place: int) -> Iterator[Criterion]:
    top = rows[place]
    for row in rows[place + 1 :]:
        if row.level <= top.level:
            return
        yield row
