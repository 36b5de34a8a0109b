"""Fixtures of the tests of doors: an office opened once for all doors with the same start."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.utils import translation

from tests.editorial.doors import (
    admin_api,
    afterwards,
    code,
    database,
    dates,
    evidence,
    screens,
    signers,
    workflow,
)
from tests.editorial.doors.door import Door
from tests.editorial.doors.office import Office
from tests.editorial.doors.public import STARTS, Public, opened

ROOMS = (screens, admin_api, code, dates, database, evidence, signers, workflow, afterwards)
# Doors with the same start stand together, so that one office serves them.
DOORS = [door for start in STARTS for room in ROOMS for door in room.doors.rows if door.start == start]


def each(doors: Iterable[Door]) -> Any:
    """Parametrize a test with these doors, each at its start."""
    rows = [pytest.param(door.start, door, id=door.name) for door in doors]
    return pytest.mark.parametrize(("start", "door"), rows, indirect=["start"], scope="module")


def starting(start: str) -> Any:
    return pytest.mark.parametrize("start", [start], indirect=True)


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


def listed(found: Iterable[str]) -> list[str]:
    """Problems without the numbers and days nobody can know."""
    undated = (re.sub(r"\d{4}-\d\d-\d\d", "{day}", problem) for problem in found)
    return [re.sub(r"sign-off \d+", "sign-off {n}", problem) for problem in undated]
