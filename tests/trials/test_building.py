import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from editorial.content import Words
from tests.trials.factories import SUZHOU, make_disclaimer, make_snapshot, make_trial
from trials.building import build
from trials.content import Contact, Criterion, TrialContent
from trials.models import Condition, ConditionRow, CriterionRow, Place, TrialPage

pytestmark = pytest.mark.django_db


def test_build_gives_the_same_bytes_under_every_interface_language(author):
    page = make_trial(owner=author)

    texts = []
    for lang in ("en", "zh-hans", "de"):
        with translation.override(lang):
            texts.append(build(TrialPage.objects.get(pk=page.pk)).to_json())

    assert texts == [texts[0]] * 3


def test_build_of_a_revision_equals_build_of_the_page(author):
    page = make_trial(owner=author)

    revived = page.get_latest_revision_as_object()

    assert build(revived) == build(page)


def test_build_reads_back_from_its_own_json(author):
    import json

    content = build(make_trial(owner=author))

    assert TrialContent.from_json(json.loads(content.to_json())) == content


def test_path_is_the_address_below_the_language(author):
    page = make_trial(owner=author)

    paths = []
    for lang in ("en", "zh-hans"):
        with translation.override(lang):
            paths.append(build(page).path)

    assert paths == ["trials/nct00000001/"] * 2


def test_criteria_of_a_group_stand_together_in_their_order(author):
    page = make_trial(owner=author)
    page.criteria.add(
        CriterionRow(key="i9", group="inclusion", text_en="Late", text_zh_hans="后来", sort_order=99)
    )

    content = build(page)

    assert [criterion.key for criterion in content.criteria] == ["i1", "i2", "i9", "e1"]
    assert content.criteria[0] == Criterion("i1", "inclusion", 1, False, "editors", Words("Adults", "成年人"))


def test_line_ends_and_outer_space_do_not_change_the_digest(author):
    page = make_trial(owner=author, good_fit_en="One\n\nTwo")
    before = build(page).digest

    page.good_fit_en = " One\r\n\r\nTwo\r\n"

    assert build(page).digest == before


def test_site_takes_chinese_names_from_places(author):
    content = build(make_trial(owner=author))

    [site] = content.sites
    assert (site.country.zh_hans, site.region.zh_hans, site.city.zh_hans, site.facility.zh_hans) == (
        "中国",
        "江苏省",
        "苏州市",
        "苏州大学附属第一医院",
    )


def test_city_of_the_same_name_in_another_province_is_another_city(author):
    Place.objects.create(kind="city", registry_name="Suzhou", within="Anhui", name_zh_hans="宿州市")
    page = make_trial(owner=author, sites=[SUZHOU, SUZHOU | {"key": "b", "state": "Anhui"}])

    cities = [site.city.zh_hans for site in build(page).sites]

    assert cities == ["苏州市", "宿州市"]


def test_place_without_a_chinese_name_has_none_rather_than_the_english(author):
    page = make_trial(owner=author, sites=[{"key": "a", "city": "Anchorage", "country": "United States"}])

    [site] = build(page).sites

    assert (site.city, site.country, site.facility) == (
        Words("Anchorage", ""),
        Words("United States", ""),
        Words("", ""),
    )


def test_contacts_are_the_editors_then_those_of_the_sites(author):
    content = build(make_trial(owner=author))

    assert content.contacts == (
        Contact("c1", "", "coordinator", "+86 512 1111 1111", "2026-05-01"),
        Contact("0a1b2c3d4e5f-1", "0a1b2c3d4e5f", "CONTACT", "+86 512 0000 0000", ""),
    )


def test_newest_disclaimer_is_the_one_in_the_content(author):
    page = make_trial(owner=author)
    make_disclaimer(version=2)

    assert build(page).disclaimer.version == 2


def test_registry_tells_record_address_and_day(author):
    page = make_trial(owner=author, registry_record=make_snapshot())

    registry = build(page).registry

    assert (registry.name, registry.url, registry.processed_on, registry.snapshot) == (
        "ctgov",
        "https://clinicaltrials.gov/study/NCT00000001",
        "2026-05-01",
        "ab" * 32,
    )


def test_deleted_condition_leaves_the_others(author):
    page = make_trial(owner=author)
    Condition.objects.all().delete()

    revived = page.get_latest_revision_as_object()

    assert build(revived).conditions == ()


@pytest.mark.parametrize(("sites", "conditions"), [(1, 1), (1000, 20)])
def test_build_takes_as_many_queries_for_a_thousand_sites_as_for_one(author, sites, conditions):
    page = make_trial(owner=author, sites=[SUZHOU | {"key": f"s{n}"} for n in range(sites)])
    page.condition_rows = [
        ConditionRow(condition=Condition.objects.create(name_en=f"Condition {n}")) for n in range(conditions)
    ]
    page.save_revision()
    page = page.get_latest_revision_as_object()

    with CaptureQueriesContext(connection) as queries:
        build(page)

    assert [re.search(r'FROM "(\w+)"', query["sql"])[1] for query in queries] == [
        "trials_place",
        "trials_organisation",
        "trials_condition",
        "editorial_disclaimer",
        "trials_glossaryterm",
    ]
