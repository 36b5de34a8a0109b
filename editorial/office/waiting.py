"""Pages that wait for a decision: for whom, since when, and until when."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from wagtail.models import Page, TaskState, WorkflowState, get_default_page_content_type

from editorial.desk import Step
from editorial.editions import day_of
from editorial.load import working_days_after
from editorial.models import EditorialTask, SiteSettings
from editorial.office.four_eyes import FourEyes
from editorial.office.reach import within_reach
from editorial.office.steps import steps_of
from editorial.office.teams import ACT_OF_STEP, teams
from editorial.people import name_of
from editorial.submitting import newest_submitters


@dataclass(frozen=True)
class Waiting:
    page: Page
    step: Step
    since: datetime
    submitted_by: str
    due: date
    """The last working day of those a team has to decide."""
    others: tuple[str, ...] = ()
    """Names of other people who may take this step."""

    @property
    def act(self) -> str:
        return str(ACT_OF_STEP[self.step])

    def days(self, today: date) -> int:
        return (today - day_of(self.since)).days


class Desks:
    """Every page within a person's reach that waits for a decision, oldest first."""

    def __init__(self, person: Any, site: SiteSettings) -> None:
        self.person, self.site = person, site

    @cached_property
    def _submitted(self) -> list[tuple[Page, TaskState]]:
        states = TaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS,
            task__in=EditorialTask.objects.all(),
            workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
            workflow_state__base_content_type=get_default_page_content_type(),
        )
        states = list(states.select_related("workflow_state__requested_by").order_by("started_at", "pk"))
        pages = within_reach(self.person, (state.workflow_state.object_id for state in states))
        found = ((pages.get(int(state.workflow_state.object_id)), state) for state in states)
        return [(page, state) for page, state in found if page is not None]

    @cached_property
    def steps(self) -> dict[int, Step]:
        """The step at which each submitted page waits, by the page's number."""
        return steps_of((page for page, _state in self._submitted), self.site)

    @property
    def counts(self) -> Counter[Step]:
        return Counter(self.steps.values())

    @cached_property
    def _teams(self) -> dict[Step, list[Any]]:
        return teams()

    @property
    def decides(self) -> bool:
        """Whether any step is this person's to take."""
        return any(self.person in members for members in self._teams.values())

    @cached_property
    def _four_eyes(self) -> FourEyes:
        people = [member for members in self._teams.values() for member in members]
        return FourEyes(people, [page for page, _state in self._submitted])

    @cached_property
    def _in_my_group(self) -> list[tuple[Page, TaskState, bool]]:
        """Pages at a step of the person's group, and whether the person wrote words of it."""
        mine = {step for step, members in self._teams.items() if self.person in members}
        theirs = [(page, state) for page, state in self._submitted if self.steps[page.pk] in mine]
        return [(page, state, self._four_eyes.wrote(self.person, page)) for page, state in theirs]

    @cached_property
    def for_me(self) -> list[Waiting]:
        return [self._waiting(page, state) for page, state, wrote in self._in_my_group if not wrote]

    @property
    def for_somebody_else(self) -> int:
        """How many wait at a step of the person's group for one who did not write them."""
        return sum(wrote for _page, _state, wrote in self._in_my_group)

    @cached_property
    def _submitters(self) -> dict[int, Any]:
        return newest_submitters(page.pk for page, _state in self._submitted)

    def _waiting(self, page: Page, state: TaskState) -> Waiting:
        submitter = self._submitters.get(page.pk) or state.workflow_state.requested_by
        step = self.steps[page.pk]
        others = (member for member in self._teams[step] if member != self.person)
        return Waiting(
            page=page,
            step=step,
            since=state.started_at,
            submitted_by=name_of(submitter) if submitter else "",
            due=self._due(state),
            others=tuple(name_of(each) for each in others if not self._four_eyes.wrote(each, page)),
        )

    def _due(self, state: TaskState) -> date:
        submitted = day_of(state.started_at)
        return working_days_after(submitted, self.site.days_to_decide, capacity=self.site.capacity)


def waiting_for(person: Any) -> list[Waiting]:
    """The pages whose next step this person may take, oldest first."""
    return Desks(person, SiteSettings.of_site()).for_me
