"""Every filter of the finder, alone and together, and the order of what is found."""

from datetime import date, timedelta

import pytest

from editorial.content import Words
from editorial.editions import end
from editorial.models import Edition
from tests.site.acts import put_up
from tests.site.conftest import REVIEWED
from tests.trials.finding.made import ages, condition, facts, site, trial
from trials.content import DatedFact
from trials.finding.answer import answer_to
from trials.finding.asked import Asked
from trials.finding.choices import choices
from trials.models import TrialPage
from trials.site.sentences import status_sentence

TODAY = date(2026, 5, 20)
SUZHOU = ("Suzhou", "苏州市")
NANJING = ("Nanjing", "南京市")
JIANGSU = Words("Jiangsu", "江苏省")


def found(**asked):
    rows = answer_to(Asked.of(asked), today=TODAY).rows
    return [int(trial_id[3:]) for trial_id in rows.values_list("trial_id", flat=True)]


def test_no_question_finds_every_trial(publish):
    publish(trial(1, "一"))
    publish(trial(2, "二"))

    assert found() == [1, 2]


@pytest.mark.parametrize("asked", ["Suzhou", "suzhou", "苏州", "苏州市", "蘇州"])
def test_city_is_found_by_its_name_in_either_language(publish, asked):
    publish(trial(1, "一", sites=(site(*SUZHOU),)))
    publish(trial(2, "二", sites=(site(*NANJING),)))

    assert found(city=asked) == [1]


@pytest.mark.parametrize("asked", ["Jiangsu", "江苏"])
def test_province_finds_the_trials_of_its_cities(publish, asked):
    publish(trial(1, "一", sites=(site(*SUZHOU, region=JIANGSU),)))
    publish(trial(2, "二", sites=(site("Beijing", "北京市"),)))
    publish(trial(3, "三", sites=(site(*NANJING, region=JIANGSU),)))

    assert found(city=asked) == [1, 3]


def test_status_asked_with_a_city_is_that_of_the_sites_there(publish):
    publish(trial(1, "一", sites=(site(*SUZHOU, status="RECRUITING"), site(*NANJING, status="COMPLETED"))))
    publish(trial(2, "二", sites=(site(*SUZHOU, status="COMPLETED"), site(*NANJING, status="RECRUITING"))))

    assert found(city="Suzhou", status="recruiting") == [1]
    assert found(city="Nanjing", status="recruiting") == [2]
    assert found(city="Suzhou", status="closed") == [2]
    assert found(status="recruiting") == [1, 2]


def test_site_that_recruits_in_a_completed_trial_does_not(publish):
    publish(trial(1, "一", facts=facts(status="COMPLETED"), sites=(site(*SUZHOU, status="RECRUITING"),)))

    assert found(city="Suzhou", status="recruiting") == []
    assert found(city="Suzhou", status="closed") == [1]


def test_site_of_which_the_registry_says_nothing_is_as_its_trial(publish):
    publish(trial(1, "一", sites=(site(*SUZHOU),)))

    assert found(city="Suzhou", status="recruiting") == [1]


STANDINGS = {
    "recruiting": facts(),
    "not-yet": facts(status="NOT_YET_RECRUITING"),
    "closed": facts(status="ACTIVE_NOT_RECRUITING"),
    "unclear": facts(status_date="2024-02-26"),
}


@pytest.mark.parametrize("standing", STANDINGS)
def test_status_is_what_it_means_today(publish, standing):
    for number, told in enumerate(STANDINGS.values()):
        publish(trial(number, "试验", facts=told))

    assert found(status=standing) == [list(STANDINGS).index(standing)]


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        (facts(status_date=""), "unclear"),
        (facts(completion=DatedFact("2026-05-19", "ESTIMATED")), "unclear"),
        (facts(completion=DatedFact("2026-05", "ESTIMATED")), "recruiting"),
        (facts(completion=DatedFact("2026", "ESTIMATED")), "recruiting"),
        (facts(completion=DatedFact("2026-04", "ESTIMATED")), "unclear"),
        (facts(completion=None), "recruiting"),
        (facts(status="UNKNOWN"), "unclear"),
        (facts(status=""), "unclear"),
        (facts(status="COMPLETED", status_date="2020-01-01"), "closed"),
        (facts(status="ENROLLING_BY_INVITATION"), "closed"),
        (facts(status="AVAILABLE"), "recruiting"),
        (facts(status="SUSPENDED"), "closed"),
    ],
)
def test_every_trial_has_one_standing(publish, told, standing):
    publish(trial(1, "一", facts=told))

    assert [each for each in STANDINGS if found(status=each)] == [standing]


