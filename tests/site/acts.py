"""Urgent notices put up and lifted the short way: sealed as the service seals them, no permissions."""

from datetime import UTC, datetime
from typing import Any

from django.db import connection

from editorial import triggers
from editorial.models import Edition, UrgentNotice
from editorial.notices import LIFTED
from editorial.seals import act_seal_of, seal_of

Kind, Source = UrgentNotice.Kind, UrgentNotice.Source

# 14:05 in Suzhou.
MOMENT = datetime(2026, 5, 18, 6, 5, tzinfo=UTC)


def put_up(
    edition: Edition,
    *,
    by: Any,
    kind: str = Kind.PAUSED,
    source: str = Source.HOSPITAL,
    now: datetime = MOMENT,
) -> UrgentNotice:
    notice = UrgentNotice(page_id=edition.page_id, kind=kind, source=source, set_by=by, set_at=now)
    notice.seal = seal_of(notice)
    notice.save()
    return notice


def lift(notice: UrgentNotice, *, by: Any, now: datetime) -> None:
    notice.lifted_by, notice.lifted_at, notice.lifted_because = by, now, "It is over."
    notice.lift_seal = act_seal_of(notice, "lifted", *LIFTED)
    notice.save(update_fields=["lifted_by", "lifted_at", "lifted_because", "lift_seal"])


def give_digest(edition: Edition, digest: str) -> None:
    """Another digest under genuine seals; the words no longer match it."""
    stored = Edition.objects.select_related("signed_by").get(pk=edition.pk)
    stored.digest = digest
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE editorial_edition SET digest = %s, seal = %s WHERE id = %s",
            [digest, seal_of(stored), stored.pk],
        )
