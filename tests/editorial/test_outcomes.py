"""What is said after an act: what happened, who goes on, who was told."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from editorial.desk import open_desk
from editorial.models import Edition, Suggestion
from editorial.notices import put_up
from editorial.suggestions import suggest
from editorial.views.review.outcome import of_sign_off
from tests.editorial.desk import ALL_TICKED, signed
from tests.trials.posting import HTML, edit_url, form_values, opened

NEXT = "Next: review of the Chinese, by Language-reviewer, who see it in their list and in the daily mail."


def said(response):
    return [
        str(message).split(" <")[0].split("\n")[0].strip() for message in get_messages(response.wsgi_request)
    ]


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ({"reason_en": "Wrong dose.", "reason_zh_hans": "剂量有误。"}, "and why."),
        ({"reason_en": "Wrong dose."}, "and why, in English only; the Chinese page gives no reason."),
        ({"reason_zh_hans": "剂量有误。"}, "and why, in Chinese only; the English page gives no reason."),
    ],
)
def test_a_withdrawal_says_in_which_language_readers_learn_why(client, published, lead, reason, why):
    client.force_login(lead)

    answer = client.post(reverse("editorial_withdraw", args=[published.pk]), reason)

    assert said(answer)[0].startswith(
        f"Withdrawn. Its address now says that the page was taken down, {why} Told at once by mail: "
    )


def test_a_withdrawal_says_that_the_notices_above_the_page_went_with_it(client, published, lead, signer):
    put_up(published, by=signer, kind="paused", source="hospital", now=timezone.now())
    client.force_login(lead)

    answer = client.post(reverse("editorial_withdraw", args=[published.pk]), {"reason_en": "Wrong dose."})

    assert said(answer)[0].count("1 urgent notice was lifted with it.") == 1


def test_withholding_says_who_goes_on_with_the_chinese(client, submitted, signer):
    client.force_login(signer)
    posted = {"act": "withhold-chinese", "withhold_because": "Names not settled.", "ticked": list(ALL_TICKED)}

    answer = client.post(
        reverse("editorial_review", args=[submitted.pk]),
        posted | {"seen": open_desk(submitted.pk).seen_by(signer)},
    )

    due = Edition.objects.get().signed_by.review_due
    assert said(answer) == [
        f"Signed. Edition 1 is public, in English only; the page is due again by {due}. "
        "The Chinese stays in the draft; when it is ready, submit the page again. "
        "Translator, Author see it among their pages."
    ]


def test_whoever_submits_a_page_learns_who_reviews_it(client, draft, author, language_reviewer):
    client.force_login(author)
    values = form_values(opened(client, draft)) | {"action-submit": "1"}

    answer = client.post(edit_url(draft), values, headers=HTML)

    assert said(answer)[-1] == NEXT


@pytest.mark.parametrize(
    ("page", "further"), [("reviewed", NEXT), ("published", "Next: submit the page for review.")]
)
def test_whoever_accepts_a_suggestion_learns_what_comes_next(
    client, request, author, language_reviewer, signer, page, further
):
    page = request.getfixturevalue(page)
    told = {"place": "summary", "language": "en", "wording": "Other words.", "because": ""}
    suggestion = suggest(page, person=signer, now=timezone.now(), **told)
    client.force_login(author)

    answer = client.post(reverse("editorial_suggestion", args=[suggestion.pk]), {"act": "accept"})

    assert Suggestion.objects.get().status == Suggestion.Status.ACCEPTED
    assert said(answer) == [
        f"Accepted. The wording is yours now: somebody else reviews and signs it. {further}"
    ]


def test_signing_in_both_languages_names_the_writers_and_nothing_to_go_on_with(reviewed, signer):
    edition = signed(reviewed, signer)

    assert of_sign_off(edition, signer).sentence == (
        f"Signed. Edition 1 is public in both languages; the page is due again by "
        f"{edition.signed_by.review_due}. Author, Translator see it among their pages."
    )
