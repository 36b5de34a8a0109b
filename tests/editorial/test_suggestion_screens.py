"""Suggestions on the screens: in the rows of the review, on their own page, told on the editing screen."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.template import engines
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial.desk import open_desk
from editorial.models import Suggestion
from editorial.suggestible import words_at
from editorial.suggestions import accept, suggest
from editorial.views.suggesting import seen
from tests.editorial.desk import save_draft
from tests.trials.posting import form_values, opened, saved
from trials.models import TrialPage

NOON = datetime(2026, 5, 15, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def clearer(submitted, signer):
    """The signer's suggestion for the Chinese of a criterion, on a page that waits for review."""
    criterion = {"place": "criteria.i1.text", "language": "zh-hans", "wording": "血小板计数≥50×10^9/L"}
    return suggest(submitted, person=signer, **criterion, now=NOON)


@pytest.fixture
def shorter(submitted, signer):
    summary = {"place": "summary", "language": "en", "wording": "A study of one injection."}
    return suggest(submitted, person=signer, **summary, because="Shorter.", now=NOON)


def said(page, suggestion):
    return words_at(open_desk(page.pk).content, suggestion.place).in_language(suggestion.language)


def page_of(page):
    return reverse("editorial_suggestions", args=[page.pk])


def typed(page, place="summary", **fields):
    """What the form of a row posts, as it was opened, with some fields typed over."""
    words = words_at(open_desk(page.pk).content, place)
    opened = {"wording_en": words.en, "wording_zh_hans": words.zh_hans, "because": ""}
    return {"place": place, "seen": seen(words), "back": page_of(page), **opened, **fields}


def answer(suggestion, act, **fields):
    return reverse("editorial_suggestion", args=[suggestion.pk]), {"act": act, **fields}


def messages_of(response):
    return [str(message).strip() for message in response.context["messages"]]


@pytest.fixture
def as_user():
    """Return a function that gives a client logged in as somebody."""

    def log_in(user):
        client = Client()
        client.force_login(user)
        return client

    return log_in


def test_the_form_of_a_row_suggests_what_was_changed_in_it(submitted, as_user, signer):
    url = reverse("editorial_suggest", args=[submitted.pk])

    response = as_user(signer).post(url, typed(submitted, wording_en="Shorter.\r\n\r\nAnd clear."))

    made = Suggestion.objects.get()
    assert (made.language, made.wording, made.person) == ("en", "Shorter.\n\nAnd clear.", signer)
    assert response["Location"] == f"{page_of(submitted)}#suggestions-summary"


def test_both_texts_changed_in_a_row_are_two_suggestions(submitted, as_user, signer):
    url = reverse("editorial_suggest", args=[submitted.pk])

    response = as_user(signer).post(
        url, typed(submitted, wording_en="A", wording_zh_hans="甲", because="So."), follow=True
    )

    made = Suggestion.objects.values_list("language", "wording", "because")
    assert set(made) == {("en", "A", "So."), ("zh-hans", "甲", "So.")}
    assert messages_of(response) == ["Suggested, in both languages."]


def test_of_two_suggestions_typed_together_none_is_made_when_one_is_refused(submitted, as_user, signer):
    url = reverse("editorial_suggest", args=[submitted.pk])

    response = as_user(signer).post(url, typed(submitted, wording_en="A", wording_zh_hans=" "))

    assert response.context["refused"] == "Please write the wording you suggest."
    assert Suggestion.objects.count() == 0


def test_what_was_typed_in_a_refused_form_is_shown_again(submitted, as_user, signer, author):
    posted = typed(submitted, wording_en="Mine.", because="Why not.")
    save_draft(submitted, author, summary_en="Changed meanwhile.")

    response = as_user(signer).post(reverse("editorial_suggest", args=[submitted.pk]), posted)

    form = BeautifulSoup(response.content, "html.parser").select_one("details[open] form")
    assert response.status_code == 409
    assert response.context["refused"] == (
        "The text changed after you opened it. Yours is kept below; read both."
    )
    assert form.select_one("[name=wording_en]").text.strip() == "Mine."
    assert form.select_one("[name=because]")["value"] == "Why not."
    assert form.select_one("[name=back]")["value"] == page_of(submitted)
    assert Suggestion.objects.count() == 0


