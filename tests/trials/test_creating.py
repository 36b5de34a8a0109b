"""A trial page begun by hand, and ways back to older versions."""

import pytest
from django.urls import reverse

from tests.trials.factories import make_index
from tests.trials.posting import HTML, FormReader, add_criterion, edit_url, form_values, opened, saved
from trials.models import TrialPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def add_url():
    return reverse("wagtailadmin_pages:add", args=["trials", "trialpage", make_index().pk])


def blank(client, add_url) -> dict[str, str]:
    reader = FormReader()
    reader.feed(client.get(add_url).content.decode())
    return reader.values


def newest(page: TrialPage) -> TrialPage:
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_page_with_only_a_name_and_an_id_is_a_draft(at_desk, add_url):
    values = blank(at_desk, add_url) | {"title": "UTAA17", "trial_id": " NCT06279026 "}

    at_desk.post(add_url, values, headers=HTML)

    page = TrialPage.objects.get()
    assert (page.trial_id, page.slug, page.live) == ("NCT06279026", "nct06279026", False)


def test_page_without_an_id_is_not_created(at_desk, add_url):
    response = at_desk.post(add_url, blank(at_desk, add_url) | {"title": "UTAA17"}, headers=HTML)

    assert response.status_code == 200
    assert TrialPage.objects.count() == 0


@pytest.mark.parametrize("again", ["NCT00000001", "nct00000001"])
def test_second_page_for_a_trial_is_not_created(at_desk, trial, add_url, again):
    values = blank(at_desk, add_url) | {"title": "UTAA17", "trial_id": again}

    response = at_desk.post(add_url, values, headers=HTML)

    assert "There is a page for the trial with this id already." in response.content.decode()
    assert TrialPage.objects.count() == 1


def test_criterion_typed_into_a_new_page_gets_a_key(at_desk, add_url):
    values = blank(at_desk, add_url) | {"title": "UTAA17", "trial_id": "NCT1"}
    add_criterion(values, text_en="Adults")

    at_desk.post(add_url, values, headers=HTML)

    assert [row.key for row in TrialPage.objects.get().criteria.all()] == ["i1"]


def test_comparison_of_two_versions_shows_the_criterion_that_changed(at_desk, trial):
    saved(
        at_desk,
        trial,
        form_values(opened(at_desk, trial)) | {"criteria-0-text_en": "Grown-ups"},
    )
    older, newer = trial.revisions.order_by("pk")
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[trial.pk, older.pk, newer.pk])

    shown = at_desk.get(compare).content.decode()

    assert '<span class="deletion">Adults</span><span class="addition">Grown-ups</span>' in shown


def test_return_to_an_older_version_gives_no_key_again(at_desk, live_trial):
    older = live_trial.latest_revision
    values = form_values(opened(at_desk, live_trial))
    add_criterion(values, text_en="Third")
    saved(at_desk, live_trial, values)

    revert = reverse("wagtailadmin_pages:revisions_revert", args=[live_trial.pk, older.pk])
    reader = FormReader()
    reader.feed(at_desk.get(revert).content.decode())
    at_desk.post(revert, reader.values, headers=HTML)
    values = form_values(opened(at_desk, live_trial))
    add_criterion(values, text_en="Fourth")
    at_desk.post(edit_url(live_trial), values, headers=HTML)

    rows = [(row.key, row.text_en) for row in newest(live_trial).criteria.all()]
    assert rows == [("i1", "Adults"), ("i2", "ECOG 0 or 1"), ("e1", "Pregnancy"), ("i4", "Fourth")]
