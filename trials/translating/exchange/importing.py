"""A translation comes back: into the newest draft, as one version by whoever imports it; never published."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision

from editorial import refusals
from editorial.desk import Desk, open_desk
from editorial.refusals import SignOffRefused
from editorial.suggestible import require_unlocked
from trials.models import TrialPage
from trials.translating.exchange.reading import TrialRead
from trials.translating.exchange.refused import ExchangeRefused
from trials.translating.exchange.taking import LEFT_OUT, Outcome, Verdict, take, written
from trials.translating.provenance import Maker

PERSON, MACHINE, MEMORY = "person", Maker.MACHINE.value, Maker.MEMORY.value


@dataclass(frozen=True)
class Report:
    """What an import does, or did, to one trial: each unit, or the sentence why nothing of it was taken."""

    trial_id: str
    page_id: int
    opened_on: str
    """Id of the version the verdicts were reached on."""
    verdicts: tuple[Verdict, ...] = ()
    refused: str = ""
    revision: Revision | None = None

    def number(self, outcome: Outcome) -> int:
        return sum(verdict.outcome is outcome for verdict in self.verdicts)

    @property
    def writes(self) -> int:
        return sum(1 for _verdict in written(list(self.verdicts)))

    @property
    def is_complete(self) -> bool:
        """Whether everything the file says went in."""
        return not self.refused and not any(verdict.outcome in LEFT_OUT for verdict in self.verdicts)


def pages_of(trials: Iterable[TrialRead], *, only: str = "") -> list[tuple[TrialRead, int]]:
    """The page of each trial; raises ExchangeRefused for a trial without one, or other than `only`."""
    ids = {trial_id.upper(): pk for trial_id, pk in TrialPage.objects.values_list("trial_id", "pk")}
    found = []
    for trial in trials:
        told = {"file": trial.name, "trial": trial.trial_id, "only": only}
        if only and trial.trial_id.upper() != only.upper():
            raise ExchangeRefused(_("%(file)s is of %(trial)s, not of %(only)s.") % told)
        if trial.trial_id.upper() not in ids:
            raise ExchangeRefused(_("%(file)s is of %(trial)s, and there is no page of that trial.") % told)
        found.append((trial, ids[trial.trial_id.upper()]))
    return found


def look_over(trial: TrialRead, page_id: int, *, by: Any, maker: str = "") -> Report:
    """What importing would do; writes nothing."""
    desk = open_desk(page_id)
    try:
        _require_writer(desk, by)
    except SignOffRefused as refused:
        return _refused(trial, desk, refused)
    return _report(trial, desk, take(desk.page, trial, maker=maker))


def import_translation(
    trial: TrialRead, page_id: int, *, by: Any, maker: str = "", opened_on: str | None = None
) -> Report:
    """Save a new version of the draft with the Chinese of `trial`, by `by` (None for the machine itself).

    With `opened_on`, refused when another version came meanwhile: the report somebody read is then another.
    """
    with transaction.atomic():
        desk = open_desk(page_id, lock=True)
        try:
            _require_writer(desk, by)
            _require_same(desk, opened_on)
        except SignOffRefused as refused:
            return _refused(trial, desk, refused)
        report = _report(trial, desk, take(desk.page, trial, maker=maker))
        if not report.writes:
            return report
        if not desk.page.live:
            # As Wagtail's editing screen does: a draft never published keeps its row in step.
            desk.page.save(clean=False)
        # The rest of a draft may be unfinished, as on the editing screen.
        revision = desk.page.save_revision(user=by, log_action=True, clean=False)
    return _report(trial, desk, report.verdicts, revision)


def _report(
    trial: TrialRead, desk: Desk, verdicts: Iterable[Verdict], revision: Revision | None = None
) -> Report:
    return Report(trial.trial_id, desk.page.pk, _version(desk), tuple(verdicts), revision=revision)


def _refused(trial: TrialRead, desk: Desk, refused: SignOffRefused) -> Report:
    return Report(trial.trial_id, desk.page.pk, _version(desk), refused=str(refused))


def _version(desk: Desk) -> str:
    return str(desk.revision.pk) if desk.revision else ""


def _require_writer(desk: Desk, person: Any) -> None:
    if person is not None:
        refusals.require_page_permission(desk, person)
        require_unlocked(desk, person)
    elif desk.page.get_lock():
        raise SignOffRefused(_("This page is locked: nobody can change it now."))


def _require_same(desk: Desk, opened_on: str | None) -> None:
    if opened_on is not None and opened_on != _version(desk):
        raise SignOffRefused(_("The page was changed after this report was made. Read the new one."))


def left_out(reports: Iterable[Report]) -> Iterator[Report]:
    """The reports somebody has to look at."""
    return (report for report in reports if not report.is_complete)
