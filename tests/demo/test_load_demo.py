"""load_demo: every trial in its state through the services, and nothing at all the second time."""

from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db.models import Model
from django.utils import timezone

from demo.load import load
from demo.office import Office
from demo.stories import (
    changes_requested,
    overdue,
    public_in_english_only,
    straight_from_the_registry,
    under_an_urgent_notice,
    waits_for_its_second_sign_off,
    waits_for_language_review,
)
from editorial import verify
from editorial.changes import text_changes
from editorial.desk import last_decision, open_desk
from editorial.freshness import Freshness, freshness_of
from editorial.models import Edition
from editorial.notices import standing_notices
from editorial.suggestible import open_suggestions
from trials.models import PublishedTrial, TrialPage

ENDING = """
Public site   http://127.0.0.1:8000/zh-hans/  http://127.0.0.1:8000/en/
Trial         http://127.0.0.1:8000/zh-hans/trials/nct06279026/  http://127.0.0.1:8000/en/trials/nct06279026/
Admin         http://127.0.0.1:8000/admin/

Log in as           Member of                   Password: demo (for everybody)
author              Authors
author2             Authors
translator          Translators
language-reviewer   Chinese language reviewers
medical-reviewer    Medical reviewers
signer              Signers
signer2             Signers
lead                Leads
admin               (superuser)
"""


def steps() -> dict[str, str]:
    return {page.trial_id: str(open_desk(page.pk).step) for page in TrialPage.objects.all()}


def rows(model: type[Model]) -> list[dict[str, Any]]:
    return list(model._base_manager.order_by("pk").values())


def everything() -> dict[str, list[dict[str, Any]]]:
    return {model._meta.label: rows(model) for model in apps.get_models()}


def test_load_leaves_each_trial_in_its_state(db: None) -> None:
    now = timezone.now()

    told = list(load(now=now))

    assert steps() == {
        "NCT06279026": "not-submitted",
        "NCT05905653": "not-submitted",
        "NCT06331169": "not-submitted",
        "NCT04856215": "not-submitted",
        "NCT05901974": "sign-off",
        "NCT05688046": "language-review",
        "NCT05378763": "not-submitted",
        "NCT04267848": "not-submitted",
        "NCT05480501": "not-submitted",
    }
    assert editions() == {
        "": now - timedelta(days=30),
        "about/": now - timedelta(days=30),
        "accessibility/": now - timedelta(days=30),
        "editorial-policy/": now - timedelta(days=30),
        "for-someone-else/": now - timedelta(days=30),
        "how-to-read/": now - timedelta(days=30),
        "privacy/": now - timedelta(days=30),
        "trials/nct04856215/": now - timedelta(days=12),
        "trials/nct05901974/": now - timedelta(days=40),
        "trials/nct05905653/": now - timedelta(days=200),
        "trials/nct06279026/": now - timedelta(days=20),
        "trials/nct06331169/": now - timedelta(days=50),
    }
    assert list(verify.problems()) == []
    assert len(told) == 24


def editions() -> dict[str, datetime]:
    return {edition.path: edition.published_at for edition in Edition.objects.in_force()}


def test_load_demo_changes_nothing_the_second_time(db: None) -> None:
    list(load(now=timezone.now()))
    before, printed = everything(), StringIO()

    call_command("load_demo", stdout=printed)

    assert everything() == before
    assert printed.getvalue() == "The demonstration is complete; nothing was changed.\n" + ENDING


def test_load_demo_is_refused_outside_a_demonstration(db: None, settings: Any) -> None:
    settings.DEMO = False

    with pytest.raises(CommandError, match="not for a demonstration"):
        call_command("load_demo")

    assert get_user_model().objects.count() == 0


def test_sent_back_trial_says_why(office: Office) -> None:
    changes_requested("NCT05378763", office)

    decision = last_decision(TrialPage.objects.get().pk)

    assert (decision.status, decision.finished_by) == ("rejected", office.team["language-reviewer"])
    assert decision.comment == (
        "The Chinese stops after the summary. Please translate the key points and the sections below, "
        "then submit the page again."
    )


def test_sent_back_trial_is_suspended_and_half_translated(office: Office) -> None:
    changes_requested("NCT05378763", office)

    content = open_desk(TrialPage.objects.get().pk).content

    assert content.facts.status == "SUSPENDED"
    assert [name for name in ("headline", "summary", "key_points") if getattr(content, name).zh_hans] == [
        "headline",
        "summary",
    ]


def test_overdue_trial_was_to_be_read_again_three_weeks_ago(office: Office) -> None:
    overdue("NCT05905653", office)

    due = PublishedTrial.objects.get().review_due
    late = (timezone.localdate() - due).days
    # The last working day in time is at most two days before the last day.
    assert (20 <= late <= 22, freshness_of(due, timezone.localdate())) == (True, Freshness.OVERDUE)


def test_notice_stands_for_three_hours_and_waits_for_a_second_person(office: Office) -> None:
    under_an_urgent_notice("NCT06331169", office)

    [notice] = standing_notices(TrialPage.objects.get().pk)

    assert (notice.kind, notice.set_by, notice.confirmed_by) == ("paused", office.team["lead"], None)
    assert notice.set_at == office.now - timedelta(hours=3)


def test_trial_in_english_only_says_why(office: Office) -> None:
    public_in_english_only("NCT04856215", office)

    edition = Edition.objects.get()

    assert edition.language_codes == ("en",)
    assert edition.signed_by.withheld_reason == (
        "The Chinese is only begun. It follows when a translator has finished it and a reviewer has found "
        "it right."
    )


def test_second_edition_that_waits_changes_one_number(office: Office) -> None:
    waits_for_its_second_sign_off("NCT05901974", office)

    desk = open_desk(TrialPage.objects.get().pk)

    assert [change.place for change in text_changes(desk.signed_before, desk.content)] == ["key_points"]
    assert list(desk.questions.values()) == [
        "Key points: 20 → 22, in both languages. I compared these numbers with the source."
    ]


def test_trial_in_language_review_has_two_suggestions(office: Office) -> None:
    waits_for_language_review("NCT05688046", office)

    waiting = open_suggestions().order_by("language").values_list("language", "person__username")

    assert list(waiting) == [("en", "language-reviewer"), ("zh-hans", "language-reviewer")]


def test_big_trial_keeps_every_site(office: Office) -> None:
    straight_from_the_registry("NCT04267848", office)

    assert len(TrialPage.objects.get().sites) == 1148
