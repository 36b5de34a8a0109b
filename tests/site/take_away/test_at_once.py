import threading
from threading import Thread

import pytest
from django.db import connection

from editorial.models import SiteSettings
from tests.site.conftest import REVIEWED
from tests.site.seed import seed_content
from trials.models.take_away import TakeAway
from trials.site.review import showing_of
from trials.take_away.files import file_for


def finish(name: str) -> None:
    for thread in threading.enumerate():
        if thread.name.startswith(name):
            thread.join()


@pytest.mark.proof
@pytest.mark.django_db(transaction=True)
def test_two_requests_at_once_make_one_file(publish):
    edition = publish(seed_content())
    showing = showing_of(edition, lang="en", site=SiteSettings.objects.get(), today=REVIEWED.date())
    made = []

    def ask() -> None:
        try:
            made.append(file_for(showing, "share").made_at)
        finally:
            connection.close()

    threads = [Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(made), len(set(made)), TakeAway.objects.count()) == (2, 1, 1)


@pytest.mark.thorough
@pytest.mark.django_db(transaction=True)
def test_file_finished_after_its_reader_went_is_kept_for_the_next(client, publish, settings):
    settings.TAKE_AWAY_READER_SECONDS = 0
    publish(seed_content())

    first = client.get("/en/trials/nct06279026/take-away.pdf")
    for name in ("press ", "keep "):
        finish(name)
    second = client.get("/en/trials/nct06279026/take-away.pdf")

    assert (first.status_code, first["Retry-After"]) == (503, "10")
    assert (second.status_code, second.content[:5], TakeAway.objects.count()) == (200, b"%PDF-", 1)
