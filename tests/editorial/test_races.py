"""Races at the desk: whoever comes first, nothing unsigned is public, and the other reads what happened.

Each pair is raced RACES times (50; `make races`: 500), with starts late by chance. A failure names its seed:
RACE_SEED=<seed> .ci/postgres .venv/bin/python -m pytest tests/editorial/test_races.py
"""

import os
from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from random import Random, SystemRandom

import pytest
from wagtail.models import Revision

from editorial.models import Edition
from editorial.verify import problems
from tests.editorial.raced_acts import DECIDED, NO_EDITION, Trial, decided
from tests.editorial.raced_pages import OPENED, SAVED, Stage
from tests.editorial.racing import DONE, Outcomes, Starts, overtake, race, take_locks_away
from tests.editorial.truth import falsehoods
from trials.models import TrialPage

pytestmark = [pytest.mark.postgres_only, pytest.mark.proof, pytest.mark.django_db(transaction=True)]

RACES = int(os.environ.get("RACES", "50"))
SEED = int(os.environ.get("RACE_SEED", SystemRandom().randrange(10**6)))

CHANGED = "The text changed after you opened it. Read it again, then decide."
IN_FORCE = "An edition of this page is in force. Only withdrawing it takes it down."


@dataclass(frozen=True)
class Pair:
    """Two acts on pages of these stages, in turn; what each is told when the other came before it.

    `first` cannot be done after `second`, so its outcome tells the order.
    """

    first: str
    second: str
    _: KW_ONLY
    stages: tuple[str, ...] = ("reviewed",)
    first_told: str
    second_told: tuple[str, ...] = (DONE,)
    share: int = 1
    """The number of races is divided by this."""


SAVED_OVER = ("reviewed", "reviewed", "reviewed", "submitted_anew")
AUTOSAVED_OVER = ("reviewed_and_saved", "submitted_anew")
PAIRS = [
    Pair("approve", "reject", first_told=DECIDED, second_told=(DECIDED,)),
    Pair("approve", "approve too", first_told=DECIDED, second_told=(DECIDED,)),
    Pair("approve", "save", stages=SAVED_OVER, first_told=CHANGED, second_told=(DONE, IN_FORCE)),
    Pair("approve", "autosave", stages=AUTOSAVED_OVER, first_told=CHANGED, second_told=(DONE, IN_FORCE)),
    Pair("approve", "withdraw", stages=("submitted_anew",), first_told=CHANGED),
    Pair("review", "save", stages=("submitted",), first_told=CHANGED, share=2),
    Pair("review", "autosave", stages=("submitted",), first_told=CHANGED, share=2),
    Pair("still correct", "withdraw", stages=("published",), first_told=NO_EDITION, share=2),
    Pair("approve", "import", first_told=CHANGED, share=2),
]


def name_of(pair: Pair) -> str:
    return f"{pair.first}, {pair.second}"


@pytest.mark.parametrize("pair", PAIRS, ids=name_of)
def test_race_leaves_nothing_false_and_tells_what_happened(pair, stage, people):
    starts = Starts(Random(f"{SEED} {name_of(pair)}"))
    wrong: list[str] = []

    for number in range(RACES // pair.share):
        trial = Trial(_page(stage, pair, number), people)
        acts = {name: trial.prepare(name) for name in (pair.first, pair.second)}
        outcomes = race(acts, starts.of(*acts))
        starts.note(first_came_first=outcomes[pair.first] == DONE)
        wrong += [f"race {number}: {sentence}" for sentence in _violations(pair, trial, outcomes)]

    assert [*wrong, *problems()] == [], f"RACE_SEED={SEED}"
    assert set(starts.orders) == {True, False}, f"RACE_SEED={SEED}: {starts.orders}"


# A language review of words that change meanwhile is as harmless as one of words that change a moment later.
@pytest.mark.parametrize("pair", [pair for pair in PAIRS if name_of(pair) != "review, save"], ids=name_of)
def test_race_without_locks_is_noticed(pair, stage, people, monkeypatch):
    take_locks_away(monkeypatch)
    held_last = pair.second not in ("save", "import")
    names = (pair.first, pair.second) if held_last else (pair.second, pair.first)
    trial = Trial(_page(stage, pair, 0), people)

    outcomes = overtake({name: trial.prepare(name) for name in names}, monkeypatch)

    assert list(_violations(pair, trial, outcomes)) != []


def _page(stage: Stage, pair: Pair, number: int) -> TrialPage:
    return getattr(stage, pair.stages[number % len(pair.stages)])()


def _violations(pair: Pair, trial: Trial, outcomes: Outcomes) -> Iterator[str]:
    """What is false on the page, what was lost, and what somebody was told without need or wrongly."""
    yield from falsehoods(trial.page.pk, read=trial.read)
    yield from _lost_words(trial, outcomes)
    first, second = outcomes[pair.first], outcomes[pair.second]
    allowed = pair.second_told if first == DONE else (DONE,)
    if first not in (DONE, told := _as_told(pair.first_told, trial)):
        yield f"{pair.first} was told {first!r} instead of {told!r}"
    if second not in [_as_told(sentence, trial) for sentence in allowed]:
        yield f"{pair.first} was told {first!r}, {pair.second} {second!r}"
    editions = Edition.objects.filter(page_id=trial.page.pk)
    if outcomes.get("reject") == DONE and editions.exists():
        yield "an edition of what was sent back"
    if outcomes.get("withdraw") == DONE and editions.filter(ended_at=None).exists():
        yield "in force although withdrawn"


def _lost_words(trial: Trial, outcomes: Outcomes) -> Iterator[str]:
    saved = DONE in (outcomes.get("save"), outcomes.get("autosave"))
    newest = Revision.objects.get(pk=TrialPage.objects.get(pk=trial.page.pk).latest_revision_id)
    if newest.content["summary_en"] != (SAVED if saved else OPENED):
        yield f"the newest draft says {newest.content['summary_en']!r}"


def _as_told(sentence: str, trial: Trial) -> str:
    return decided(trial.page.pk) if sentence == DECIDED else sentence
