"""The signer's acts: sign-off, re-review, withdrawal; the reviews before them are in editorial.reviews.

Each is one transaction: lock, read afresh, refuse with a sentence or write everything.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction

from editorial import letters, notices, refusals, signatures
from editorial.authors import edition_written_by
from editorial.canonical import canonical_text
from editorial.checklist import STATEMENTS
from editorial.content import SignedContent, Words
from editorial.desk import Desk, open_desk
from editorial.editions import edition_problems, end, put_in_force
from editorial.kept import version_seal_of
from editorial.models import Edition, SignedPage, SignOff
from editorial.people import LEADS, SIGNERS
from editorial.refusals import SignOffRefused
from editorial.reviews import request_changes, review_language, review_medicine

__all__ = [
    "SignOffRefused",
    "request_changes",
    "review_language",
    "review_medicine",
    "sign_off",
    "still_correct",
    "withdraw",
]


@transaction.atomic
def sign_off(
    page: SignedPage,
    *,
    reviewer: Any,
    seen: str,
    ticked: set[str],
    now: datetime,
    overrides: Mapping[str, str] | None = None,
    withhold_chinese_because: str = "",
) -> Edition:
    """Sign the whole page and put it before the public as its next edition.

    `seen` is Desk.seen_by(reviewer) of what was on the screen; `overrides` maps blocking
    findings, as shown, to written reasons. With `withhold_chinese_because` the edition is in English only.
    Raises SignOffRefused.
    """
    desk = open_desk(page.pk, lock=True)
    signatures.require_reviewer(desk, reviewer, SIGNERS, act=_("sign-off"))
    refusals.require_seen(desk, reviewer, seen)
    refusals.require_unscheduled(desk)
    refusals.require_free_address(desk)
    statements = desk.statements(SignOff.Role.SIGNER)
    refusals.require_ticked(statements, ticked)
    if withhold_chinese_because:
        withhold_chinese_because = refusals.require_reason(withhold_chinese_because)
    withholds = bool(withhold_chinese_because)
    content, recorded = _to_be_published(desk, overrides or {}, withholds=withholds)
    signed = signatures.write(
        desk.page,
        revision=desk.revision,
        role=SignOff.Role.SIGNER,
        scope=SignOff.Scope.FINAL,
        digest=content.digest,
        rests_on=_reviews_behind(desk, withheld=withholds),
        person=reviewer,
        statements=statements,
        now=now,
        overrides=canonical_text(recorded),
        withheld_reason=withhold_chinese_because,
    )
    edition = put_in_force(content, page=desk.page, revision=desk.revision, signed_by=signed, now=now)
    facts = _facts_of(edition) | {"version_seal": version_seal_of(edition)}
    signatures.note("editorial.sign_off", desk.page, reviewer, desk.revision, facts, now)
    _finish(desk, reviewer)
    return edition


@transaction.atomic
def still_correct(page: SignedPage, *, reviewer: Any, seen: str, ticked: set[str], now: datetime) -> SignOff:
    """Sign the edition in force again, word for word: the date of review moves, the words do not.

    `seen` is the digest of the edition that was on the screen. Raises SignOffRefused.
    """
    desk = open_desk(page.pk, lock=True)
    edition = _edition_in_force(desk)
    refusals.require_member(reviewer, SIGNERS, act=_("sign-off"))
    refusals.require_page_permission(desk, reviewer)
    refusals.require_in_force_digest(edition.digest, seen)
    if written := edition_written_by(reviewer, edition):
        raise refusals.wrote_it(desk.page, written)
    # The fixed statements only: nothing changed that could be asked about.
    statements = STATEMENTS[SignOff.Role.SIGNER]
    refusals.require_ticked(statements, ticked)
    signed = signatures.write(
        desk.page,
        revision=edition.revision,
        role=SignOff.Role.SIGNER,
        scope=SignOff.Scope.FINAL,
        digest=edition.digest,
        rests_on=edition.signed_by.rests_on,
        person=reviewer,
        statements=statements,
        now=now,
    )
    type(desk.page).on_edition(edition)
    signatures.note("editorial.still_correct", desk.page, reviewer, edition.revision, _facts_of(edition), now)
    return signed


@transaction.atomic
def withdraw(page: SignedPage, *, by: Any, reason: Words, now: datetime) -> Edition:
    """Take the edition in force from the public at once; readers are told the reason in their language.

    Raises SignOffRefused. A draft and its workflow are left alone.
    """
    desk = open_desk(page.pk, lock=True)
    refusals.require_member(by, LEADS, SIGNERS, act=_("withdraw"))
    refusals.require_page_permission(desk, by)
    because = refusals.require_public_reason(reason)
    edition = _edition_in_force(desk, intact=False)
    end(edition, Edition.End.WITHDRAWN, now=now, because=because)
    type(desk.page).on_end(edition)
    live_row = type(desk.page).objects.get(pk=desk.page.pk)
    UnpublishPageAction(live_row, user=by).execute(skip_permission_checks=True)
    facts = _facts_of(edition) | {"reason": because.en or because.zh_hans}
    signatures.note("editorial.withdraw", desk.page, by, edition.revision, facts, now)
    notices.lift_all(desk.page, by=by, because=_("The page was withdrawn."), now=now)
    letters.withdrawn(edition, by=by, now=now)
    return edition


def _to_be_published(
    desk: Desk, overrides: Mapping[str, str], *, withholds: bool
) -> tuple[SignedContent, list[dict[str, str]]]:
    """What would go before the public, and the findings overruled for it. Raises SignOffRefused."""
    content = desk.content.withhold_chinese() if withholds else desk.content
    recorded = refusals.require_no_blocking(desk.findings_of(content), overrides)
    if not withholds:
        refusals.require_language_review(desk)
    refusals.require_medical_review(desk)
    return content, recorded


def _edition_in_force(desk: Desk, *, intact: bool = True) -> Edition:
    if desk.edition is None:
        raise SignOffRefused(_("This page has no edition in force."))
    if intact and any(edition_problems(desk.edition)):
        raise SignOffRefused(_("The edition in force is not what was signed. Sign the page anew."))
    return desk.edition


def _reviews_behind(desk: Desk, *, withheld: bool) -> str:
    chinese = None if withheld else desk.language_review
    medical = desk.medical_review if desk.needs_medical_review else None
    return canonical_text([review.pk for review in (chinese, medical) if review])


def _finish(desk: Desk, reviewer: Any) -> None:
    # The workflow's finish action publishes the task's revision, and only one that an edition names.
    task_state = desk.waiting
    task_state.revision = desk.revision
    task_state.save(update_fields=["revision"])
    task_state.approve(user=reviewer)


def _facts_of(edition: Edition) -> dict[str, Any]:
    return {"edition": edition.number, "digest": edition.digest, "languages": edition.languages}
