"""Submitting, reviewing, signing: each act through the service that the screens use."""

from datetime import datetime
from typing import Any

from demo.writing import newest
from editorial.checklist import STATEMENTS
from editorial.desk import open_desk
from editorial.models import Edition, SignedPage, SignOff
from editorial.signoff import review_language, sign_off


def submit(page: SignedPage, *, by: Any) -> None:
    page.get_workflow().start(newest(page), by)


def find_chinese_right(page: SignedPage, *, by: Any, now: datetime) -> SignOff:
    return review_language(
        page,
        reviewer=by,
        seen=open_desk(page.pk).seen_by(by),
        ticked=set(STATEMENTS[SignOff.Role.LANGUAGE_REVIEWER]),
        now=now,
    )


def sign(page: SignedPage, *, by: Any, now: datetime) -> Edition:
    desk = open_desk(page.pk)
    return sign_off(
        page,
        reviewer=by,
        seen=desk.seen_by(by),
        ticked=set(desk.statements(SignOff.Role.SIGNER)),
        now=now,
    )
