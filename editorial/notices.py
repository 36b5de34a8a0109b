"""Urgent notices: one person puts a fixed sentence above a page at once, a second one confirms it.

The sentences stand in code, so nothing unsigned is written; a notice stands until a person lifts it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from editorial import refusals
from editorial.desk import Desk, open_desk
from editorial.models import SignedPage, UrgentNotice
from editorial.people import LEADS, SIGNERS, name_of
from editorial.refusals import Incomplete, SignOffRefused
from editorial.seals import act_seal_of, is_act_sealed, is_sealed, seal_of

HOURS_TO_CONFIRM = 24
CONFIRMED = ("confirmed_by_id", "confirmed_at")
LIFTED = ("lifted_by_id", "lifted_at", "lifted_because")


@transaction.atomic
def put_up(page: SignedPage, *, by: Any, kind: str, source: str, now: datetime) -> UrgentNotice:
    """Put one of the fixed sentences above the page, at once and in both languages. Raises SignOffRefused."""
    desk = _desk(page, by, act=_("put up an urgent notice"))
    if not desk.page.takes_notices:
        raise SignOffRefused(_("Notices stand above trial pages only."))
    if desk.edition is None:
        raise SignOffRefused(_("This page has no edition in force."))
    if kind not in UrgentNotice.Kind.values or source not in UrgentNotice.Source.values:
        raise Incomplete(_("Choose what has to be said and who says so."))
    if any(notice.kind == kind for notice in standing_notices(page.pk)):
        raise SignOffRefused(_("This notice stands above the page already."))
    notice = UrgentNotice(page_id=page.pk, kind=kind, source=source, set_by=by, set_at=now)
    notice.seal = seal_of(notice)
    notice.save()
    _log("editorial.notice", desk, notice, by, now)
    from editorial import letters

    letters.notice_put_up(notice, now=now)
    return notice


@transaction.atomic
def confirm(notice: UrgentNotice, *, by: Any, now: datetime) -> UrgentNotice:
    """A second person stands behind the notice. Raises SignOffRefused."""
    desk = _desk(notice.page, by, act=_("confirm an urgent notice"))
    notice = _afresh(notice)
    if notice.set_by_id == by.pk:
        raise SignOffRefused(_("You put this notice up. A second person has to confirm it."))
    if notice.confirmed_by is not None and is_confirmed(notice):
        raise SignOffRefused(
            _("%(name)s confirmed this notice already.") % {"name": name_of(notice.confirmed_by)}
        )
    if notice.confirmed_at is not None:
        raise _altered()
    notice.confirmed_by, notice.confirmed_at = by, now
    notice.confirm_seal = act_seal_of(notice, "confirmed", *CONFIRMED)
    notice.save(update_fields=["confirmed_by", "confirmed_at", "confirm_seal"])
    _log("editorial.notice_confirmed", desk, notice, by, now)
    return notice


@transaction.atomic
def lift(notice: UrgentNotice, *, by: Any, because: str, now: datetime) -> UrgentNotice:
    """Take the notice down; only this and a withdrawal of the page do. Raises SignOffRefused."""
    desk = _desk(notice.page, by, act=_("lift an urgent notice"))
    notice = _afresh(notice)
    notice.lifted_because = refusals.require_reason(because)
    notice.lifted_by, notice.lifted_at = by, now
    notice.lift_seal = act_seal_of(notice, "lifted", *LIFTED)
    notice.save(update_fields=["lifted_by", "lifted_at", "lifted_because", "lift_seal"])
    _log("editorial.notice_lifted", desk, notice, by, now)
    return notice


def lift_all(page: SignedPage, *, by: Any, because: str, now: datetime) -> None:
    """Take every notice of a page down that stands above nothing any more. Raises SignOffRefused."""
    for notice in standing_notices(page.pk):
        # One with a forged lift is the operator's to look into; it must not keep the page public.
        if notice.lifted_at is None:
            lift(notice, by=by, because=because, now=now)


def standing_notices(page_id: Any) -> list[UrgentNotice]:
    """The genuine notices above a page, oldest first."""
    return [notice for notice in UrgentNotice.objects.filter(page_id=page_id) if stands(notice)]


def stands(notice: UrgentNotice) -> bool:
    """Whether it was put up with the key and not lifted with it; a forged lift lifts nothing."""
    return is_sealed(notice) and not is_lifted(notice)


def is_lifted(notice: UrgentNotice) -> bool:
    return notice.lifted_at is not None and is_act_sealed(notice, "lifted", notice.lift_seal, *LIFTED)


def is_confirmed(notice: UrgentNotice) -> bool:
    return notice.confirmed_at is not None and is_act_sealed(
        notice, "confirmed", notice.confirm_seal, *CONFIRMED
    )


def unconfirmed(now: datetime) -> list[UrgentNotice]:
    """Notices that stand longer than a second person had time for, oldest first."""
    late = UrgentNotice.objects.filter(set_at__lte=now - timedelta(hours=HOURS_TO_CONFIRM))
    return [notice for notice in late.select_related("page") if stands(notice) and not is_confirmed(notice)]


def escalate(now: datetime) -> list[UrgentNotice]:
    """Tell the leads of every notice nobody confirmed in time; returns those they were told of."""
    from editorial import letters

    late = unconfirmed(now)
    for notice in late:
        letters.notice_escalated(notice, now=now)
    return late


def notice_problems() -> Iterable[str]:
    """A sentence per notice that was forged, or confirmed or lifted without the key."""
    for notice in UrgentNotice.objects.select_related("page"):
        named = f"notice {notice.pk} on {notice.page.slug}"
        if not is_sealed(notice):
            yield f"{named}: the seal does not match"
        if notice.confirmed_at is not None and not is_confirmed(notice):
            yield f"{named}: its confirmation was forged"
        if notice.lifted_at is not None and not is_lifted(notice):
            yield f"{named}: it was lifted without the key"
    known = set(map(str, UrgentNotice.objects.values_list("pk", flat=True)))
    for entry in PageLogEntry.objects.filter(action="editorial.notice"):
        number = entry.data.get("notice") if isinstance(entry.data, dict) else None
        if str(number) not in known:
            yield f"notice {number} on page {entry.page_id}: it is missing"


def _desk(page: SignedPage, person: Any, *, act: str) -> Desk:
    desk = open_desk(page.pk, lock=True)
    refusals.require_member(person, LEADS, SIGNERS, act=act)
    refusals.require_page_permission(desk, person)
    return desk


def _afresh(notice: UrgentNotice) -> UrgentNotice:
    # The page is locked, so nobody else changes its notices meanwhile.
    fresh = UrgentNotice.objects.get(pk=notice.pk)
    if not stands(fresh):
        raise SignOffRefused(_("This notice does not stand any more."))
    if fresh.lifted_at is not None:
        raise _altered()
    return fresh


def _altered() -> SignOffRefused:
    return SignOffRefused(_("This notice was altered outside the software. Tell whoever runs it."))


def _log(action: str, desk: Desk, notice: UrgentNotice, by: Any, now: datetime) -> None:
    facts = {"notice": notice.pk, "kind": notice.kind, "source": notice.source}
    if notice.lifted_because:
        facts["reason"] = notice.lifted_because
    log(instance=desk.page, action=action, user=by, revision=desk.revision, data=facts, timestamp=now)
