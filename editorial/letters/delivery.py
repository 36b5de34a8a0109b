"""Handing letters to the mail server, each once; a letter stays unsent until the server accepted it."""

import logging
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException, SMTPServerDisconnected
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from editorial.models import Letter

log = logging.getLogger(__name__)

# What a person who just pressed a button may be kept waiting; the command tries again without them.
SECONDS_TO_ANSWER = 3
SECONDS_FOR_ALL = 5
FIRST_PAUSE = timedelta(minutes=5)
DOUBLINGS = 8
LONGEST_ERROR = 500
# A mail printed into the log of a server reaches nobody; the command prints it for whoever runs it.
PRINTED = "django.core.mail.backends.console.EmailBackend"


@dataclass(frozen=True)
class Outcome:
    letter: Letter
    error: str
    """Why the letter is kept; "" where it was accepted."""


def unsent() -> QuerySet[Letter]:
    """Letters nobody has accepted yet, to people who can be reached; those never tried come first."""
    reachable = Letter.objects.filter(sent_at__isnull=True, person__is_active=True).exclude(person__email="")
    return reachable.select_related("person").order_by("tries", "made_at", "pk")


def deliverable(now: datetime) -> list[Letter]:
    """The unsent letters whose turn it is: a refused one rests 5 minutes, then twice as long, then a day."""
    return [letter for letter in unsent() if letter.made_at + rest(letter.tries) <= now]


def rest(tries: int) -> timedelta:
    """How long after it was written a letter that was refused `tries` times is offered again."""
    doubled = FIRST_PAUSE * (2 ** min(tries, DOUBLINGS) - 1)
    return doubled + timedelta(days=max(0, tries - DOUBLINGS))


def deliver_on_commit(letters: list[Letter]) -> None:
    """Offer letters as soon as what they tell is true; never fails or delays the act for long."""
    if letters and settings.EMAIL_BACKEND != PRINTED:
        transaction.on_commit(partial(_deliver_at_once, letters), robust=True)


def _deliver_at_once(letters: list[Letter]) -> None:
    began = time.monotonic()
    for outcome in deliver(letters, now=timezone.now(), timeout=SECONDS_TO_ANSWER):
        if outcome.error:
            log.warning("letter %s is kept for later: %s", outcome.letter.pk, outcome.error)
        if time.monotonic() - began > SECONDS_FOR_ALL:
            return


def deliver(letters: Iterable[Letter], *, now: datetime, timeout: int | None = None) -> Iterator[Outcome]:
    """Offer each letter to the mail server; one that another command has in hand is passed over.

    A refused recipient does not stop the others; a server that does not answer ends the round.
    """
    waiting = list(letters)
    connection = get_connection(timeout=timeout)
    try:
        connection.open()
        for letter in waiting:
            outcome, gone = _offer(letter, connection, now)
            if outcome is not None:
                yield outcome
            if gone:
                return
    except OSError as error:
        yield from _keep(waiting, _why(error))
    finally:
        with suppress(OSError):
            connection.close()


def _keep(letters: list[Letter], why: str) -> Iterator[Outcome]:
    # No letter was offered, so none is to rest: all go out as soon as the server is back.
    keys = [letter.pk for letter in letters]
    Letter.objects.filter(pk__in=keys, sent_at__isnull=True).update(last_error=why)
    for letter in letters:
        yield Outcome(letter, why)


@transaction.atomic
def _offer(offered: Letter, connection: Any, now: datetime) -> tuple[Outcome | None, bool]:
    """What came of it, None where somebody else sends it; and whether the server is gone."""
    # The lock is kept while the server takes the letter: who finds it locked lets it be.
    locked = unsent().select_for_update(skip_locked=True, of=("self",))
    letter = locked.filter(pk=offered.pk).first()
    if letter is None:
        return None, False
    error: Exception | None = None
    try:
        _mail(letter, connection).send()
    except Exception as failed:
        error = failed
    letter.tries += 1
    letter.last_error = _why(error) if error else ""
    letter.sent_at = None if error else now
    letter.save(update_fields=["tries", "last_error", "sent_at"])
    return Outcome(letter, letter.last_error), _is_gone(error)


def _mail(letter: Letter, connection: Any) -> EmailMessage:
    host = urlsplit(settings.SITE_URL).hostname
    headers = {
        "Auto-Submitted": "auto-generated",
        "Content-Language": letter.language,
        # Always the same one, so that a letter accepted just before a crash is known when it comes again.
        "Message-ID": f"<letter.{letter.pk}.{letter.made_at:%Y%m%d%H%M%S%f}@{host}>",
    }
    to = [letter.person.email]
    return EmailMessage(letter.subject, letter.body, to=to, headers=headers, connection=connection)


def _is_gone(error: Exception | None) -> bool:
    if isinstance(error, SMTPException):
        return isinstance(error, SMTPServerDisconnected)
    return isinstance(error, OSError)


def _why(error: Exception) -> str:
    told: Any = str(error) or type(error).__name__
    if isinstance(error, SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        told = f"{code} {_decoded(said)}"
    elif isinstance(error, SMTPResponseException):
        told = f"{error.smtp_code} {_decoded(error.smtp_error)}"
    # PostgreSQL takes no NUL, and what a server says is its own affair.
    return told.replace("\0", "")[:LONGEST_ERROR]


def _decoded(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said
