"""When no draft is made, and that nothing is half made then."""

import pytest
from django.db.models.signals import post_save
from django.utils import timezone

from tests.trials.drafting.records import draft, edit, imported, record
from trials.drafting import DraftRefused
from trials.models import (
    Condition,
    CriterionRow,
    Organisation,
    Place,
    RegistrySnapshot,
    TrialPage,
)

pytestmark = pytest.mark.django_db

CLINIC = {"facility": "First Hospital", "city": "Suzhou", "country": "China"}


class PowerCut(BaseException):
    """Nothing catches this, like the end of the process."""


@pytest.fixture
def power_cut():
    """Interrupt whatever saves the second criterion."""

    def interrupt(sender, instance, **kwargs):
        if instance.key == "i2":
            raise PowerCut

    post_save.connect(interrupt, sender=CriterionRow)
    yield
    post_save.disconnect(interrupt, sender=CriterionRow)


def written() -> list[int]:
    models = (TrialPage, CriterionRow, RegistrySnapshot, Organisation, Condition, Place)
    return [model.objects.count() for model in models]


def test_page_locked_by_a_person_is_refused_with_their_name(lead):
    page = imported(record()).page
    TrialPage.objects.update(locked=True, locked_by=lead, locked_at=timezone.now())

    with pytest.raises(DraftRefused, match=r"^the page is locked by Lead; unlock it, then import again$"):
        imported(record(status="COMPLETED"))

    assert (draft().status, page.revisions.count()) == ("RECRUITING", 1)


def test_page_locked_by_nobody_we_know_is_refused():
    imported(record())
    TrialPage.objects.update(locked=True)

    with pytest.raises(DraftRefused, match=r"^the page is locked; unlock it, then import again$"):
        imported(record(status="COMPLETED"))


def test_locked_page_whose_record_says_the_same_is_unchanged(lead):
    imported(record())
    TrialPage.objects.update(locked=True, locked_by=lead, locked_at=timezone.now())

    assert imported(record()).outcome == "unchanged"


def test_draft_that_was_given_another_id_is_refused(author):
    imported(record())

    page = draft()
    page.trial_id = "NCT00000099"
    page.save_revision(user=author)

    with pytest.raises(DraftRefused, match="the draft of this page was given the id NCT00000099"):
        imported(record(status="COMPLETED"))


def test_interrupted_creation_leaves_nothing(power_cut):
    with pytest.raises(PowerCut):
        imported(record(sites=(CLINIC,)))

    assert written() == [0, 0, 0, 0, 0, 0]


def test_interrupted_update_leaves_the_page_as_it_was(author):
    imported(record())
    edit(author, lambda page: setattr(page, "headline_en", "Our headline"))
    before, content = written(), draft().build_content()

    def interrupt(sender, instance, **kwargs):
        raise PowerCut

    post_save.connect(interrupt, sender=CriterionRow)
    try:
        with pytest.raises(PowerCut):
            imported(record(inclusion=("Something new",), sponsor="Beta", sites=(CLINIC,)))
    finally:
        post_save.disconnect(interrupt, sender=CriterionRow)

    assert (written(), draft().build_content()) == (before, content)
