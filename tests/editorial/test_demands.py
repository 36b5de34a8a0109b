"""What a site may ask for beyond the checks: ethics data of recruitment material, a doctor's eyes."""

from dataclasses import replace

import pytest
from django.utils import timezone

from editorial.desk import Step, open_desk
from editorial.models import SignOff, SiteSettings
from editorial.refusals import SignOffRefused
from editorial.signoff import request_changes, review_medicine
from tests.editorial.desk import signed
from tests.site.seed import seed_content, seed_facts
from trials.demands import of_recruitment_material
from trials.models import Condition, ConditionRow, TrialPage

RECRUITING = SiteSettings(recruitment_material=True)


@pytest.fixture
def medical_reviewer(person):
    return person("medical-reviewer", "Medical reviewers")


@pytest.fixture
def asks_always(home):
    return _set(medical_review=SiteSettings.MedicalReview.ALWAYS)


def _set(**values):
    site = SiteSettings.of_site()
    for name, value in values.items():
        setattr(site, name, value)
    site.save()


def read_medicine(page, person, **changes):
    desk = open_desk(page.pk)
    posted = {
        "seen": desk.seen_by(person),
        "ticked": set(desk.statements(SignOff.Role.MEDICAL_REVIEWER)),
        "now": timezone.now(),
    }
    return review_medicine(page, reviewer=person, **posted | changes)


def messages(content, site):
    return [finding.message for finding in of_recruitment_material(content, site)]


def test_recruitment_material_without_ethics_data_is_told_what_is_missing():
    assert messages(seed_content(), RECRUITING) == [
        "Recruitment material needs the number of the ethics approval.",
        "Recruitment material needs the version the ethics committee approved.",
        "Recruitment material needs the date of the ethics approval.",
    ]


def test_recruitment_material_with_all_three_is_right():
    facts = seed_facts(ethics_approval="A-1", ethics_version="2.1", ethics_date="2024-01-15")

    assert messages(replace(seed_content(), facts=facts), RECRUITING) == []


def test_other_sites_demand_nothing():
    assert messages(seed_content(), SiteSettings()) == []


def test_a_sign_off_of_recruitment_material_without_ethics_data_is_refused(reviewed, signer):
    _set(recruitment_material=True)

    with pytest.raises(SignOffRefused, match="Recruitment material needs the number"):
        signed(reviewed, signer)


def test_a_page_that_needs_a_medical_review_waits_for_it(reviewed, asks_always):
    assert open_desk(reviewed.pk).step is Step.MEDICAL_REVIEW


def test_a_sign_off_without_the_medical_review_is_refused(reviewed, signer, asks_always):
    with pytest.raises(SignOffRefused, match="was not reviewed by a medical reviewer"):
        signed(reviewed, signer)


def test_after_the_medical_review_the_signature_rests_on_both_reviews(
    reviewed, signer, medical_reviewer, asks_always
):
    medical = read_medicine(reviewed, medical_reviewer)

    edition = signed(reviewed, signer)

    chinese = SignOff.objects.get(scope=SignOff.Scope.CHINESE)
    assert edition.signed_by.rests_on == f"[{chinese.pk},{medical.pk}]"


def test_a_chinese_correction_leaves_the_medical_review_standing(
    reviewed, translator, medical_reviewer, language_reviewer, asks_always
):
    read_medicine(reviewed, medical_reviewer)
    newest = TrialPage.objects.get(pk=reviewed.pk).get_latest_revision_as_object()
    newest.summary_zh_hans = "更好的中文。"
    newest.save_revision(user=translator)

    assert open_desk(reviewed.pk).awaits_medical_review is False


def test_an_english_change_voids_the_medical_review(reviewed, author, medical_reviewer, asks_always):
    read_medicine(reviewed, medical_reviewer)
    newest = TrialPage.objects.get(pk=reviewed.pk).get_latest_revision_as_object()
    newest.summary_en = "Another summary."
    newest.save_revision(user=author)

    assert open_desk(reviewed.pk).awaits_medical_review is True


@pytest.mark.parametrize("who", ["signer", "author", "superuser"])
def test_a_medical_review_by_anybody_else_is_refused(reviewed, who, request, asks_always):
    with pytest.raises(SignOffRefused, match="Only members of “Medical reviewers” may do this"):
        read_medicine(reviewed, request.getfixturevalue(who))


def test_a_medical_review_with_a_statement_unticked_is_refused(reviewed, medical_reviewer, asks_always):
    with pytest.raises(SignOffRefused, match="Not ticked: I read the English page"):
        read_medicine(reviewed, medical_reviewer, ticked=set())


@pytest.mark.parametrize(("marked", "step"), [(True, Step.MEDICAL_REVIEW), (False, Step.SIGN_OFF)])
def test_by_condition_only_the_conditions_marked_need_it(reviewed, marked, step):
    _set(medical_review=SiteSettings.MedicalReview.CONDITIONS)
    Condition.objects.update(needs_medical_review=marked)

    assert open_desk(reviewed.pk).step is step


def test_nobody_asks_for_it_by_default(reviewed):
    assert open_desk(reviewed.pk).step is Step.SIGN_OFF


def test_another_entry_of_the_same_name_is_no_way_round_the_medical_review(reviewed, author):
    _set(medical_review=SiteSettings.MedicalReview.CONDITIONS)
    Condition.objects.update(needs_medical_review=True)
    twin = Condition.objects.create(name_en="multiple Myeloma ", name_zh_hans="多发性骨髓瘤")

    page = TrialPage.objects.get(pk=reviewed.pk).get_latest_revision_as_object()
    page.condition_rows = [ConditionRow(condition=twin)]
    page.save_revision(user=author)

    assert open_desk(reviewed.pk).needs_medical_review is True


def test_a_medical_reviewer_who_sends_the_page_back_takes_the_review_back(
    reviewed, author, medical_reviewer, asks_always
):
    read_medicine(reviewed, medical_reviewer)
    request_changes(reviewed, reviewer=medical_reviewer, reason="A wrong dose.", now=timezone.now())

    TrialPage.objects.get(pk=reviewed.pk).current_workflow_state.resume(user=author)

    assert open_desk(reviewed.pk).step is Step.MEDICAL_REVIEW
