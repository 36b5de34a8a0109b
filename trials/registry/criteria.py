"""Eligibility text read into a tree of criteria that loses no character."""

from collections.abc import Iterator
from itertools import pairwise

from trials.registry.criteria_drafts import STEP, Draft, DraftGroup
from trials.registry.criteria_headings import OTHER, names_both
from trials.registry.criteria_lines import Line, lines
from trials.registry.criteria_text import CriteriaText, Criterion, Group
from trials.registry.markup import plain_line, plain_text

__all__ = ["CriteriaText", "Criterion", "Group", "parse"]

DEEPEST = 12
LEAD_INS = (":", "：")
SENTENCE_ENDS = (".", ";", ":", "。", "；", "：")
WRAPPED_LENGTH = 60


def parse(text: str) -> CriteriaText:
    """Read eligibility text of API v2 (markdown); any string is accepted and `rebuild()` gives it back."""
    reading = Reading()
    found = list(lines(text))
    for line, after in pairwise([*found, None]):
        if line is not None:
            reading.take(line, after)
    if text.strip() and not reading.understood:
        whole = Criterion(OTHER, "paragraph", plain_text(text), 1, raw=text)
        return CriteriaText((Group(OTHER, "", "", (whole,)),), understood=False)
    return CriteriaText(tuple(group.frozen() for group in reading.groups))


class Reading:
    """The tree so far: its groups and the open criteria, outermost first."""

    def __init__(self) -> None:
        self.groups: list[DraftGroup] = []
        self.open: list[Draft] = []
        self.last: Draft | None = None
        self.understood = False

    def take(self, line: Line, after: Line | None) -> None:
        """Put a line where it belongs; `after` tells whether it leads in a list."""
        self.understood = self.understood or bool(line.heading or (line.marker and line.body))
        if line.heading:
            self._begin(DraftGroup(line.heading.kind, line.body, line.raw))
        elif not line.body:
            self._keep(line.raw)
        elif self._continues(line, after):
            self._last().add(line)
        else:
            self._place(line, after)

    def _begin(self, group: DraftGroup) -> None:
        self.groups.append(group)
        self.open, self.last = [], None

    def _keep(self, blank: str) -> None:
        if self.last:
            self.last.raw += blank
        elif self.groups:
            self.groups[-1].raw += blank
        else:
            self._begin(DraftGroup(OTHER, raw=blank))

    def _last(self) -> Draft:
        assert self.last is not None
        return self.last

    def _continues(self, line: Line, after: Line | None) -> bool:
        """Whether a line goes on with the words of the line before."""
        if line.marker or line.after_blank or self.last is None or leads_in(line, after):
            return False
        if self.last.kind == "item":
            return True
        before = self.last.texts[-1]
        return line.body[0].islower() or (
            len(before) >= WRAPPED_LENGTH and not before.endswith(SENTENCE_ENDS)
        )

    def _place(self, line: Line, after: Line | None) -> None:
        if not self.groups or (not line.marker and names_both(line.body)):
            self._begin(DraftGroup(OTHER))
        self._close(line)
        draft = self._draft(line, after)
        siblings = self.open[-1].children if self.open else self.groups[-1].criteria
        siblings.append(draft)
        self.last = draft
        if len(self.open) < DEEPEST:
            self.open.append(draft)

    def _draft(self, line: Line, after: Line | None) -> Draft:
        if leads_in(line, after):
            draft = Draft("heading", line, inner=line.column)
        else:
            draft = Draft("item" if line.marker else "paragraph", line, inner=line.column + STEP)
        draft.add(line)
        return draft

    def _close(self, line: Line) -> None:
        """Leave open only the criteria that this line stands under."""
        if (mate := self._same_series(line)) is not None:
            del self.open[mate:]
            return
        while self.open and self.open[-1].line.column >= line.column + STEP:
            self.open.pop()
        if not line.marker:
            while self.open and not self.open[-1].holds(line):
                self.open.pop()
        elif self.open and not self.open[-1].holds(line):
            del self.open[self._mate(line) :]

    def _same_series(self, line: Line) -> int | None:
        """The criterion whose own numbering goes on: numbers that sponsors typed come escaped (`3\\.`)."""
        if "\\" not in line.marker or line.number is None:
            return None
        for position in reversed(range(len(self.open))):
            marker, number = self.open[position].line.marker, self.open[position].line.number
            if "\\" in marker and number is not None and number < line.number:
                return position
        return None

    def _mate(self, line: Line) -> int:
        """Where, among open criteria of the same indent, the list stands that this item goes on."""
        near = list(self._near(line)) or [len(self.open) - 1]
        for position in near:
            if self.open[position].line.family == line.family:
                return position
        top = self.open[-1]
        if top.kind == "item" and plain_line(top.texts[-1]).endswith(LEAD_INS):
            return len(self.open)
        return next((at for at in near if self.open[at].line.ordered == line.ordered), near[0])

    def _near(self, line: Line) -> Iterator[int]:
        for position in reversed(range(len(self.open))):
            if self.open[position].holds(line):
                return
            if self.open[position].kind != "heading":
                yield position


def leads_in(line: Line, after: Line | None) -> bool:
    """Whether an unmarked line introduces the list that follows, such as "Participants must:"."""
    if line.marker or after is None or not after.marker or after.column < line.column:
        return False
    bold = line.body.startswith("**") and line.body.endswith("**")
    return bold or plain_line(line.body).endswith(LEAD_INS)
