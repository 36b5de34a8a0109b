from dataclasses import replace

import pytest
from django.utils import translation

from editorial.content import ENGLISH, Words
from editorial.findings import Weight
from tests.site.seed import seed_content
from trials import checks
from trials.checks.naming import called
from trials.checks.structure import Shape, shape_of
from trials.content import Condition, Contact, Criterion, Disclaimer, Site, Step, TrialContent

EMPTY = Words("", "")
BOTH = Words("Text", "文字")


def complete(**changes: object) -> TrialContent:
    """The seed trial with nothing left to mend, but for `changes`."""
    return seed_content(**changes)


def keys(content: TrialContent, weight: Weight = Weight.BLOCKING) -> list[str]:
    return [finding.key for finding in checks.run(content) if finding.weight is weight]


def test_complete_content_has_no_blocking_finding():
    assert keys(complete()) == []


@pytest.mark.parametrize(
    "name",
    [
        "headline",
        "official_title",
        "summary",
        "what_it_studies",
        "good_fit",
        "not_a_fit",
        "potential_benefit",
        "not_known",
        "costs",
        "rights",
    ],
)
def test_empty_section_blocks(name):
    assert keys(complete(**{name: EMPTY})) == [f"required-text|{name}||"]


def test_benefit_without_harms_blocks():
    assert keys(complete(possible_harms=EMPTY)) == [
        "required-text|possible_harms||",
        "benefit-without-harms|possible_harms||en",
        "benefit-without-harms|possible_harms||zh-hans",
    ]


def test_chinese_harms_missing_beside_a_chinese_benefit_block():
    assert keys(complete(possible_harms=Words("Fever.", ""))) == [
        "both-languages|possible_harms||zh-hans",
        "benefit-without-harms|possible_harms||zh-hans",
    ]


@pytest.mark.parametrize(("words", "missing"), [(Words("Text", ""), "zh-hans"), (Words("", "文字"), "en")])
def test_text_in_one_language_blocks(words, missing):
    assert keys(complete(costs=words)) == [f"both-languages|costs||{missing}"]


def test_optional_section_in_one_language_blocks():
    assert keys(complete(similar_studies=Words("Others did well.", ""))) == [
        "both-languages|similar_studies||zh-hans"
    ]


def test_withheld_chinese_is_not_demanded():
    content = complete(costs=Words("Free.", "")).withhold_chinese()

    assert content.languages == (ENGLISH,)
    assert keys(content) == []


def test_english_is_demanded_when_chinese_is_withheld():
    assert keys(complete(costs=Words("", "免费")).withhold_chinese()) == ["required-text|costs||"]


def test_criterion_without_chinese_is_named_by_its_key():
    criterion = Criterion("i3", "inclusion", 1, False, "editors", Words("Adults", ""))
    content = complete()
    content = replace(content, criteria=(*content.criteria[1:], criterion))

    [finding] = [finding for finding in checks.run(content) if finding.blocks]

    assert (finding.field, finding.place, finding.language) == ("criteria", "i3.text", "zh-hans")
    assert finding.message == "“criterion i3” has no Chinese text."


def test_criterion_without_words_blocks():
    content = complete(criteria=(Criterion("i1", "inclusion", 1, False, "editors", EMPTY),))

    assert keys(content) == ["no-criteria|criteria|i1.text|"]


def test_page_without_criteria_is_blocked():
    assert keys(complete(criteria=())) == ["no-criteria|criteria||"]


@pytest.mark.parametrize("name", ["how_to_participate", "conditions"])
def test_empty_list_blocks(name):
    assert keys(complete(**{name: ()})) == [f"required-text|{name}||"]


def test_step_without_chinese_time_blocks():
    step = Step("h1", Words("Day 1", ""), BOTH)

    assert keys(complete(how_to_participate=(step,))) == ["both-languages|how_to_participate|h1.time|zh-hans"]


def test_condition_without_chinese_is_counted_from_one():
    content = complete(conditions=(Condition(Words("Myeloma", "")),))

    [finding] = [finding for finding in checks.run(content) if finding.blocks]

    assert finding.message == "“condition 1” has no Chinese text."


def test_disclaimer_in_one_language_blocks():
    content = complete(disclaimer=Disclaimer(1, Words("No advice.", "")))

    assert keys(content) == ["no-disclaimer|disclaimer||zh-hans"]


