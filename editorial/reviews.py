"""What comes before the signature: the Chinese found right, the medicine found right, or changes requested.

Each is one transaction: lock, read afresh, refuse with a sentence or write everything.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from editorial import letters, refusals, signatures
from editorial.carrying import covered_by
from editorial.content import LANGUAGES
from editorial.desk import Desk, open_desk
from editorial.models import SignedPage, SignOff
from editorial.people import LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS


@transaction.atomic
def review_language(
    page: SignedPage, *, reviewer: Any, seen: str, ticked: set[str], now: datetime
) -> SignOff:
    """Record that every Chinese text says what its English says; the page goes on to sign-off.

    `seen` is Desk.seen_by(reviewer) of what was on the screen. Raises SignOffRefused.
    """
    desk = open_desk(page.pk, lock=True)
    signatures.require_reviewer(desk, reviewer, LANGUAGE_REVIEWERS, act=_("language review"))
    signed = _signed(desk, reviewer, SignOff.Role.LANGUAGE_REVIEWER, seen=seen, ticked=ticked)
    refusals.require_chinese(desk)
    content = desk.content
    return _write(
        desk,
        "editorial.language_review",
        scope=SignOff.Scope.CHINESE,
        digest=content.language_digest,
        covers=covered_by(content),
        now=now,
        **signed,
    )


@transaction.atomic
def review_medicine(
    page: SignedPage, *, reviewer: Any, seen: str, ticked: set[str], now: datetime
) -> SignOff:
    """Record that a medical reviewer finds facts and English right; for pages that need it.

    `seen` is Desk.seen_by(reviewer) of what was on the screen. Raises SignOffRefused.
    """
    desk = open_desk(page.pk, lock=True)
    signatures.require_reviewer(desk, reviewer, MEDICAL_REVIEWERS, act=_("medical review"))
    signed = _signed(desk, reviewer, SignOff.Role.MEDICAL_REVIEWER, seen=seen, ticked=ticked)
    digest = desk.content.withhold_chinese().digest
    return _write(
        desk, "editorial.medical_review", scope=SignOff.Scope.MEDICAL, digest=digest, now=now, **signed
    )


@transaction.atomic
def request_changes(
    page: SignedPage, *, reviewer: Any, reason: str, now: datetime, languages: Collection[str] = LANGUAGES
) -> None:
    """Send the page back with a written reason; who wrote what is wrong in `languages` is told at once.

    Raises SignOffRefused.
    """
    desk = open_desk(page.pk, lock=True)
    refusals.require_member(
        reviewer, LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS, act=_("request changes")
    )
    refusals.require_page_permission(desk, reviewer)
    refusals.require_on_desk(desk)
    reason = refusals.require_reason(reason)
    desk.waiting.reject(user=reviewer, comment=reason)
    letters.changes_requested(desk.page, by=reviewer, reason=reason, now=now, languages=languages)
    facts = {"reason": reason, "languages": list(languages)}
    signatures.note("editorial.changes", desk.page, reviewer, desk.revision, facts, now)


def _signed(desk: Desk, reviewer: Any, role: str, *, seen: str, ticked: set[str]) -> dict[str, Any]:
    """Who signs, as what, and stating what. Raises SignOffRefused for other words or a missing tick."""
    refusals.require_seen(desk, reviewer, seen)
    statements = desk.statements(role)
    refusals.require_ticked(statements, ticked)
    return {"person": reviewer, "role": role, "statements": statements}


def _write(desk: Desk, action: str, *, person: Any, now: datetime, **columns: Any) -> SignOff:
    review = signatures.write(desk.page, revision=desk.revision, person=person, now=now, **columns)
    signatures.note(action, desk.page, person, desk.revision, {"digest": review.digest}, now)
    return review
