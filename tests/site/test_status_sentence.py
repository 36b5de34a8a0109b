"""A status is a sentence with its date, and an old "Recruiting" is never repeated as if it were news."""

from datetime import date

import pytest
from django.utils.translation import override

from tests.site.seed import seed_facts
from trials.content import DatedFact
from trials.labels import Status
from trials.site.sentences import status_sentence

SAID = "2024-02-26"
SOON_AFTER = date(2024, 3, 1)


def said_of(facts, today, lang="en"):
    with override(lang):
        return status_sentence(facts, today=today)


def test_fresh_recruiting_says_source_and_date():
    facts = seed_facts(status="RECRUITING", status_date=SAID)

    english, chinese = said_of(facts, SOON_AFTER), said_of(facts, SOON_AFTER, "zh-hans")

    assert english.text == "Recruiting, says the registry (updated 26 Feb 2024)."
    assert chinese.text == "招募中（登记处信息，更新于2024年2月26日）。"
    assert (english.confidence, english.tone) == (chinese.confidence, chinese.tone) == ("fresh", "open")


def test_recruiting_of_last_year_asks_to_call_first():
    facts = seed_facts(status="RECRUITING", status_date=SAID)

    english, chinese = said_of(facts, date(2025, 2, 26)), said_of(facts, date(2025, 2, 26), "zh-hans")

    assert english.text == (
        "Recruiting, said the registry on 26 February 2024. That is more than six months ago. "
        "Ask the hospital before you travel."
    )
    assert chinese.text == ("招募中（登记处2024年2月26日的信息）。这已是六个多月前的信息，去医院前请先问清。")
    assert (english.confidence, english.tone) == ("ageing", "open")


def test_recruiting_unconfirmed_for_two_years_cannot_be_confirmed():
    facts = seed_facts(status="RECRUITING", status_date=SAID)

    english, chinese = said_of(facts, date(2026, 3, 1)), said_of(facts, date(2026, 3, 1), "zh-hans")

    assert english.text == (
        "We cannot confirm that this trial is recruiting. The registry last said so on 26 February 2024. "
        "Ask the hospital before you travel."
    )
    assert chinese.text == (
        "无法确认是否还在招募。登记处上次写“招募中”是2024年2月26日，之后没有更新。去医院前请先问清。"
    )
    assert (english.confidence, english.tone) == ("cannot_confirm", "unknown")


@pytest.mark.parametrize(
    ("today", "confidence"),
    [
        (date(2024, 8, 26), "fresh"),
        (date(2024, 8, 27), "ageing"),
        (date(2026, 2, 26), "ageing"),
        (date(2026, 2, 27), "cannot_confirm"),
    ],
)
def test_confidence_changes_the_day_after_six_and_twenty_four_months(today, confidence):
    facts = seed_facts(status="RECRUITING", status_date=SAID)

    assert said_of(facts, today).confidence == confidence


@pytest.mark.parametrize(
    ("today", "confidence"), [(date(2024, 9, 30), "fresh"), (date(2024, 10, 1), "ageing")]
)
def test_six_months_after_the_end_of_a_long_month_is_the_last_day(today, confidence):
    facts = seed_facts(status="RECRUITING", status_date="2024-03-31")

    assert said_of(facts, today).confidence == confidence


@pytest.mark.parametrize(
    ("today", "confidence"), [(date(2024, 4, 30), "fresh"), (date(2024, 5, 1), "cannot_confirm")]
)
def test_completion_of_month_precision_passes_with_its_last_day(today, confidence):
    facts = seed_facts(status="RECRUITING", status_date=SAID, completion=DatedFact("2024-04", "ESTIMATED"))

    assert said_of(facts, today).confidence == confidence


def test_recruiting_past_its_end_names_the_end():
    facts = seed_facts(status="RECRUITING", status_date=SAID, completion=DatedFact("2024-04", "ESTIMATED"))

    english, chinese = said_of(facts, date(2024, 5, 1)), said_of(facts, date(2024, 5, 1), "zh-hans")

    assert english.text == (
        "We cannot confirm that this trial is recruiting. The registry last said so on 26 February 2024, "
        "and the end it gives for the trial (April 2024) has passed. Ask the hospital before you travel."
    )
    assert chinese.text == (
        "无法确认是否还在招募。登记处上次写“招募中”是2024年2月26日，"
        "但登记的试验结束日期（2024年4月）已经过去。去医院前请先问清。"
    )