def test_a_form_for_a_text_that_is_gone_shows_what_was_typed(submitted, as_user, signer, author):
    posted = typed(submitted, place="criteria.i1.text", wording_en="Mine.")
    page = TrialPage.objects.get(pk=submitted.pk).get_latest_revision_as_object()
    page.criteria = []
    page.save_revision(user=author)

    response = as_user(signer).post(reverse("editorial_suggest", args=[submitted.pk]), posted)

    area = BeautifulSoup(response.content, "html.parser").select_one("details[open] [name=wording_en]")
    assert (response.status_code, area.text.strip()) == (409, "Mine.")


def test_an_answer_goes_back_to_the_row_it_was_given_at(submitted, shorter, as_user, author):
    review = reverse("editorial_review", args=[submitted.pk])

    response = as_user(author).post(*answer(shorter, "accept", back=review))

    assert response["Location"] == f"{review}#suggestions-summary"
    assert said(submitted, shorter) == "A study of one injection."


def test_an_answer_goes_back_to_no_other_site(submitted, shorter, as_user, author):
    response = as_user(author).post(*answer(shorter, "accept", back="https://elsewhere.example/"))

    assert response["Location"] == f"{page_of(submitted)}#suggestions-summary"


def test_declining_keeps_the_reason_for_the_suggester(submitted, shorter, as_user, author, signer):
    as_user(author).post(*answer(shorter, "decline", because="The registry says so."))

    answered = as_user(signer).get(page_of(submitted)).context["answered"]
    assert [(each.suggestion.declined_because, each.decided_by) for each in answered] == [
        ("The registry says so.", "Author")
    ]


def test_a_reason_typed_for_what_is_answered_already_is_shown_again(shorter, as_user, author, author2):
    accept(shorter, by=author, now=NOON)

    response = as_user(author2).post(*answer(shorter, "decline", because="Mine."))

    area = BeautifulSoup(response.content, "html.parser").select_one("#typed-reason")
    assert (response.status_code, area.text.strip()) == (409, "Mine.")


def test_an_answer_without_a_decision_is_refused(shorter, as_user, author):
    response = as_user(author).post(*answer(shorter, ""))

    assert response.context["refused"] == "Nothing was decided: choose one of the buttons."


def test_a_text_changed_since_is_shown_beside_the_suggestion_and_cannot_be_accepted(
    submitted, shorter, as_user, author
):
    save_draft(submitted, author, summary_en="Rewritten meanwhile.")

    response = as_user(author).post(*answer(shorter, "accept"))

    [row] = response.context["rows"]
    screen = BeautifulSoup(response.content, "html.parser")
    assert (row.words.en, row.suggestions[0].now) == ("Rewritten meanwhile.", "Rewritten meanwhile.")
    assert row.suggestions[0].suggestion.wording == "A study of one injection."
    assert screen.select("button[value=accept]") == []
    assert len(screen.select("button[value=decline]")) == 1


@pytest.mark.parametrize(
    ("who", "buttons"),
    [
        ("author", ["accept", "decline"]),
        ("translator", []),
        ("language_reviewer", []),
        ("signer", ["take-back"]),
    ],
)
def test_the_buttons_are_those_a_person_may_press(submitted, shorter, as_user, request, who, buttons):
    response = as_user(request.getfixturevalue(who)).get(page_of(submitted))

    screen = BeautifulSoup(response.content, "html.parser")
    assert [button["value"] for button in screen.select("#main [name=act]")] == buttons


