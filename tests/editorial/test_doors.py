"""Every way words could reach the public, each tried for real: a row per door, two oracles.

The controls stand in test_doors_controls.py; races and crashes in test_races.py and test_kill.py.
"""

import pytest

from editorial.verify import problems
from tests.editorial.doors import oracles
from tests.editorial.doors.door import Door
from tests.editorial.doors.office import Office
from tests.editorial.doors.opening import DOORS, before, each, listed, office, start, starting  # noqa: F401
from tests.editorial.doors.public import Public
from tests.editorial.doors.surfaces import SURFACES, public_patterns, read_public

pytestmark = [pytest.mark.proof, pytest.mark.django_db]


@each(DOORS)
def test_door_is_shut(office: Office, before: Public, door: Door) -> None:  # noqa: F811  fixtures
    said = door.act(office)

    assert (said, listed(problems())) == (door.says, list(door.found))
    assert before.differs(door.public) == []


@starting("resubmitted")
def test_no_surface_says_a_word_of_the_draft(office: Office) -> None:  # noqa: F811  fixtures
    answers = read_public(still=True)

    assert oracles.leaks(answers, oracles.UNSIGNED) == []
    assert sorted({answer.status for answer in answers.values()}) == [200, 301, 302, 404]


def test_every_public_address_is_a_surface() -> None:
    assert set(public_patterns()) == set(SURFACES)


def test_every_door_has_a_name_of_its_own() -> None:
    names = [door.name for door in DOORS]

    assert sorted(set(names)) == sorted(names)
