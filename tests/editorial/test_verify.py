"""verify_editions: what it says when all is well, and of keys and triggers; plants are in test_tampering."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

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


@pytest.mark.parametrize("noted", [[], {"edition": []}])
@pytest.mark.parametrize("action", ["editorial.withdraw", "editorial.notice", "editorial.sign_off"])
def test_a_broken_line_of_the_log_keeps_nothing_from_being_looked_at(published, action, noted):
    log(instance=published, action=action)
    PageLogEntry.objects.filter(pk=PageLogEntry.objects.latest("pk").pk).update(data=noted)

    raw("UPDATE trials_publishedtrial SET status = 'COMPLETED'")

    assert (
        list(problems())[-1] == "listing: the row of trials/nct00000001/ differs from its edition in status"
    )


@pytest.mark.parametrize("content", ["junk", "null", "[]", "{}"])
def test_an_edition_without_readable_words_is_named(published, unlocked, content):
    raw("UPDATE editorial_edition SET content = %s", content)

    assert "edition trials/nct00000001/ 1: the words are not those that were signed" in list(problems())
