"""Several pages at the same place in the flow, to count what one and three of them cost."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import TaskState

from editorial.desk import open_desk
from editorial.models import Edition
from editorial.signoff import review_language
from tests.editorial.desk import CHINESE_TICKED, signed
from tests.trials.factories import make_trial
from trials.models import TrialPage


def submitted_trial(number: int, owner: Any) -> TrialPage:
    page = make_trial(owner=owner, trial_id=f"NCT1000000{number}")
    page.get_workflow().start(page.get_latest_revision_as_object(), owner)
    return page


def found_right(page: TrialPage, reviewer: Any, now: datetime | None = None) -> TrialPage:
    seen = open_desk(page.pk).seen_by(reviewer)
    review_language(page, reviewer=reviewer, seen=seen, ticked=CHINESE_TICKED, now=now or timezone.now())
    return page


def public_trial(number: int, owner: Any, reviewer: Any, signer: Any, **how: Any) -> Edition:
    page = found_right(submitted_trial(number, owner), reviewer, how.get("now"))
    return signed(page, signer, **how)


def submitted_at(page: TrialPage, moment: datetime) -> None:
    TaskState.objects.filter(workflow_state__object_id=str(page.pk)).update(started_at=moment)


def queries(ask: Callable[[], Any]) -> int:
    """How many queries asking costs the second time: what was asked of a desk is kept by then."""
    ask()
    with CaptureQueriesContext(connection) as found:
        ask()
    return len(found)
