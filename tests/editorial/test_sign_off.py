"""Signing off: what is written, and every refusal with its sentence."""

import json
import re

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import GroupPagePermission, PageLogEntry

from editorial import people
from editorial.content import Words
from editorial.desk import Step, open_desk
from editorial.models import Edition, SignOff, Voucher
from editorial.refusals import SignOffRefused
from editorial.signoff import request_changes, review_language, sign_off, withdraw
from editorial.verify import problems
from tests.editorial.desk import ALL_TICKED, CHINESE_TICKED, save_draft, signed
from trials.models import InformationPage, PublishedTrial, TrialPage


def refused(page, person, match, **changes):
    with pytest.raises(SignOffRefused, match=re.escape(match)):
        signed(page, person, **changes)
    assert Edition.objects.count() == 0
    assert SignOff.objects.filter(scope="final").count() == 0
    assert TrialPage.objects.get(pk=page.pk).live is False


def test_sign_off_puts_an_edition_in_force(reviewed, signer):
    seen = open_desk(reviewed.pk)

    edition = signed(reviewed, signer)

    page = TrialPage.objects.get(pk=reviewed.pk)
    assert (edition.number, edition.path, edition.digest) == (1, "trials/nct00000001/", seen.digest)
    assert edition.load() == seen.content
    assert (page.live, page.live_revision_id) == (True, seen.revision.pk)
    assert page.current_workflow_state is None
    assert PublishedTrial.objects.get().trial_id == "NCT00000001"
    assert list(problems()) == []


def test_sign_off_is_logged_with_person_edition_and_revision(reviewed, signer):
    edition = signed(reviewed, signer)

    entry = PageLogEntry.objects.get(action="editorial.sign_off")
    assert (entry.user, entry.revision_id, entry.data["edition"]) == (signer, edition.revision_id, 1)


def test_sign_off_by_the_author_is_refused(reviewed, author):
    author.groups.add(Group.objects.get(name=people.SIGNERS))

    refused(reviewed, author, "You wrote words of this page")


def test_sign_off_by_the_translator_is_refused(reviewed, translator):
    translator.groups.add(Group.objects.get(name=people.SIGNERS))

    refused(reviewed, translator, "You wrote words of this page")


def test_sign_off_by_a_superuser_outside_the_group_is_refused(reviewed, superuser):
    refused(reviewed, superuser, "Being an administrator is not enough")


def test_sign_off_by_somebody_who_edited_a_shared_name_is_refused(reviewed, signer):
    log(instance=reviewed.sponsor, action="wagtail.edit", user=signer)

    refused(reviewed, signer, "You wrote words of this page (A sponsor)")


def test_sign_off_by_an_inactive_signer_is_refused(reviewed, signer):
    User.objects.filter(pk=signer.pk).update(is_active=False)
    signer.refresh_from_db()

    refused(reviewed, signer, "This account is not active")


def test_sign_off_by_a_signer_without_page_permission_is_refused(reviewed, signer):
    GroupPagePermission.objects.filter(group__name=people.SIGNERS).delete()
    signer = User.objects.get(pk=signer.pk)

    refused(reviewed, signer, "You have no permission on this page")


def test_sign_off_before_the_language_review_is_refused(submitted, signer):
    refused(submitted, signer, "was not reviewed by a Chinese language reviewer")


def test_sign_off_of_a_page_not_submitted_is_refused(draft, signer):
    refused(draft, signer, "was not submitted for review")


def test_sign_off_after_an_edit_is_refused(reviewed, signer, author):
    seen = open_desk(reviewed.pk).seen_by(signer)
    save_draft(reviewed, author, summary_en="Another summary.")

    refused(reviewed, signer, "The text changed after you opened it", seen=seen)


def test_sign_off_under_another_name_than_was_shown_is_refused(reviewed, signer):
    seen = open_desk(reviewed.pk).seen_by(signer)
    User.objects.filter(pk=signer.pk).update(first_name="Somebody else")

    refused(reviewed, User.objects.get(pk=signer.pk), "changed after you opened it", seen=seen)


def test_a_chinese_text_changed_after_its_review_goes_back_to_the_reviewer(reviewed, signer, translator):
    save_draft(reviewed, translator, summary_zh_hans="另一句话。")

    assert open_desk(reviewed.pk).step == Step.LANGUAGE_REVIEW
    refused(reviewed, signer, "was not reviewed by a Chinese language reviewer")


def test_a_changed_fact_does_not_void_the_language_review(reviewed, author):
    save_draft(reviewed, author, status="COMPLETED")

    assert open_desk(reviewed.pk).step == Step.SIGN_OFF


def test_sign_off_with_a_chinese_text_empty_is_refused(reviewed, translator, signer):
    save_draft(reviewed, translator, possible_harms_zh_hans="")

    refused(reviewed, signer, "Still to be mended: “Possible harms” has no Chinese text.")


def test_language_review_with_a_chinese_text_empty_is_refused(submitted, translator, language_reviewer):
    save_draft(submitted, translator, possible_harms_zh_hans="")
    seen = open_desk(submitted.pk).seen_by(language_reviewer)

    with pytest.raises(SignOffRefused, match="“Possible harms” has no Chinese text"):
        review_language(
            submitted, reviewer=language_reviewer, seen=seen, ticked=CHINESE_TICKED, now=timezone.now()
        )

    assert SignOff.objects.count() == 0


