"""Criteria and groups while their text is still being read."""

from dataclasses import dataclass, field

from trials.registry.criteria_lines import Line
from trials.registry.criteria_text import Criterion, Group
from trials.registry.markup import plain_line

STEP = 2


@dataclass
class Draft:
    """A criterion while its text is still being read; `inner` is the column where its own list may begin."""

    kind: str
    line: Line
    inner: int
    raw: str = ""
    texts: list[str] = field(default_factory=list)
    children: list["Draft"] = field(default_factory=list)

    def holds(self, line: Line) -> bool:
        return line.column >= (self.inner if line.marker else self.line.column + STEP)

    def add(self, line: Line) -> None:
        self.raw += line.raw
        self.texts.append(line.body)

    def frozen(self, group: str, level: int) -> Criterion:
        children = tuple(child.frozen(group, level + 1) for child in self.children)
        text = plain_line(" ".join(self.texts))
        marker = self.line.marker
        return Criterion(group, self.kind, text, level, self.line.ordered, marker, self.raw, children)


@dataclass
class DraftGroup:
    kind: str
    heading: str = ""
    raw: str = ""
    criteria: list[Draft] = field(default_factory=list)

    def frozen(self) -> Group:
        criteria = tuple(draft.frozen(self.kind, 1) for draft in self.criteria)
        return Group(self.kind, plain_line(self.heading), self.raw, criteria)
