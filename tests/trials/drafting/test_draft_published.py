"""A newer record of a published page is a new draft: the public goes on reading what was signed."""

import pytest

from editorial.desk import Step, open_desk
from editorial.models import Edition
from editorial.refusals import SignOffRefused
from tests.editorial.desk import save_draft, signed
from tests.trials.drafting.records import imported, record
from trials.models import PublishedTrial, TrialPage

pytestmark = pytest.mark.django_db


def public() -> tuple:
    """Everything the public and the admin's live state read of the page."""
    page, edition = TrialPage.objects.get(), Edition.objects.in_force().get()
    live = (page.live, page.live_revision_id, page.headline_en, page.status, page.criteria.count())
    return live, edition.pk, edition.content, PublishedTrial.objects.values().get()


def test_published_page_gets_a_draft_and_reads_as_before(published, author2):
    before = public()
    revisions = published.revisions.count()

    updated = imported(record(status="COMPLETED"), user=author2)

    page = TrialPage.objects.get()
    assert (updated.outcome, page.revisions.count(), page.has_unpublished_changes) == (
        "updated",
        revisions + 1,
        True,
    )
    assert page.get_latest_revision().user == author2
    assert public() == before


def test_draft_of_a_published_page_can_be_submitted_and_its_importer_may_not_sign(
    published, submit, author, signer2
):
    imported(record(status="COMPLETED"), user=signer2)

    submit(TrialPage.objects.get(), author)

    assert open_desk(published.pk).step == Step.LANGUAGE_REVIEW
    with pytest.raises(SignOffRefused, match="You wrote words"):
        signed(published, signer2)


def test_update_builds_on_the_draft_editors_have_not_submitted(published, author):
    save_draft(published, author, summary_en="A sentence nobody signed yet")

    imported(record(status="COMPLETED"))

    newest = TrialPage.objects.get().get_latest_revision_as_object()
    assert (newest.summary_en, newest.registry_record.trial_id) == (
        "A sentence nobody signed yet",
        "NCT00000001",
    )


def test_page_in_review_is_updated_and_its_reviewer_has_to_read_again(reviewed):
    imported(record(status="COMPLETED"))

    desk = open_desk(reviewed.pk)
    assert (desk.step, desk.page.registry_record.trial_id) == (Step.LANGUAGE_REVIEW, "NCT00000001")


def test_second_import_of_a_published_page_changes_nothing(published):
    imported(record(status="COMPLETED"))
    revisions = published.revisions.count()

    again = imported(record(status="COMPLETED"))

    assert (again.outcome, published.revisions.count()) == ("unchanged", revisions)
