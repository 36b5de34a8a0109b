"""The review desk: one page as it stands, what was signed of it, and what may be done next."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page, Revision, TaskState, WorkflowState, get_default_page_content_type

from editorial.canonical import canonical_text, digest_of
from editorial.carrying import newest_review, open_pairs, was_retracted
from editorial.checklist import STATEMENTS
from editorial.content import CHINESE, LANGUAGES, Pair, SignedContent
from editorial.editions import edition_problems
from editorial.findings import Finding
from editorial.models import Edition, EditorialTask, SignedPage, SignOff, SiteSettings, Voucher
from editorial.people import name_of
from editorial.questions import questions_of
from editorial.seals import is_sealed


class Step(StrEnum):
    NOT_SUBMITTED = "not-submitted"
    LANGUAGE_REVIEW = "language-review"
    MEDICAL_REVIEW = "medical-review"
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
    def site(self) -> SiteSettings:
        return SiteSettings.of_site()

    @cached_property
    def findings(self) -> list[Finding]:
        return self.findings_of(self.content)

    def findings_of(self, content: SignedContent) -> list[Finding]:
        """What the checks say of `content`, and what this site demands beyond them."""
        return [*self.page.findings(content), *self.page.demands(content, self.site)]

    @cached_property
    def newest_language_review(self) -> SignOff | None:
        return newest_review(self.page.pk)

    @cached_property
    def open_pairs(self) -> list[Pair]:
        """The pairs nobody has found right as they read now; empty where no review is needed."""
        if not self.page.needs_language_review or CHINESE not in self.content.languages:
            return []
        return list(open_pairs(self.content, self.newest_language_review))

    @property
    def language_review(self) -> SignOff | None:
        """The sealed review under which every pair is right as it reads now, or None."""
        return None if self.open_pairs else self.newest_language_review

    @property
    def awaits_language_review(self) -> bool:
        return bool(self.open_pairs)

    @property
    def needs_medical_review(self) -> bool:
        return self.page.needs_medical_review(self.site)

    @cached_property
    def medical_review(self) -> SignOff | None:
        """The newest sealed medical review of exactly these facts and English texts, or None."""
        reviews = SignOff.objects.filter(page_id=self.page.pk, scope=SignOff.Scope.MEDICAL)
        english = self.content.withhold_chinese()
        newest = (r for r in reviews.order_by("-signed_at", "-pk") if english.is_known_as(r.digest))
        found = next((review for review in newest if is_sealed(review)), None)
        return None if found and was_retracted(found, *LANGUAGES) else found

    @property
    def awaits_medical_review(self) -> bool:
        return self.needs_medical_review and self.medical_review is None

    @property
    def step(self) -> Step:
        if self.task_state is None:
            return Step.NOT_SUBMITTED
        if self.awaits_language_review:
            return Step.LANGUAGE_REVIEW
        return Step.MEDICAL_REVIEW if self.awaits_medical_review else Step.SIGN_OFF

    @property
    def waiting(self) -> TaskState:
        """The task that waits for a decision; ask only where refusals.require_on_desk has been."""
        if self.task_state is None:
            raise LookupError("nothing waits on this desk")
        return self.task_state

    @property
    def is_public(self) -> bool:
        """Whether the edition in force is exactly this draft, word for word."""
        return self.edition is not None and self.content.is_known_as(self.edition.digest)

    @cached_property
    def signed_before(self) -> SignedContent | None:
        """What the newest edition says, in force or ended; None before the first and after a redaction."""
        if self.newest is None or any(edition_problems(self.newest)):
            return None
        return None if self.newest.redacted_at else self.newest.load()

    @cached_property
    def questions(self) -> dict[str, str]:
        """What a signer has to answer of each number and fact that changed since the newest edition."""
        return questions_of(self.page, self.signed_before, self.content)

    def statements(self, role: str) -> dict[str, str]:
        """What a person of `role` has to tick: the fixed statements, and a signer the questions too."""
        fixed = {key: str(sentence) for key, sentence in STATEMENTS[role].items()}
        return fixed | (self.questions if role == SignOff.Role.SIGNER else {})

    @cached_property
    def newest(self) -> Edition | None:
        """The newest edition, in force or ended."""
        return Edition.objects.filter(page_id=self.page.pk).order_by("-number").first()

    def seen_by(self, person: Any) -> str:
        """Stands for everything a decision of `person` rests on; travels with the form.

        The words, what is printed about the person, and whether an edition came or was withdrawn meanwhile.
        """
        newest = [self.newest.number, self.newest.end_seal] if self.newest else []
        return digest_of(canonical_text([self.digest, Voucher.of(person), name_of(person), newest]))

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
