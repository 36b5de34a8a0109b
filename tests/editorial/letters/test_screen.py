"""The list of letters: what was not delivered first; for leads and administrators only."""

from datetime import timedelta

import pytest
from django.urls import reverse

from editorial.views.letters import SHOWN, newest_letters
from tests.editorial.letters.conftest import NOON


def test_letters_not_delivered_come_first_then_the_newest(letter):
    letter(subject="older", sent_at=NOON)
    letter(subject="kept")
    letter(subject="newer", sent_at=NOON + timedelta(hours=1))

    assert [each.subject for each in newest_letters()] == ["kept", "newer", "older"]


def test_letters_shown_are_limited_and_read_in_one_query(letter, django_assert_num_queries):
    for number in range(SHOWN + 1):
        letter(subject=f"Letter {number}")

    with django_assert_num_queries(1):
        shown = [each.person.username for each in newest_letters()]

    assert shown == ["signer"] * SHOWN


@pytest.mark.parametrize("name", ["lead", "superuser"])
def test_letters_are_read_by_leads_and_administrators(client, letter, request, name):
    letter(subject="退回修改：A trial", language="zh-hans", tries=2, last_error="550 <nobody>")
    client.force_login(request.getfixturevalue(name))

    page = client.get(reverse("editorial_letters")).content.decode()

    assert page.count('<th scope="row" lang="zh-Hans">退回修改：A trial</th>') == 1
    assert page.count("refused 2 times") == 1
    assert page.count("550 &lt;nobody&gt;") == 1


@pytest.mark.parametrize("name", ["author", "translator", "language_reviewer", "signer"])
def test_letters_are_not_read_by_others(db, client, request, name):
    client.force_login(request.getfixturevalue(name))

    response = client.get(reverse("editorial_letters"), HTTP_ACCEPT="application/json")

    assert (response.status_code, response.json()) == (403, {"detail": "Only leads see who was told what."})


@pytest.mark.parametrize(("backend", "said"), [("console", 1), ("dummy", 1), ("smtp", 0)])
def test_letters_screen_says_when_mail_is_only_printed(client, lead, settings, backend, said):
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{backend}.EmailBackend"
    client.force_login(lead)

    page = client.get(reverse("editorial_letters")).content.decode()

    assert page.count("This installation prints mail instead of sending it.") == said