def test_a_reason_does_not_overrule_an_empty_text(reviewed, translator, signer):
    save_draft(reviewed, translator, possible_harms_zh_hans="")
    reasons = {finding.as_shown: "We are in a hurry." for finding in open_desk(reviewed.pk).findings}

    refused(reviewed, signer, "Still to be mended:", overrides=reasons)


def test_sign_off_with_a_statement_not_ticked_is_refused(reviewed, signer):
    refused(reviewed, signer, "Not ticked: Facts, numbers", ticked={"read_as_reader"})


def test_the_second_signer_reads_who_decided_and_when(reviewed, signer, signer2):
    seen = open_desk(reviewed.pk).seen_by(signer2)
    signed(reviewed, signer)

    with pytest.raises(SignOffRefused, match="already decided by Signer at 20"):
        sign_off(reviewed, reviewer=signer2, seen=seen, ticked=ALL_TICKED, now=timezone.now())

    assert Edition.objects.count() == 1


def test_a_second_edition_supersedes_the_first_and_continues_its_chain(published, author, signer, submit):
    save_draft(published, author, status="COMPLETED")
    submit(published, author)

    second = signed(published, signer)

    first = Edition.objects.get(number=1)
    assert (first.ended_reason, first.ended_at is not None) == ("superseded", True)
    assert (second.number, second.previous_seal) == (2, first.seal)
    assert list(problems()) == []


def test_who_wrote_words_that_were_reverted_to_cannot_sign_them(published, author, signer, signer2, submit):
    first = published.get_latest_revision()
    save_draft(published, author, status="COMPLETED")
    submit(published, author)
    signed(published, signer)
    first.as_object().save_revision(user=signer2)
    submit(published, signer2)
    author.groups.add(Group.objects.get(name=people.SIGNERS))

    with pytest.raises(SignOffRefused, match="You wrote words of this page"):
        signed(published, author)

    assert Edition.objects.count() == 2


def test_chinese_may_be_withheld_with_a_reason(submitted, signer):
    content = open_desk(submitted.pk)

    edition = signed(submitted, signer, withhold_chinese_because="The translation is not ready.")

    assert edition.language_codes == ("en",)
    assert edition.load() == content.content.withhold_chinese()
    assert edition.signed_by.withheld_reason == "The translation is not ready."


def test_request_changes_sends_the_page_back_with_the_reason(submitted, language_reviewer):
    request_changes(submitted, reviewer=language_reviewer, reason="Criterion 1: 血小板?", now=timezone.now())

    page = TrialPage.objects.get(pk=submitted.pk)
    assert open_desk(page.pk).step == Step.NOT_SUBMITTED
    assert page.current_workflow_state.status == "needs_changes"
    assert page.current_workflow_state.current_task_state.comment == "Criterion 1: 血小板?"


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_request_changes_without_a_reason_is_refused(submitted, signer, reason):
    with pytest.raises(SignOffRefused, match="Please write the reason"):
        request_changes(submitted, reviewer=signer, reason=reason, now=timezone.now())


def test_request_changes_by_an_author_is_refused(submitted, author):
    with pytest.raises(SignOffRefused, match="Only members of"):
        request_changes(submitted, reviewer=author, reason="No.", now=timezone.now())


def test_what_is_ticked_is_kept_in_the_words_that_were_shown(reviewed, signer):
    edition = signed(reviewed, signer)

    assert set(json.loads(edition.signed_by.checklist)) == ALL_TICKED


def test_a_screen_opened_before_a_withdrawal_signs_nothing(published, author, submit, signer, lead):
    save_draft(published, author, status="COMPLETED")
    submit(published, author)
    seen = open_desk(published.pk).seen_by(signer)
    withdraw(published, by=lead, reason=Words(en="A wrong number.", zh_hans=""), now=timezone.now())

    with pytest.raises(SignOffRefused, match="The text changed after you opened it"):
        signed(published, signer, seen=seen)

    assert Edition.objects.in_force().count() == 0


def test_a_public_role_changed_after_the_screen_was_opened_signs_nothing(reviewed, signer):
    seen = open_desk(reviewed.pk).seen_by(signer)
    Voucher.objects.create(person=signer, qualification_en="Proven to cure")

    refused(reviewed, signer, "The text changed after you opened it", seen=seen)


def test_an_address_that_another_page_has_is_refused(reviewed, published, home, author, signer, submit):
    about, privacy = (
        home.add_child(
            instance=InformationPage(
                title=name, slug=name, owner=author, heading_en=name, heading_zh_hans="页", body_en="Text.",
                body_zh_hans="文字。",
            )
        )
        for name in ("about", "privacy")
    )  # fmt: skip
    for page in (about, privacy):
        page.slug = "about"
        page.save_revision(user=author, clean=False)
        submit(page, author)
    signed(about, signer)

    with pytest.raises(SignOffRefused, match="Another page is public at this address already: about/"):
        signed(privacy, signer)
