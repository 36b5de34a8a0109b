"""Criteria trees written as nested lists, easy to compare."""

from trials.registry.criteria import Criterion, parse


def shape(criteria: tuple[Criterion, ...]) -> list:
    """Texts as nested lists: a criterion, then the list of those under it if there are any."""
    shaped: list = []
    for criterion in criteria:
        shaped.append(criterion.text)
        if criterion.children:
            shaped.append(shape(criterion.children))
    return shaped


def groups(text: str) -> list[tuple[str, str, list]]:
    return [(group.kind, group.heading, shape(group.criteria)) for group in parse(text).groups]
