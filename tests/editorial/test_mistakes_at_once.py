"""Readers who tap twice, and their two requests, which arrive at the same moment."""

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from editorial.mistakes import Told, report
from editorial.models import Edition, MistakeReport
from tests.editorial.racing import DONE, race

pytestmark = [pytest.mark.postgres_only, pytest.mark.django_db(transaction=True)]
NOON = datetime(2026, 5, 15, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_a_button_tapped_twice_sends_one_report(published):
    edition = Edition.objects.get(page=published)

    for number in range(10):
        told = Told("", f"Mistake {number}")
        tap = partial(report, edition, told, lang="en", address="203.0.113.7", now=NOON)
        said = race({"first": tap, "second": tap}, {"first": 0, "second": 0})

        assert said == {"first": DONE, "second": DONE}
    assert MistakeReport.objects.count() == 10
