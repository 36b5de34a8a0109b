"""Pages for races and kills: small, complete in both languages, by services, at a stage of the desk."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.utils import timezone
from wagtail.signal_handlers import disable_reference_index_auto_update

from editorial.desk import open_desk
from editorial.models import Disclaimer
from editorial.signoff import review_language
from tests.editorial.desk import CHINESE_TICKED, signed
from trials.keys import give_keys
from trials.models import (
    Condition,
    ConditionRow,
    CriterionRow,
    Organisation,
    ParticipationStep,
    TrialIndexPage,
    TrialPage,
)

FORMER, OPENED, SAVED = (
    "Summary of the edition before.",
    "Summary as it was opened.",
    "Summary as it was saved.",
)


@dataclass
class Stage:
    """Makes pages of one author, each further on its way than the one before."""

    parent: TrialIndexPage
    author: Any
    language_reviewer: Any
    signer: Any
    sponsor: Organisation
    condition: Condition
    made: int = field(default=0)

    def next_id(self) -> str:
        self.made += 1
        return f"NCT{self.made:08}"

    def draft(self) -> TrialPage:
        page = TrialPage(
            title="A trial",
            trial_id=self.next_id(),
            owner=self.author,
            sponsor=self.sponsor,
            status="RECRUITING",
            **_words(),
        )
        page.condition_rows = [ConditionRow(condition=self.condition)]
        page.criteria = [CriterionRow(group="inclusion", text_en="Adults", text_zh_hans="成年人")]
        page.how_to_participate = [ParticipationStep(text_en="Ring.", text_zh_hans="打电话。")]
        give_keys(page)
        with _quickly():
            self.parent.add_child(instance=page)
        return self._save(page)

    def submitted(self) -> TrialPage:
        return self._submit(self.draft())

    def reviewed(self) -> TrialPage:
        return self._review(self.submitted())

    def reviewed_and_saved(self) -> TrialPage:
        """An autosave rewrites no version that somebody reviewed, so the author has saved once more."""
        return self._save(self.reviewed())

    def published(self) -> TrialPage:
        page = self.reviewed()
        with _quickly():
            signed(page, self.signer)
        return TrialPage.objects.get(pk=page.pk)

    def submitted_anew(self) -> TrialPage:
        """An edition is in force, and the author has saved and submitted the same words once more."""
        return self._submit(self._save(self.published()))

    def _save(self, page: TrialPage) -> TrialPage:
        with _quickly():
            page.save_revision(user=self.author, clean=False)
        return page

    def _submit(self, page: TrialPage) -> TrialPage:
        page.get_workflow().start(page, self.author)
        return page

    def _review(self, page: TrialPage) -> TrialPage:
        reviewer = self.language_reviewer
        seen = open_desk(page.pk).seen_by(reviewer)
        review_language(page, reviewer=reviewer, seen=seen, ticked=CHINESE_TICKED, now=timezone.now())
        return page


@pytest.fixture
def stage(trials: TrialIndexPage, author: Any, language_reviewer: Any, signer: Any) -> Stage:
    Disclaimer.objects.create(version=1, text_en="Not medical advice.", text_zh_hans="不构成医疗建议。")
    sponsor = Organisation.objects.create(
        name_en="A sponsor", name_zh_hans="某申办者", agency_class="INDUSTRY"
    )
    condition = Condition.objects.create(name_en="Multiple myeloma", name_zh_hans="多发性骨髓瘤")
    return Stage(trials, author, language_reviewer, signer, sponsor, condition)


@pytest.fixture
def people(author: Any, language_reviewer: Any, signer: Any, signer2: Any, lead: Any) -> dict[str, Any]:
    """Who acts in races and kills, by what they are."""
    names = ("author", "language_reviewer", "signer", "signer2", "lead")
    return dict(zip(names, (author, language_reviewer, signer, signer2, lead), strict=True))


def _quickly() -> AbstractContextManager[None]:
    # Wagtail's index of references costs as much as all the rest of a save, and nothing here asks it.
    return disable_reference_index_auto_update()


def _words() -> dict[str, str]:
    english = {f"{name}_en": f"English of {name}." for name in TrialPage.WORDS}
    chinese = {f"{name}_zh_hans": "一段文字。" for name in TrialPage.WORDS}
    return english | chinese | {"summary_en": OPENED}
