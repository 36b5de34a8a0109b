"""The rows of listing and search follow the edition in force."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from editorial.content import Words
from editorial.editions import day_of
from editorial.models import Edition
from editorial.signoff import still_correct, withdraw
from tests.editorial.desk import ALL_TICKED, save_draft
from trials.content import Age
from trials.listing import columns_of, in_days, problems, publish_listing
from trials.models import Condition, PublishedTrial

pytestmark = pytest.mark.django_db


def test_sign_off_writes_the_row(live_trial):
    row = PublishedTrial.objects.get()

    assert (row.page, row.edition, row.path) == (live_trial, Edition.objects.get(), "trials/nct00000001/")
    assert (row.headline_en, row.headline_zh_hans) == ("English headline.", "中文headline。")
    assert (row.conditions_en, row.conditions_zh_hans) == ("Multiple myeloma", "多发性骨髓瘤")
    assert (row.place_en, row.place_zh_hans, row.sites) == ("Suzhou", "苏州市", 1)
    assert (row.status, row.status_date, row.completion_date) == ("RECRUITING", "2026-02-26", "2027-03-31")
    assert (row.phases, row.sex, row.healthy_volunteers) == ("PHASE1,PHASE2", "ALL", False)
    assert (row.minimum_age_days, row.maximum_age_days) == (6574, None)
    assert row.last_reviewed == day_of(timezone.now())


def test_draft_changes_nothing_in_the_row(live_trial, author):
    save_draft(live_trial, author, headline_en="A draft.")

    assert PublishedTrial.objects.get().headline_en == "English headline."


def test_withdrawal_deletes_the_row(live_trial, lead):
    withdraw(live_trial, by=lead, reason=Words(en="A doubt.", zh_hans=""), now=timezone.now())

    assert PublishedTrial.objects.count() == 0


def test_still_correct_moves_only_the_date(live_trial, signer2):
    PublishedTrial.objects.update(last_reviewed="2020-01-01")
    edition = Edition.objects.get()

    still_correct(live_trial, reviewer=signer2, seen=edition.digest, ticked=ALL_TICKED, now=timezone.now())

    assert PublishedTrial.objects.get().last_reviewed == day_of(timezone.now())


def test_same_edition_again_gives_the_same_row(live_trial):
    before = PublishedTrial.objects.values().get()

    publish_listing(Edition.objects.get())

    assert PublishedTrial.objects.values().get() == before


def test_rebuild_published_restores_what_was_lost_and_drops_what_is_foreign(live_trial):
    before = PublishedTrial.objects.values(*columns_of(Edition.objects.get())).get()
    PublishedTrial.objects.update(headline_zh_hans="别的", status="COMPLETED")
    told = StringIO()

    call_command("rebuild_published", stdout=told)

    assert PublishedTrial.objects.values(*before).get() == before
    assert told.getvalue() == "NCT00000001 en,zh-hans\n"


def test_changed_row_is_found(live_trial):
    PublishedTrial.objects.update(status="COMPLETED")

    assert list(problems(Edition.objects.in_force())) == [
        "listing: the row of trials/nct00000001/ differs from its edition in status"
    ]


def test_missing_row_is_found(live_trial):
    PublishedTrial.objects.all().delete()

    assert list(problems(Edition.objects.in_force())) == [
        "listing: the row of trials/nct00000001/ is missing"
    ]


def test_row_without_an_edition_in_force_is_found(live_trial):
    assert list(problems([])) == ["listing: NCT00000001 is listed without an edition in force"]


def test_right_row_is_no_problem(live_trial):
    assert list(problems(Edition.objects.in_force())) == []


@pytest.mark.parametrize(
    ("age", "days"),
    [
        (None, None),
        (Age(18, "year"), 6574),
        (Age(6, "month"), 182),
        (Age(2, "week"), 14),
        (Age(36, "hour"), 1),
        (Age(3, "parsec"), None),
    ],
)
def test_ages_of_every_unit_compare_in_days(age, days):
    assert in_days(age) == days


def test_renamed_condition_changes_no_public_word(live_trial):
    condition = Condition.objects.get()
    condition.name_en, condition.name_zh_hans = "Renamed", "改名"
    condition.save()

    told = PublishedTrial.objects.get()
    assert (told.conditions_en, told.conditions_zh_hans) == ("Multiple myeloma", "多发性骨髓瘤")
    assert list(problems(Edition.objects.in_force())) == []
    assert live_trial.build_content().conditions[0].name.zh_hans == "改名"


def test_edition_names_the_shared_rows_it_repeats(live_trial):
    used = {tuple(each) for each in json.loads(Edition.objects.get().uses)}

    assert used == {(row._meta.label_lower, row.pk) for row in live_trial.uses()}
    assert sorted(model for model, _pk in used) == [
        "editorial.disclaimer",
        "trials.condition",
        "trials.organisation",
        *["trials.place"] * 4,
    ]
