"""Screens of one act over HTTP: still correct, urgent notice, withdraw; what they show, refuse and log."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from editorial.models import Edition, SignOff, UrgentNotice, Voucher
from editorial.notices import put_up
from editorial.people import SIGNERS
from tests.editorial.desk import ALL_TICKED


@pytest.fixture
def as_user():
    def log_in(user):
        client = Client()
        client.force_login(user)
        return client

    return log_in


def screen(name, page):
    return reverse(f"editorial_{name}", args=[page.pk])


def refusals():
    return [entry.data["sentence"] for entry in PageLogEntry.objects.filter(action="editorial.refused")]


def messages_of(client):
    return [str(message) for message in client.get(reverse("wagtailadmin_home")).context["messages"]]


def confirmed(client, page, **changes):
    """Open the screen and post what it shows, all ticked; `changes` override what is posted."""
    url = screen("still_correct", page)
    shown = client.get(url).context
    posted = {"seen": shown["edition"].digest, "as": shown["known_as"], "ticked": list(ALL_TICKED)}
    return client.post(url, posted | changes)


def test_still_correct_moves_the_date_and_no_word(published, as_user, signer2):
    answer = confirmed(as_user(signer2), published)

    assert answer.status_code == 302
    assert (Edition.objects.count(), SignOff.objects.filter(scope="final").count()) == (1, 2)


def test_still_correct_with_a_box_unticked_is_refused(published, as_user, signer2):
    answer = confirmed(as_user(signer2), published, ticked=["read_as_reader"])

    sentence = "Not ticked: Facts, numbers and contacts agree with the sources shown."
    assert (answer.status_code, str(answer.context["refused"])) == (409, sentence)
    assert answer.context["ticked"] == {"read_as_reader"}
    assert refusals() == []


def test_still_correct_of_another_edition_than_was_seen_is_refused(published, as_user, signer2):
    answer = confirmed(as_user(signer2), published, seen="0" * 64)

    assert str(answer.context["refused"]) == (
        "Another edition came into force after you opened this page. Read it again."
    )


def test_still_correct_under_other_facts_about_the_person_is_refused(published, as_user, signer2):
    client = as_user(signer2)
    shown = client.get(screen("still_correct", published)).context["known_as"]
    Voucher.objects.create(person=signer2, conflict_en="Paid by the sponsor")

    answer = confirmed(client, published, **{"as": shown})

    assert str(answer.context["refused"]) == (
        "What the page says of you changed after you opened it. Read it again."
    )


def test_an_author_is_told_that_somebody_else_confirms(published, as_user, author, signer):
    answer = as_user(author).get(screen("still_correct", published))

    assert (answer.context["wrote"], answer.context["is_member"]) == (True, False)
    assert answer.context["written"].split(", ")[0] == "Trial id"
    assert answer.context["others"] == ["Signer"]


def test_a_lead_is_told_whom_to_ask(published, as_user, lead, signer2, person):
    person("gone", SIGNERS, is_active=False)

    answer = as_user(lead).get(screen("still_correct", published))

    assert answer.context["others"] == ["Signer", "Signer2"]
    assert "Ask a signer: Signer, Signer2." in answer.content.decode()


def test_the_words_of_a_notice_name_no_source_before_one_is_chosen(published, as_user, signer):
    answer = as_user(signer).get(screen("notice", published))

    assert [words.en.split(" that ")[0] for _choice, words in answer.context["kinds"]] == [
        "Paused: …",
        "Safety question: …",
        "Wrong contact details: …",
        "Closed: …",
    ]


@pytest.mark.parametrize(("lang", "words"), [("en", "English of summary."), ("zh-hans", "丙段文字。")])
def test_the_edition_is_read_as_the_public_reads_it(published, as_user, signer2, lang, words):
    url = reverse("editorial_edition_reading", args=[published.pk, lang, Edition.objects.get().digest])

    answer = as_user(signer2).get(url)

    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert words in answer.content.decode()


def test_a_reading_of_another_edition_is_not_shown(published, as_user, signer2):
    url = reverse("editorial_edition_reading", args=[published.pk, "en", "0" * 64])

    assert as_user(signer2).get(url).status_code == 409


def test_a_notice_is_put_up_with_three_fields(published, as_user, signer):
    posted = {"act": "put-up", "kind": "paused", "source": "hospital"}

    answer = as_user(signer).post(screen("notice", published), posted)

    assert answer.status_code == 302
    assert UrgentNotice.objects.values_list("kind", "source").get() == ("paused", "hospital")


def test_a_notice_without_a_source_keeps_what_was_chosen(published, as_user, signer):
    answer = as_user(signer).post(screen("notice", published), {"act": "put-up", "kind": "paused"})

    assert (answer.status_code, answer.context["kind"]) == (409, "paused")
    assert str(answer.context["refused"]) == "Choose what has to be said and who says so."


def test_a_second_person_confirms_and_lifts(published, as_user, signer, lead):
    notice = put_up(published, by=signer, kind="paused", source="hospital", now=timezone.now())
    client, url = as_user(lead), screen("notice", published)

    client.post(url, {"act": "confirm", "notice": notice.pk})
    client.post(url, {"act": "lift", "notice": notice.pk, "because": "Open again."})

    notice.refresh_from_db()
    assert (notice.confirmed_by, notice.lifted_by, notice.lifted_because) == (lead, lead, "Open again.")


@pytest.mark.parametrize("number", ["", "x", "999999"])
def test_an_act_on_a_notice_that_is_not_there_is_not_found(published, as_user, lead, number):
    posted = {"act": "confirm", "notice": number}

    assert as_user(lead).post(screen("notice", published), posted, follow=True).status_code == 404


def test_notices_stand_above_trial_pages_only(home, as_user, lead):
    assert as_user(lead).get(screen("notice", home), follow=True).status_code == 404


def test_a_withdrawal_without_a_reason_is_refused(published, as_user, lead):
    answer = as_user(lead).post(screen("withdraw", published), {"reason_en": " "})

    assert (answer.status_code, refusals()) == (409, [])


def test_after_a_withdrawal_the_public_addresses_are_offered(published, as_user, lead):
    client = as_user(lead)

    client.post(
        screen("withdraw", published), {"reason_en": "A wrong number.", "reason_zh_hans": "数字有误。"}
    )

    links = BeautifulSoup(messages_of(client)[0], "html.parser").select("a")
    assert [(link["href"], link.get_text(strip=True)) for link in links] == [
        ("/en/trials/nct00000001/", "What readers see now, in English"),
        ("/zh-hans/trials/nct00000001/", "What readers see now, in Chinese"),
    ]
