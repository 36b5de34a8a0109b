"""The round the command makes: write what is due, tell again what nobody confirmed, send the rest."""

from collections.abc import Iterator
from datetime import datetime

from editorial import notices
from editorial.letters.at_once import escalations
from editorial.letters.delivery import Outcome, deliver, deliverable
from editorial.letters.digests import digests, write_digests
from editorial.models import Letter


def write_due(now: datetime) -> None:
    """Write today's digests and the letters about notices that nobody confirmed."""
    notices.escalate(now)
    write_digests(now)


def send_due(now: datetime) -> Iterator[Outcome]:
    return deliver(deliverable(now), now=now)


def due(now: datetime) -> list[Letter]:
    """What a round at `now` would offer to the mail server; nothing is written."""
    late = notices.unconfirmed(now)
    escalated = [letter for notice in late for letter in escalations(notice, now=now)]
    return [*deliverable(now), *escalated, *digests(now)]
