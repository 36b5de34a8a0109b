"""A passage is approved as it reads, by somebody who never saved it."""

import pytest

from editorial.refusals import ChangedSince, SignOffRefused
from tests.trials.passages.conftest import NOON, approved, write_passage
from trials.models import PassageApproval
from trials.passages.approving import approve, newest_approval, seen_of
from trials.passages.standing import standing_of

pytestmark = pytest.mark.django_db


def told(passage):
    return standing_of(passage, newest_approval(passage))


def test_an_approval_keeps_the_words(phase1, language_reviewer):
    made = approved(phase1, language_reviewer)

    assert (made.text_en, made.text_zh_hans) == (phase1.text_en, phase1.text_zh_hans)
    assert (made.approved_by, made.approved_at) == (language_reviewer, NOON)
    assert told(phase1) == "approved on 2026-05-15 by Language-reviewer"


def test_another_wording_is_not_approved_until_somebody_does(approved_phase1, author, signer):
    assert told(approved_phase1) == "approved on 2026-05-15 by Language-reviewer"

    changed = write_passage(author, text_en="Phase 1 comes first.")
    before = told(changed)
    approved(changed, signer)

    assert before == "changed since its approval on 2026-05-15 by Language-reviewer"
    assert told(changed) == "approved on 2026-05-15 by Signer"
    assert PassageApproval.objects.count() == 2


def test_a_passage_nobody_read_is_not_approved(phase1):
    assert told(phase1) == "not approved"


def test_who_saved_it_does_not_approve_it(phase1, language_reviewer):
    write_passage(language_reviewer, text_en="Phase 1 is early.")

    with pytest.raises(SignOffRefused, match="You wrote this passage"):
        approved(phase1.__class__.objects.get(), language_reviewer)

    assert PassageApproval.objects.count() == 0


@pytest.mark.parametrize("group", ["Authors", "Translators", "Leads"])
def test_only_reviewers_and_signers_approve(phase1, person, group):
    with pytest.raises(SignOffRefused, match="Only members of"):
        approved(phase1, person("member", group))


def test_an_administrator_does_not_approve(phase1, superuser):
    with pytest.raises(SignOffRefused, match="Being an administrator is not enough"):
        approved(phase1, superuser)


def test_words_changed_after_they_were_opened_are_not_approved(phase1, author, signer):
    seen = seen_of(phase1)
    write_passage(author, text_zh_hans="另一种说法。")

    with pytest.raises(ChangedSince, match="changed after you opened it"):
        approve(phase1, by=signer, seen=seen, now=NOON)


def test_a_passage_in_one_language_is_not_approved(author, signer):
    passage = write_passage(author, text_zh_hans=" ")

    with pytest.raises(SignOffRefused, match="Both languages have to be written"):
        approved(passage, signer)


def test_the_same_wording_is_not_approved_twice(approved_phase1, signer):
    with pytest.raises(SignOffRefused, match="This wording is approved already"):
        approved(approved_phase1, signer)
