"""What people do to a raced page, each act prepared as they had it on their screens before the race."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from wagtail.models import TaskState

from editorial.content import Words
from editorial.desk import open_desk
from editorial.models import Edition
from editorial.signoff import request_changes, review_language, sign_off, still_correct, withdraw
from tests.editorial.desk import ALL_TICKED, CHINESE_TICKED
from tests.editorial.raced_pages import SAVED
from tests.editorial.racing import Act
from tests.trials.drafting.records import record
from trials.drafting import draft_trial
from trials.models import TrialPage

REASON = "Wrong."
DECIDED = "This page does not wait for review: already decided by {name} at {time}."
NO_EDITION = "This page has no edition in force."


def decided(page_id: int) -> str:
    """The sentence that tells who decided and when, as the rows say."""
    tasks = TaskState.objects.filter(workflow_state__object_id=str(page_id), finished_at__isnull=False)
    newest = tasks.latest("finished_at")
    at = timezone.localtime(newest.finished_at)
    return DECIDED.format(name=newest.finished_by.get_full_name(), time=f"{at:%Y-%m-%d %H:%M}")


@dataclass
class Trial:
    """One page, and what each signer read of it: the digests by the person's key."""

    page: TrialPage
    people: dict[str, Any]
    read: dict[int, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for edition in Edition.objects.filter(page_id=self.page.pk):
            self._reads(edition.signed_by.person, edition.digest)

    def _reads(self, person: Any, digest: str) -> None:
        self.read.setdefault(person.pk, set()).add(digest)

    def prepare(self, name: str) -> Act:
        acts: dict[str, Callable[[], Act]] = {
            "approve": lambda: self._approve("signer"),
            "approve too": lambda: self._approve("signer2"),
            "reject": self._reject,
            "review": self._review,
            "still correct": self._still_correct,
            "withdraw": self._withdraw,
            "save": self._save,
            "autosave": lambda: self._save(overwriting=True),
            "import": self._import,
        }
        return acts[name]()

    def _approve(self, who: str) -> Act:
        desk, person = open_desk(self.page.pk), self.people[who]
        self._reads(person, desk.digest)
        posted = {"reviewer": person, "seen": desk.seen_by(person), "ticked": ALL_TICKED}
        return lambda: sign_off(self.page, **posted, now=timezone.now())

    def _review(self) -> Act:
        person = self.people["language_reviewer"]
        posted = {"seen": open_desk(self.page.pk).seen_by(person), "ticked": CHINESE_TICKED}
        return lambda: review_language(self.page, reviewer=person, **posted, now=timezone.now())

    def _still_correct(self) -> Act:
        person, seen = self.people["signer"], open_desk(self.page.pk).edition.digest
        posted = {"reviewer": person, "seen": seen, "ticked": ALL_TICKED}
        return lambda: still_correct(self.page, **posted, now=timezone.now())

    def _reject(self) -> Act:
        posted = {"reviewer": self.people["signer2"], "reason": REASON}
        return lambda: request_changes(self.page, **posted, now=timezone.now())

    def _withdraw(self) -> Act:
        posted = {"by": self.people["lead"], "reason": Words(en=REASON, zh_hans="有误。")}
        return lambda: withdraw(self.page, **posted, now=timezone.now())

    def _save(self, *, overwriting: bool = False) -> Act:
        author, opened = self.people["author"], self.page.latest_revision_id

        def save() -> None:
            # Step by step what Wagtail's editing screen does with a posted form.
            page = TrialPage.objects.get(pk=self.page.pk).get_latest_revision_as_object()
            page.summary_en = SAVED
            if not page.live:
                page.save(clean=False)
            overwritten = page.revisions.get(pk=opened) if overwriting else None
            page.save_revision(user=author, log_action=True, overwrite_revision=overwritten, clean=False)

        return save

    def _import(self) -> Act:
        newest = record(trial_id=self.page.trial_id)
        return lambda: draft_trial(newest, parent=self.page.get_parent(), user=None, now=timezone.now())
