"""Withdrawing, and confirming that a page is still correct."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from editorial import triggers
from editorial.content import Words
from editorial.editions import edition_for, last_ended, newest_sign_off
from editorial.models import Edition, SignOff, UrgentNotice
from editorial.notices import notice_problems, put_up, standing_notices, unconfirmed
from editorial.refusals import SignOffRefused
from editorial.signoff import still_correct, withdraw
from editorial.verify import problems
from tests.editorial.desk import ALL_TICKED, signed
from trials.models import PublishedTrial, TrialPage

PATH = "trials/nct00000001/"


def test_withdraw_takes_the_page_from_the_public_and_keeps_the_reason(published, lead):
    withdraw(published, by=lead, reason=Words(en="The dose was wrong.", zh_hans=""), now=timezone.now())

    assert edition_for(PATH) is None
    assert last_ended(PATH).withdrawn_because == Words(en="The dose was wrong.", zh_hans="")
    assert TrialPage.objects.get(pk=published.pk).live is False
    assert PublishedTrial.objects.count() == 0
    assert list(problems()) == []


def test_withdraw_by_an_author_is_refused(published, author):
    with pytest.raises(SignOffRefused, match="Only members of “Leads / Signers”"):
        withdraw(published, by=author, reason=Words(en="No.", zh_hans=""), now=timezone.now())

    assert edition_for(PATH) is not None


def test_withdraw_without_a_reason_is_refused(published, lead):
    with pytest.raises(SignOffRefused, match="Please write the reason"):
        withdraw(published, by=lead, reason=Words(en=" ", zh_hans=""), now=timezone.now())


def test_withdraw_twice_is_refused(published, lead):
    withdraw(published, by=lead, reason=Words(en="The dose was wrong.", zh_hans=""), now=timezone.now())

    with pytest.raises(SignOffRefused, match="no edition in force"):
        withdraw(published, by=lead, reason=Words(en="Again.", zh_hans=""), now=timezone.now())


def test_a_withdrawn_page_comes_back_by_a_new_sign_off_only(published, lead, author, submit, signer):
    withdraw(published, by=lead, reason=Words(en="The dose was wrong.", zh_hans=""), now=timezone.now())
    submit(published, author)

    edition = signed(published, signer)

    assert (edition.number, edition.previous_seal) == (2, Edition.objects.get(number=1).seal)
    assert edition_for(PATH) == edition


def test_still_correct_moves_the_date_and_no_word(published, signer2):
    edition = Edition.objects.get()
    later = timezone.now() + timedelta(days=90)

    review = still_correct(published, reviewer=signer2, seen=edition.digest, ticked=ALL_TICKED, now=later)

    assert newest_sign_off(edition) == review
    assert review.review_due == later.astimezone(timezone.get_default_timezone()).date() + timedelta(days=180)
    assert Edition.objects.count() == 1
    assert list(problems()) == []


def test_still_correct_by_the_author_is_refused(published, author):
    from django.contrib.auth.models import Group

    author.groups.add(Group.objects.get(name="Signers"))

    with pytest.raises(SignOffRefused, match="You wrote words"):
        still_correct(
            published,
            reviewer=author,
            seen=Edition.objects.get().digest,
            ticked=ALL_TICKED,
            now=timezone.now(),
        )

    assert SignOff.objects.filter(scope="final").count() == 1


def test_withdraw_lifts_the_notices_above_the_page(published, lead, signer):
    notice = put_up(published, by=signer, kind="safety", source="sponsor", now=timezone.now())

    withdraw(published, by=lead, reason=Words(en="The dose was wrong.", zh_hans=""), now=timezone.now())

    notice.refresh_from_db()
    assert (standing_notices(published.pk), unconfirmed(timezone.now() + timedelta(days=2))) == ([], [])
    assert (notice.lifted_by, notice.lifted_because) == (lead, "The page was withdrawn.")
    assert list(notice_problems()) == []


def test_a_notice_with_a_forged_lift_keeps_no_page_public(published, lead, signer):
    notice = put_up(published, by=signer, kind="safety", source="sponsor", now=timezone.now())
    triggers.drop(connection)
    UrgentNotice.objects.filter(pk=notice.pk).update(lifted_at=timezone.now(), lift_seal="0" * 64)

    withdraw(published, by=lead, reason=Words(en="The dose was wrong.", zh_hans=""), now=timezone.now())

    assert edition_for(PATH) is None
