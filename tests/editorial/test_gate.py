"""The gate: whoever saves, by whatever way, nothing is live that no edition in force names."""

import re
from datetime import timedelta

import pytest
from django.db.models.signals import pre_save
from django.utils import timezone
from wagtail.models import Page, Revision

from editorial.gate import SignOffRequired, guard
from editorial.models import Edition
from editorial.verify import problems
from tests.editorial.desk import save_draft
from trials.models import HomePage, TrialPage

BY_SIGN_OFF = "This page is published by sign-off only"


@pytest.fixture
def gate_off():
    """The control: with the gate off, the same acts succeed and verify_editions must say so."""
    pre_save.disconnect(dispatch_uid="editorial.gate")
    yield
    pre_save.connect(guard, dispatch_uid="editorial.gate")


def publish_revision(page):
    page.get_latest_revision().publish(skip_permission_checks=True)


def publish_page(page):
    page.publish(page.get_latest_revision(), skip_permission_checks=True)


def save_live(page):
    page.live = True
    page.save()


def save_live_through_base_page(page):
    base = Page.objects.get(pk=page.pk)
    base.live = True
    base.save(update_fields=["live"])


WAYS = [publish_revision, publish_page, save_live, save_live_through_base_page]


@pytest.mark.parametrize("way", WAYS)
def test_publishing_without_a_sign_off_is_refused(draft, way):
    with pytest.raises(SignOffRequired, match=BY_SIGN_OFF):
        way(TrialPage.objects.get(pk=draft.pk))

    assert TrialPage.objects.get(pk=draft.pk).live is False


@pytest.mark.parametrize("way", WAYS)
def test_without_the_gate_the_same_way_is_found_by_verify(draft, gate_off, way):
    way(TrialPage.objects.get(pk=draft.pk))

    assert list(problems()) == ["page nct00000001: live without an edition in force"]


def test_an_inserted_page_becomes_a_draft(trials):
    trials.add_child(instance=TrialPage(title="Live at once", trial_id="NCT00000009", live=True))

    page = TrialPage.objects.get(trial_id="NCT00000009")
    assert (page.live, page.has_unpublished_changes) == (False, True)


def test_unpublishing_a_page_whose_edition_is_in_force_is_refused(published):
    with pytest.raises(SignOffRequired, match="Only withdrawing it takes it down"):
        TrialPage.objects.get(pk=published.pk).unpublish()

    assert Edition.objects.in_force().count() == 1


def test_publishing_another_revision_than_the_signed_one_is_refused(published, author):
    newer = save_draft(published, author, summary_en="Unsigned words.").latest_revision

    with pytest.raises(SignOffRequired, match=BY_SIGN_OFF):
        newer.publish(skip_permission_checks=True)


@pytest.mark.parametrize("name", ["go_live_at", "expire_at"])
def test_a_page_with_a_date_is_refused(draft, name):
    page = TrialPage.objects.get(pk=draft.pk)
    setattr(page, name, timezone.now() + timedelta(days=1))

    with pytest.raises(SignOffRequired, match="cannot be scheduled"):
        page.save()


def test_a_schedule_on_a_revision_is_refused(draft):
    revision = draft.get_latest_revision()
    revision.approved_go_live_at = timezone.now()

    with pytest.raises(SignOffRequired, match="cannot be scheduled"):
        revision.save(update_fields=["approved_go_live_at"])


def test_an_alias_is_refused(draft, home):
    with pytest.raises(SignOffRequired, match="cannot have aliases"):
        draft.create_alias(parent=home, update_slug="alias")


def test_a_signed_revision_cannot_be_rewritten(published):
    revision = Revision.objects.get(pk=published.latest_revision_id or published.get_latest_revision().pk)
    revision.content = {**revision.content, "summary_en": "Other words."}

    with pytest.raises(SignOffRequired, match=re.escape("This version was signed and cannot be changed.")):
        revision.save()


def test_autosave_over_a_signed_revision_makes_a_new_one(published, translator):
    page = TrialPage.objects.get(pk=published.pk)
    signed = page.get_latest_revision()
    draft = signed.as_object()
    draft.summary_en = "Typed in a tab left open."

    revision = draft.save_revision(user=translator, overwrite_revision=signed)

    signed.refresh_from_db()
    assert revision.pk != signed.pk
    assert signed.content["summary_en"] == "English of summary."
    assert list(problems()) == []


def test_the_home_page_is_behind_the_gate_too(home):
    home = HomePage.objects.get(pk=home.pk)
    home.save_revision()

    with pytest.raises(SignOffRequired, match=BY_SIGN_OFF):
        home.get_latest_revision().publish(skip_permission_checks=True)


def test_an_unsigned_save_of_a_draft_goes_through(draft, author):
    save_draft(draft, author, summary_en="A better summary.")

    assert (
        TrialPage.objects.get(pk=draft.pk).get_latest_revision_as_object().summary_en == "A better summary."
    )
