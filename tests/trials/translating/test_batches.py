"""Batches: made, given to people, filled, closed; and what their screens show and refuse."""

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trials.factories import NOON, make_index, make_trial
from trials.models import Batch, TranslationProgress, TrialPage
from trials.translating import batches
from trials.translating.batches import BatchRefused

pytestmark = pytest.mark.django_db
LATE = date(2020, 1, 31)


@pytest.fixture
def other(author: Any) -> TrialPage:
    return make_trial(owner=author, trial_id="NCT00000002", summary_zh_hans="", headline_zh_hans="")


@pytest.fixture
def batch(trial: TrialPage, other: TrialPage, translator: Any, author: Any) -> Batch:
    return batches.make_batch("May", by=author, assignee=translator, due=LATE, pages=[trial, other])


def read(client: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html.parser")


def cells(screen: BeautifulSoup) -> list[list[str]]:
    rows = screen.select("table.register__table tbody tr")
    return [[" ".join(cell.text.split()) for cell in row.select("th, td")] for row in rows]


def told(response: Any) -> list[str]:
    return [str(message).strip() for message in get_messages(response.wsgi_request)]


def page_url(batch: Batch) -> str:
    return reverse("trial_batch", args=[batch.pk])


def test_batch_keeps_who_made_it_for_whom(batch, author, translator, trial, other):
    batch.refresh_from_db()

    assert (batch.made_by, batch.assignee, batch.due) == (author, translator, LATE)
    assert list(batch.trials.order_by("pk")) == [trial, other]


def test_batch_without_a_name_is_refused(author):
    with pytest.raises(BatchRefused, match="needs a name"):
        batches.make_batch("  ", by=author)

    assert Batch.objects.count() == 0


def test_batch_for_a_reviewer_is_refused(batch, language_reviewer, translator):
    with pytest.raises(BatchRefused, match="Language-reviewer is neither translator nor author nor lead"):
        batches.assign([batch], assignee=language_reviewer)

    batch.refresh_from_db()
    assert batch.assignee == translator


def test_batches_are_given_to_one_person_together(batch, author, lead):
    second = batches.make_batch("June", by=author)

    number = batches.assign([batch, second], assignee=lead)

    assert number == 2
    assert {each.assignee for each in Batch.objects.all()} == {lead}


def test_trials_are_added_and_removed_once(batch, author, trial):
    third = make_trial(owner=author, trial_id="NCT00000003")

    counted = [
        batches.add_trials(batch, pages=[trial, third]),
        batches.remove_trials(batch, pages=[trial.pk, 99999]),
    ]

    assert counted == [1, 1]
    assert [page.trial_id for page in batch.trials.order_by("trial_id")] == ["NCT00000002", "NCT00000003"]


def test_closed_batch_is_changed_only_after_it_was_opened_again(batch, trial, lead):
    batches.close(batch, now=NOON)

    for act in (
        lambda: batches.add_trials(batch, pages=[trial]),
        lambda: batches.remove_trials(batch, pages=[trial.pk]),
        lambda: batches.assign([batch], assignee=lead),
        lambda: batches.change(batch, name="June", assignee=None, due=None),
        lambda: batches.close(batch, now=NOON),
    ):
        with pytest.raises(BatchRefused, match="“May” is closed"):
            act()

    batches.reopen(batch)
    assert batches.remove_trials(batch, pages=[trial.pk]) == 1


def test_batch_is_late_after_its_day_and_while_open(batch):
    days = [batches.is_late(batch, LATE), batches.is_late(batch, date(2020, 2, 1))]
    batch.closed_at = NOON

    assert (days, batches.is_late(batch, date(2020, 2, 1))) == ([False, True], False)


def test_progress_of_a_batch_is_summed_in_two_queries(batch, author):
    batches.make_batch("June", by=author)
    with CaptureQueriesContext(connection) as queries:
        summed = batches.sums(Batch.objects.all())

    may = summed[batch.pk]
    assert (may.trials, may.texts, may.done, may.missing, may.blocking) == (2, 44, 42, 2, 2)
    assert len(queries) == 3


def test_trials_without_a_count_are_told_apart(batch, trial):
    TranslationProgress.objects.filter(page=trial).delete()

    may = batches.sums([batch])[batch.pk]

    assert (may.trials, may.uncounted, may.texts) == (2, 1, 22)


def test_list_shows_progress_and_what_is_late(at_desk, batch):
    screen = read(at_desk, reverse("trial_batches"))

    assert cells(screen) == [
        ["", "May", "Translator", "2020-01-31 late", "2", "42 of 44 2 missing", "2"],
    ]


def test_batch_is_made_on_its_screen(at_desk, author, translator):
    said = {"make": "1", "new-name": "June", "new-assignee": translator.pk, "new-due": "2026-06-30"}

    response = at_desk.post(reverse("trial_batches"), said)

    batch = Batch.objects.get()
    assert response.url == page_url(batch)
    assert (batch.name, batch.assignee, batch.due, batch.made_by) == (
        "June", translator, date(2026, 6, 30), author,
    )  # fmt: skip


def test_ticked_batches_are_assigned(at_desk, batch, lead):
    response = at_desk.post(
        reverse("trial_batches"), {"assign": "1", "batch": [batch.pk], "assignee": lead.pk}
    )

    batch.refresh_from_db()
    assert (batch.assignee, told(response)) == (lead, ["1 batch was assigned."])


def test_nothing_ticked_is_told(at_desk, batch, lead):
    response = at_desk.post(reverse("trial_batches"), {"assign": "1", "assignee": lead.pk})

    assert told(response) == ["Tick the batches first."]


def test_page_of_a_batch_shows_each_trial(at_desk, batch):
    screen = read(at_desk, page_url(batch))

    assert [row[:-1] for row in cells(screen)] == [
        ["", "UTAA17", "NCT00000001", "22", "22 of 22", "0"],
        ["", "UTAA17", "NCT00000002", "22", "20 of 22 2 missing", "2"],
    ]


def test_page_of_a_batch_takes_out_closes_and_opens_again(at_desk, batch, trial):
    answers = [
        at_desk.post(page_url(batch), {"remove": "1", "trial": [trial.pk, "x"]}),
        at_desk.post(page_url(batch), {"close": "1"}),
        at_desk.post(page_url(batch), {"remove": "1", "trial": [trial.pk]}),
        at_desk.post(page_url(batch), {"reopen": "1"}),
    ]

    assert [message for answer in answers[-1:] for message in told(answer)] == [
        "1 trial was taken out.",
        "The batch was closed.",
        "“May” is closed. Open it again first.",
        "The batch is open again.",
    ]
    batch.refresh_from_db()
    assert (batch.closed_at, batch.trials.count()) == (None, 1)


def test_batch_is_changed_on_its_page(at_desk, batch, lead):
    at_desk.post(page_url(batch), {"name": "June", "assignee": lead.pk, "due": ""})

    batch.refresh_from_db()
    assert (batch.name, batch.assignee, batch.due) == ("June", lead, None)


def test_reviewers_look_and_change_nothing(client, batch, language_reviewer):
    client.force_login(language_reviewer)

    screen = read(client, page_url(batch))
    answer = client.post(page_url(batch), {"close": "1"})

    assert len(cells(screen)) == 2
    assert screen.select("main form[method=post]") == []
    batch.refresh_from_db()
    assert (answer.status_code, batch.closed_at) == (302, None)


def test_strangers_see_no_batch(client, batch, person):
    stranger = person("charlie")
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)

    answers = [client.get(page_url(batch)), client.get(reverse("trial_batches"))]

    assert [answer.status_code for answer in answers] == [302, 302]


