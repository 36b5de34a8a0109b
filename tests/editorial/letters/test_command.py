"""The command that the timer starts: a line per letter, and exit 1 where one was not delivered."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from editorial.models import Letter, SiteSettings
from editorial.notices import put_up

COMMAND = "send_review_reminders"


@pytest.fixture
def yesterday(db):
    return timezone.now() - timedelta(days=1)


@pytest.fixture
def due_now(published, lead, signer, yesterday):
    """A notice nobody confirmed for a day: one escalation, and a digest from midnight on."""
    SiteSettings.objects.update_or_create(site_id=1, defaults={"digest_hour": 0})
    put_up(published, by=lead, kind="paused", source="sponsor", now=yesterday - timedelta(hours=1))
    Letter.objects.update(sent_at=timezone.now())


def run(*options):
    out = StringIO()
    call_command(COMMAND, *options, stdout=out)
    return sorted(out.getvalue().splitlines())


def test_command_writes_and_sends_what_is_due(mail_server, due_now):
    mail_server.start()

    lines = [run(), run()]

    assert lines == [
        [
            "sent digest to signer: Find a Trial: 1 thing for you today",
            "sent escalation to signer: Not confirmed: “Taking new people in is paused” above A trial",
        ],
        [],
    ]
    assert len(mail_server.accepted) == 2


def test_command_fails_and_keeps_what_was_not_delivered(mail_server, due_now):
    with pytest.raises(CommandError, match="2 letters could not be delivered; they are kept") as failed:
        run()

    assert failed.value.returncode == 1
    assert Letter.objects.filter(sent_at=None, last_error="[Errno 111] Connection refused").count() == 2


def test_dry_run_prints_what_is_due_and_writes_nothing(mail_server, due_now, letter):
    letter(subject="An old letter", made_at=timezone.now())
    mail_server.start()

    lines = run("--dry-run")

    assert lines == [
        "due changes to signer: An old letter",
        "due digest to signer: Find a Trial: 1 thing for you today",
        "due escalation to signer: Not confirmed: “Taking new people in is paused” above A trial",
    ]
    assert (mail_server.accepted, Letter.objects.filter(sent_at=None).count()) == ([], 1)
