"""Two people import the same trial at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.trials.drafting.records import MAY, record
from tests.trials.factories import make_index
from trials.drafting import draft_trial
from trials.models import Condition, TrialPage


@pytest.mark.django_db(transaction=True)
def test_trial_imported_twice_at_once_is_one_page():
    parent = make_index()
    together = Barrier(2)

    def draft(_number: int) -> str:
        together.wait(timeout=10)
        try:
            return draft_trial(record(), parent=parent, user=None, now=MAY).outcome
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        outcomes = sorted(both.map(draft, range(2)))

    assert outcomes == ["created", "unchanged"]
    assert (TrialPage.objects.count(), Condition.objects.count()) == (1, 1)
