"""The registry's tree of criteria as the rows of a page: three levels, in reading order."""

from collections.abc import Iterator
from typing import NamedTuple

from trials.registry.criteria import CriteriaText
from trials.registry.criteria_headings import BARE, CHINESE
from trials.registry.criteria_text import Criterion, Group

DEEPEST = 3


class Row(NamedTuple):
    group: str
    level: int
    ordered: bool
    text: str


def rows_of(criteria: CriteriaText) -> Iterator[Row]:
    """Every criterion, deeper ones flattened to the third level; text without structure is one row."""
    for group in criteria.groups:
        below = 0
        if _says_more(group):
            yield Row(group.kind, 1, False, group.heading)
            below = 1
        for criterion, level, _path in group.walk():
            if criterion.text or criterion.children:
                yield _row(criterion, level + below)


def _row(criterion: Criterion, level: int) -> Row:
    return Row(criterion.group, min(level, DEEPEST), criterion.ordered, criterion.text)


def _says_more(group: Group) -> bool:
    """Whether a heading is more than the name of its group, such as "Inclusion criteria for cohort B:"."""
    return bool(group.heading) and not any(each.fullmatch(group.heading) for each in (BARE, CHINESE))