def test_page_long_past_its_review_vouches_for_no_recruitment(publish):
    publish(trial(1, "一"), review_due=TODAY - timedelta(days=90))

    assert found(status="recruiting") == []
    assert found(status="unclear") == [1]


def test_code_of_the_registry_is_a_status_too(publish):
    publish(trial(1, "一", facts=facts(status="SUSPENDED")))
    publish(trial(2, "二", facts=facts(status="COMPLETED")))

    assert found(status="suspended") == [1]


@pytest.mark.parametrize("asked", ["Multiple Myeloma", "multiple myeloma", "多发性骨髓瘤", "多發性骨髓瘤"])
def test_condition_is_found_by_its_whole_name_in_either_language(publish, asked):
    myeloma = condition("Multiple Myeloma", "多发性骨髓瘤")
    publish(trial(1, "一", conditions=(condition("Amyloidosis", "淀粉样变"), myeloma)))
    publish(trial(2, "二", conditions=(condition("Multiple Myeloma in Relapse", "复发多发性骨髓瘤"),)))

    assert found(condition=asked) == [1]


def test_phase_is_one_of_the_phases(publish):
    publish(trial(1, "一", facts=facts(phases=("PHASE1", "PHASE2"))))
    publish(trial(2, "二", facts=facts(phases=("EARLY_PHASE1",))))
    publish(trial(3, "三", facts=facts(phases=("PHASE1",))))

    assert found(phase="PHASE1") == [1, 3]
    assert found(phase="phase2") == [1]


@pytest.mark.parametrize(
    ("age", "numbers"),
    [
        ("17", [2, 4]),
        ("18", [1, 2, 4]),
        ("62", [1, 2, 3]),
        ("65", [1, 2, 3]),
        ("66", [1, 2]),
        ("６２", [1, 2, 3]),
    ],
)
def test_age_lies_within_the_limits(publish, age, numbers):
    for number, limits in enumerate([(18,), (None,), (60, 65), (None, 18)], start=1):
        publish(trial(number, "试验", facts=ages(*limits)))

    assert found(age=age) == numbers


def test_sex_asked_for_finds_what_takes_it_in(publish):
    for number, sex in enumerate(("ALL", "FEMALE", "MALE", ""), start=1):
        publish(trial(number, "试验", facts=facts(sex=sex)))

    assert found(sex="female") == [1, 2, 4]
    assert found(sex="MALE") == [1, 3, 4]


def test_healthy_volunteers_are_asked_for(publish):
    for number, healthy in enumerate((True, False, None), start=1):
        publish(trial(number, "试验", facts=facts(healthy_volunteers=healthy)))

    assert found(volunteers="yes") == [1]


def test_all_filters_together_ask_for_all_of_it(publish):
    whole = {"sites": (site(*SUZHOU),), "conditions": (condition("Myeloma", "骨髓瘤"),)}
    publish(trial(1, "骨髓瘤", facts=ages(18, 75), **whole))
    publish(trial(2, "骨髓瘤", facts=ages(18, 60), **whole))
    publish(trial(3, "骨髓瘤", facts=ages(18, 75), sites=(site(*NANJING),)))
    asked = {"q": "骨髓瘤 苏州", "city": "苏州", "condition": "骨髓瘤", "age": "62", "status": "recruiting"}

    assert found(**asked, sex="female", phase="NA") == [1]


def test_trial_whose_title_says_it_comes_before_one_that_mentions_it(publish):
    publish(trial(1, "别的", summary=Words("", "骨髓瘤")))
    publish(trial(2, "骨髓瘤"))

    assert found(q="骨髓瘤") == [2, 1]


def test_trial_that_recruits_comes_before_one_that_does_not(publish):
    publish(trial(1, "骨髓瘤", facts=facts(status="COMPLETED")))
    publish(trial(2, "骨髓瘤"))

    assert found(q="骨髓瘤") == [2, 1]
    assert found() == [2, 1]


def test_site_that_recruits_in_the_city_comes_first(publish):
    publish(trial(1, "一", sites=(site(*SUZHOU, status="COMPLETED"),)))
    publish(trial(2, "二", sites=(site(*SUZHOU, status="RECRUITING"),)))

    assert found(city="Suzhou") == [2, 1]


