"""Tampering, on both databases: refused by the triggers; without them found, named and never shown.

Whoever tampers has the database and not the key. What no trigger can refuse is found all the same.
"""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from editorial import triggers
from editorial.models import Edition, SignOff
from editorial.verify import problems
from tests.editorial import tampering
from tests.editorial.desk import signed
from tests.editorial.tampering import Act, dump, raw, restore, take_down
from trials.models import TrialPage

pytestmark = pytest.mark.proof

PAGE, EDITION = "page nct00000001", "edition trials/nct00000001/ 1"
FORGED, LISTED = "edition trials/nct00000001/ 2", "listing: the row of trials/nct00000001/"
MISSING = f"{PAGE}: edition 1, which the log names, is missing"
SEAL = f"{EDITION}: the seal does not match"
SIGNATURE = [
    "sign-off {final} on nct00000001: the seal does not match",
    f"{EDITION}: the sign-off's seal does not match",
]
WRITTEN_ONCE = "editions and sign-offs are written once"
NOT_SHOWN, AS_SIGNED, NOT_THERE, GONE = "503", "as signed", "404", "410"

# What is done, what is found and what readers are shown, where the triggers would have refused it.
REFUSED: dict[Act, tuple[list[str], str]] = {
    tampering.rewrite_words: ([f"{EDITION}: the words are not those that were signed"], NOT_SHOWN),
    tampering.rewrite_words_and_digest: ([SIGNATURE[0], SEAL, SIGNATURE[1]], NOT_SHOWN),
    tampering.move_to_another_address: (
        [
            "edition trials/nct00000002/ 1: the seal does not match",
            "edition trials/nct00000002/ 1: path or languages differ from the signed ones",
            "listing: the row of trials/nct00000002/ differs from its edition in path",
        ],
        NOT_THERE,
    ),
    tampering.claim_another_day: ([SEAL], NOT_SHOWN),
    tampering.claim_one_language: (
        [
            SEAL,
            f"{EDITION}: path or languages differ from the signed ones",
            f"{LISTED} differs from its edition in languages",
        ],
        NOT_SHOWN,
    ),
    tampering.point_to_another_version: (
        [
            SEAL,
            f"{EDITION}: the version it was signed from was altered",
            f"{PAGE}: live with another revision than edition 1",
        ],
        NOT_SHOWN,
    ),
    tampering.break_the_chain: (
        [SEAL, f"{EDITION}: does not continue from the edition before it"],
        NOT_SHOWN,
    ),
    tampering.sign_for_somebody_else: (SIGNATURE, NOT_SHOWN),
    tampering.postpone_the_next_review: (
        [*SIGNATURE, f"{LISTED} differs from its edition in review_due"],
        NOT_SHOWN,
    ),
    tampering.delete_the_edition: (
        [
            "sign-off {final} on nct00000001: its edition is missing",
            MISSING,
            f"{PAGE}: live without an edition in force",
        ],
        NOT_THERE,
    ),
    tampering.empty_both_tables: (
        [MISSING, f"{PAGE}: live without an edition in force"],
        NOT_THERE,
    ),
    tampering.remove_the_words: (
        [
            f"{EDITION}: the removal of its words was forged",
            f"{EDITION}: in force although its words were removed",
            "listing: the rows cannot be compared with the editions (JSONDecodeError)",
        ],
        NOT_SHOWN,
    ),
}

BY_FORGERY = [
    f"{EDITION}: its end was changed",
    f"{FORGED}: the seal does not match",
    f"{FORGED}: the sign-off is for something else",
    f"{FORGED}: the log does not hold the seal of the version it was signed from",
    f"{LISTED} differs from its edition in edition_id",
]
LIVE_ROW = f"{PAGE}: the live row differs from the revision that was signed"
VERSION = f"{EDITION}: the version it was signed from was altered"

