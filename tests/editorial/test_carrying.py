"""A language review carries over pair by pair: what changed is read again, the rest stays right."""

from typing import Any

import pytest
from django.utils import timezone

from editorial.carrying import open_pairs
from editorial.content import CHINESE, ENGLISH
from editorial.desk import Step, open_desk
from editorial.models import SignOff
from editorial.signoff import SignOffRefused, request_changes, review_language
from tests.editorial.desk import CHINESE_TICKED, save_draft, signed
from trials.models import TrialPage


def open_places(page: TrialPage) -> list[str]:
    return [pair.place for pair in open_desk(page.pk).open_pairs]


def edit_criteria(page: TrialPage, user: Any, *rows: tuple[str, str]) -> None:
    """Save a draft whose criteria say these (English, Chinese) texts, in order."""
    newest = TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    stored = list(newest.criteria.all())
    for row, (english, chinese) in zip(stored, rows, strict=True):
        row.text_en, row.text_zh_hans = english, chinese
    newest.criteria = stored
    newest.save_revision(user=user)


def send_back(page: TrialPage, person: Any, lang: str) -> None:
    request_changes(page, reviewer=person, reason="Not right.", languages=(lang,), now=timezone.now())


def review_again(page: TrialPage, reviewer: Any) -> SignOff:
    seen = open_desk(page.pk).seen_by(reviewer)
    return review_language(page, reviewer=reviewer, seen=seen, ticked=CHINESE_TICKED, now=timezone.now())


def test_every_pair_is_open_before_the_first_review(submitted):
    content = open_desk(submitted.pk).content

    assert open_places(submitted) == [pair.place for pair in content.pairs()]


def test_no_pair_is_open_after_a_review(reviewed):
    assert open_places(reviewed) == []


def test_only_the_changed_pair_is_open_again(reviewed, author):
    save_draft(reviewed, author, summary_en="Other words.")

    assert open_places(reviewed) == ["summary"]
    assert open_desk(reviewed.pk).step == Step.LANGUAGE_REVIEW


@pytest.mark.parametrize("english", ["English, of summary.", "English of summary", "“English of summary”."])
def test_punctuation_away_from_numbers_needs_no_reviewer(reviewed, author, english):
    save_draft(reviewed, author, summary_en=english)

    assert open_places(reviewed) == []
    assert open_desk(reviewed.pk).step == Step.SIGN_OFF


@pytest.mark.parametrize(
    "first",
    [
        ("Platelets ≥75×10^9/L", "血小板≥50×10^9/L"),
        ("Platelets ≥50×10^9/L", "血小板≥75×10^9/L"),
        ("Platelets ≥5,0×10^9/L", "血小板≥50×10^9/L"),
        ("Platelets ≥50×10^9/L", "血小板≥50×10^9/L。"),
    ],
)
def test_a_number_or_a_sign_of_the_chinese_needs_a_reviewer(reviewed, author, first):
    edit_criteria(reviewed, author, first, ("Pregnancy", "妊娠"))

    assert open_places(reviewed) == ["criteria.i1.text"]


def test_a_fact_needs_no_language_reviewer(reviewed, author):
    save_draft(reviewed, author, status="COMPLETED")

    assert open_places(reviewed) == []


def test_words_brought_back_after_another_review_are_read_again(reviewed, author, language_reviewer):
    save_draft(reviewed, author, summary_en="Other words.")
    review_again(reviewed, language_reviewer)

    save_draft(reviewed, author, summary_en="English of summary.")

    assert open_places(reviewed) == ["summary"]


def test_words_brought_back_before_another_review_are_still_right(reviewed, author):
    save_draft(reviewed, author, summary_en="Other words.")

    save_draft(reviewed, author, summary_en="English of summary.")

    assert open_places(reviewed) == []


def test_the_step_is_skipped_where_no_pair_changed(published, author, submit):
    submit(save_draft(published, author, status="COMPLETED"), author)

    assert open_desk(published.pk).step == Step.SIGN_OFF


def test_an_open_pair_keeps_the_page_from_being_signed(reviewed, author, signer):
    save_draft(reviewed, author, summary_en="Other words.")

    with pytest.raises(SignOffRefused, match="was not reviewed by a Chinese language reviewer"):
        signed(reviewed, signer)


def test_one_review_confirms_every_open_pair(reviewed, author, language_reviewer):
    save_draft(reviewed, author, summary_en="Other words.", costs_en="Other costs.")

    review_again(reviewed, language_reviewer)

    assert open_places(reviewed) == []


def test_a_review_of_an_earlier_release_holds_for_its_very_words(draft):
    content = draft.build_content()

    older = SignOff(scope=SignOff.Scope.CHINESE, digest=content.language_digest, covers="")

    assert list(open_pairs(content, older)) == []


def test_a_review_of_an_earlier_release_says_nothing_of_other_words(draft, author):
    older = SignOff(scope=SignOff.Scope.CHINESE, digest=draft.build_content().language_digest, covers="")

    content = save_draft(draft, author, summary_en="Other words.").build_content()

    assert list(open_pairs(content, older)) == list(content.pairs())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("No, treatment is needed.", "No treatment is needed."),
        ("Women, who are pregnant, cannot join.", "Women who are pregnant cannot join."),
        ("Do not stop. If you feel ill, call.", "Do not stop if you feel ill, call."),
        ("Patients with A, or B and C", "Patients with A or B, and C"),
        ("Take A;B", "Take A B"),
        ("I.V. only", "IV only"),
        ("We're paid", "Were paid"),
    ],
)
def test_punctuation_that_turns_the_meaning_needs_a_reviewer(
    reviewed, author, language_reviewer, before, after
):
    save_draft(reviewed, author, summary_en=before)
    review_again(reviewed, language_reviewer)

    save_draft(reviewed, author, summary_en=after)

    assert open_places(reviewed) == ["summary"]


def test_a_review_carries_over_nothing_once_its_reviewer_sends_the_chinese_back(
    reviewed, language_reviewer, author
):
    send_back(reviewed, language_reviewer, CHINESE)

    page = TrialPage.objects.get(pk=reviewed.pk)
    page.current_workflow_state.resume(user=author)

    assert open_desk(page.pk).step == Step.LANGUAGE_REVIEW


@pytest.mark.parametrize(("who", "lang"), [("signer", CHINESE), ("language_reviewer", ENGLISH)])
def test_a_review_stands_when_somebody_else_or_the_english_sends_the_page_back(reviewed, who, lang, request):
    send_back(reviewed, request.getfixturevalue(who), lang)

    assert open_places(reviewed) == []