def test_order_can_be_asked_for(publish):
    publish(trial(1, "骨髓瘤", facts=facts(status="COMPLETED", status_date="2026-05-01")))
    publish(trial(2, "骨髓瘤"), now=REVIEWED - timedelta(days=1))

    assert found(q="骨髓瘤", sort="best") == [2, 1]
    assert found(q="骨髓瘤", sort="reviewed") == [1, 2]
    assert found(q="骨髓瘤", sort="updated") == [1, 2]


@pytest.mark.parametrize("sort", ["best", "reviewed", "updated"])
def test_trial_not_reviewed_in_time_is_last_in_every_order(publish, sort):
    publish(trial(1, "骨髓瘤"), review_due=TODAY - timedelta(days=90))
    publish(trial(2, "别的", summary=Words("", "骨髓瘤")), now=REVIEWED - timedelta(days=300))

    assert found(q="骨髓瘤", sort=sort) == [2, 1]


def test_short_word_is_found_whole_only(publish):
    publish(trial(1, en="Blood pressure above 160 mmHg"))
    publish(trial(2, en="Relapsed MM"))

    assert found(q="mm") == [2]


def test_criteria_are_not_searched(publish):
    publish(trial(1, "骨髓瘤"))

    assert found(q="怀孕") == []
    assert found(q="pregnant") == []


def test_cities_with_one_english_name_are_told_apart_by_the_chinese(publish):
    publish(trial(1, "一", sites=(site("Suzhou", "苏州市", region=JIANGSU),)))
    publish(trial(2, "二", sites=(site("Suzhou", "宿州市", region=Words("Anhui", "安徽省")),)))

    assert [found(city=asked) for asked in ("苏州", "宿州市", "Suzhou")] == [[1], [2], [1, 2]]


def test_city_with_one_chinese_name_only_is_found_by_it(publish):
    publish(trial(1, "一", sites=(site("", "苏州市"),)))

    assert found(city="苏州") == [1]


@pytest.mark.parametrize("kind", ["closed", "paused", "safety"])
def test_trial_below_an_urgent_notice_that_nobody_is_taken_in_is_not_recruiting(publish, signer, kind):
    edition = publish(trial(1, "一"))
    publish(trial(2, "二"))

    put_up(edition, by=signer, kind=kind)

    assert [found(status=status) for status in ("recruiting", "closed", "")] == [[2], [1], [2, 1]]


@pytest.mark.parametrize("said", ["2024-05-30", "2024-05-31", "2024-06", "2024-05", "2024"])
@pytest.mark.parametrize("today", [date(2026, 5, 31), date(2026, 5, 30), date(2026, 5, 1), date(2026, 1, 1)])
def test_boundary_of_an_old_status_is_that_of_the_sentence(publish, said, today):
    told = facts(status_date=said)
    publish(trial(1, "一", facts=told))

    rows = answer_to(Asked(status="recruiting"), today=today).rows

    is_confirmed = status_sentence(told, today=today).confidence != "cannot_confirm"
    assert rows.exists() == is_confirmed


def test_status_nobody_knows_of_a_site_is_unclear_there(publish):
    publish(trial(1, "一", sites=(site(*SUZHOU, status="UNKNOWN"), site(*NANJING))))

    assert found(city="Suzhou", status="unclear") == [1]
    assert found(city="Nanjing", status="unclear") == []


def test_completed_site_of_an_unconfirmed_trial_is_closed(publish):
    sites = (site(*SUZHOU, status="COMPLETED"), site(*NANJING))
    publish(trial(1, "一", facts=facts(status_date="2022-01-01"), sites=sites))

    assert found(city="Suzhou", status="closed") == [1]
    assert found(city="Nanjing", status="closed") == []


def test_choices_forget_a_withdrawn_trial_at_once(publish):
    edition = publish(trial(1, "一", conditions=(condition("Hidden disease", "秘病"),)))
    publish(trial(2, "二", conditions=(condition("Other", "其他"),)))
    before = [each.name.en for each in choices().to_offer("conditions")]

    end(edition, Edition.End.WITHDRAWN, now=REVIEWED + timedelta(days=1))
    TrialPage.on_end(edition)

    assert before == ["Hidden disease", "Other"]
    assert [each.name.en for each in choices().to_offer("conditions")] == ["Other"]
