"""Urgent notices: up at once by one person, confirmed by a second, down only when somebody lifts them."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from wagtail.models import PageLogEntry

from editorial import notices, triggers
from editorial.models import UrgentNotice
from editorial.models.append_only import WrittenOnce
from editorial.notices import confirm, escalate, lift, notice_problems, put_up, standing_notices
from editorial.refusals import SignOffRefused
from tests.editorial.tampering import raw


def up(page, person, **changes):
    chosen = {"kind": "paused", "source": "hospital", "now": timezone.now()}
    return put_up(page, by=person, **chosen | changes)


@pytest.fixture
def notice(published, signer):
    return up(published, signer)


def test_a_notice_stands_at_once(published, notice):
    assert standing_notices(published.pk) == [notice]


@pytest.mark.parametrize("who", ["signer", "lead"])
def test_signers_and_leads_put_notices_up(published, who, request):
    assert up(published, request.getfixturevalue(who)).set_by.username == who


@pytest.mark.parametrize("who", ["author", "language_reviewer", "superuser"])
def test_a_notice_by_anybody_else_is_refused(published, who, request):
    with pytest.raises(SignOffRefused, match="Only members of “Leads / Signers” may do this"):
        up(published, request.getfixturevalue(who))


@pytest.mark.parametrize("wrong", [{"kind": "nonsense"}, {"source": ""}])
def test_a_notice_outside_the_fixed_set_is_refused(published, signer, wrong):
    with pytest.raises(SignOffRefused, match="Choose what has to be said and who says so"):
        up(published, signer, **wrong)


def test_the_same_notice_twice_is_refused(published, notice, lead):
    with pytest.raises(SignOffRefused, match="stands above the page already"):
        up(published, lead)


def test_a_notice_above_a_page_nobody_reads_is_refused(reviewed, signer):
    with pytest.raises(SignOffRefused, match="This page has no edition in force"):
        up(reviewed, signer)


def test_a_second_person_confirms(notice, lead):
    confirmed = confirm(notice, by=lead, now=timezone.now())

    assert (confirmed.confirmed_by, notices.is_confirmed(confirmed)) == (lead, True)


def test_confirming_ones_own_notice_is_refused(notice, signer):
    with pytest.raises(SignOffRefused, match="A second person has to confirm it"):
        confirm(notice, by=signer, now=timezone.now())


def test_confirming_twice_is_refused_with_the_name(notice, lead, signer2):
    confirm(notice, by=lead, now=timezone.now())

    with pytest.raises(SignOffRefused, match="Lead confirmed this notice already"):
        confirm(notice, by=signer2, now=timezone.now())


def test_lifting_takes_it_down_and_keeps_why(published, notice, lead):
    lift(notice, by=lead, because="The hospital takes people in again.", now=timezone.now())

    assert standing_notices(published.pk) == []
    assert PageLogEntry.objects.get(action="editorial.notice_lifted").data["reason"] == (
        "The hospital takes people in again."
    )


def test_lifting_without_a_reason_is_refused(notice, lead):
    with pytest.raises(SignOffRefused, match="Please write the reason"):
        lift(notice, by=lead, because=" ", now=timezone.now())


def test_what_was_lifted_cannot_be_lifted_again(notice, lead):
    lift(notice, by=lead, because="Over.", now=timezone.now())

    with pytest.raises(SignOffRefused, match="does not stand any more"):
        lift(notice, by=lead, because="Over.", now=timezone.now())


def test_time_lifts_nothing(published, notice):
    assert standing_notices(published.pk) == [notice]
    assert [each.pk for each in notices.unconfirmed(timezone.now() + timedelta(days=400))] == [notice.pk]


@pytest.mark.parametrize(("hours", "late"), [(23, 0), (24, 1)])
def test_an_unconfirmed_notice_escalates_after_a_day(notice, lead, hours, late):
    assert len(escalate(notice.set_at + timedelta(hours=hours))) == late


def test_a_confirmed_notice_does_not_escalate(notice, lead):
    confirm(notice, by=lead, now=timezone.now())

    assert escalate(notice.set_at + timedelta(hours=30)) == []


def test_a_notice_is_written_once(notice):
    notice.kind = "closed"

    with pytest.raises(WrittenOnce):
        notice.save()
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        UrgentNotice.objects.update(kind="closed")
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        UrgentNotice.objects.filter(pk=notice.pk)._raw_delete("default")


def test_a_forged_lift_lifts_nothing_and_is_named(published, notice):
    UrgentNotice.objects.update(lifted_at=timezone.now(), lift_seal="0" * 64)

    assert standing_notices(published.pk) == [UrgentNotice.objects.get()]
    assert list(notice_problems()) == [f"notice {notice.pk} on nct00000001: it was lifted without the key"]


def test_a_forged_notice_does_not_stand_and_is_named(published, signer):
    told = {"kind": "closed", "source": "editors", "seal": "0" * 64}
    forged = UrgentNotice(page_id=published.pk, set_by=signer, set_at=timezone.now(), **told)
    forged.save()

    assert standing_notices(published.pk) == []
    assert list(notice_problems()) == [f"notice {forged.pk} on nct00000001: the seal does not match"]


def test_a_deleted_notice_is_missed(published, notice):
    triggers.drop(connection)
    UrgentNotice.objects.filter(pk=notice.pk)._raw_delete("default")

    assert list(notice_problems()) == [f"notice {notice.pk} on page {published.pk}: it is missing"]


ALTERED = "This notice was altered outside the software"


def test_a_forged_lift_is_not_signed_over(notice, lead):
    UrgentNotice.objects.update(lifted_at=timezone.now())

    with pytest.raises(SignOffRefused, match=ALTERED):
        lift(notice, by=lead, because="Over.", now=timezone.now())


def test_a_forged_confirmation_is_not_signed_over(notice, lead):
    UrgentNotice.objects.update(confirmed_at=timezone.now())

    with pytest.raises(SignOffRefused, match=ALTERED):
        confirm(notice, by=lead, now=timezone.now())


def test_a_forged_notice_stands_in_nobody_s_way(published, signer):
    told = {"kind": "safety", "source": "editors", "seal": "0" * 64}
    UrgentNotice(page_id=published.pk, set_by=signer, set_at=timezone.now(), **told).save()

    genuine = up(published, signer, kind="safety")

    assert standing_notices(published.pk) == [genuine]


def test_a_copy_of_a_lifted_notice_is_refused(published, notice, lead):
    lift(notice, by=lead, because="Over.", now=timezone.now())

    with pytest.raises(DatabaseError), transaction.atomic():
        copy_rows("INSERT")

    assert standing_notices(published.pk) == []


def test_a_notice_is_not_replaced_by_another_row(published, notice):
    replace = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"

    with pytest.raises(DatabaseError), transaction.atomic():
        copy_rows(replace)

    assert standing_notices(published.pk) == [notice]


def copy_rows(insert):
    """Every notice once more, with its genuine seal and as if nobody had confirmed or lifted it."""
    raw(
        f"{insert} INTO editorial_urgentnotice "
        "(page_id, kind, source, set_by_id, set_at, seal, confirm_seal, lift_seal, lifted_because) "
        "SELECT page_id, kind, source, set_by_id, set_at, seal, '', '', '' FROM editorial_urgentnotice"
    )
