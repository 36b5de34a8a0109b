"""Queries on the screens: asked from a row, answered on a list, told to readers, found among all of them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial.desk import open_desk
from editorial.models import EditorQuery
from editorial.queries import answer, ask, tell_readers
from tests.editorial.desk import save_draft

NOON = datetime(2026, 5, 15, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
CRITERION = "criteria.i1.text"


@pytest.fixture
def query(submitted, language_reviewer):
    question = "κb/γ: is κ/λ meant?"
    return ask(submitted, by=language_reviewer, place=CRITERION, question=question, now=NOON)


@pytest.fixture
def as_user():
    """Return a function that gives a client logged in as somebody."""

    def log_in(user):
        client = Client()
        client.force_login(user)
        return client

    return log_in


def ask_url(page, place=""):
    return reverse("editorial_ask", args=[page.pk]) + (f"?place={place}" if place else "")


def list_of(page):
    return reverse("editorial_queries", args=[page.pk])


def act_on(query, act, **fields):
    return reverse("editorial_query", args=[query.pk]), {"act": act, **fields}


def seen(response):
    return BeautifulSoup(response.content, "html.parser").select_one("#main")


def messages_of(response):
    return [str(message).strip() for message in response.context["messages"]]


def test_the_form_shows_the_text_in_both_languages(submitted, as_user, signer):
    screen = seen(as_user(signer).get(ask_url(submitted, CRITERION)))

    texts = [part.text for part in screen.select(".suggestions__text")]
    assert texts == ["Platelets ≥50×10^9/L", "血小板≥50×10^9/L"]
    assert screen.select_one("form h2").text == "Inclusion criterion 1"


def test_without_a_place_every_text_and_fact_can_be_chosen(submitted, as_user, signer):
    screen = seen(as_user(signer).get(ask_url(submitted)))

    offered = {option["value"]: option.text for option in screen.select("#ask-place option")}
    assert (offered[CRITERION], offered["facts.phases"]) == ("Inclusion criterion 1", "Phases")
    assert "sites" not in {place.split(".")[0] for place in offered}


def test_who_asked_goes_back_to_where_they_came_from(submitted, as_user, signer):
    review = reverse("editorial_review", args=[submitted.pk])
    posted = {"place": "summary", "question": "Really?\r\nAnd why?", "back": review}

    response = as_user(signer).post(ask_url(submitted), posted)

    made = EditorQuery.objects.get()
    assert (made.place, made.question, made.asked_by) == ("summary", "Really?\nAnd why?", signer)
    assert response["Location"] == review


def test_nobody_is_sent_to_another_site(submitted, as_user, signer):
    posted = {"place": "summary", "question": "?", "back": "https://elsewhere.example/"}

    response = as_user(signer).post(ask_url(submitted), posted)

    assert response["Location"] == list_of(submitted)


def test_a_refused_question_is_shown_again(submitted, query, as_user, signer):
    posted = {"place": CRITERION, "question": query.question}

    response = as_user(signer).post(ask_url(submitted), posted)

    assert response.status_code == 409
    assert seen(response).select_one("[role=alert]").text == (
        "This was asked already and waits for an answer."
    )
    assert seen(response).select_one("[name=question]").text.strip() == query.question


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"question": "?"}, "Choose the text you ask about."),
        ({"place": "summary", "question": " "}, "Please write the question."),
        ({"place": "gone", "question": "?"}, "This text is on the page no longer."),
    ],
)
def test_a_question_about_nothing_is_refused(submitted, as_user, signer, posted, sentence):
    response = as_user(signer).post(ask_url(submitted), posted)

    assert (response.status_code, response.context["refused"]) == (409, sentence)


def test_an_answer_is_told_and_stands_on_the_list(submitted, query, as_user, author):
    url, posted = act_on(query, "answer", answer="Yes, κ/λ.")

    response = as_user(author).post(url, posted, follow=True)

    row = seen(response).select_one("table tbody tr")
    assert messages_of(response) == ["Answered."]
    assert [cell.text for cell in row.select(".suggestions__text")] == [query.question, "Yes, κ/λ."]


def test_a_refused_answer_keeps_what_was_typed(submitted, query, as_user, author, signer):
    tell_readers(query, by=author, on=True, now=NOON)
    url, posted = act_on(query, "answer", answer="Yes, κ/λ.")

    response = as_user(signer).post(url, posted)

    assert response.status_code == 409
    assert response.context["refused"].startswith("Only members of “Authors / Leads” may do this")
    assert response.context["typed"] == "Yes, κ/λ."
    assert EditorQuery.objects.get().status == "open"


def test_no_button_is_refused(submitted, query, as_user, author):
    response = as_user(author).post(*act_on(query, "burn"))

    assert response.context["refused"] == "Nothing was decided: choose one of the buttons."


def test_an_author_tells_readers_and_hears_of_the_sign_off(submitted, query, as_user, author):
    response = as_user(author).post(*act_on(query, "tell"), follow=True)

    [said] = messages_of(response)
    assert said.startswith(
        "The draft tells readers that the sponsor was asked. Readers see the change after a new sign-off."
    )
    assert open_desk(submitted.pk).content.asked_about == (CRITERION,)


def test_an_answer_that_takes_the_sentence_off_says_so(submitted, query, as_user, author):
    tell_readers(query, by=author, on=True, now=NOON)

    response = as_user(author).post(*act_on(query, "answer", answer="Yes."), follow=True)

    [said] = messages_of(response)
    assert said.startswith(
        "Answered, and the sentence to readers is off the draft. Readers see the change after a new sign-off."
    )
    assert open_desk(submitted.pk).content.asked_about == ()


def buttons(response):
    return [button["value"] for button in seen(response).select("form [name=act]")]


def test_each_is_offered_what_they_may_do(submitted, query, as_user, author, signer, superuser):
    offered = [buttons(as_user(each).get(list_of(submitted))) for each in (author, signer, superuser)]

    assert offered == [["answer", "tell"], ["answer"], []]


def test_of_what_readers_are_told_only_who_may_change_it_is_offered_an_answer(
    submitted, query, as_user, author, signer
):
    tell_readers(query, by=author, on=True, now=NOON)

    offered = [buttons(as_user(each).get(list_of(submitted))) for each in (author, signer)]

    assert offered == [["answer", "untell"], []]


def test_a_text_that_is_gone_is_said_to_be(submitted, query, as_user, author):
    newest = open_desk(submitted.pk).page
    newest.criteria = [row for row in newest.criteria.all() if row.key != "i1"]
    newest.save_revision(user=author)

    for url in (list_of(submitted), reverse("editorial_all_queries"), ask_url(submitted, CRITERION)):
        screen = seen(as_user(author).get(url))

        assert screen.text.count("This text is on the page no longer.") == 1


def test_the_open_ones_of_a_page_stand_in_reading_order(submitted, query, as_user, author):
    for place in ("costs", "headline"):
        ask(submitted, by=author, place=place, question="Is this right?", now=NOON)

    shown = as_user(author).get(list_of(submitted)).context["open"]

    assert [item.query.place for item in shown] == ["headline", "costs", CRITERION]


def test_the_review_screen_shows_open_queries_at_their_row(submitted, query, as_user, signer, author):
    done = ask(submitted, by=author, place=CRITERION, question="Answered already?", now=NOON)
    answer(done, by=author, words="Yes.", now=NOON)

    screen = seen(as_user(signer).get(reverse("editorial_review", args=[submitted.pk])))

    rows = [" ".join(row.text.split()) for row in screen.select(".review__beside .review__findings li")]
    asked = [row for row in rows if row.startswith("Open query")]
    assert asked == ["Open query: κb/γ: is κ/λ meant? Language-reviewer, 2026-05-15"]
    assert "1 query is open." in screen.select_one("[aria-labelledby=review-decision]").text


def test_every_row_of_the_review_asks_about_its_own_text(submitted, as_user, signer):
    screen = seen(as_user(signer).get(reverse("editorial_review", args=[submitted.pk])))

    links = {link["href"].split("?")[1] for link in screen.select(".review__ask a")}
    assert f"place={CRITERION}&back=/admin/review/{submitted.pk}/" in links


def test_the_list_of_all_holds_open_ones_by_page_and_person(submitted, query, as_user, author, signer):
    other = ask(submitted, by=author, place="summary", question="Answered?", now=NOON)
    answer(other, by=author, words="Yes.", now=NOON)
    every = reverse("editorial_all_queries")

    def found(**asked):
        response = as_user(signer).get(every, asked)
        return [item.query for _page, item in response.context["rows"]]

    assert found() == [query]
    assert found(status="answered") == [other]
    assert found(person=query.asked_by_id) == [query]
    assert found(page="nct00000001") == [query]
    assert [found(page="elsewhere"), found(person="99999"), found(status="nonsense")] == [[], [], []]


def test_the_list_of_all_names_no_page_out_of_reach(submitted, query, as_user, person):
    stranger = person("stranger")
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))

    response = as_user(stranger).get(reverse("editorial_all_queries"))

    assert response.context["rows"] == []
    assert as_user(stranger).get(list_of(submitted)).status_code == 302


def test_the_list_of_a_page_reads_the_page_once(submitted, query, as_user, author, signer):
    reader = as_user(signer)
    reader.get(list_of(submitted))
    with CaptureQueriesContext(connection) as few:
        reader.get(list_of(submitted))
    for number in range(5):
        ask(submitted, by=author, place="summary", question=f"Why {number}?", now=NOON)

    with CaptureQueriesContext(connection) as many:
        reader.get(list_of(submitted))

    assert len(many) == len(few)


def test_a_save_does_not_lose_a_query(submitted, query, as_user, author):
    save_draft(submitted, author, summary_en="Another summary.")

    screen = seen(as_user(author).get(list_of(submitted)))

    assert screen.select_one(".suggestions__row h2").text == "Inclusion criterion 1"
