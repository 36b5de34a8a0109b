"""Two rounds at the same moment send each letter once. In a file of its own: it flushes the database."""

import threading

import pytest
from django.db import connection

from editorial.models import Letter
from tests.editorial.letters.conftest import NOON
from tests.editorial.letters.test_delivery import round_at


@pytest.mark.postgres_only
@pytest.mark.django_db(transaction=True)
def test_round_passes_over_a_letter_that_another_round_has_in_hand(mail_server, letter):
    letter()
    mail_server.start()
    mail_server.may_answer.clear()
    first = InThread()

    first.start()
    began = mail_server.has_one_in_hand.wait(30)
    second = round_at(NOON)
    mail_server.may_answer.set()
    first.join()

    assert (began, second) == (True, [])
    assert first.outcomes == [("A letter", "")]
    assert len(mail_server.accepted) == 1


@pytest.mark.django_db(transaction=True)
def test_rounds_at_once_send_each_letter_once(mail_server, letter):
    for number in range(6):
        letter(subject=f"Letter {number}")
    mail_server.start()
    rounds = [InThread() for _ in range(4)]

    for each in rounds:
        each.start()
    for each in rounds:
        each.join()

    sent = [outcome for each in rounds for outcome in each.outcomes]
    assert sorted(sent) == [(f"Letter {number}", "") for number in range(6)]
    assert len(mail_server.accepted) == 6
    assert Letter.objects.filter(sent_at=NOON, tries=1).count() == 6


class InThread(threading.Thread):
    """A round beside the others, on a connection of its own."""

    def run(self) -> None:
        try:
            self.outcomes = round_at(NOON)
        finally:
            connection.close()
