"""What waits for whom, until when, and what it costs to know."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import GroupPagePermission

from editorial import people
from editorial.desk import Step, open_desk
from editorial.letters.recipients import submitter
from editorial.models import SiteSettings
from editorial.office.waiting import Desks, waiting_for
from editorial.signoff import request_changes
from tests.editorial.desk import save_draft
from tests.editorial.office.pages import found_right, queries, submitted_at, submitted_trial
from trials.models import Organisation

FRIDAY = datetime(2026, 11, 6, 4, tzinfo=UTC)


def desks(person):
    return Desks(person, SiteSettings.of_site())


def steps(person):
    return [(waiting.page.pk, waiting.step) for waiting in waiting_for(person)]


def test_a_submitted_page_waits_for_the_language_reviewer(submitted, language_reviewer, signer):
    assert steps(language_reviewer) == [(submitted.pk, Step.LANGUAGE_REVIEW)]
    assert steps(signer) == []


def test_a_reviewed_page_waits_for_the_signer(reviewed, language_reviewer, signer):
    assert steps(signer) == [(reviewed.pk, Step.SIGN_OFF)]
    assert steps(language_reviewer) == []


def test_a_page_whose_pair_changed_after_its_review_waits_for_another_one(
    reviewed, author, language_reviewer
):
    save_draft(reviewed, author, summary_en="Another summary.")

    assert steps(language_reviewer) == [(reviewed.pk, Step.LANGUAGE_REVIEW)]


def test_a_page_whose_facts_changed_after_its_review_waits_for_sign_off(reviewed, author, signer):
    save_draft(reviewed, author, enrolment=77)

    assert steps(signer) == [(reviewed.pk, Step.SIGN_OFF)]


def test_a_shared_name_changed_after_the_review_asks_for_another_one(reviewed, translator, language_reviewer):
    sponsor = Organisation.objects.get()
    sponsor.name_zh_hans = "另一个名称"
    sponsor.save()
    log(instance=sponsor, action="wagtail.edit", user=translator, content_changed=True)

    assert steps(language_reviewer) == [(reviewed.pk, Step.LANGUAGE_REVIEW)]


@pytest.mark.parametrize("change", [{}, {"summary_en": "Another."}, {"enrolment": 77}])
def test_the_dashboard_and_the_desk_name_the_same_step(reviewed, author, superuser, change):
    save_draft(reviewed, author, **change)

    assert desks(superuser).steps == {reviewed.pk: open_desk(reviewed.pk).step}


def test_where_every_trial_needs_a_medical_review_it_waits_for_one(reviewed, person):
    site = SiteSettings.of_site()
    site.medical_review = SiteSettings.MedicalReview.ALWAYS
    site.save()
    doctor = person("doctor", people.MEDICAL_REVIEWERS)

    assert steps(doctor) == [(reviewed.pk, Step.MEDICAL_REVIEW)]


def test_who_wrote_a_page_is_not_offered_it_but_told_that_it_waits(submitted, translator, language_reviewer):
    translator.groups.set(language_reviewer.groups.all())

    assert desks(translator).for_me == []
    assert desks(translator).for_somebody_else == 1
    assert desks(language_reviewer).for_somebody_else == 0


def test_others_who_may_take_a_page_are_named_without_its_authors(reviewed, author, signer, signer2):
    author.groups.add(*signer.groups.all())

    assert [waiting.others for waiting in waiting_for(signer)] == [("Signer2",)]


def test_a_page_is_to_be_decided_within_the_working_days_of_the_settings(submitted, language_reviewer):
    submitted_at(submitted, FRIDAY)

    (waiting,) = waiting_for(language_reviewer)

    assert (waiting.submitted_by, waiting.due) == ("Author", date(2026, 11, 13))
    assert waiting.days(date(2026, 11, 9)) == 3


def test_submitted_by_names_who_submitted_it_again(submitted, language_reviewer, author2):
    request_changes(submitted, reviewer=language_reviewer, reason="Which dose?", now=timezone.now())
    submitted.current_workflow_state.resume(user=author2)

    (waiting,) = waiting_for(language_reviewer)

    assert waiting.submitted_by == "Author2"
    assert submitter(submitted.pk) == [author2]


def test_the_oldest_comes_first(author, language_reviewer):
    first, second = (submitted_trial(number, author) for number in (1, 2))
    submitted_at(second, FRIDAY)

    assert [page for page, _step in steps(language_reviewer)] == [second.pk, first.pk]


def test_without_a_right_on_the_page_nothing_is_shown(submitted, language_reviewer):
    GroupPagePermission.objects.filter(group__name=people.LANGUAGE_REVIEWERS).delete()

    assert waiting_for(language_reviewer) == []


def test_an_author_and_an_administrator_are_offered_nothing_to_decide(submitted, author2, superuser):
    assert (desks(author2).decides, waiting_for(author2)) == (False, [])
    assert (desks(superuser).decides, waiting_for(superuser)) == (False, [])


@pytest.mark.parametrize("changed", [False, True], ids=["as reviewed", "changed since"])
def test_three_pages_cost_no_more_queries_than_one(author, language_reviewer, signer, changed):
    counted = []

    for number in (1, 2, 3):
        page = found_right(submitted_trial(number, author), language_reviewer, timezone.now())
        if changed:
            save_draft(page, author, enrolment=77)
        counted.append(queries(lambda: waiting_for(signer)))

    assert len(waiting_for(signer)) == 3
    assert counted[2] == counted[0]
