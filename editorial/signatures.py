"""Putting a name under words: who may, the sealed row itself, and the entry in the page's log."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from wagtail.log_actions import log
from wagtail.models import Revision

from editorial import refusals
from editorial.checklist import as_signed
from editorial.desk import Desk
from editorial.editions import day_of
from editorial.load import next_due
from editorial.models import SignedPage, SignOff, Voucher
from editorial.people import name_of
from editorial.seals import seal_of


def require_reviewer(desk: Desk, person: Any, group: str, *, act: str) -> None:
    """Raise SignOffRefused unless `person` may decide on what waits here."""
    refusals.require_member(person, group, act=act)
    refusals.require_page_permission(desk, person)
    refusals.require_on_desk(desk)
    refusals.require_four_eyes(desk, person)


def write(
    page: SignedPage, *, person: Any, statements: Mapping[str, Any], now: datetime, role: str, **columns: Any
) -> SignOff:
    """Write a sealed signature of `person` in `role`; a final one says when it lapses."""
    is_final = columns["scope"] == SignOff.Scope.FINAL
    signed = SignOff(
        page_id=page.pk,
        role=role,
        person=person,
        person_name=name_of(person),
        checklist=as_signed(statements),
        signed_at=now,
        review_due=next_due(day_of(now), page_id=page.pk) if is_final else None,
        **Voucher.of(person),
        **columns,
    )
    signed.seal = seal_of(signed)
    signed.save()
    return signed


def note(
    action: str, page: SignedPage, user: Any, revision: Revision, facts: dict[str, Any], now: datetime
) -> None:
    """Enter the act in the log of the page."""
    log(instance=page, action=action, user=user, revision=revision, data=facts, timestamp=now)
