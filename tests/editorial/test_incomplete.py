"""A form sent half filled in is answered and forgotten; an attempt at what one may not do is logged."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from editorial.desk import open_desk
from editorial.models import Edition
from editorial.office.history import log_events
from tests.editorial.desk import ALL_TICKED


def refusals():
    return [entry.data["act"] for entry in PageLogEntry.objects.filter(action="editorial.refused")]


def post(client, person, screen, page, **posted):
    client.force_login(person)
    return client.post(reverse(f"editorial_{screen}", args=[page.pk]), posted)


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({}, "Nothing was decided: choose one of the buttons."),
        ({"act": "withhold-chinese"}, "Write why the Chinese is withheld."),
        ({"act": "request-changes"}, "Please write the reason."),
        (
            {"act": "sign-off", "ticked": ["read_as_reader"]},
            "Not ticked: Facts, numbers and contacts agree with the sources shown.",
        ),
    ],
)
def test_an_incomplete_decision_is_answered_and_not_logged(client, reviewed, signer, posted, sentence):
    seen = open_desk(reviewed.pk).seen_by(signer)

    answer = post(client, signer, "review", reviewed, seen=seen, **posted)

    assert (answer.status_code, str(answer.context["refused"])) == (409, sentence)
    assert refusals() == []


@pytest.mark.parametrize(
    ("screen", "posted", "sentence"),
    [
        ("notice", {}, "Nothing was decided: choose one of the buttons."),
        ("notice", {"act": "put-up", "kind": "paused"}, "Choose what has to be said and who says so."),
        ("withdraw", {"reason_en": " "}, "Please write the reason."),
    ],
)
def test_an_incomplete_act_is_answered_and_not_logged(client, published, lead, screen, posted, sentence):
    answer = post(client, lead, screen, published, **posted)

    assert (answer.status_code, str(answer.context["refused"])) == (409, sentence)
    assert refusals() == []


def test_an_author_who_tries_to_sign_is_logged_under_the_words_of_the_button(
    client, reviewed, author, signer
):
    author.groups.add(*signer.groups.all())
    seen = open_desk(reviewed.pk).seen_by(author)

    post(client, author, "review", reviewed, act="sign-off", seen=seen, ticked=list(ALL_TICKED))

    assert refusals() == ["sign-off"]
    assert log_events(reviewed, since=None, until=None)[0].about == "Sign off and publish"


def test_an_author_who_confirms_their_own_page_is_logged(client, published, author, signer):
    author.groups.add(*signer.groups.all())
    seen = Edition.objects.get().digest

    post(client, author, "still_correct", published, seen=seen, ticked=list(ALL_TICKED))

    assert refusals() == ["Still correct?"]
