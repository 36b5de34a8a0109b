"""The tree an eligibility text becomes: groups, criteria under them, every character kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field

Path = tuple[int, ...]
Step = tuple["Criterion", int, Path]


@dataclass(frozen=True)
class Criterion:
    """One criterion.

    `group` is inclusion, exclusion or other; `kind` is item (it had a marker), paragraph (it had none) or
    heading (a line such as "Participants must:" whose criteria are its children). `text` is plain, `raw` the
    exact slice of the text with its blank lines, indent, marker and escapes, children not included.
    """

    group: str
    kind: str
    text: str
    level: int
    ordered: bool = False
    marker: str = ""
    raw: str = field(default="", repr=False)
    children: tuple["Criterion", ...] = ()

    def rebuild(self) -> str:
        return self.raw + "".join(child.rebuild() for child in self.children)

    def walk(self, path: Path) -> Iterator[Step]:
        """The criterion and those under it, in reading order."""
        yield self, self.level, path
        for position, child in enumerate(self.children, start=1):
            yield from child.walk((*path, position))


@dataclass(frozen=True)
class Group:
    """A heading ("" when criteria stand without one) with the criteria under it."""

    kind: str
    heading: str
    raw: str = field(default="", repr=False)
    criteria: tuple[Criterion, ...] = ()

    def rebuild(self) -> str:
        return self.raw + "".join(criterion.rebuild() for criterion in self.criteria)

    def walk(self) -> Iterator[Step]:
        """Each criterion with its level and its path of positions, counted from 1 within this group."""
        for position, criterion in enumerate(self.criteria, start=1):
            yield from criterion.walk((position,))


@dataclass(frozen=True)
class CriteriaText:
    """The whole text; without heading and list it is one paragraph and `understood` is False."""

    groups: tuple[Group, ...]
    understood: bool = True

    def rebuild(self) -> str:
        """The text that was read, character for character."""
        return "".join(group.rebuild() for group in self.groups)

    def of(self, kind: str) -> tuple[Criterion, ...]:
        """The top-level criteria of a kind, from every group of that kind, in reading order."""
        return tuple(found for group in self.groups if group.kind == kind for found in group.criteria)

    def walk(self, kind: str | None = None) -> Iterator[Step]:
        """Each criterion in reading order with its level and its path; only of one kind of group if asked."""
        for group in self.groups:
            if kind in (None, group.kind):
                yield from group.walk()
