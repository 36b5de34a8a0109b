"""kill -9 at any moment of an act: nothing of it happened or all of it, no draft is lost, a retry works.

The moments are drawn by chance from 0 to 1.3 times the act's usual duration. A failure names its seed:
KILL_SEED=<seed> .ci/postgres .venv/bin/python -m pytest tests/editorial/test_kill.py
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random, SystemRandom
from typing import Any

import pytest
from wagtail.models import Page

from editorial.verify import problems
from tests.editorial.killing import kill, moments, torn
from tests.editorial.raced_acts import DECIDED, NO_EDITION, decided
from tests.editorial.racing import DONE, outcome_of
from tests.editorial.truth import falsehoods
from tests.editorial.victims import (
    State,
    Victim,
    first_import,
    first_sign_off,
    next_import,
    next_sign_off,
    withdrawal,
)
from trials.models import TrialPage

pytestmark = [pytest.mark.postgres_only, pytest.mark.proof, pytest.mark.django_db(transaction=True)]

SEED = int(os.environ.get("KILL_SEED", SystemRandom().randrange(10**6)))
# A slow moment of the machine is no commit: from here on the child has said that it is through.
SURELY_THROUGH = 1.1
NOTHING, ALL = "nothing", "all"

Make = Callable[..., Victim]
CASES = [
    pytest.param(first_sign_off, 20, DECIDED, id="first sign-off"),
    pytest.param(next_sign_off, 20, DECIDED, id="next sign-off"),
    pytest.param(withdrawal, 30, NO_EDITION, id="withdrawal"),
    pytest.param(first_import, 15, DONE, id="first import"),
    pytest.param(next_import, 15, DONE, id="next import"),
]


@pytest.mark.parametrize(("make", "kills", "told"), CASES)
def test_kill_leaves_nothing_of_an_act_or_all_of_it(make, kills, told, stage, people):
    whole, usual = _unharmed(lambda: make(stage, people))
    found: Counter[str] = Counter()
    wrong: list[str] = []

    for moment in moments(kills, Random(f"{SEED} {make.__name__}")):
        victim = make(stage, people)
        before = State.of(victim.trial_id)
        kill(victim.act(), after=moment * usual if moment < SURELY_THROUGH else None)
        left = _left(victim, before, whole)
        found[left] += 1
        wrong += [f"killed at {moment:.2f}: {each}" for each in _wrong(victim, left, told, before, whole)]

    assert [*wrong, *problems(), *_unsound_tree()] == [], f"KILL_SEED={SEED}"
    assert found.keys() == {NOTHING, ALL}, f"KILL_SEED={SEED}: {found}"


@pytest.mark.parametrize(("make", "kills", "told"), CASES)
def test_kill_of_an_act_without_its_transaction_is_noticed(make, kills, told, stage, people):
    whole, usual = _unharmed(lambda: make(stage, people), torn)

    def left(moment: float) -> str:
        victim = make(stage, people)
        before = State.of(victim.trial_id)
        kill(torn(victim.act()), after=moment * usual)
        return _left(victim, before, whole)

    assert any(left(moment) not in (NOTHING, ALL) for moment in moments(30, Random(f"{SEED} torn")))


def _unharmed(make: Callable[[], Victim], how: Callable[[Any], Any] = lambda act: act) -> tuple[Any, float]:
    """What the act writes and its usual duration, when it is killed only after it has ended."""
    durations = []
    for _time in range(3):
        victim = make()
        before = State.of(victim.trial_id)
        durations.append(kill(how(victim.act()), after=None))
        whole = State.of(victim.trial_id).since(before)
        # The first time anybody reads the site, a row for its settings is made.
        assert list(_falsehoods(victim)) == []
    # The first of anything is the slowest, and may write what is written once for a person.
    return whole, sorted(durations)[1]


def _left(victim: Victim, before: State, whole: Any) -> str:
    after = State.of(victim.trial_id)
    if after == before:
        return NOTHING
    written = after.since(before)
    return ALL if written == whole else f"a part: {written}"


def _wrong(victim: Victim, left: str, told: str, before: State, whole: Any) -> Iterator[str]:
    """What is false on the page after the kill, or after the act is tried once more."""
    if left not in (NOTHING, ALL):
        yield left
    yield from _falsehoods(victim)
    again = outcome_of(victim.act())
    page_id = TrialPage.objects.get(trial_id=victim.trial_id).pk
    expected = DONE if left == NOTHING else decided(page_id) if told == DECIDED else told
    if again != expected:
        yield f"the retry was told {again!r} instead of {expected!r}"
    if (written := State.of(victim.trial_id).since(before)) != whole:
        yield f"the retry left {written}"
    yield from _falsehoods(victim)


def _falsehoods(victim: Victim) -> Iterator[str]:
    for page in TrialPage.objects.filter(trial_id=victim.trial_id):
        yield from falsehoods(page.pk, read=victim.read)


def _unsound_tree() -> list[str]:
    return [f"the tree of pages is unsound: {problem}" for problem in Page.find_problems() if problem]
