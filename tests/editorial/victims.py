"""Acts to be killed, and everything the database holds of them: before, after, and when nobody kills them."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState

from editorial.models import Edition
from tests.editorial.killing import Act
from tests.editorial.raced_acts import Trial
from tests.editorial.raced_pages import SAVED, Stage
from tests.trials.drafting.records import record
from trials.drafting import draft_trial
from trials.models import TrialPage

People = Mapping[str, Any]


@dataclass(frozen=True)
class Victim:
    """A trial and an act on it; `act()` prepares the act anew, for the first try and for a retry."""

    trial_id: str
    act: Callable[[], Act]
    read: Mapping[int, set[str]] = field(default_factory=dict)


def first_sign_off(stage: Stage, people: People) -> Victim:
    return _act_of("approve", Trial(stage.reviewed(), people))


def next_sign_off(stage: Stage, people: People) -> Victim:
    return _act_of("approve", Trial(stage.submitted_anew(), people))


def withdrawal(stage: Stage, people: People) -> Victim:
    return _act_of("withdraw", Trial(stage.published(), people))


def first_import(stage: Stage, people: People) -> Victim:
    return _import(stage, stage.next_id())


def next_import(stage: Stage, people: People) -> Victim:
    """A record that has changed since it was imported and an author wrote a summary."""
    former = record(trial_id=stage.next_id())
    page = draft_trial(former, parent=stage.parent, user=None, now=timezone.now()).page
    page.summary_en = SAVED
    page.save_revision(user=people["author"], clean=False)
    return _import(stage, former.trial_id, status="COMPLETED", official="Another title")


def _act_of(name: str, trial: Trial) -> Victim:
    return Victim(trial.page.trial_id, lambda: trial.prepare(name), trial.read)


def _import(stage: Stage, trial_id: str, **changed: Any) -> Victim:
    newest = record(trial_id=trial_id, **changed)
    return Victim(trial_id, lambda: lambda: draft_trial(newest, parent=stage.parent, user=None))


@dataclass(frozen=True)
class State:
    """Rows in every table, what the trial's page has come to, and its drafts by their keys."""

    rows: Counter[str]
    facts: tuple[Any, ...]
    drafts: dict[int, Any]

    @classmethod
    def of(cls, trial_id: str) -> "State":
        """As it is when nobody is at work any more: a killed client's server may be at its last statement."""
        with transaction.atomic():
            list(Page.objects.select_for_update().values_list("pk"))
            page = TrialPage.objects.filter(trial_id=trial_id).first()
            drafts = {row.pk: row.content for row in page.revisions.all()} if page else {}
            return cls(_rows(), _facts(page) if page else (), drafts)

    def since(self, before: "State") -> tuple[Any, ...]:
        """What was written: rows more, what the page has come to, and whether every draft is as it was."""
        kept = before.drafts.items() <= self.drafts.items()
        return (
            {table: n for table in self.rows if (n := self.rows[table] - before.rows[table])},
            self.facts,
            kept,
        )


def _rows() -> Counter[str]:
    tables = connection.introspection.django_table_names(only_existing=True)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in tables))
        return Counter(dict(cursor.fetchall()))


def _facts(page: TrialPage) -> tuple[Any, ...]:
    """What is set in rows that were there before: nothing that differs from one trial to another."""
    states = WorkflowState.objects.filter(object_id=str(page.pk)).order_by("pk")
    tasks = TaskState.objects.filter(workflow_state__in=states).order_by("pk")
    newest = page.get_latest_revision_as_object()
    return (
        page.live,
        page.has_unpublished_changes,
        [state.status for state in states],
        [task.status for task in tasks],
        [edition.ended_reason for edition in Edition.objects.filter(page_id=page.pk).order_by("number")],
        (page.status, newest.status, newest.summary_en, newest.official_title_en),
    )
