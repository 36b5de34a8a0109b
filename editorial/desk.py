"""The review desk: one page as it stands, what was signed of it, and what may be done next."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page, Revision, TaskState, WorkflowState, get_default_page_content_type

from editorial.canonical import canonical_text, digest_of
from editorial.content import CHINESE, SignedContent
from editorial.findings import Finding
from editorial.models import Edition, EditorialTask, SignedPage, SignOff, Voucher
from editorial.seals import is_sealed


class Step(StrEnum):
    NOT_SUBMITTED = "not-submitted"
    LANGUAGE_REVIEW = "language-review"
    SIGN_OFF = "sign-off"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """`page` is the latest revision as an object; `content` is built from it, in both languages."""

    page: SignedPage
    revision: Revision
    workflow_state: WorkflowState | None
    task_state: TaskState | None

    @cached_property
    def content(self) -> SignedContent:
        return self.page.build_content()

    @cached_property
    def digest(self) -> str:
        return self.content.digest

    @cached_property
    def findings(self) -> list[Finding]:
        return self.page.findings(self.content)

    @cached_property
    def language_review(self) -> SignOff | None:
        """The sealed review of exactly these pairs of texts, or None."""
        reviews = SignOff.objects.filter(
            page_id=self.page.pk, scope=SignOff.Scope.CHINESE, digest=self.content.language_digest
        ).order_by("-signed_at")
        return next((review for review in reviews if is_sealed(review)), None)

    @property
    def awaits_language_review(self) -> bool:
        two_languages = CHINESE in self.content.languages
        return self.page.needs_language_review and two_languages and self.language_review is None

    @property
    def step(self) -> Step:
        if self.task_state is None:
            return Step.NOT_SUBMITTED
        return Step.LANGUAGE_REVIEW if self.awaits_language_review else Step.SIGN_OFF

    @property
    def waiting(self) -> TaskState:
        """The task that waits for a decision; ask only where refusals.require_on_desk has been."""
        if self.task_state is None:
            raise LookupError("nothing waits on this desk")
        return self.task_state

    @property
    def is_public(self) -> bool:
        """Whether the edition in force is exactly this draft, word for word."""
        return self.edition is not None and self.edition.digest == self.digest

    @cached_property
    def newest(self) -> Edition | None:
        """The newest edition, in force or ended."""
        return Edition.objects.filter(page_id=self.page.pk).order_by("-number").first()

    def seen_by(self, person: Any) -> str:
        """Stands for everything a decision of `person` rests on; travels with the form.

        The words, what is printed about the person, and whether an edition came or was withdrawn meanwhile.
        """
        newest = [self.newest.number, self.newest.end_seal] if self.newest else []
        return digest_of(canonical_text([self.digest, Voucher.of(person), newest]))

    @cached_property
    def edition(self) -> Edition | None:
        return Edition.objects.in_force().filter(page_id=self.page.pk).first()


def open_desk(page_id: Any, *, lock: bool = False) -> Desk:
    """Read the desk afresh; with `lock`, inside a transaction, in the order page, workflow, task, revision.

    Every writer locks in this order, so that two of them queue and never deadlock.
    """
    row = _rows(Page.objects, lock).get(pk=page_id)
    state = (
        _rows(WorkflowState.objects, lock)
        .filter(
            base_content_type=get_default_page_content_type(),
            object_id=str(row.pk),
            status=WorkflowState.STATUS_IN_PROGRESS,
        )
        .first()
    )
    task_state = _editorial_task_state(state, lock)
    revision = _rows(Revision.objects, lock).filter(pk=row.latest_revision_id).first()
    page = revision.as_object() if revision else row.specific
    return Desk(page=page, revision=revision, workflow_state=state, task_state=task_state)


def _editorial_task_state(state: WorkflowState | None, lock: bool) -> TaskState | None:
    if state is None or state.current_task_state_id is None:
        return None
    task_state = _rows(TaskState.objects, lock).get(pk=state.current_task_state_id)
    is_ours = EditorialTask.objects.filter(pk=task_state.task_id).exists()
    return task_state if is_ours and task_state.status == TaskState.STATUS_IN_PROGRESS else None


def _rows(manager: Any, lock: bool) -> QuerySet:
    # of=("self",): outer joins to nullable rows cannot be locked on PostgreSQL
    return manager.select_for_update(of=("self",)) if lock else manager.all()


def last_decision(page_id: Any) -> TaskState | None:
    """The newest task that somebody decided on this page, to tell the loser of a race what happened."""
    return (
        TaskState.objects.filter(
            workflow_state__base_content_type=get_default_page_content_type(),
            workflow_state__object_id=str(page_id),
            finished_at__isnull=False,
        )
        .order_by("-finished_at")
        .first()
    )


def sent_back(page: SignedPage) -> TaskState | None:
    """The decision that sent the page back to its authors, while they have not submitted it again."""
    state = page.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return None
    return state.current_task_state
