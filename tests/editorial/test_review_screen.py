"""The review screen over HTTP: what it shows, what it refuses, and what it never lets happen."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import Workflow

from editorial.desk import Step, open_desk
from editorial.models import Edition
from editorial.views.waiting import waiting_for
from tests.editorial.desk import ALL_TICKED, CHINESE_TICKED, save_draft
from trials.models import TrialPage


@pytest.fixture
def as_user():
    """Return a function that gives a client logged in as somebody."""

    def log_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return log_in


def review(page):
    return reverse("editorial_review", args=[page.pk])


def decision(page, person, act, ticked=(), **fields):
    return {"act": act, "seen": open_desk(page.pk).seen_by(person), "ticked": list(ticked), **fields}


def test_from_submission_to_the_public_by_two_people(submitted, as_user, language_reviewer, signer):
    reviewed = as_user(language_reviewer).post(
        review(submitted), decision(submitted, language_reviewer, "review-language", CHINESE_TICKED)
    )
    signed = as_user(signer).post(review(submitted), decision(submitted, signer, "sign-off", ALL_TICKED))

    assert (reviewed.status_code, signed.status_code) == (302, 302)
    assert Edition.objects.get().number == 1


def test_the_screen_shows_both_languages_of_every_text(submitted, as_user, signer):
    html = as_user(signer).get(review(submitted)).content.decode()

    content = open_desk(submitted.pk).content
    missing = [text for lang in ("en", "zh-hans") for text in content.texts(lang) if escape(text) not in html]
    assert missing == []


def test_the_author_is_told_that_somebody_else_decides(submitted, as_user, author):
    response = as_user(author).get(review(submitted))

    assert response.context["wrote"] is True
    assert response.context["may_decide"] is False


def test_a_refusal_is_shown_with_what_was_ticked_and_typed(reviewed, as_user, signer, author):
    posted = decision(reviewed, signer, "sign-off", ["read_as_reader"], reason="Half-written reason")

    response = as_user(signer).post(review(reviewed), posted)

    assert response.status_code == 409
    assert str(response.context["refused"]).startswith("Not ticked: Facts, numbers")
    assert response.context["ticked"] == {"read_as_reader"}
    assert response.context["reason"] == "Half-written reason"


def test_a_form_opened_before_an_edit_signs_nothing(reviewed, as_user, signer, author):
    posted = decision(reviewed, signer, "sign-off", ALL_TICKED)
    save_draft(reviewed, author, summary_en="Changed meanwhile.")

    response = as_user(signer).post(review(reviewed), posted)

    assert response.status_code == 409
    assert str(response.context["refused"]) == (
        "The text changed after you opened it. Read it again, then decide."
    )
    assert response.context["ticked"] == set()
    assert Edition.objects.count() == 0


def test_a_reading_of_another_digest_is_not_shown(submitted, as_user, signer, author):
    url = reverse("editorial_reading", args=[submitted.pk, "en", open_desk(submitted.pk).digest])
    save_draft(submitted, author, summary_en="Changed meanwhile.")

    assert as_user(signer).get(url).status_code == 409


@pytest.mark.parametrize(("lang", "word"), [("en", "English of summary."), ("zh-hans", "第3段文字。")])
def test_a_reading_is_the_public_page_of_the_draft(submitted, as_user, signer, lang, word):
    url = reverse("editorial_reading", args=[submitted.pk, lang, open_desk(submitted.pk).digest])

    response = as_user(signer).get(url)

    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response.content.decode().count(word) >= 1


def test_request_changes_reaches_the_author(submitted, as_user, signer):
    as_user(signer).post(review(submitted), {"act": "request-changes", "reason": "Which dose?"})

    assert open_desk(submitted.pk).step == Step.NOT_SUBMITTED


def test_a_post_without_a_decision_is_refused(submitted, as_user, signer):
    response = as_user(signer).post(review(submitted), {})

    assert str(response.context["refused"]) == "Nothing was decided: choose one of the buttons."


def test_a_person_without_the_admin_is_sent_to_log_in(submitted, as_user, person):
    response = as_user(person("stranger")).get(review(submitted))

    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_the_home_of_the_admin_lists_what_waits_for_whom(submitted, as_user, language_reviewer, signer):
    assert [(w.page.pk, w.step) for w in waiting_for(language_reviewer)] == [
        (submitted.pk, Step.LANGUAGE_REVIEW)
    ]
    assert waiting_for(signer) == []
    assert as_user(language_reviewer).get("/admin/").status_code == 200


@pytest.mark.parametrize("action", ["action-publish", "action-workflow-action"])
def test_an_approval_posted_to_the_editing_screen_is_refused_before_it_saves(
    submitted, as_user, superuser, action
):
    before = TrialPage.objects.get(pk=submitted.pk).latest_revision_id

    response = as_user(superuser).post(
        reverse("wagtailadmin_pages:edit", args=[submitted.pk]),
        {action: "1", "workflow-action-name": "approve", "summary_en": "Slipped in."},
        follow=True,
    )

    assert [str(message) for message in response.context["messages"]] == [
        "This page is published by sign-off only, on its review screen."
    ]
    assert TrialPage.objects.get(pk=submitted.pk).latest_revision_id == before
    assert Edition.objects.count() == 0


def test_a_form_from_an_outdated_tab_keeps_both_texts(submitted, as_user, author, translator):
    opened = TrialPage.objects.get(pk=submitted.pk).get_latest_revision()
    save_draft(submitted, translator, summary_en="Newer words.")
    newest = TrialPage.objects.get(pk=submitted.pk).latest_revision_id

    response = as_user(author).post(
        reverse("wagtailadmin_pages:edit", args=[submitted.pk]),
        {
            "loaded_revision_id": opened.pk,
            "loaded_revision_created_at": opened.created_at.isoformat(),
            "summary_en": "Words typed in an old tab.",
        },
    )

    assert response.status_code == 409
    assert response.context["fields"] == [
        ("One-line summary · English", "Words typed in an old tab.", "Newer words.", "en")
    ]
    assert TrialPage.objects.get(pk=submitted.pk).latest_revision_id == newest


@pytest.mark.parametrize("act", ["publish", "unpublish", "copy", "create_alias", "delete"])
def test_the_admin_api_does_not_get_round_a_sign_off(published, as_user, superuser, act):
    digest = Edition.objects.get().digest
    url = f"/admin/api/main/pages/{published.pk}/action/{act}/"

    response = as_user(superuser).post(url, {}, content_type="application/json")

    assert response.status_code in (400, 403, 404)
    assert TrialPage.objects.filter(pk=published.pk, live=True).count() == 1
    assert [edition.digest for edition in Edition.objects.in_force()] == [digest]


def test_withdraw_from_the_admin_asks_for_a_reason(published, as_user, lead):
    url = reverse("editorial_withdraw", args=[published.pk])

    refused = as_user(lead).post(url, {"reason_en": " "})
    done = as_user(lead).post(url, {"reason_zh_hans": "数字有误。"})

    assert (refused.status_code, str(refused.context["refused"])) == (409, "Please write the reason.")
    assert done.status_code == 302
    assert Edition.objects.in_force().count() == 0


def test_what_was_just_signed_is_said_to_be_public_with_its_addresses(published, as_user, signer):
    context = as_user(signer).get(review(published)).context

    assert context["desk"].is_public is True
    assert context["public_links"] == [
        ("en", "/en/trials/nct00000001/"),
        ("zh-hans", "/zh-hans/trials/nct00000001/"),
    ]


def test_the_author_reads_on_the_editing_screen_why_the_page_came_back(submitted, as_user, signer, author):
    as_user(signer).post(review(submitted), {"act": "request-changes", "reason": "Which dose?"})

    answer = as_user(author).get(reverse("wagtailadmin_pages:edit", args=[submitted.pk]))

    said = [str(message).strip() for message in answer.context["messages"]]
    assert said == ["Signer asks for changes: Which dose?"]


def test_the_page_that_holds_the_trials_cannot_be_submitted(trials, as_user, author):
    answer = as_user(author).get(reverse("wagtailadmin_pages:edit", args=[trials.pk]))

    assert answer.content.decode().count('name="action-submit"') == 0


def test_a_page_of_another_kind_on_the_desk_stops_nobody(submitted, trials, author, language_reviewer):
    trials.save_revision(user=author)
    Workflow.objects.active().get().start(trials, author)

    assert [waiting.page.pk for waiting in waiting_for(language_reviewer)] == [submitted.pk]
