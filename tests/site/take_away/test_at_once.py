from threading import Thread

import pytest
from django.db import connection

from editorial.models import SiteSettings
from tests.site.conftest import REVIEWED
from tests.site.seed import seed_content
from trials.models.take_away import TakeAway
from trials.site.review import showing_of
from trials.take_away.files import file_for


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
