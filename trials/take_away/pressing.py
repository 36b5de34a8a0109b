"""A press at work while a reader waits, but not for long: what it makes is kept all the same."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from threading import Thread
from typing import BinaryIO

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from django.utils.translation import gettext as _

from trials.take_away.one_at_a_time import BeingMade
from trials.take_away.printing import Order, printed
from trials.take_away.tools import CannotMake

log = logging.getLogger(__name__)

FAILED_SECONDS = 600


def require_no_failure(made_from: str) -> None:
    """Raises CannotMake where the press failed at these very words a short while ago."""
    if cache.get(_failed(made_from)):
        raise CannotMake(_("This file could not be made just now."))


def pressed(order: Order, *, made_from: str) -> bytes:
    """The finished file; a failure is remembered. Raises CannotMake."""
    try:
        return printed(order)
    except CannotMake:
        cache.set(_failed(made_from), True, FAILED_SECONDS)
        raise


def pressed_soon(
    order: Order, *, made_from: str, held: BinaryIO, keep_late: Callable[[bytes], object]
) -> bytes:
    """The file, if it is finished before a reader goes; else `keep_late` gets it, on a thread of its own.

    `held` is closed when the press stops. Raises BeingMade, CannotMake.
    """
    made: Future[bytes] = Future()
    lang = translation.get_language()

    def work() -> None:
        with held, translation.override(lang):
            try:
                made.set_result(pressed(order, made_from=made_from))
            except Exception as problem:  # whatever it is, the reader's thread says it
                made.set_exception(problem)

    Thread(target=work, name=f"press {made_from[:8]}", daemon=True).start()
    try:
        return made.result(timeout=settings.TAKE_AWAY_READER_SECONDS)
    except TimeoutError:
        if made.done():
            return made.result()
        made.add_done_callback(partial(_start_keeping, keep_late))
        raise BeingMade from None


def _start_keeping(keep_late: Callable[[bytes], object], made: Future[bytes]) -> None:
    # Not on the thread of a reader, whose connection would be closed.
    Thread(target=_keep, args=(made, keep_late), name="keep a late file", daemon=True).start()


def _keep(made: Future[bytes], keep_late: Callable[[bytes], object]) -> None:
    try:
        keep_late(made.result())
    except Exception as problem:  # nobody waits for it any more
        log.warning("A file finished late is not kept: %s", problem)
    finally:
        connection.close()


def _failed(made_from: str) -> str:
    return f"take-away-failed:{made_from}"
