"""A page on the desk: complete in both languages, written by author and translator, submitted."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Page, Site

from editorial.checklist import STATEMENTS
from editorial.desk import open_desk
from editorial.models import Disclaimer, Edition, SignOff
from editorial.signoff import review_language, sign_off
from trials.keys import give_keys
from trials.models import (
    Condition,
    ConditionRow,
    CriterionRow,
    HomePage,
    Organisation,
    ParticipationStep,
    TrialIndexPage,
    TrialPage,
)
from trials.translating.staleness import keep, stale_texts

CHINESE_TICKED = set(STATEMENTS[SignOff.Role.LANGUAGE_REVIEWER])
ALL_TICKED = set(STATEMENTS[SignOff.Role.SIGNER])


@pytest.fixture
def home(db: None) -> HomePage:
    """The site's home, with the page that holds the trials below it."""
    if found := HomePage.objects.first():
        return found
    root = Page.get_first_root_node()
    page = root.add_child(instance=HomePage(title="Home", slug="front"))
    site = Site.objects.filter(is_default_site=True).first() or Site(
        is_default_site=True, hostname="localhost"
    )
    site.root_page = page
    site.save()
    return page


@pytest.fixture
def trials(home: HomePage) -> TrialIndexPage:
    return TrialIndexPage.objects.first() or home.add_child(
        instance=TrialIndexPage(title="Trials", slug="trials")
    )


@pytest.fixture
def draft(trials: TrialIndexPage, author: Any, translator: Any) -> TrialPage:
    """A draft complete in both languages: the English is author's, the Chinese translator's."""
    Disclaimer.objects.create(version=1, text_en="Not medical advice.", text_zh_hans="不构成医疗建议。")
    sponsor = Organisation.objects.create(
        name_en="A sponsor", name_zh_hans="某申办者", agency_class="INDUSTRY"
    )
    condition = Condition.objects.create(name_en="Multiple myeloma", name_zh_hans="多发性骨髓瘤")
    page = TrialPage(
        title="A trial", trial_id="NCT00000001", owner=author, sponsor=sponsor, status="RECRUITING"
    )
    for name in TrialPage.WORDS:
        setattr(page, f"{name}_en", f"English of {name}.")
    page.condition_rows = [ConditionRow(condition=condition)]
    page.criteria = [
        CriterionRow(group="inclusion", text_en="Platelets ≥50×10^9/L", sort_order=1),
        CriterionRow(group="exclusion", text_en="Pregnancy", sort_order=2),
    ]
    page.how_to_participate = [ParticipationStep(text_en="Call the hospital.", sort_order=1)]
    give_keys(page)
    trials.add_child(instance=page)
    page.save_revision(user=author)
    return _translated(page, translator)


def _translated(page: TrialPage, translator: Any) -> TrialPage:
    page = page.get_latest_revision_as_object()
    # No digit that the English has not.
    for letter, name in zip("甲乙丙丁戊己庚辛壬癸子丑寅卯辰", TrialPage.WORDS, strict=True):
        setattr(page, f"{name}_zh_hans", f"{letter}段文字。")
    for row, chinese in zip(page.criteria.all(), ("血小板≥50×10^9/L", "妊娠"), strict=True):
        row.text_zh_hans = chinese
    page.how_to_participate.all()[0].text_zh_hans = "给医院打电话。"
    page.save_revision(user=translator)
    return page


@pytest.fixture
def submit() -> Callable[..., TrialPage]:
    """Return a function that submits the newest draft of a page for review."""

    def start(page: TrialPage, user: Any) -> TrialPage:
        page.get_workflow().start(page.get_latest_revision_as_object(), user)
        return page

    return start


@pytest.fixture
def submitted(draft: TrialPage, submit: Any, author: Any) -> TrialPage:
    return submit(draft, author)


@pytest.fixture
def reviewed(submitted: TrialPage, language_reviewer: Any) -> TrialPage:
    """Submitted, and its Chinese found right."""
    review_language(
        submitted,
        reviewer=language_reviewer,
        seen=open_desk(submitted.pk).seen_by(language_reviewer),
        ticked=CHINESE_TICKED,
        now=timezone.now(),
    )
    return submitted


@pytest.fixture
def published(reviewed: TrialPage, signer: Any) -> TrialPage:
    """Signed off a moment ago; what is saved from here on is newer than its edition."""
    signed(reviewed, signer)
    return reviewed


def signed(page: TrialPage, signer: Any, now: datetime | None = None, **changes: Any) -> Edition:
    """Sign what is on the desk now, as the screen would; `changes` override what is posted."""
    desk = open_desk(page.pk)
    posted = {
        "seen": desk.seen_by(signer),
        "ticked": set(desk.statements(SignOff.Role.SIGNER)),
        "now": now or timezone.now(),
        **changes,
    }
    return sign_off(page, reviewer=signer, **posted)


def save_draft(page: TrialPage, user: Any, **texts: str) -> TrialPage:
    """Save a new draft of the page with some texts changed, as `user`."""
    newest = TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, text in texts.items():
        setattr(newest, name, text)
    # As if they had ticked that the Chinese is still right: what is stale is tested where it belongs.
    keep(newest, stale_texts(newest))
    newest.save_revision(user=user)
    return newest