def test_the_difference_is_shown_word_by_word(submitted, shorter, as_user, author):
    screen = BeautifulSoup(as_user(author).get(page_of(submitted)).content, "html.parser")

    [row] = as_user(author).get(page_of(submitted)).context["rows"]
    parts = row.suggestions[0].difference
    assert "".join(part.text for part in parts if part.kind != "added") == "English of summary."
    assert "".join(part.text for part in parts if part.kind != "removed") == "A study of one injection."
    assert [tag.name for tag in screen.select(".suggestions__text del, .suggestions__text ins")] == [
        "del" if part.kind == "removed" else "ins" for part in parts if part.kind != "same"
    ]


def test_a_suggestion_is_shown_as_text_and_not_as_markup(submitted, as_user, signer, author):
    suggest(
        submitted,
        person=signer,
        place="summary",
        language="en",
        wording="<script>alert(1)</script>",
        because="<b>bold</b>",
        now=NOON,
    )

    html = as_user(author).get(page_of(submitted)).content.decode()

    assert (html.count("<script>alert"), html.count("<b>bold")) == (0, 0)


def test_the_editing_screen_says_how_many_suggestions_wait(submitted, shorter, clearer, as_user, request):
    edit = reverse("wagtailadmin_pages:edit", args=[submitted.pk])
    told = {}

    for who in ("author", "translator", "signer"):
        screen = as_user(request.getfixturevalue(who)).get(edit)
        firsts = [message.split("\n")[0].strip() for message in messages_of(screen)]
        told[who] = [first for first in firsts if "wait" in first]

    assert told == {
        "author": ["2 suggestions wait for your answer."],
        "translator": ["1 suggestion waits for your answer."],
        "signer": [],
    }


def test_a_form_opened_before_an_acceptance_overwrites_nothing(submitted, shorter, as_user, author, author2):
    client = as_user(author)
    values = form_values(opened(client, submitted))
    accept(shorter, by=author2, now=NOON)

    response = saved(client, submitted, values | {"summary_en": "Typed in the open form."})

    assert response.status_code == 409
    assert said(submitted, shorter) == "A study of one injection."


def test_a_stranger_sees_no_suggestions(submitted, shorter, as_user, person):
    urls = [page_of(submitted), *(answer(shorter, "")[:1]), reverse("editorial_suggest", args=[submitted.pk])]

    answers = [as_user(person(f"stranger{n}")).get(url) for n, url in enumerate(urls)]

    assert [(answer.status_code, answer["Location"].split("?")[0]) for answer in answers] == [
        (302, "/admin/login/")
    ] * 3


def test_an_account_that_suggested_is_deactivated_and_not_deleted(shorter, as_user, superuser, signer):
    answer = as_user(superuser).post(f"/admin/users/delete/{signer.pk}/", follow=True)

    assert messages_of(answer) == [
        "Signer wrote or signed pages. Deactivate the account instead of deleting it."
    ]


def test_a_screen_of_rows_reads_the_suggestions_once(submitted, shorter, clearer, signer, rf):
    template = engines["django"].from_string(
        "{% load suggestions %}{% for place in places %}"
        '{% include "editorial/suggestions/row.html" with label=place words=words %}{% endfor %}'
    )
    page = open_desk(submitted.pk).page
    words = page.build_content().summary
    queries = []

    for places in (["summary"], ["summary", "criteria.i1.text", "headline"]):
        request = rf.get("/")
        request.user = signer
        with CaptureQueriesContext(connection) as asked:
            template.render({"page": page, "places": places, "words": words}, request)
        queries.append(len(asked))

    assert queries == [2, 2]


@pytest.mark.parametrize(("who", "forms"), [("signer", 1), ("author", 0)])
def test_a_row_offers_the_form_to_who_may_suggest(submitted, signer, author, rf, request, who, forms):
    page, asked = open_desk(submitted.pk).page, rf.get("/")
    asked.user = request.getfixturevalue(who)
    content = page.build_content()
    offered = []

    for place in ("summary", "sponsor.name"):
        row = {"page": page, "place": place, "label": "", "words": words_at(content, place)}
        html = render_to_string("editorial/suggestions/row.html", row, asked)
        offered.append(len(BeautifulSoup(html, "html.parser").select("form")))

    assert offered == [forms, 0]
