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
from demo.stories import changes_requested, in_translation, straight_from_the_registry
from editorial import verify
from editorial.desk import last_decision, open_desk
from editorial.models import Edition
from trials.models import TrialPage

ENDING = """
Public site   http://127.0.0.1:8000/zh-hans/  http://127.0.0.1:8000/en/
Trial         http://127.0.0.1:8000/zh-hans/trials/nct06279026/  http://127.0.0.1:8000/en/trials/nct06279026/
Admin         http://127.0.0.1:8000/admin/

Log in as           Member of                   Password: demo (for everybody)
author              Authors
author2             Authors
translator          Translators
language-reviewer   Chinese language reviewers
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
        "NCT05901974": "sign-off",
        "NCT05905653": "language-review",
        "NCT05688046": "not-submitted",
        "NCT05378763": "not-submitted",
        "NCT04267848": "not-submitted",
        "NCT05480501": "not-submitted",
    }
    assert editions() == {
        "": now - timedelta(days=30),
        "about/": now - timedelta(days=30),
        "accessibility/": now - timedelta(days=30),
        "editorial-policy/": now - timedelta(days=30),
        "privacy/": now - timedelta(days=30),
        "trials/nct06279026/": now - timedelta(days=20),
    }
    assert list(verify.problems()) == []
    assert len(told) == 15


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
    changes_requested("NCT05688046", office)

    decision = last_decision(TrialPage.objects.get().pk)

    assert (decision.status, decision.finished_by) == ("rejected", office.team["signer2"])
    assert decision.comment == (
        "Please add to “What this trial studies”, in both languages, how many people were in each group: "
        "36 with angiogenesis inhibitors and 43 without (registry, study population)."
    )


def test_suspended_trial_says_so_and_is_half_translated(office: Office) -> None:
    in_translation("NCT05378763", office)

    content = open_desk(TrialPage.objects.get().pk).content

    assert content.facts.status == "SUSPENDED"
    assert [name for name in ("headline", "summary", "key_points") if getattr(content, name).zh_hans] == [
        "headline",
        "summary",
    ]


def test_big_trial_keeps_every_site(office: Office) -> None:
    straight_from_the_registry("NCT04267848", office)

    assert len(TrialPage.objects.get().sites) == 1148
