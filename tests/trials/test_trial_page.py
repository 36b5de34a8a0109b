import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from tests.trials.factories import make_index, make_trial, unsaved_trial

pytestmark = pytest.mark.django_db


def test_slug_is_the_trial_id_in_lower_case(author):
    page = make_trial(owner=author, trial_id="NCT06279026")

    assert (page.slug, page.signed_path) == ("nct06279026", "trials/nct06279026/")


def test_signed_address_does_not_follow_the_root_of_the_site(author):
    page = make_trial(owner=author)
    before = page.build_content().digest
    site = Site.objects.get(is_default_site=True)

    site.root_page = make_index()
    site.save()

    assert (page.signed_path, page.build_content().digest) == ("trials/nct00000001/", before)


def test_second_page_for_a_trial_is_refused_with_a_sentence(author):
    make_trial(owner=author)

    with pytest.raises(ValidationError) as refused:
        make_index().add_child(instance=unsaved_trial(trial_id="NCT00000001"))

    assert refused.value.message_dict["trial_id"] == ["There is a page for the trial with this id already."]


@pytest.mark.parametrize("trial_id", ["", "NCT 1", "../x", "NCT1\n"])
def test_trial_id_of_other_signs_is_refused(trial_id):
    page = unsaved_trial(trial_id=trial_id)

    with pytest.raises(ValidationError) as refused:
        page.clean_fields()

    assert "trial_id" in refused.value.message_dict


@pytest.mark.parametrize("day", ["2024", "2024-04", "2024-04-01"])
def test_dates_keep_the_precision_of_the_registry(day):
    page = unsaved_trial(trial_id="NCT1", start_date=day)

    page.clean_fields(exclude=["path", "depth", "translation_key", "locale", "content_type", "slug"])

    assert page.start_date == day


@pytest.mark.parametrize("day", ["April 2024", "2024-13", "2024-4-1", "01.04.2024"])
def test_date_of_another_form_is_refused(day):
    page = unsaved_trial(trial_id="NCT1", start_date=day)

    with pytest.raises(ValidationError) as refused:
        page.clean_fields()

    assert "start_date" in refused.value.message_dict


def test_code_the_registry_invents_tomorrow_is_kept(author):
    page = make_trial(owner=author, status="PAUSED_BY_COMET", phases=["PHASE9"])

    content = page.build_content()

    assert (content.facts.status, content.facts.phases) == ("PAUSED_BY_COMET", ("PHASE9",))
