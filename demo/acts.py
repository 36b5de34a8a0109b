"""Submitting, reviewing, signing: each act through the service that the screens use."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from wagtail.models import TaskState, WorkflowState

from demo.writing import newest
from editorial.checklist import STATEMENTS
from editorial.content import CHINESE
from editorial.desk import open_desk
from editorial.models import Edition, SignedPage, SignOff, Suggestion, UrgentNotice
from editorial.notices import put_up
from editorial.signoff import request_changes, review_language, sign_off
from editorial.suggestible import standing
from editorial.suggestions import suggest


def submit(page: SignedPage, *, by: Any, at: datetime) -> None:
    state = page.get_workflow().start(newest(page), by)
    # Wagtail writes its own clock; the office counts from here how long a page waits.
    WorkflowState.objects.filter(pk=state.pk).update(created_at=at)
    TaskState.objects.filter(workflow_state=state).update(started_at=at)


def find_chinese_right(page: SignedPage, *, by: Any, now: datetime) -> SignOff:
    return review_language(
        page,
        reviewer=by,
        seen=open_desk(page.pk).seen_by(by),
        ticked=set(STATEMENTS[SignOff.Role.LANGUAGE_REVIEWER]),
        now=now,
    )


def sign(page: SignedPage, *, by: Any, now: datetime, withhold_chinese_because: str = "") -> Edition:
    desk = open_desk(page.pk)
    return sign_off(
        page,
        reviewer=by,
        seen=desk.seen_by(by),
        ticked=set(desk.statements(SignOff.Role.SIGNER)),
        now=now,
        withhold_chinese_because=withhold_chinese_because,
    )


def send_the_chinese_back(page: SignedPage, *, by: Any, reason: str, now: datetime) -> None:
    request_changes(page, reviewer=by, reason=reason, now=now, languages=[CHINESE])


def suggest_instead(page: SignedPage, change: Mapping[str, str], *, by: Any, now: datetime) -> Suggestion:
    """Suggest the text as it stands with one part of it said otherwise."""
    place, language = change["place"], change["language"]
    wording = standing(open_desk(page.pk), place, language).replace(change["now"], change["instead"])
    told = {"place": place, "language": language, "wording": wording, "because": change["because"]}
    return suggest(page, person=by, now=now, **told)


def warn(page: SignedPage, notice: Mapping[str, str], *, by: Any, now: datetime) -> UrgentNotice:
    return put_up(page, by=by, kind=notice["kind"], source=notice["source"], now=now)