def test_primary_completion_alone_ends_no_recruiting():
    facts = seed_facts(
        status="RECRUITING", status_date=SAID, primary_completion=DatedFact("2024-02-28", "ESTIMATED")
    )

    assert said_of(facts, SOON_AFTER).confidence == "fresh"


def test_recruiting_without_a_date_says_the_registry_gives_none():
    facts = seed_facts(status="RECRUITING", status_date="")

    english, chinese = said_of(facts, SOON_AFTER), said_of(facts, SOON_AFTER, "zh-hans")

    assert english.text == (
        "We cannot confirm that this trial is recruiting. The registry says so but gives no date. "
        "Ask the hospital before you travel."
    )
    assert chinese.text == "无法确认是否还在招募。登记处写着“招募中”，但没有写明日期。去医院前请先问清。"
    assert english.confidence == "cannot_confirm"


def test_completed_without_a_date_says_the_registry_gives_none():
    facts = seed_facts(status="COMPLETED", status_date="")

    english, chinese = said_of(facts, SOON_AFTER), said_of(facts, SOON_AFTER, "zh-hans")

    assert english.text == (
        "The trial is completed and takes no new participants, says the registry, which gives no date."
    )
    assert chinese.text == "试验已完成，不再招募（登记处信息，没有写明日期）。"


def test_not_yet_recruiting_of_years_ago_is_not_called_recruiting():
    facts = seed_facts(status="NOT_YET_RECRUITING", status_date=SAID)

    english, chinese = said_of(facts, date(2026, 3, 1)), said_of(facts, date(2026, 3, 1), "zh-hans")

    assert english.text == (
        "We cannot confirm the status of this trial. The registry last said “Not yet recruiting” "
        "on 26 February 2024. Ask the hospital before you travel."
    )
    assert chinese.text == (
        "无法确认这项试验目前的状态。登记处上次写“尚未招募”是2024年2月26日，之后没有更新。去医院前请先问清。"
    )


def test_completed_long_ago_needs_no_warning():
    facts = seed_facts(status="COMPLETED", status_date="2014-01-09")

    sentence = said_of(facts, date(2026, 3, 1))

    assert sentence.text == (
        "The trial is completed and takes no new participants, says the registry (updated 9 Jan 2014)."
    )
    assert (sentence.confidence, sentence.tone) == ("fresh", "closed")


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_every_status_has_its_own_sentence(lang):
    texts = [
        said_of(seed_facts(status=code, status_date=SAID), SOON_AFTER, lang).text for code in Status.values
    ]

    assert len(set(texts)) == len(Status.values)


def test_only_recruiting_is_ever_said_to_recruit_in_chinese():
    said = {
        code: said_of(seed_facts(status=code, status_date=SAID), SOON_AFTER, "zh-hans").text
        for code in Status.values
    }

    assert [code for code, text in said.items() if "招募中" in text] == ["RECRUITING"]


def test_invitation_and_unknown_say_what_they_mean():
    invited = said_of(seed_facts(status="ENROLLING_BY_INVITATION", status_date=SAID), SOON_AFTER, "zh-hans")
    unknown = said_of(seed_facts(status="UNKNOWN", status_date=SAID), SOON_AFTER, "zh-hans")

    assert invited.text == "只有收到邀请的人才能参加（登记处信息，更新于2024年2月26日）。"
    assert (invited.confidence, invited.tone) == ("fresh", "closed")
    assert unknown.text == "目前状态不明，已超过两年没有得到确认（登记处信息，更新于2024年2月26日）。"
    assert (unknown.confidence, unknown.tone) == ("cannot_confirm", "unknown")


def test_status_the_registry_invents_is_quoted_and_not_trusted():
    sentence = said_of(seed_facts(status="OPEN_TO_ALL", status_date=SAID), SOON_AFTER)

    assert sentence.text == (
        "“open to all” (the registry’s own term), says the registry (updated 26 Feb 2024)."
    )
    assert (sentence.confidence, sentence.tone) == ("cannot_confirm", "unknown")


def test_status_that_is_missing_is_said_to_be_missing():
    sentence = said_of(seed_facts(status=""), SOON_AFTER, "zh-hans")

    assert sentence.text == "登记信息没有说明这项试验是否在招募。"
    assert sentence.confidence == "cannot_confirm"