def bulk_url(*pages: Any) -> str:
    ids = "&".join(f"id={page.pk}" for page in pages)
    return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'put_into_batch'])}?{ids}"


def test_trials_are_put_into_a_batch_together(at_desk, batch, author):
    third = make_trial(owner=author, trial_id="NCT00000003")

    response = at_desk.post(bulk_url(third), {"batch": batch.pk, "name": ""})

    assert (batch.trials.count(), told(response)) == (3, ["1 trial was put into the batch."])


def test_trials_are_put_into_a_new_batch(at_desk, trial, other, translator, author):
    said = {"batch": "", "name": "June", "assignee": translator.pk, "due": "2026-06-30"}

    at_desk.post(bulk_url(trial, other), said)

    batch = Batch.objects.get()
    assert (batch.assignee, batch.made_by, batch.trials.count()) == (translator, author, 2)


@pytest.mark.parametrize("said", [{}, {"batch": "both", "name": "June"}])
def test_batch_or_name_has_to_be_chosen(at_desk, batch, trial, said):
    said = {"batch": batch.pk if said.get("batch") else "", "name": said.get("name", "")}

    screen = BeautifulSoup(at_desk.post(bulk_url(trial), said).content, "html.parser")

    assert [each.text for each in screen.select("[role=alert]")] == ["Choose a batch, or name a new one."]
    assert Batch.objects.count() == 1


def test_pages_that_are_no_trials_go_into_no_batch(at_desk, batch, trial):
    screen = read(at_desk, bulk_url(make_index(), trial))

    listed = [
        [row.text.strip() for row in each.select("li")] for each in screen.select("main .nice-padding > ul")
    ]
    assert listed == [["UTAA17"], [make_index().title]]


def test_reviewers_put_nothing_into_a_batch(client, batch, trial, language_reviewer):
    client.force_login(language_reviewer)
    batch.trials.clear()

    client.post(bulk_url(trial), {"batch": batch.pk, "name": ""})

    assert batch.trials.count() == 0


def test_home_shows_a_translator_their_batches(client, batch, translator):
    client.force_login(translator)

    home = read(client, reverse("wagtailadmin_home"))

    box = home.select_one("#my-batches-section")
    assert " ".join(box.select_one("li").text.split()) == (
        "May 2 trials · Due 2020-01-31 late Chinese: 42 of 44 2 missing"
    )


def test_home_of_somebody_without_a_batch_has_no_box(at_desk, batch):
    assert read(at_desk, reverse("wagtailadmin_home")).select("#my-batches-section") == []
