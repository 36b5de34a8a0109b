"""Two people at one page at the same moment, each in a thread with a transaction of its own."""

from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier, Event
from time import sleep
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.signals import pre_save

from editorial import signatures
from editorial.gate import SignOffRequired
from editorial.refusals import SignOffRefused
from trials.models import TrialPage

DONE = ""
PATIENCE = 20

Act = Callable[[], object]
Outcomes = dict[str, str]
"""By the name of an act: DONE, or the sentence that whoever tried it was told."""


def race(acts: Mapping[str, Act], late: Mapping[str, float]) -> Outcomes:
    """Run two acts at once, each late by so many seconds."""
    together = Barrier(len(acts))

    def run(name: str) -> str:
        together.wait(PATIENCE)
        # Nothing is waited for here: it is the start that must not always be the same.
        sleep(late[name])
        return outcome_of(acts[name])

    return _in_threads({name: lambda name=name: run(name) for name in acts})


class Starts:
    """How late each act starts, by chance, and nearer every time to the moment when either may come first."""

    SPREAD, STEP = 0.02, 0.006

    def __init__(self, chance: Random) -> None:
        self.chance, self.handicap = chance, 0.0
        self.orders: Counter[bool] = Counter()

    def of(self, first: str, second: str) -> dict[str, float]:
        by_chance = [self.chance.uniform(0, self.SPREAD) for _act in range(2)]
        return {
            first: by_chance[0] + max(0, self.handicap),
            second: by_chance[1] + max(0, -self.handicap),
        }

    def note(self, *, first_came_first: bool) -> None:
        self.orders[first_came_first] += 1
        self.handicap += self.STEP if first_came_first else -self.STEP


def overtake(acts: Mapping[str, Act], monkeypatch: pytest.MonkeyPatch) -> Outcomes:
    """Hold the first act between its last check and its first write until the second is through.

    Only without locks: with them the second would wait for the first.
    """
    (slow, quick), write = acts, signatures.write
    checked, through = Event(), Event()

    def hold(**signal: Any) -> None:
        # The second starts when this is set, so the first to come here is the slow one.
        if not checked.is_set():
            checked.set()
            through.wait(PATIENCE)

    def write_late(*args: Any, **columns: Any) -> Any:
        hold()
        return write(*args, **columns)

    # Connected after the gate, so that a save is held when the gate has let it pass.
    pre_save.connect(hold, sender=TrialPage)
    monkeypatch.setattr(signatures, "write", write_late)
    try:
        return _in_threads(
            {
                slow: lambda: _setting(checked, lambda: outcome_of(acts[slow])),
                quick: lambda: _setting(through, lambda: checked.wait(PATIENCE) and outcome_of(acts[quick])),
            }
        )
    finally:
        monkeypatch.setattr(signatures, "write", write)
        pre_save.disconnect(hold, sender=TrialPage)


def _setting(event: Event, run: Callable[[], str]) -> str:
    try:
        return run()
    finally:
        event.set()


def take_locks_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """No row is locked any more, wherever the code asks for it."""
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **options: rows.all())


def outcome_of(act: Act) -> str:
    """Run the act as a request does, in one transaction; an error nobody can read begins with its kind."""
    try:
        with transaction.atomic():
            act()
    except (SignOffRefused, SignOffRequired) as refusal:
        return str(refusal)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        connection.close()
    return DONE


def _in_threads(runs: Mapping[str, Callable[[], str]]) -> Outcomes:
    with ThreadPoolExecutor(len(runs)) as threads:
        promised = {name: threads.submit(run) for name, run in runs.items()}
        return {name: promise.result() for name, promise in promised.items()}
