"""Reports of mistakes on the office’s screens: listed by page, shown with the words the reader had."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial import triggers
from editorial.content import Words
from editorial.mistakes import Told, answer, report
from editorial.models import Edition, EditorQuery, MistakeReport
from editorial.redaction import redact_edition
from editorial.refusals import SignOffRefused
from editorial.signoff import withdraw
from tests.editorial.desk import save_draft

NOON = datetime(2026, 5, 15, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
HOSTILE = "<b>50</b> https://evil.example {{ x }}\nsecond line"
EVERY = "/admin/mistakes/"


@pytest.fixture
def edition(published):
    return Edition.objects.get(page=published)


@pytest.fixture
def sent(edition):
    told = Told("i1", HOSTILE, "me@example.org")
    return report(edition, told, lang="zh-hans", address="203.0.113.7", now=NOON)


@pytest.fixture
def as_user():
    """Return a function that gives a client logged in as somebody."""

    def log_in(user):
        client = Client()
        client.force_login(user)
        return client

    return log_in


@pytest.fixture
def stranger(person):
    """Somebody who may enter the admin and change no page."""
    user = person("stranger")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def screen_of(sent):
    return reverse("editorial_mistake", args=[sent.pk])


def seen(response):
    return BeautifulSoup(response.content, "html.parser").select_one("#main")


def texts(response, selector=".suggestions__text"):
    return [part.text for part in seen(response).select(selector)]


def test_a_report_shows_the_words_in_both_languages_and_escaped(sent, as_user, signer):
    response = as_user(signer).get(screen_of(sent))

    screen = seen(response)
    assert texts(response) == [HOSTILE, "me@example.org", "Platelets ≥50×10^9/L", "血小板≥50×10^9/L"]
    assert screen.select_one("#report-told").text == "Inclusion criterion 1"
    assert [link["href"] for link in screen.select("a") if "evil" in link["href"]] == []


def test_words_that_changed_since_stand_beside_what_the_reader_had(sent, published, as_user, author):
    newest = published.get_latest_revision_as_object()
    newest.criteria.all()[0].text_en = "Platelets ≥75×10^9/L"
    newest.save_revision(user=author)

    shown = texts(as_user(author).get(screen_of(sent)), "[aria-labelledby=report-read] .suggestions__text")

    assert shown == [
        "Platelets ≥50×10^9/L",
        "血小板≥50×10^9/L",
        "Platelets ≥75×10^9/L",
        "血小板≥50×10^9/L",
    ]


def test_words_nobody_signed_are_not_shown_as_what_the_reader_had(sent, edition, as_user, author):
    triggers.drop(connection)
    Edition.objects.update(content=edition.content.replace("Platelets", "Unsigned"))
    triggers.install(connection)

    screen = seen(as_user(author).get(screen_of(sent)))

    assert screen.select("[aria-labelledby=report-read]") == []
    assert screen.text.count("The words of that edition cannot be shown any more.") == 1


def test_words_removed_on_demand_take_those_of_answered_reports_along(sent, edition, as_user, author, lead):
    withdraw(edition.page.specific, by=lead, reason=Words("A name.", "姓名。"), now=timezone.now())
    save_draft(edition.page.specific, author, summary_en="Another summary.")
    edition.refresh_from_db()
    because = {"by": lead, "because": "Asked for by the person named.", "now": timezone.now()}
    with pytest.raises(SignOffRefused, match="Reports of mistakes are open"):
        redact_edition(edition, **because)
    answer(sent, by=author, words="Taken down.", now=NOON)

    redact_edition(edition, **because)

    sent.refresh_from_db()
    screen = seen(as_user(author).get(screen_of(sent)))
    assert (sent.status, sent.item, sent.wrong, sent.answer, sent.contact) == ("answered", "i1", "", "", "")
    assert screen.text.count("The words of that edition cannot be shown any more.") == 1


def test_the_links_lead_to_the_item_on_the_public_page(sent, published, as_user, author):
    links = [link["href"] for link in seen(as_user(author).get(screen_of(sent))).select(".admin-page > p a")]

    assert links[:3] == [
        "/en/trials/nct00000001/#i1",
        "/zh-hans/trials/nct00000001/#i1",
        reverse("wagtailadmin_pages:edit", args=[published.pk]),
    ]


def test_the_contact_is_shown_to_who_may_answer_only(sent, as_user, author, superuser, stranger):
    for user, status, number in ((author, 200, 1), (superuser, 200, 0), (stranger, 302, 0)):
        response = as_user(user).get(screen_of(sent))

        assert (response.status_code, response.content.count(b"me@example.org")) == (status, number)


def test_an_answer_is_noted_and_leaves_the_list(sent, as_user, author):
    response = as_user(author).post(screen_of(sent), {"act": "answer", "answer": "Corrected."}, follow=True)

    assert response.context["rows"] == []
    assert [str(message).strip() for message in response.context["messages"]] == ["Noted as answered."]
    shown = seen(as_user(author).get(screen_of(sent))).select_one("[aria-labelledby=report-done]")
    assert shown.select_one(".suggestions__text").text == "Corrected."


def test_a_question_is_asked_about_the_item_by_default(sent, as_user, author):
    screen = seen(as_user(author).get(screen_of(sent)))
    posted = {"act": "ask", "place": screen.select_one("#ask-place option")["value"], "question": "75?"}

    as_user(author).post(screen_of(sent), posted)

    query = EditorQuery.objects.get()
    assert (query.place, query.question) == ("criteria.i1.text", "75?")
    done = seen(as_user(author).get(screen_of(sent))).select_one("[aria-labelledby=report-done] a")
    assert done["href"] == reverse("editorial_queries", args=[sent.page_id]) + f"#query-{query.pk}"


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"act": "answer", "answer": " "}, "Please write what was done."),
        ({"act": "ask", "place": "", "question": "Kept?"}, "Choose the text you ask about."),
        ({}, "Nothing was decided: choose one of the buttons."),
    ],
)
def test_a_refusal_says_why_and_keeps_what_was_typed(sent, as_user, author, posted, sentence):
    response = as_user(author).post(screen_of(sent), posted)

    assert (response.status_code, response.context["refused"]) == (409, sentence)
    assert response.context["question"] == posted.get("question", HOSTILE)
    assert MistakeReport.objects.get().status == "open"


def test_a_report_of_the_whole_page_can_be_asked_about_any_text(edition, as_user, author):
    whole = report(edition, Told("", "All wrong"), lang="en", address="", now=NOON)

    screen = seen(as_user(author).get(screen_of(whole)))

    offered = [option["value"] for option in screen.select("#ask-place option")]
    assert screen.select_one("#report-told").text == "The whole page"
    assert (offered[0], {"headline", "facts.status"} <= set(offered)) == ("", True)


def test_the_list_holds_open_ones_by_page(sent, edition, as_user, author, signer):
    done = report(edition, Told("", "Another"), lang="en", address="", now=NOON)
    answer(done, by=author, words="Corrected.", now=NOON)

    def found(**asked):
        return [row.sent for row in as_user(signer).get(EVERY, asked).context["rows"]]

    assert found() == [sent]
    assert found(status="answered") == [done]
    assert found(page="nct00000001") == [sent]
    assert [found(page="elsewhere"), found(status="nonsense")] == [[], []]


def test_the_list_names_no_page_out_of_reach(sent, as_user, stranger):
    assert as_user(stranger).get(EVERY).context["rows"] == []


def test_the_dashboard_counts_what_waits(sent, edition, as_user, author, superuser):
    report(edition, Told("", "Another"), lang="en", address="", now=NOON)

    def panel(user):
        found = seen(as_user(user).get("/admin/")).select(".office__page[href='/admin/mistakes/']")
        return [link.text for link in found]

    assert [panel(author), panel(superuser)] == [["2 reports wait for an answer"], []]


def test_a_save_of_the_page_loses_no_report(sent, published, as_user, author):
    save_draft(published, author, summary_en="Another summary.")

    assert [row.sent for row in as_user(author).get(EVERY).context["rows"]] == [sent]


def test_who_answered_is_deactivated_and_not_deleted(sent, as_user, signer, person, superuser):
    other = person("other", "Leads")
    answer(sent, by=other, words="Corrected.", now=NOON)

    as_user(superuser).post(reverse("wagtailusers_users:delete", args=[other.pk]))

    assert type(other).objects.filter(pk=other.pk).exists()
