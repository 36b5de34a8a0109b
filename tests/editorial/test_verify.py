"""verify_editions: what it says when all is well, and of keys and triggers; plants are in test_tampering."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from editorial import triggers
from editorial.editions import EditionTampered, edition_for
from editorial.verify import problems


@pytest.fixture
def unlocked(db):
    """Somebody with the database and without the key: the triggers are gone, as after a DROP TRIGGER."""
    triggers.drop(connection)
    yield
    triggers.install(connection)


def raw(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_nothing_is_found_where_nothing_is_wrong(published):
    assert list(problems()) == []


def test_a_missing_trigger_is_named(published, unlocked):
    assert "trigger edition_never_deleted is missing" in list(problems())


def test_an_edition_sealed_with_an_older_key_still_verifies(published, settings):
    settings.EDITION_KEYS = ["a newer key, long enough to be taken", *settings.EDITION_KEYS]

    assert list(problems()) == []


def test_an_edition_sealed_with_a_retired_key_is_not_served(published, settings):
    settings.EDITION_KEYS = ["a newer key, long enough to be taken"]

    with pytest.raises(EditionTampered, match="the seal does not match"):
        edition_for("trials/nct00000001/")


def test_the_command_prints_a_line_per_problem_and_exits_with_1(published, unlocked, capsys):
    raw("UPDATE editorial_edition SET languages = 'en'")

    with pytest.raises(CommandError) as failure:
        call_command("verify_editions")

    assert failure.value.returncode == 1
    assert capsys.readouterr().out.splitlines()[0] == "edition trials/nct00000001/ 1: the seal does not match"


def test_the_command_says_when_all_is_well(published, capsys):
    call_command("verify_editions")

    assert capsys.readouterr().out == "all editions are what was signed\n"