# What no trigger refuses: new rows, the first end of an edition, and tables that are not evidence.
LET_THROUGH: dict[Act, tuple[list[str], str]] = {
    tampering.forge_by_orm: (BY_FORGERY, NOT_SHOWN),
    tampering.forge_in_bulk: (BY_FORGERY, NOT_SHOWN),
    tampering.forge_by_fixture: (BY_FORGERY, NOT_SHOWN),
    tampering.forge_by_sql: (BY_FORGERY, NOT_SHOWN),
    tampering.end_it_without_the_key: (
        [
            f"{EDITION}: its end was changed",
            f"{PAGE}: live without an edition in force",
            "listing: NCT00000001 is listed without an edition in force",
        ],
        NOT_SHOWN,
    ),
    tampering.rewrite_the_version: ([VERSION, LIVE_ROW], AS_SIGNED),
    tampering.rewrite_the_version_and_the_live_row: ([VERSION], AS_SIGNED),
    tampering.forget_the_seal_of_the_version: (
        [f"{EDITION}: the log does not hold the seal of the version it was signed from"],
        AS_SIGNED,
    ),
    tampering.rewrite_the_live_row: ([LIVE_ROW], AS_SIGNED),
    tampering.point_the_live_row_to_another_version: (
        [f"{PAGE}: live with another revision than edition 1"],
        AS_SIGNED,
    ),
    tampering.hide_the_live_row: ([f"{PAGE}: an edition is in force but the page is not live"], AS_SIGNED),
    tampering.rewrite_the_listing: ([f"{LISTED} differs from its edition in status"], AS_SIGNED),
    tampering.delete_the_listing: ([f"{LISTED} is missing"], AS_SIGNED),
}


@pytest.fixture
def unlocked(published: TrialPage) -> Any:
    """The triggers are gone, as after a DROP TRIGGER; what waits to be checked is checked before."""
    connection.check_constraints()
    triggers.drop(connection)
    yield
    triggers.install(connection)


def reading(client: Client) -> list[Any]:
    answers = [client.get(f"/{lang}/{tampering.PATH}") for lang in ("en", "zh-hans")]
    return [answer.content if answer.status_code == 200 else str(answer.status_code) for answer in answers]


def found() -> list[str]:
    return [problem for problem in problems() if not problem.startswith("trigger ")]


def with_numbers(sentences: list[str]) -> list[str]:
    final = SignOff.objects.get(scope="final").pk
    return [sentence.format(final=final) for sentence in sentences]


def expected(shown: str, before: list[Any]) -> list[Any]:
    return before if shown == AS_SIGNED else [shown, shown]


@pytest.mark.parametrize("act", REFUSED, ids=lambda act: act.__name__)
def test_the_triggers_refuse_it(published, client, act):
    before = reading(client)

    with pytest.raises(DatabaseError, match=WRITTEN_ONCE), transaction.atomic():
        act()

    assert (reading(client), list(problems())) == (before, [])


@pytest.mark.parametrize("act", REFUSED, ids=lambda act: act.__name__)
def test_without_the_triggers_it_is_found_and_not_shown(published, client, unlocked, act):
    before, (sentences, shown) = reading(client), REFUSED[act]
    named = with_numbers(sentences)

    act()

    assert (found(), reading(client)) == (named, expected(shown, before))


@pytest.mark.parametrize("act", LET_THROUGH, ids=lambda act: act.__name__)
def test_what_no_trigger_refuses_is_found_and_not_shown(published, client, act):
    before, (sentences, shown) = reading(client), LET_THROUGH[act]

    act()

    assert (list(problems()), reading(client)) == (sentences, expected(shown, before))


@pytest.mark.parametrize("act", [*REFUSED, *LET_THROUGH], ids=lambda act: act.__name__)
def test_the_command_names_it_and_exits_with_1(published, unlocked, capsys, act):
    act()

    with pytest.raises(CommandError) as failure:
        call_command("verify_editions")

    assert (failure.value.returncode, capsys.readouterr().out.splitlines()) == (1, list(problems()))


def test_a_review_that_was_deleted_is_found_and_no_longer_claimed(published, client, unlocked):
    review, claim = SignOff.objects.get(scope="zh-hans"), b"Chinese language reviewer"

    tampering.delete_the_language_review()

    page = client.get(f"/en/{tampering.PATH}").content
    assert found() == [f"{EDITION}: review {review.pk} it rested on is missing"]
    assert (b"English of summary." in page, claim in page) == (True, False)


def test_a_forged_signature_is_found(published):
    forged = SignOff.objects.filter(scope="zh-hans").get()
    forged.pk, forged._state.adding, forged.person_name = None, True, "Somebody else"
    forged.save()

    assert found() == [f"sign-off {forged.pk} on nct00000001: the seal does not match"]


WITHDRAWN_AGAIN = [
    f"{EDITION}: in force although it was withdrawn on {{day}}",
    f"{PAGE}: an edition is in force but the page is not live",
    f"{LISTED} is missing",
]


def withdrawn_again() -> list[str]:
    return [sentence.format(day=withdrawn_on()) for sentence in WITHDRAWN_AGAIN]


def withdrawn_on() -> str:
    return f"{PageLogEntry.objects.get(action='editorial.withdraw').timestamp:%Y-%m-%d}"


