"""An act in a process of its own, killed outright at a chosen moment, as when the power fails."""

import os
import signal
from collections.abc import Callable
from random import Random
from time import perf_counter, sleep

from django.db import connection, transaction
from django.db.models import QuerySet

Act = Callable[[], object]
LATEST = 1.3
READY, THROUGH, FAILED = b"r", b"t", b"f"


def moments(number: int, chance: Random) -> list[float]:
    """Moments by chance from 0 to 1.3 times an act's usual duration, spread evenly, in any order."""
    spread = [LATEST * (each + chance.random()) / number for each in range(number)]
    return chance.sample(spread, number)


def kill(act: Act, *, after: float | None) -> float:
    """Run the act in a child and kill it after so many seconds, or (None) as soon as it has committed.

    The child lives until it is killed. Returns the seconds it was given.
    """
    # Neither a connection nor the pool's threads can be shared with a child.
    connection.close()
    connection.close_pool()
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        _run_until_killed(act, tell)
    os.close(tell)
    try:
        _expect(told, READY)
        started = perf_counter()
        if after is None:
            _expect(told, THROUGH)
        else:
            sleep(after)
        given = perf_counter() - started
    finally:
        os.kill(child, signal.SIGKILL)
        _pid, status = os.waitpid(child, 0)
        os.close(told)
    assert os.WIFSIGNALED(status), "the act failed by itself"
    return given


def torn(act: Act) -> Act:
    """The act with its transaction taken apart: every statement is kept at once. For a child only."""

    def run() -> None:
        transaction.Atomic.__enter__ = lambda block: None
        transaction.Atomic.__exit__ = lambda block, *error: None
        # PostgreSQL locks rows within a transaction only.
        QuerySet.select_for_update = lambda rows, **options: rows.all()
        act()

    return run


def _run_until_killed(act: Act, tell: int) -> None:
    try:
        connection.ensure_connection()
        os.write(tell, READY)
        act()
        os.write(tell, THROUGH)
        while True:
            signal.pause()
    finally:
        # Only an error leads here; nothing of the test run may be done a second time in the child.
        os.write(tell, FAILED)
        os._exit(1)


def _expect(told: int, word: bytes) -> None:
    heard = os.read(told, 1)
    assert heard == word, f"the child said {heard!r}"
