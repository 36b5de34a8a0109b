"""A person's own pages and where each stands: what to do next comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState, get_default_page_content_type

from editorial.desk import Step
from editorial.models import Edition, Wording
from editorial.office.reach import within_reach
from editorial.people import name_of


class State(models.TextChoices):
    """In the order in which they ask for something to be done."""

    SENT_BACK = "sent-back", _("Sent back")
    DRAFT = "draft", _("Draft, not submitted")
    LANGUAGE_REVIEW = Step.LANGUAGE_REVIEW.value, _("Waits for the Chinese language review")
    MEDICAL_REVIEW = Step.MEDICAL_REVIEW.value, _("Waits for the medical review")
    SIGN_OFF = Step.SIGN_OFF.value, _("Waits for sign-off")
    WITHDRAWN = "withdrawn", _("Withdrawn from the public")
    PUBLIC = "public", _("Public as it stands")


ORDER = list(State)


@dataclass(frozen=True)
class Standing:
    page: Page
    state: State
    edition: Edition | None
    """The newest, in force or ended."""
    sent_back_by: str = ""
    reason: str = ""

    exceptions: tuple[str, ...] = ()
    """What is not as it should be about what readers have, in words (`office.exceptions`)."""

    @property
    def public_number(self) -> int | None:
        """The edition that readers have, also while a newer draft is on its way."""
        return self.edition.number if self.edition and self.edition.ended_at is None else None


def mine(person: Any, steps: dict[int, Step]) -> list[Standing]:
    """The pages the person made or wrote words of; `steps` are those of all submitted pages."""
    wrote = Wording.objects.filter(person=person).order_by().values("page_id").distinct()
    own = Page.objects.filter(Q(owner=person) | Q(pk__in=wrote)).values_list("pk", flat=True)
    found = standings(within_reach(person, own).values(), steps)
    return sorted(found, key=lambda each: (ORDER.index(each.state), _age(each.page)))


def standings(pages: Iterable[Page], steps: dict[int, Step]) -> list[Standing]:
    """Where each of the pages stands, in three queries however many they are."""
    pages = list(pages)
    ids = [page.pk for page in pages]
    editions = Edition.objects.filter(page__in=ids).defer("content").select_related("signed_by")
    newest = {e.page_id: e for e in editions.order_by("number")}
    back = _sent_back(ids)
    return [_standing(page, newest.get(page.pk), back.get(page.pk), steps) for page in pages]


def _standing(
    page: Page, edition: Edition | None, back: WorkflowState | None, steps: dict[int, Step]
) -> Standing:
    if page.pk in steps:
        return Standing(page, State(steps[page.pk]), edition)
    if back is not None:
        decision = back.current_task_state
        by = name_of(decision.finished_by) if decision.finished_by else ""
        return Standing(page, State.SENT_BACK, edition, by, decision.comment)
    if edition is None or (edition.ended_at is None and page.has_unpublished_changes):
        return Standing(page, State.DRAFT, edition)
    return Standing(page, State.PUBLIC if edition.ended_at is None else State.WITHDRAWN, edition)


def _sent_back(page_ids: list[int]) -> dict[int, WorkflowState]:
    """The workflow of each page that was sent back and not submitted again since."""
    states = WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id__in=[str(pk) for pk in page_ids],
        status=WorkflowState.STATUS_NEEDS_CHANGES,
        current_task_state__isnull=False,
    ).select_related("current_task_state__finished_by")
    return {int(state.object_id): state for state in states.order_by("created_at", "pk")}


def _age(page: Page) -> float:
    saved = page.latest_revision_created_at
    return -saved.timestamp() if saved else 0