@pytest.mark.parametrize("act", [tampering.undo_the_withdrawal, tampering.change_why_it_ended])
def test_a_withdrawal_stays_as_it_is(published, lead, client, act):
    take_down(published, lead)

    with pytest.raises(DatabaseError, match=WRITTEN_ONCE):
        act()

    assert (reading(client), found()) == ([GONE, GONE], [])


def test_a_withdrawal_undone_without_the_triggers_is_found_and_not_shown(published, lead, client, unlocked):
    take_down(published, lead)

    tampering.undo_the_withdrawal()

    assert (found(), reading(client)) == (withdrawn_again(), [NOT_SHOWN, NOT_SHOWN])


def test_another_reason_for_a_withdrawal_is_found_and_not_shown(published, lead, client, unlocked):
    take_down(published, lead)

    tampering.change_why_it_ended()

    assert (found(), reading(client)) == ([f"{EDITION}: its end was changed"], [NOT_SHOWN, NOT_SHOWN])


def test_words_removed_without_the_key_after_a_withdrawal_are_found(published, lead, client):
    take_down(published, lead)

    tampering.remove_the_words()

    assert (found(), reading(client)) == (
        [f"{EDITION}: the removal of its words was forged"],
        [GONE, GONE],
    )


def test_the_triggers_refuse_an_old_dump(published, lead, client):
    dumped = dump()
    take_down(published, lead)

    with pytest.raises(DatabaseError, match=WRITTEN_ONCE), transaction.atomic():
        restore(dumped)

    assert (reading(client), found()) == ([GONE, GONE], [])


def test_the_triggers_refuse_an_old_fixture(published, lead, client):
    fixture = tampering.fixture()
    take_down(published, lead)

    with pytest.raises(DatabaseError, match=WRITTEN_ONCE), transaction.atomic():
        tampering.load(fixture)

    assert (reading(client), found()) == ([GONE, GONE], [])


def test_an_old_dump_over_a_withdrawal_is_found_by_the_log_and_not_shown(published, lead, client, unlocked):
    dumped = dump()
    take_down(published, lead)

    restore(dumped)

    assert (found(), reading(client)) == (withdrawn_again(), [NOT_SHOWN, NOT_SHOWN])


def test_an_old_dump_is_found_when_the_log_is_silenced_too(published, lead, unlocked):
    dumped = dump()
    take_down(published, lead)

    restore(dumped)
    PageLogEntry.objects.filter(action="editorial.withdraw").delete()

    assert found() == WITHDRAWN_AGAIN[1:]


def test_an_old_dump_over_a_later_edition_is_found(published, lead, submit, author, signer, unlocked):
    dumped = dump()
    take_down(published, lead)
    submit(published, author)
    signed(published, signer)

    restore(dumped)

    again = [
        WITHDRAWN_AGAIN[0].format(day=withdrawn_on()),
        f"{PAGE}: edition 2, which the log names, is missing",
    ]
    assert found() == [*again, f"{LISTED} is missing"]


def test_everything_put_back_is_not_found_from_inside(published, lead, unlocked):
    """The limit, said aloud: a whole database of yesterday is yesterday's. Backups carry the date."""
    dumped = dump()
    take_down(published, lead)

    restore(dumped)
    edition = Edition.objects.get()
    TrialPage.objects.update(live=True, live_revision=edition.revision)
    TrialPage.on_edition(edition)
    PageLogEntry.objects.filter(action__in=["editorial.withdraw", "wagtail.unpublish"]).delete()

    assert found() == []


def test_an_edition_in_force_is_not_replaced_by_another_row(published, client):
    before = reading(client)
    fields = [f.column for f in Edition._meta.concrete_fields if not f.primary_key]
    review = SignOff.objects.get(scope="zh-hans").pk
    values = ["7" if name == "number" else str(review) if name == "signed_by_id" else name for name in fields]
    insert = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    raw("DELETE FROM trials_publishedtrial")

    with pytest.raises(DatabaseError), transaction.atomic():
        raw(
            f"{insert} INTO editorial_edition ({', '.join(fields)}) "
            f"SELECT {', '.join(values)} FROM editorial_edition"
        )

    assert reading(client) == before


@pytest.mark.parametrize("path", ["no address\n", "trials/nct00000009/"])
def test_an_edition_forged_at_a_path_that_is_no_address_leaves_the_review_screen_open(
    published, lead, client, path
):
    take_down(published, lead)
    forged = tampering.forged_edition()
    forged.path = path
    forged.save()
    client.force_login(lead)

    screen = client.get(reverse("editorial_review", args=[published.pk]))

    assert screen.status_code == 200
