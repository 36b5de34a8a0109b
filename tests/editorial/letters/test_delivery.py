"""Delivery to a real mail server: nothing is lost when it is down, and nothing goes out twice."""

import socket
from datetime import timedelta

import pytest

from editorial.letters import delivery
from editorial.letters.delivery import deliver, deliverable, rest
from editorial.models import Letter
from editorial.signoff import request_changes
from tests.editorial.letters.conftest import NOON

A_MINUTE = timedelta(minutes=1)


def round_at(now):
    return [(outcome.letter.subject, outcome.error) for outcome in deliver(deliverable(now), now=now)]


def test_letter_is_accepted_once_and_then_rests(mail_server, letter):
    written = letter(subject="骨髓瘤: first")
    mail_server.start()

    rounds = [round_at(NOON), round_at(NOON + A_MINUTE)]

    written.refresh_from_db()
    assert rounds == [[("骨髓瘤: first", "")], []]
    assert (written.sent_at, written.tries, written.last_error) == (NOON, 1, "")
    assert mail_server.told == [("signer@example.org", "骨髓瘤: first")]


def test_message_is_plain_text_from_a_machine_and_can_be_known_again(mail_server, letter):
    written = letter(body="血小板\nsecond line\n", language="zh-hans")
    mail_server.start()

    round_at(NOON)

    message = mail_server.accepted[0]
    assert message.get_content_type() == "text/plain"
    assert message.get_content().replace("\r\n", "\n") == "血小板\nsecond line\n"
    assert (message["Auto-Submitted"], message["Content-Language"]) == ("auto-generated", "zh-hans")
    assert message["Message-ID"] == f"<letter.{written.pk}.20260515040000000000@127.0.0.1>"


def test_letter_is_kept_while_the_server_is_down_and_sent_once_when_it_is_back(mail_server, letter):
    written = letter()

    while_down = round_at(NOON)
    written.refresh_from_db()
    error = written.last_error
    mail_server.start()
    after = [round_at(NOON + A_MINUTE), round_at(NOON + 2 * A_MINUTE)]

    written.refresh_from_db()
    assert while_down == [("A letter", error)]
    assert error == "[Errno 111] Connection refused"
    assert after == [[("A letter", "")], []]
    assert (written.tries, written.last_error) == (1, "")
    assert len(mail_server.accepted) == 1


def test_refused_recipient_does_not_stop_the_others(mail_server, letter, lead):
    refused = letter(subject="To nobody")
    letter(subject="To somebody", person=lead)
    mail_server.refused = {"signer@example.org"}
    mail_server.start()

    outcomes = round_at(NOON)

    refused.refresh_from_db()
    assert outcomes == [("To nobody", "550 nobody of that name"), ("To somebody", "")]
    assert (refused.sent_at, refused.tries, refused.last_error) == (None, 1, "550 nobody of that name")
    assert mail_server.told == [("lead@example.org", "To somebody")]


def test_refused_letter_rests_before_it_is_offered_again(mail_server, letter):
    letter()
    mail_server.refused = {"signer@example.org"}
    mail_server.start()
    round_at(NOON)
    mail_server.refused = set()

    rounds = [round_at(NOON + 4 * A_MINUTE), round_at(NOON + 5 * A_MINUTE)]

    assert rounds == [[], [("A letter", "")]]


@pytest.mark.parametrize(
    ("tries", "pause"),
    [(0, 0 * A_MINUTE), (1, 5 * A_MINUTE), (2, 15 * A_MINUTE), (8, 1275 * A_MINUTE)],
)
def test_rest_doubles_with_each_refusal(tries, pause):
    assert rest(tries) == pause


def test_rest_is_a_day_at_most():
    assert rest(12) - rest(11) == timedelta(days=1)


def test_address_that_cannot_be_written_to_does_not_stop_the_others(mail_server, letter, lead):
    letter(subject="Nowhere")
    letter(subject="Somewhere", person=lead)
    type(lead).objects.filter(username="signer").update(email="no address\nBcc: all@example.org")
    mail_server.start()

    outcomes = dict(round_at(NOON))

    assert (outcomes["Nowhere"] != "", outcomes["Somewhere"]) == (True, "")
    assert mail_server.told == [("lead@example.org", "Somewhere")]


@pytest.mark.parametrize("change", [{"is_active": False}, {"email": ""}])
def test_who_left_gets_nothing(mail_server, letter, signer, change):
    letter()
    type(signer).objects.filter(pk=signer.pk).update(**change)
    mail_server.start()

    assert round_at(NOON) == []
    assert mail_server.accepted == []


def test_act_is_told_as_soon_as_it_is_true(
    mail_server, submitted, language_reviewer, django_capture_on_commit_callbacks
):
    mail_server.start()

    with django_capture_on_commit_callbacks(execute=True):
        request_changes(submitted, reviewer=language_reviewer, reason="Dose?", now=NOON)
        before = list(mail_server.accepted)

    assert before == []
    assert sorted(mail_server.told) == [
        ("author@example.org", "Changes requested: A trial"),
        ("translator@example.org", "Changes requested: A trial"),
    ]


def test_act_succeeds_while_the_server_is_down(
    mail_server, submitted, language_reviewer, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        request_changes(submitted, reviewer=language_reviewer, reason="Dose?", now=NOON)

    kept = Letter.objects.filter(sent_at=None, tries=0, last_error="[Errno 111] Connection refused")
    assert kept.count() == 2


def test_act_does_not_wait_for_a_server_that_never_answers(
    settings, monkeypatch, submitted, language_reviewer, django_capture_on_commit_callbacks
):
    error = "Connection unexpectedly closed: timed out"
    monkeypatch.setattr(delivery, "SECONDS_TO_ANSWER", 0.2)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_TIMEOUT = "127.0.0.1", 600

    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.EMAIL_PORT = silent.getsockname()[1]
        with django_capture_on_commit_callbacks(execute=True):
            request_changes(submitted, reviewer=language_reviewer, reason="Dose?", now=NOON)

    assert Letter.objects.filter(sent_at=None, tries=0, last_error=error).count() == 2


def test_letters_wait_for_the_command_where_mail_is_only_printed(
    settings, capsys, submitted, language_reviewer, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    with django_capture_on_commit_callbacks(execute=True):
        request_changes(submitted, reviewer=language_reviewer, reason="Dose?", now=NOON)

    assert capsys.readouterr().out == ""
    assert Letter.objects.filter(sent_at=None, last_error="").count() == 2
