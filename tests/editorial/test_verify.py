"""Tampering: each planted one is found, named, and never served."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from editorial import triggers
from editorial.content import Words
from editorial.editions import EditionTampered, edition_for
from editorial.models import Edition, SignOff
from editorial.verify import problems
from trials.models import PublishedTrial, TrialPage


@pytest.fixture
def unlocked(db):
    """Somebody with the database and without the key: the triggers are gone, as after a DROP TRIGGER."""
    triggers.drop(connection)
    yield
    triggers.install(connection)


def raw(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def found():
    return [problem for problem in problems() if not problem.startswith("trigger ")]


def test_nothing_is_found_where_nothing_is_wrong(published):
    assert list(problems()) == []


def test_altered_words_are_found_and_not_served(published, unlocked):
    raw("UPDATE editorial_edition SET content = REPLACE(content, '≥50', '≥5')")

    assert found() == ["edition trials/nct00000001/ 1: the words are not those that were signed"]
    with pytest.raises(EditionTampered, match="the words are not those that were signed"):
        edition_for("trials/nct00000001/")


def test_altered_words_with_a_new_digest_are_found_and_not_served(published, unlocked):
    import hashlib

    content = Edition.objects.get().content.replace("≥50", "≥5")
    digest = hashlib.sha256(content.encode()).hexdigest()
    raw("UPDATE editorial_edition SET content = %s, digest = %s", content, digest)
    raw("UPDATE editorial_signoff SET digest = %s WHERE scope = 'final'", digest)

    assert "edition trials/nct00000001/ 1: the seal does not match" in found()
    with pytest.raises(EditionTampered):
        edition_for("trials/nct00000001/")


def test_a_forged_edition_is_found_and_not_served(published, unlocked):
    raw("UPDATE editorial_edition SET ended_at = published_at, ended_reason = 'superseded'")
    genuine = Edition.objects.get()
    forged = Edition(
        page_id=genuine.page_id, revision_id=genuine.revision_id, path=genuine.path, number=2,
        content=genuine.content, digest=genuine.digest, languages=genuine.languages,
        signed_by=_copy_of(genuine.signed_by), published_at=genuine.published_at,
        previous_seal=genuine.seal, seal="0" * 64,
    )  # fmt: skip
    forged.save()

    assert "edition trials/nct00000001/ 2: the seal does not match" in found()
    assert "edition trials/nct00000001/ 1: its end was changed" in found()
    with pytest.raises(EditionTampered, match="the seal does not match"):
        edition_for("trials/nct00000001/")


def _copy_of(sign_off):
    copy = SignOff.objects.get(pk=sign_off.pk)
    copy.pk, copy._state.adding = None, True
    copy.save()
    return copy


def test_a_deleted_edition_is_found_and_not_served(published, unlocked):
    edition = Edition.objects.get()
    PublishedTrial.objects.all().delete()
    raw("DELETE FROM editorial_edition")

    assert found() == [
        f"sign-off {edition.signed_by_id} on nct00000001: its edition is missing",
        "page nct00000001: live without an edition in force",
    ]
    assert edition_for("trials/nct00000001/") is None


def test_an_altered_signature_is_found(published, unlocked):
    raw("UPDATE editorial_signoff SET person_name = 'Somebody else' WHERE scope = 'final'")

    signed = SignOff.objects.get(scope="final")
    assert found() == [
        f"sign-off {signed.pk} on nct00000001: the seal does not match",
        "edition trials/nct00000001/ 1: the sign-off's seal does not match",
    ]


def test_a_live_row_changed_behind_the_gate_is_found(published):
    TrialPage.objects.filter(pk=published.pk).update(summary_en="Unsigned words.")

    assert found() == ["page nct00000001: the live row differs from the revision that was signed"]


def test_a_withdrawal_undone_is_found(published, lead, unlocked):
    from django.utils import timezone

    from editorial.signoff import withdraw

    withdraw(published, by=lead, reason=Words(en="A wrong number.", zh_hans=""), now=timezone.now())
    raw(
        "UPDATE editorial_edition SET ended_at = NULL, ended_reason = '', "
        "withdrawn_because_en = '', end_seal = ''"
    )

    day = timezone.now().strftime("%Y-%m-%d")
    assert f"edition trials/nct00000001/ 1: in force although it was withdrawn on {day}" in found()


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
