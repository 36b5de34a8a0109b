"""The report of an import as a screen shows it: what went in, and what somebody has to look at."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from editorial.worddiff import Segment, segments
from trials.translating.exchange.importing import Report
from trials.translating.exchange.taking import LEFT_OUT, Outcome, Verdict

WORDS: Mapping[Outcome, Promise] = {
    Outcome.CHANGED: gettext_lazy("new Chinese"),
    Outcome.OLDER: gettext_lazy("new Chinese, out of date as it was made from an older English"),
    Outcome.CONFIRMED: gettext_lazy("still right"),
    Outcome.UNCHANGED: gettext_lazy("unchanged"),
    Outcome.EMPTY: gettext_lazy("not translated in the file"),
    Outcome.CONFLICT: gettext_lazy("kept, as the Chinese of the page changed after the export"),
    Outcome.LOCKED: gettext_lazy("kept, as official Chinese is locked"),
    Outcome.UNKNOWN: gettext_lazy("left out, as there is no such text on the page"),
    Outcome.REFUSED: gettext_lazy("left out, as it does not fit"),
}
COUNTED_ONLY = (Outcome.UNCHANGED, Outcome.EMPTY)
"""Nothing to read about: told by their number."""
MOST_ROWS = 500
"""Rows of one trial shown; a page has no more texts, but a file can name what no page has."""


@dataclass(frozen=True)
class Row:
    verdict: Verdict
    outcome: str

    @property
    def needs_a_look(self) -> bool:
        return self.verdict.outcome in LEFT_OUT

    @property
    def english_since(self) -> list[Segment]:
        """How the English changed after the export; nothing where it did not."""
        if self.verdict.outcome is not Outcome.OLDER:
            return []
        return segments(self.verdict.read.source, self.verdict.here.en)


@dataclass(frozen=True)
class Shown:
    """One trial: its counts in words, its refusal, and a row for each unit to read."""

    report: Report
    summary: str
    rows: list[Row]
    more: int = 0
    """How many rows are not shown."""


def shown(report: Report) -> Shown:
    # What needs a look stands first.
    rows = [
        Row(verdict, str(WORDS[verdict.outcome]))
        for verdict in report.verdicts
        if verdict.outcome not in COUNTED_ONLY
    ]
    rows.sort(key=lambda row: not row.needs_a_look)
    return Shown(report, _summary(report), rows[:MOST_ROWS], more=len(rows[MOST_ROWS:]))


def _summary(report: Report) -> str:
    counts = [(words, report.number(outcome)) for outcome, words in WORDS.items()]
    between = pgettext("between counts", "; ")
    said = [_("%(what)s: %(number)d") % {"what": what, "number": number} for what, number in counts if number]
    return between.join(said)
