"""Every way words could reach the public, each tried for real: a row per door, two oracles, two controls.

Races and crashes have files of their own: test_races.py and test_kill.py.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.db.models.signals import pre_save
from django.utils import translation

from editorial.gate import guard
from editorial.verify import problems
from tests.editorial.doors import (
    admin_api,
    afterwards,
    code,
    database,
    dates,
    evidence,
    leaking,
    oracles,
    screens,
    signers,
    workflow,
)
from tests.editorial.doors.door import Door
from tests.editorial.doors.office import Office, unsigned_row
from tests.editorial.doors.public import STARTS, Public, opened
from tests.editorial.doors.surfaces import PAGE, SURFACES, public_patterns, read_public

pytestmark = [pytest.mark.proof, pytest.mark.django_db]

ROOMS = (screens, admin_api, code, dates, database, evidence, signers, workflow, afterwards)
# Doors with the same start stand together: the office is opened once for all of them.
DOORS = [door for start in STARTS for room in ROOMS for door in room.doors.rows if door.start == start]
GATED = [door for door in DOORS if door.without_gate]


def each(doors: Iterable[Door]) -> Any:
    rows = [pytest.param(door.start, door, id=door.name) for door in doors]
    return pytest.mark.parametrize(("start", "door"), rows, indirect=["start"])


def starting(*starts: str) -> Any:
    return pytest.mark.parametrize("start", starts, indirect=True)


@pytest.fixture(scope="module")
def start(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any
) -> Iterator[tuple[Office, Public]]:
    """An office at one start, in a transaction around those of the tests, each of which is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        with translation.override("en"):
            made = opened(request.param)
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def office(start: tuple[Office, Public], db: None) -> Office:
    return start[0].again()


@pytest.fixture
def before(start: tuple[Office, Public]) -> Public:
    return start[1]


@pytest.fixture
def gate_off() -> Iterator[None]:
    pre_save.disconnect(dispatch_uid="editorial.gate")
    yield
    pre_save.connect(guard, dispatch_uid="editorial.gate")


def listed(found: Iterable[str]) -> list[str]:
    """Problems without the numbers nobody can know."""
    undated = (re.sub(r"\d{4}-\d\d-\d\d", "{day}", problem) for problem in found)
    return [re.sub(r"sign-off \d+", "sign-off {n}", problem) for problem in undated]


@each(DOORS)
def test_door_is_shut(office: Office, before: Public, door: Door) -> None:
    said = door.act(office)

    assert (said if door.says is not None else None, listed(problems())) == (door.says, list(door.found))
    assert before.differs(door.public) == []


@each(GATED)
def test_without_the_gate_verify_finds_what_the_door_let_in(
    office: Office, before: Public, door: Door, gate_off: None
) -> None:
    door.act(office)

    assert listed(problems()) == list(door.without_gate)
    assert before.differs("same") == []


@starting("redrafted")
@pytest.mark.parametrize("urls", ["LATEST", "LIVE"])
def test_words_leak_where_the_public_view_shows_the_page(
    office: Office, before: Public, settings: Any, urls: str
) -> None:
    unsigned_row(office)
    with_the_real_view = before.differs("same")
    settings.ROOT_URLCONF = getattr(leaking, urls)

    found = before.differs("same")

    unsigned = oracles.UNSIGNED_IN.items()
    leaked = [f"{PAGE.format(lang=lang)}: {text}" for lang, texts in unsigned for text in texts]
    assert with_the_real_view == []
    assert [line for line in found if line in leaked] == leaked


@starting("resubmitted")
def test_no_surface_says_a_word_of_the_draft(office: Office, before: Public) -> None:
    answers = read_public(still=True)

    assert oracles.leaks(answers, oracles.UNSIGNED) == []
    assert sorted({answer.status for answer in answers.values()}) == [200, 301, 302, 404]


def test_every_public_address_is_a_surface() -> None:
    assert set(public_patterns()) == set(SURFACES)


def test_every_door_has_a_name_of_its_own() -> None:
    names = [door.name for door in DOORS]

    assert sorted(set(names)) == sorted(names)