def test_missing_disclaimer_blocks_in_both_languages():
    content = complete(disclaimer=Disclaimer(0, EMPTY))

    assert keys(content) == ["no-disclaimer|disclaimer||en", "no-disclaimer|disclaimer||zh-hans"]


def site(country: str, **names: Words) -> Site:
    parts = {"facility": EMPTY, "city": EMPTY, "region": EMPTY, "country": Words(country, "某国")} | names
    return Site(key="s1", country_code=country, status="RECRUITING", **parts)


def test_city_in_china_without_a_chinese_name_blocks():
    assert keys(complete(sites=(site("China", city=Words("Suzhou", "")),))) == [
        "place-name|sites|s1.city|zh-hans"
    ]


def test_hospital_in_china_without_a_chinese_name_is_advisory():
    content = complete(sites=(site("China", facility=Words("First Hospital", "")),))

    assert keys(content) == []
    assert "place-name|sites|s1.facility|zh-hans" in keys(content, Weight.ADVISORY)


def test_city_abroad_without_a_chinese_name_is_advisory():
    content = complete(sites=(site("United States", city=Words("Anchorage", "")),))

    assert keys(content) == []
    assert "place-name|sites|city|zh-hans" in keys(content, Weight.ADVISORY)


def test_places_abroad_are_named_together_the_first_five():
    sites = tuple(
        replace(site("United States", city=Words(f"Town {n % 7}", "")), key=f"s{n}") for n in range(50)
    )

    [finding] = [each for each in checks.run(complete(sites=sites)) if each.check == "place-name"]

    assert finding.message == (
        "7 names of places outside China have no Chinese and are shown in English: "
        "Town 0, Town 1, Town 2, Town 3, Town 4 …"
    )


def test_city_in_china_shared_by_many_sites_is_found_once():
    city = Words("Suzhou", "")
    sites = tuple(replace(site("China", city=city), key=f"s{n}") for n in range(50))

    assert keys(complete(sites=sites)) == ["place-name|sites|s0.city|zh-hans"]


def test_contact_of_a_site_that_was_removed_blocks():
    content = complete(sites=(), contacts=(Contact("c1", "s9", "coordinator", "+86 1", ""),))

    assert keys(content) == ["contact-without-site|contacts|c1.site|"]


def test_contact_without_a_number_blocks():
    content = complete(contacts=(Contact("c1", "", "coordinator", "", ""),))

    assert keys(content) == ["contact-without-telephone|contacts|c1.telephone|"]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("", Shape(0, 0)),
        ("One line\nstill one", Shape(1, 0)),
        ("One\n\nTwo", Shape(2, 0)),
        ("- a\n- b", Shape(0, 2)),
        ("Lead in:\n- a\n- b\n\nAfter", Shape(2, 2)),
    ],
)
def test_shape_counts_paragraphs_and_items(text, shape):
    assert shape_of(text) == shape


def test_list_with_an_item_less_in_chinese_is_found():
    content = complete(key_points=Words("- a\n- b", "- 甲"))

    [finding] = [finding for finding in checks.run(content) if finding.check == "same-structure"]

    assert (finding.field, finding.weight, finding.expected, finding.found) == (
        "key_points",
        Weight.ADVISORY,
        "0 + 2",
        "0 + 1",
    )


def test_message_speaks_the_language_of_the_one_who_runs_the_check():
    content = complete(costs=Words("Free.", ""))

    with translation.override("zh-hans"):
        chinese = checks.run(content)[0].message
    with translation.override("en"):
        english = checks.run(content)[0].message

    assert english == "“costs and payments” has no Chinese text."
    assert chinese != english


def test_blocking_findings_come_first():
    content = complete(costs=EMPTY, seo_description=EMPTY)

    assert [finding.blocks for finding in checks.run(content)][:2] == [True, False]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("criteria.i5.text", "criterion i5"),
        ("taking_part.t1.time", "step t1: when"),
        ("taking_part.t1.text", "step t1"),
        ("how_to_participate.1.text", "step 2"),
        ("taking_part", "what taking part involves"),
    ],
)
def test_places_of_a_row_are_called_apart(place, name):
    assert called(place) == name
