import pytest

from tests.site.seed import SEED, seed_content, seed_facts
from tests.site.seen import article, section, words_of
from trials.content import Identifier


def rows_under(heading, lang="en", **changes):
    part = section(article(seed_content(**changes), lang), "registry")
    found = next(tag for tag in part.find_all("h3") if words_of(tag) == heading)
    return {words_of(row.dt): words_of(row.dd) for row in found.find_next("dl").select(".facts__row")}


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_quick_facts_are_those_of_the_seed(lang):
    seed = SEED[lang]["quick_facts"]

    assert rows_under(seed["heading"], lang) == {row["label"]: row["value"] for row in seed["rows"]}


def test_people_who_joined_already_are_not_called_planned():
    facts = seed_facts(enrolment=92, enrolment_kind="ACTUAL")

    assert rows_under("基本信息", "zh-hans", facts=facts)["实际入组人数"] == "92人"


def test_status_among_the_facts_never_stands_without_its_date():
    assert rows_under("More from the registry")["Recruitment status"] == "Recruiting, as of 26 February 2024"


def test_facts_the_registry_does_not_give_are_left_out():
    assert list(rows_under("More from the registry")) == [
        "Recruitment status",
        "Start",
        "Types of intervention",
    ]


def test_other_numbers_of_the_trial_are_named_with_their_registry():
    numbers = (Identifier("ctgov", "NCT06279026"), Identifier("chictr", "ChiCTR2400000001"))

    shown = rows_under("More from the registry", identifiers=numbers)["Other trial numbers"]

    assert shown == "ChiCTR2400000001 on Chinese Clinical Trial Registry (ChiCTR)"


def test_registry_is_named_with_the_day_of_its_data_and_linked():
    part = section(article(seed_content()), "registry")

    assert words_of(part.select_one(".from")) == "From the registry, 22 Aug 2026"
    assert [(words_of(link), link["href"]) for link in part.find_all("a")] == [
        ("View on ClinicalTrials.gov →", "https://clinicaltrials.gov/study/NCT06279026")
    ]
