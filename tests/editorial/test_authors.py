"""Four eyes, word by word: who counts as an author, by whatever way they wrote, and who does not."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Comment

from editorial import people
from editorial.authors import edition_written_by, written_by
from editorial.content import Words
from editorial.desk import open_desk
from editorial.models import Disclaimer, Edition
from editorial.refusals import SignOffRefused
from editorial.signoff import review_language, withdraw
from tests.editorial.desk import CHINESE_TICKED, save_draft, signed
from trials.models import Condition, ConditionRow, TrialPage

A_WEEK_AGO = timezone.now() - timedelta(days=7)
LONG = "This study looks at whether the new injection helps people whose disease came back."


def wrote(person, page):
    desk = open_desk(page.pk)
    return written_by(person, desk.page, desk.revision)


def test_who_wrote_a_text_is_its_author_with_the_place(draft, author2):
    save_draft(draft, author2, summary_en=LONG)

    assert wrote(author2, draft) == ["summary"]


def test_who_only_saves_without_a_change_is_no_author(draft, signer):
    save_draft(draft, signer)

    assert wrote(signer, draft) == []


def test_who_comments_is_no_author(draft, signer):
    page = TrialPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    page.wagtail_admin_comments.add(
        Comment(page_id=page.pk, user=signer, text="Is this right?", contentpath="summary_en")
    )
    page.save_revision(user=signer)

    assert wrote(signer, draft) == []


def test_an_author_whose_words_were_replaced_is_one_no_longer(draft, author2, author):
    save_draft(draft, author2, summary_en=LONG)
    save_draft(draft, author, summary_en="Something else altogether, in other words.")

    assert wrote(author2, draft) == []


def test_purging_revisions_erases_no_author(draft, author2, author):
    save_draft(draft, author2, summary_en=LONG)
    save_draft(draft, author, status="COMPLETED")
    call_command("purge_revisions", verbosity=0)

    assert wrote(author2, draft) == ["summary"]


def test_bringing_old_words_back_with_a_comma_leaves_their_author_an_author(
    published, author, author2, signer, submit
):
    save_draft(published, author2, summary_en=LONG, status="SUSPENDED")
    save_draft(published, author, summary_en="English of summary.")
    submit(published, author)
    signed(published, signer)
    save_draft(published, author, summary_en=LONG.replace("injection helps", "injection, helps"))

    assert wrote(author2, published) == ["summary"]


def test_moving_somebody_s_words_to_another_field_leaves_them_theirs(draft, author, author2):
    save_draft(draft, author2, summary_en=LONG)
    save_draft(draft, author, summary_en="A new summary.", good_fit_en=LONG)

    assert wrote(author2, draft) == ["good_fit"]


def test_emptying_a_text_is_writing(draft, author2):
    save_draft(draft, author2, possible_harms_en="")

    assert wrote(author2, draft) == ["possible_harms"]


def test_setting_a_fact_is_writing(draft, author2):
    save_draft(draft, author2, status="COMPLETED")

    assert wrote(author2, draft) == ["status"]


def test_taking_a_criterion_out_is_writing(draft, author2):
    page = TrialPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    page.criteria = list(page.criteria.all())[:1]
    page.save_revision(user=author2)

    assert wrote(author2, draft) == ["criteria"]


def test_what_the_last_edition_says_is_nobody_s_any_more(published, author, author2):
    save_draft(published, author2, status="COMPLETED")

    assert wrote(author, published) == []
    assert wrote(author2, published) == ["status"]


def test_an_autosave_over_one_s_own_revision_counts(draft, author2):
    first = save_draft(draft, author2, status="COMPLETED").get_latest_revision()
    page = first.as_object()
    page.summary_en = LONG
    page.save_revision(user=author2, overwrite_revision=first)

    assert wrote(author2, draft) == ["status", "summary"]


def test_a_shared_name_has_its_editor_until_somebody_else_signed_it(reviewed, signer, signer2):
    log(instance=reviewed.sponsor, action="wagtail.edit", user=signer2)
    before = wrote(signer2, reviewed)
    signed(reviewed, signer)

    assert before == ["A sponsor"]
    assert wrote(signer2, reviewed) == []


def test_a_shared_name_written_before_an_edition_and_added_after_it_has_its_author(published, signer, author):
    condition = Condition.objects.create(name_en="Leukaemia", name_zh_hans="白血病")
    log(instance=condition, action="wagtail.create", user=signer)
    page = TrialPage.objects.get(pk=published.pk).get_latest_revision_as_object()
    page.condition_rows = [ConditionRow(condition=condition)]
    page.save_revision(user=author)

    assert wrote(signer, published) == ["Leukaemia"]


def test_who_wrote_the_disclaimer_may_sign_once_somebody_else_has(published, signer, lead):
    log(
        instance=Disclaimer.in_use(),
        action="wagtail.create",
        user=lead,
        timestamp=A_WEEK_AGO,
    )

    assert wrote(lead, published) == []


def test_a_re_review_by_who_wrote_the_edition_is_refused_its_words(published, author, signer2):
    edition = Edition.objects.get()

    assert edition_written_by(author, edition) != []
    assert edition_written_by(signer2, edition) == []


def test_an_account_that_wrote_cannot_be_deleted(draft, author, superuser):
    client = Client()
    client.force_login(superuser)

    answer = client.post(f"/admin/users/delete/{author.pk}/", follow=True)

    assert [str(message) for message in answer.context["messages"]] == [
        "Author wrote or signed pages. Deactivate the account instead of deleting it."
    ]
    with pytest.raises(ProtectedError):
        author.delete()


def test_a_team_of_three_brings_a_page_to_the_public(draft, submit, author, language_reviewer):
    # The reviewer signs too, has commented, and has saved the page once without a change.
    language_reviewer.groups.add(Group.objects.get(name=people.SIGNERS))
    save_draft(draft, language_reviewer)
    submit(draft, author)
    desk = open_desk(draft.pk)
    review_language(
        draft,
        reviewer=language_reviewer,
        seen=desk.seen_by(language_reviewer),
        ticked=CHINESE_TICKED,
        now=timezone.now(),
    )

    assert signed(draft, language_reviewer).number == 1


def test_chinese_that_was_withheld_is_still_its_translator_s(submitted, translator, signer):
    signed(submitted, signer, withhold_chinese_because="The translation is not ready.")
    rows = {"criteria.text", "how_to_participate.text"}

    assert set(wrote(translator, submitted)) == {*TrialPage.WORDS, *rows}
    assert wrote(signer, submitted) == []


def test_a_shared_name_whose_chinese_was_withheld_still_has_its_editor(submitted, signer, signer2):
    log(instance=submitted.sponsor, action="wagtail.edit", user=signer2)
    signed(submitted, signer, withhold_chinese_because="The translation is not ready.")

    assert wrote(signer2, submitted) == ["A sponsor"]


@pytest.fixture
def signing_author(author):
    author.groups.add(Group.objects.get(name=people.SIGNERS))
    return author


def test_an_author_does_not_renew_their_own_words_by_signing_them_again(published, signing_author, submit):
    submit(published, signing_author)

    with pytest.raises(SignOffRefused, match="You wrote words of this page"):
        signed(published, signing_author)

    assert Edition.objects.count() == 1


def test_an_author_is_one_of_every_edition_that_repeats_their_words(published, author, signer2, submit):
    first = edition_written_by(author, Edition.objects.get())
    submit(published, author)

    again = signed(published, signer2)

    assert edition_written_by(author, again) == first


def test_an_edition_that_was_withdrawn_vouches_for_nobody(published, signing_author, author2, lead, submit):
    withdraw(published, by=lead, reason=Words("Wrong.", "有误。"), now=timezone.now())
    page = save_draft(published, author2, status="COMPLETED")
    submit(page, author2)

    with pytest.raises(SignOffRefused, match="You wrote words of this page"):
        signed(page, signing_author)
