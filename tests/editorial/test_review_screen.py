"""The review screen over HTTP: what it shows, what it refuses, and what it never lets happen."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Comment, PageLogEntry, Workflow

from editorial.desk import Step, open_desk
from editorial.models import Edition, SignOff
from editorial.office.waiting import waiting_for
from editorial.signoff import review_language
from editorial.suggestions import suggest
from tests.editorial.desk import ALL_TICKED, CHINESE_TICKED, save_draft
from trials.keys import give_keys
from trials.models import CriterionRow, TrialPage


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
    shown = " ".join(BeautifulSoup(html, "html.parser").get_text().split())
    texts = [" ".join(text.split()) for lang in ("en", "zh-hans") for text in content.texts(lang)]
    assert [text for text in texts if text not in shown and escape(text) not in html] == []


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


@pytest.mark.parametrize(("lang", "word"), [("en", "English of summary."), ("zh-hans", "丙段文字。")])
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


@pytest.fixture
def changed(published, author, language_reviewer, submit):
    """Public, and waiting to be signed again with one number and one fact changed."""
    newest = TrialPage.objects.get(pk=published.pk).get_latest_revision_as_object()
    rows = list(newest.criteria.all())
    rows[0].text_en, rows[0].text_zh_hans = "Platelets ≥75×10^9/L", "血小板≥75×10^9/L"
    newest.criteria, newest.status = rows, "COMPLETED"
    newest.save_revision(user=author)
    submit(published, author)
    review_language(
        published,
        reviewer=language_reviewer,
        seen=open_desk(published.pk).seen_by(language_reviewer),
        ticked=CHINESE_TICKED,
        now=timezone.now(),
    )
    return published


def ticked_for(page):
    return open_desk(page.pk).statements(SignOff.Role.SIGNER)


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def parts_of(answer):
    return BeautifulSoup(answer.content, "html.parser")


def test_what_changed_comes_first_then_the_decision_then_the_rest(changed, as_user, signer):
    page = parts_of(as_user(signer).get(review(changed)))

    assert [h2.get_text(strip=True).split(" of ")[0] for h2 in page.select(".review h2")] == [
        "What changed since edition 1",
        "Your decision",
        "The rest",
        "As the reader will see it",
        "Facts",
        "What the checks found",
        "Disclaimer",
    ]


def test_a_changed_text_is_marked_word_by_word_in_both_languages(changed, as_user, signer):
    page = parts_of(as_user(signer).get(review(changed)))

    marks = [
        mark.get_text() for mark in page.select("#review-changes .change del, #review-changes .change ins")
    ]
    assert [h3.get_text(strip=True) for h3 in page.select(".change h3")] == ["Inclusion criterion 1"]
    assert [mark.split(": ")[0] for mark in marks] == ["removed", "added", "removed", "added"]


def test_a_changed_fact_is_told_before_and_after_in_words(changed, as_user, signer):
    page = parts_of(as_user(signer).get(review(changed)))

    row = page.select_one("#review-changes .review__facts tbody tr")
    assert row.get_text(" ", strip=True) == "Recruitment status Recruiting Completed"


def test_unchanged_texts_are_folded_with_their_number(changed, as_user, signer):
    page = parts_of(as_user(signer).get(review(changed)))

    pairs = len(list(open_desk(changed.pk).content.pairs()))
    assert page.select("details summary")[3].get_text(strip=True).split(" since")[0] == (
        f"{pairs - 1} texts unchanged"
    )


def test_a_first_edition_is_shown_whole_before_the_decision(reviewed, as_user, signer):
    page = parts_of(as_user(signer).get(review(reviewed)))

    pairs = len(list(open_desk(reviewed.pk).content.pairs()))
    assert [h2.get_text(strip=True) for h2 in page.select(".review h2")][:2] == [
        "Every text beside its translation",
        "Your decision",
    ]
    assert len(page.select("#review-changes td[lang=zh-Hans]")) == pairs


def test_the_language_reviewer_sees_the_open_pairs_first(
    published, author, submit, as_user, language_reviewer
):
    submit(save_draft(published, author, summary_en="Other words."), author)

    page = parts_of(as_user(language_reviewer).get(review(published)))

    assert page.select_one("#review-changes h2").get_text(strip=True) == "1 text to review"
    assert [h3.get_text(strip=True) for h3 in page.select(".change h3")] == ["One-line summary"]


def test_every_question_of_the_change_must_be_ticked(changed, as_user, signer):
    answer = as_user(signer).post(review(changed), decision(changed, signer, "sign-off", ALL_TICKED))

    assert str(answer.context["refused"]) == (
        "Not ticked: Inclusion criterion 1: Platelets ≥50×10^9/L → ≥75×10^9/L, in both languages. "
        "I compared these numbers with the source. "
        "Recruitment status: Recruiting → Completed. The source says so."
    )


def test_after_signing_it_is_said_what_happened_and_where_it_is_public(changed, as_user, signer):
    posted = decision(changed, signer, "sign-off", ticked_for(changed))

    answer = as_user(signer).post(review(changed), posted, follow=True)

    due = Edition.objects.in_force().get().signed_by.review_due.isoformat()
    [message] = said(answer)
    assert BeautifulSoup(message, "html.parser").get_text(" ", strip=True).split("\n")[0].strip() == (
        f"Signed. Edition 2 is public in both languages; the page is due again by {due}. "
        "Author, Translator see it among their pages. Public page in English Public page in Chinese"
    )


def test_sign_off_then_next_leads_to_the_page_that_waits_next(changed, home, as_user, author, signer, submit):
    home.heading_en = home.heading_zh_hans = "Home"
    home.save_revision(user=author)
    submit(home, author)

    answer = as_user(signer).post(
        review(changed), decision(changed, signer, "sign-off-next", ticked_for(changed))
    )

    assert answer["Location"] == f"{review(home)}#review-changes"


def test_sign_off_then_next_says_when_nothing_else_waits(changed, as_user, signer):
    posted = decision(changed, signer, "sign-off-next", ticked_for(changed))

    answer = as_user(signer).post(review(changed), posted, follow=True)

    assert said(answer)[1].strip() == "Nothing else waits for you."
    assert answer.redirect_chain == [(review(changed), 302)]


def test_the_chinese_is_withheld_although_nobody_reviewed_it(submitted, as_user, signer):
    posted = decision(
        submitted, signer, "withhold-chinese", ALL_TICKED, withhold_because="The translator is away."
    )

    answer = as_user(signer).post(review(submitted), posted)

    edition = Edition.objects.get()
    assert (answer.status_code, edition.languages) == (302, "en")
    assert edition.signed_by.withheld_reason == "The translator is away."


def test_the_chinese_is_not_withheld_without_a_reason(submitted, as_user, signer):
    answer = as_user(signer).post(
        review(submitted), decision(submitted, signer, "withhold-chinese", ALL_TICKED, withhold_because=" ")
    )

    assert (answer.status_code, str(answer.context["refused"])) == (409, "Write why the Chinese is withheld.")
    assert Edition.objects.count() == 0


def test_a_language_reviewer_may_not_withhold(submitted, as_user, language_reviewer):
    posted = decision(submitted, language_reviewer, "withhold-chinese", ALL_TICKED, withhold_because="No.")

    answer = as_user(language_reviewer).post(review(submitted), posted)

    assert (answer.status_code, Edition.objects.count()) == (409, 0)
    assert answer.context["decision"].may_withhold is False


def test_a_signer_may_withhold_but_not_sign_while_the_chinese_waits(submitted, as_user, signer):
    buttons = parts_of(as_user(signer).get(review(submitted))).select("#decision button[name=act]")

    assert [button["value"] for button in buttons] == ["withhold-chinese"]


@pytest.mark.parametrize(
    ("wrong", "languages", "told"),
    [
        ("zh-hans", ["zh-hans"], "Translator, Author"),
        ("en", ["en"], "Author"),
        ("both", ["en", "zh-hans"], "Author, Translator"),
        ("facts", ["en"], "Author"),
    ],
)
def test_changes_are_asked_of_whoever_wrote_what_is_wrong(submitted, as_user, signer, wrong, languages, told):
    answer = as_user(signer).post(
        review(submitted), {"act": "request-changes", "reason": "Which dose?", "wrong": wrong}, follow=True
    )

    logged = PageLogEntry.objects.get(page=submitted.pk, action="editorial.changes")
    assert logged.data["languages"] == languages
    assert [message.strip() for message in said(answer)] == [
        f"Sent back with your reason. Told at once by mail: {told}. They mend it and submit it again."
    ]


def test_a_refusal_is_logged_with_its_sentence(reviewed, as_user, signer, author):
    posted = decision(reviewed, signer, "sign-off", ALL_TICKED)
    save_draft(reviewed, author, summary_en="Changed meanwhile.")

    as_user(signer).post(review(reviewed), posted)

    entry = PageLogEntry.objects.get(page=reviewed.pk, action="editorial.refused")
    assert (entry.user, entry.data["act"]) == (signer, "sign-off")
    assert entry.data["sentence"] == "The text changed after you opened it. Read it again, then decide."


def test_reasons_typed_are_kept_by_a_refusal(reviewed, as_user, signer, author):
    save_draft(reviewed, author, benefit_en="", possible_harms_en="")
    [finding, *_more] = [each for each in open_desk(reviewed.pk).findings if each.blocks]
    posted = decision(reviewed, signer, "sign-off", withhold_because="Away.")

    answer = as_user(signer).post(review(reviewed), {**posted, f"reason:{finding.as_shown}": "Known."})

    assert answer.context["overruled"][0] == (finding, "Known.")
    assert answer.context["posted"]["withhold_because"] == "Away."


def test_a_medical_reviewer_has_a_step_of_their_own(reviewed, as_user, person, signer):
    site = open_desk(reviewed.pk).site
    site.medical_review = site.MedicalReview.ALWAYS
    site.save()
    doctor = person("doctor", "Medical reviewers")
    statements = open_desk(reviewed.pk).statements(SignOff.Role.MEDICAL_REVIEWER)

    buttons = parts_of(as_user(doctor).get(review(reviewed))).select("#decision button[name=act]")
    answer = as_user(doctor).post(
        review(reviewed), decision(reviewed, doctor, "review-medicine", statements), follow=True
    )

    assert [button["value"] for button in buttons] == ["review-medicine"]
    assert [message.strip() for message in said(answer)] == [
        "Recorded: the medicine is right. "
        "Next: sign-off, by Signer, who see it in their list and in the daily mail."
    ]
    assert open_desk(reviewed.pk).step == Step.SIGN_OFF


def test_a_comment_stands_beside_its_text(changed, as_user, signer, author):
    save_draft(changed, author, summary_en="Other words.")
    Comment.objects.create(page_id=changed.pk, user=author, text="Which one?", contentpath="summary_en")

    page = parts_of(as_user(signer).get(review(changed)))

    rows = {row.h3.get_text(strip=True): row for row in page.select(".change")}
    assert rows["One-line summary"].li.get_text(" ", strip=True) == "Comment by Author: Which one?"


def test_the_registrys_words_stand_beside_a_changed_text(changed, as_user, signer, author):
    newest = TrialPage.objects.get(pk=changed.pk).get_latest_revision_as_object()
    rows = list(newest.criteria.all())
    rows[0].registry_text = "Platelets at least 75"
    newest.criteria = rows
    newest.save_revision(user=author)

    page = parts_of(as_user(signer).get(review(changed)))

    source = page.select_one(".change__text--source")
    assert (source["lang"], source.get_text(" ", strip=True)) == (
        "en",
        "In the registry Platelets at least 75",
    )


def test_a_page_of_many_criteria_asks_the_database_no_more(submitted, as_user, author, signer):
    client = as_user(signer)
    client.get(review(submitted))

    few = queries_of(client, submitted)
    add_criteria(submitted, author, 40)
    many = queries_of(client, submitted)

    assert many == few


def queries_of(client, page):
    with CaptureQueriesContext(connection) as queries:
        client.get(review(page))
    return len(queries)


def add_criteria(page, user, number):
    newest = TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    new = [
        CriterionRow(
            group="inclusion", text_en=f"Criterion {each}", text_zh_hans=f"标准{each}", sort_order=10 + each
        )
        for each in range(number)
    ]
    newest.criteria = [*newest.criteria.all(), *new]
    give_keys(newest)
    newest.save_revision(user=user)


def test_open_suggestions_are_counted_beside_the_decision(reviewed, as_user, signer, language_reviewer):
    suggest(
        reviewed,
        person=language_reviewer,
        place="summary",
        language="en",
        wording="Other.",
        now=timezone.now(),
    )

    html = as_user(signer).get(review(reviewed)).content.decode()

    decision_part = BeautifulSoup(html, "html.parser").select_one(".decision")
    link = decision_part.select_one(f'a[href="{reverse("editorial_suggestions", args=[reviewed.pk])}"]')
    assert link.get_text() == "1 suggestion is unanswered."


def test_without_suggestions_nothing_is_counted(reviewed, as_user, signer):
    assert "unanswered" not in as_user(signer).get(review(reviewed)).content.decode()
