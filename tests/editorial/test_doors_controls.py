"""The controls of test_doors.py: with the gate away, or the public view wrong, its oracles do notice."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models.signals import pre_save

from editorial.gate import guard
from editorial.verify import problems
from tests.editorial.doors import leaking, oracles
from tests.editorial.doors.door import Door
from tests.editorial.doors.office import Office, unsigned_row
from tests.editorial.doors.opening import DOORS, before, each, listed, office, start, starting  # noqa: F401
from tests.editorial.doors.public import Public
from tests.editorial.doors.surfaces import PAGE

pytestmark = [pytest.mark.proof, pytest.mark.django_db]


@pytest.fixture
def gate_off() -> Iterator[None]:
    pre_save.disconnect(dispatch_uid="editorial.gate")
    yield
    pre_save.connect(guard, dispatch_uid="editorial.gate")


@each([door for door in DOORS if door.without_gate])
def test_without_the_gate_verify_finds_what_the_door_let_in(
    office: Office,  # noqa: F811  fixtures
    before: Public,  # noqa: F811
    door: Door,
    gate_off: None,
) -> None:
    door.act(office)

    assert listed(problems()) == list(door.without_gate)
    assert before.differs("same") == []


@starting("redrafted")
@pytest.mark.parametrize("urls", ["LATEST", "LIVE"])
def test_words_leak_where_the_public_view_shows_the_page(
    office: Office,  # noqa: F811  fixtures
    before: Public,  # noqa: F811
    settings: Any,
    urls: str,
) -> None:
    unsigned_row(office)
    with_the_real_view = before.differs("same")
    settings.ROOT_URLCONF = getattr(leaking, urls)

    found = before.differs("same")

    unsigned = oracles.UNSIGNED_IN.items()
    leaked = [f"{PAGE.format(lang=lang)}: {text}" for lang, texts in unsigned for text in texts]
    assert with_the_real_view == []
    assert [line for line in found if line in leaked] == leaked
