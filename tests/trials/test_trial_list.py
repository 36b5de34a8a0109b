"""The list of trials in the admin: its columns, filters, search and order."""

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trials.factories import make_trial
from trials.models import TranslationProgress, TrialPage
from trials.translating.batches import make_batch
from trials.views.trials import TrialIndexView

pytestmark = pytest.mark.django_db


@pytest.fixture
def trials(author: Any) -> dict[str, TrialPage]:
    """One complete, one with a text missing, one with a text out of date, which is also to be mended."""
    made = {
        "done": make_trial(owner=author, trial_id="NCT00000001", title="Alpha"),
        "missing": make_trial(owner=author, trial_id="NCT00000002", title="Beta", summary_zh_hans=""),
        "stale": make_trial(owner=author, trial_id="NCT00000003", title="Gamma", status="COMPLETED"),
    }
    made["stale"].headline_en = "Another headline."
    made["stale"].save_revision(user=author)
    return made


def listed(client: Client, **asked: Any) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse("trials:index"), asked).content, "html.parser")


def ids(screen: BeautifulSoup) -> list[str]:
    return [row.select("td")[2].text.strip() for row in screen.select("table.listing tbody tr")]


def test_list_tells_state_progress_and_batch_of_each_trial(at_desk, trials, author, translator):
    make_batch("May", by=author, assignee=translator, due=date(2020, 1, 31), pages=[trials["missing"]])

    screen = listed(at_desk, ordering="trial_id")

    rows = [
        [" ".join(cell.text.split()) for cell in row.select("td")[2:7]]
        for row in screen.select("table.listing tbody tr")
    ]
    assert rows == [
        ["NCT00000001", "Draft, not submitted", "22 of 22", "0", ""],
        [
            "NCT00000002",
            "Draft, not submitted",
            "21 of 22 1 missing",
            "1",
            "May · Translator · 2020-01-31 late",
        ],
        ["NCT00000003", "Draft, not submitted", "21 of 22 1 out of date", "1", ""],
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"to_do": "missing"}, ["NCT00000002"]),
        ({"to_do": "stale"}, ["NCT00000003"]),
        ({"to_do": "findings"}, ["NCT00000002", "NCT00000003"]),
        ({"to_do": ["missing", "stale"]}, ["NCT00000002", "NCT00000003"]),
        ({"status": "COMPLETED"}, ["NCT00000003"]),
        ({"state": "draft"}, ["NCT00000001", "NCT00000002"]),
        ({"state": "language-review"}, ["NCT00000003"]),
        ({"q": "00000002"}, ["NCT00000002"]),
        ({"q": "gamm"}, ["NCT00000003"]),
        ({"q": "gamm 00000002"}, []),
    ],
)
def test_list_is_narrowed(at_desk, trials, author, asked, found):
    trials["stale"].get_workflow().start(trials["stale"], author)

    assert ids(listed(at_desk, ordering="trial_id", **asked)) == found


def test_list_is_narrowed_to_a_batch_and_a_person(at_desk, trials, author, translator):
    batch = make_batch("May", by=author, assignee=translator, pages=[trials["missing"], trials["done"]])
    make_batch("June", by=author, pages=[trials["missing"], trials["stale"]])

    found = [
        ids(listed(at_desk, ordering="trial_id", batch=batch.pk)),
        ids(listed(at_desk, ordering="trial_id", assignee=translator.pk)),
    ]

    assert found == [["NCT00000001", "NCT00000002"]] * 2


def test_list_is_ordered_by_what_is_missing(at_desk, trials):
    assert ids(listed(at_desk, ordering="-progress__missing"))[0] == "NCT00000002"


def test_list_counts_trials_saved_by_an_earlier_release(at_desk, trials):
    TranslationProgress.objects.all().delete()

    assert ids(listed(at_desk, to_do="missing")) == ["NCT00000002"]


def test_columns_cost_no_query_per_trial(rf, trials, author):
    view = TrialIndexView(request=rf.get("/"))
    view.request.user = author
    pages = [*trials.values()]
    pages += [make_trial(owner=author, trial_id=f"NCT000000{number}") for number in range(10, 16)]
    asked = []
    view.tell(pages)

    for shown in (pages[:1], pages):
        with CaptureQueriesContext(connection) as queries:
            view.tell(shown)
        asked.append(len(queries))

    assert asked[0] == asked[1]


def test_list_shows_nobody_what_they_may_not_see(client, trials, person):
    stranger = person("charlie")
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)

    assert client.get(reverse("trials:index")).status_code == 302
