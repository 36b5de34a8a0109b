"""The lines of the public page about facts: the seed's words to the letter, and what other records need."""

from datetime import date

import pytest
from django.utils.translation import override

from editorial.content import LANGUAGES, Words
from tests.site.seed import SEED, seed_content, seed_facts, seed_site
from trials.content import Age, DatedFact, Identifier, Organisation, Registry
from trials.site import sentences

EN, ZH = LANGUAGES
TEAM = {EN: "Find a Trial editorial team", ZH: "Find a Trial编辑团队"}
QUICK_FACTS = {
    "phase": lambda trial: sentences.phase_line(trial.facts),
    "study_type": lambda trial: sentences.study_type_line(trial.facts),
    "enrollment": lambda trial: sentences.enrolment_line(trial.facts),
    "ages": lambda trial: sentences.ages_sentence(trial.facts),
    "sex": lambda trial: sentences.sex_line(trial.facts),
    "sponsor": sentences.sponsor_line,
    "interventions": sentences.interventions_line,
    "locations": lambda trial: sentences.sites_line(trial.sites),
    "trial_id": sentences.trial_id_line,
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_quick_facts_are_the_seeds(lang):
    trial = seed_content()

    with override(lang):
        said = {key: line(trial) for key, line in QUICK_FACTS.items()}

    assert said == {row["key"]: row["value"] for row in SEED[lang]["quick_facts"]["rows"]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_byline_place_and_conditions_are_the_seeds(lang):
    trial = seed_content()

    with override(lang):
        said = sentences.byline(trial), sentences.place(trial.sites[0]), sentences.conditions_line(trial)

    seed = SEED[lang]
    assert said == (seed["byline"], seed["locations"]["items"][0], seed["conditions"]["items"][0])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_review_line_is_the_seeds(lang):
    reviewed = date.fromisoformat(SEED[lang]["review"]["last_reviewed"])

    with override(lang):
        said = sentences.review_line(reviewed, team=TEAM[lang])

    assert said == SEED[lang]["review"]["statement"]


@pytest.mark.parametrize(
    ("minimum", "maximum", "english", "chinese"),
    [
        (Age(6, "month"), Age(18, "year"), "6 Months to 18 Years", "6个月至18岁"),
        (None, Age(65, "year"), "Up to 65 Years", "65岁及以下"),
        (None, None, "Any age", "不限年龄"),
        (Age(1, "day"), Age(28, "day"), "1 Day to 28 Days", "1天至28天"),
        (Age(2, "week"), None, "2 Weeks and up", "2周及以上"),
        (Age(12, "hour"), Age(90, "minute"), "12 Hours to 90 Minutes", "12小时至90分钟"),
        (Age(1, "year"), None, "1 Year and up", "1岁及以上"),
    ],
)
def test_ages_sentence_says_every_bound_and_unit(minimum, maximum, english, chinese):
    facts = seed_facts(minimum_age=minimum, maximum_age=maximum)

    assert in_both(sentences.ages_sentence, facts) == (english, chinese)


def test_age_in_an_unknown_unit_keeps_its_number():
    age = Age(3, "fortnight")

    assert in_both(sentences.age_words, age) == (
        "3 “fortnight” (the registry’s own term)",
        "3 “fortnight”（登记处原词）",
    )


@pytest.mark.parametrize(
    ("count", "kind", "english", "chinese"),
    [
        (1200, "ACTUAL", "1,200 (actual)", "1,200人（实际）"),
        (0, "ACTUAL", "0 (actual)", "0人（实际）"),
        (40, "", "40", "40人"),
        (None, "", "Not stated", "未说明"),
    ],
)
def test_enrolment_line_says_count_and_kind(count, kind, english, chinese):
    facts = seed_facts(enrolment=count, enrolment_kind=kind)

    assert in_both(sentences.enrolment_line, facts) == (english, chinese)


@pytest.mark.parametrize(
    ("phases", "english", "chinese"),
    [
        (("PHASE1", "PHASE2"), "Phase 1/Phase 2", "I期/II期"),
        (("EARLY_PHASE1",), "Early Phase 1", "早期I期"),
        ((), "Studies of this type have no phases", "此类研究不分期"),
    ],
)
def test_phase_line_names_every_phase(phases, english, chinese):
    assert in_both(sentences.phase_line, seed_facts(phases=phases)) == (english, chinese)


@pytest.mark.parametrize(
    ("accepted", "english", "chinese"),
    [
        (True, "Accepts healthy volunteers", "接受健康志愿者"),
        (False, "Does not accept healthy volunteers", "不接受健康志愿者"),
        (None, "Not stated", "未说明"),
    ],
)
def test_healthy_volunteers_line_tells_no_from_not_stated(accepted, english, chinese):
    facts = seed_facts(healthy_volunteers=accepted)

    assert in_both(sentences.healthy_volunteers_line, facts) == (english, chinese)


def test_sponsor_without_a_chinese_name_keeps_its_english_one_once():
    trial = seed_content(sponsor=Organisation(Words("NightWare", ""), "OTHER"))

    assert in_both(sentences.sponsor_line, trial) == (
        "NightWare (hospital, university or other organisation)",
        "NightWare（医院、大学或其他机构）",
    )


def test_sponsor_that_is_missing_is_not_stated():
    assert in_both(sentences.sponsor_line, seed_content(sponsor=None)) == ("Not stated", "未说明")


def test_byline_without_sponsor_and_phase_is_the_number():
    trial = seed_content(sponsor=None, facts=seed_facts(phases=()))

    assert in_both(sentences.byline, trial) == ("NCT06279026", "NCT06279026")


def test_interventions_of_one_name_are_named_once():
    first, second = seed_content().interventions
    trial = seed_content(interventions=(first, second, first))

    assert in_both(sentences.interventions_line, trial) == ("CAR T, chemotherapy", "CAR-T细胞、化疗")


def test_identifier_of_the_sponsor_stands_on_no_registry():
    identifier = Identifier("sponsor", "PG-021-001")

    assert in_both(sentences.identifier_line, identifier) == (
        "PG-021-001 (Sponsor’s own number)",
        "PG-021-001（申办者编号）",
    )


@pytest.mark.parametrize(
    ("iso", "english", "chinese"),
    [
        ("2024-02-26", "26 February 2024", "2024年2月26日"),
        ("2024-04", "April 2024", "2024年4月"),
        ("2024-4", "April 2024", "2024年4月"),
        ("2024", "2024", "2024年"),
        ("2024-13", "2024-13", "2024-13"),
        ("soon", "soon", "soon"),
    ],
)
def test_date_words_are_as_precise_as_the_registry(iso, english, chinese):
    assert in_both(sentences.date_words, iso) == (english, chinese)


@pytest.mark.parametrize(
    ("fact", "english", "chinese"),
    [
        (DatedFact("2024-04", "ESTIMATED"), "April 2024 (estimated)", "2024年4月（预计）"),
        (DatedFact("2024-04-01", ""), "1 April 2024", "2024年4月1日"),
        (None, "Not stated", "未说明"),
    ],
)
def test_dated_fact_line_says_its_kind(fact, english, chinese):
    assert in_both(sentences.dated_fact_line, fact) == (english, chinese)


def abroad(city: Words, region: Words, country: Words):
    return seed_site(city=city, region=region, country=country, country_code=country.en)


@pytest.mark.parametrize(
    ("site", "english", "chinese"),
    [
        (
            abroad(Words("Bethesda", ""), Words("Maryland", ""), Words("United States", "美国")),
            "Bethesda, Maryland, United States",
            "美国（Bethesda, Maryland）",
        ),
        (
            abroad(Words("Osaka", "大阪市"), Words("", ""), Words("Japan", "日本")),
            "Osaka, Japan",
            "日本大阪市",
        ),
        (
            abroad(Words("Nuuk", ""), Words("", ""), Words("Greenland", "")),
            "Nuuk, Greenland",
            "Nuuk, Greenland",
        ),
        (seed_site(city=Words("Nantong", "")), "Nantong, Jiangsu", "Nantong, Jiangsu"),
        (
            seed_site(city=Words("Beijing", "北京市"), region=Words("Beijing Municipality", "北京市")),
            "Beijing",
            "北京市",
        ),
    ],
)
def test_place_is_said_once_and_in_english_where_chinese_is_missing(site, english, chinese):
    assert in_both(sentences.place, site) == (english, chinese)


def test_sites_line_names_few_places_and_counts_sites():
    beijing = seed_site(key="s2", city=Words("Beijing", "北京市"), region=Words("Beijing", "北京市"))
    sites = (seed_site(), beijing, seed_site(key="s3"))

    assert in_both(sentences.sites_line, sites) == (
        "3 sites (Suzhou, Jiangsu; Beijing)",
        "3家研究中心（江苏省苏州市、北京市）",
    )


def test_sites_line_counts_countries_when_places_are_many():
    country = {0: Words("United States", "美国"), 1: Words("Canada", "加拿大")}
    sites = [abroad(Words(f"City {n}", ""), Words("", ""), country[n % 2]) for n in range(1148)]

    assert in_both(sentences.sites_line, sites) == (
        "1,148 sites in 2 countries",
        "1,148家研究中心，分布在2个国家和地区",
    )


@pytest.mark.parametrize(
    ("count", "english", "chinese"),
    [(1, "1 site, in China", "1家研究中心，在中国"), (2, "2 sites, all in China", "2家研究中心，在中国")],
)
def test_sites_all_at_home_are_counted_once(count, english, chinese):
    sites = [seed_site(key=f"s{n}") for n in range(count)]

    assert in_both(sentences.sites_count_line, sites) == (english, chinese)


def test_sites_line_names_the_only_country_of_many_places():
    sites = [seed_site(city=Words(f"City {n}", f"第{n}市")) for n in range(4)]

    assert in_both(sentences.sites_line, sites) == ("4 sites in China", "中国的4家研究中心")


def test_sites_line_of_a_site_without_a_place_names_its_country():
    site = seed_site(city=Words("", ""), region=Words("", ""))

    assert in_both(sentences.sites_line, [site]) == ("1 site in China", "中国的1家研究中心")


def test_sites_line_without_sites_says_so():
    assert in_both(sentences.sites_line, ()) == ("The registry lists no site", "登记信息没有列出研究地点")


@pytest.mark.parametrize(
    ("today", "english", "chinese"),
    [
        (date(2026, 11, 10), "Next review due by 2026-11-11.", "下次审核不晚于2026年11月11日。"),
        (
            date(2026, 11, 11),
            "This page is due for review today, 2026-11-11.",
            "本页应于今天（2026年11月11日）复审。",
        ),
        (
            date(2026, 11, 12),
            "This page was due for review by 2026-11-11 and has not been reviewed since.",
            "本页原定最晚于2026年11月11日复审，但至今尚未复审。",
        ),
    ],
)
def test_next_review_line_tells_when_the_day_has_passed(today, english, chinese):
    due = date(2026, 11, 11)

    assert in_both(lambda day: sentences.next_review_line(day, today=today), due) == (english, chinese)


@pytest.mark.parametrize(
    ("processed_on", "english", "chinese"),
    [
        (
            "2024-02-26",
            "From ClinicalTrials.gov, processed 26 Feb 2024. "
            "We put the registry’s codes into words, arranged and translated them.",
            "摘自ClinicalTrials.gov，数据处理日期2024年2月26日。我们把登记处的代码写成文字，并作了编排和翻译。",
        ),
        (
            "",
            "From ClinicalTrials.gov, which gives no processing date. "
            "We put the registry’s codes into words, arranged and translated them.",
            "摘自ClinicalTrials.gov，对方没有写明数据处理日期。我们把登记处的代码写成文字，并作了编排和翻译。",
        ),
    ],
)
def test_registry_attribution_says_source_day_and_changes(processed_on, english, chinese):
    content = from_registry(processed_on=processed_on, updated="")

    assert in_both(sentences.registry_attribution, content) == (english, chinese)


@pytest.mark.parametrize(
    ("processed_on", "updated", "english", "chinese"),
    [
        ("2026-08-22", "2024-02-26", "From the registry, 22 Aug 2026", "摘自登记处，2026年8月22日"),
        ("", "2024-02-26", "From the registry, updated 26 Feb 2024", "摘自登记处，2024年2月26日更新"),
        ("", "", "From the registry", "摘自登记处"),
    ],
)
def test_registry_label_carries_the_best_day_there_is(processed_on, updated, english, chinese):
    content = from_registry(processed_on=processed_on, updated=updated)

    assert in_both(sentences.from_the_registry, content) == (english, chinese)


def from_registry(*, processed_on, updated):
    registry = Registry("ctgov", "", processed_on, "", True)
    return seed_content(registry=registry, facts=seed_facts(status_date=updated))


def in_both(say, fact):
    """What `say` says of `fact` in English and in Chinese."""
    with override(EN):
        english = say(fact)
    with override(ZH):
        return english, say(fact)
