"""Places a record names wait for their Chinese names, each once, and known ones are left as they are."""

import pytest

from editorial.content import Words
from tests.trials.drafting.records import imported, record
from trials.models import Place

pytestmark = pytest.mark.django_db

SUZHOU = {"facility": "First Hospital", "city": "Suzhou", "state": "Jiangsu", "country": "China"}
BOSTON = {"facility": "Mass General", "city": "Boston", "state": "Massachusetts", "country": "United States"}


def places() -> list[tuple[str, str, str]]:
    return sorted(Place.objects.values_list("kind", "registry_name", "within"))


def test_places_are_made_within_their_nearest_surroundings():
    imported(record(sites=(SUZHOU, {"city": "Macau", "country": "Macau"})))

    assert places() == [
        ("city", "Macau", "Macau"),
        ("city", "Suzhou", "Jiangsu"),
        ("country", "China", ""),
        ("country", "Macau", ""),
        ("facility", "First Hospital", "Suzhou"),
        ("region", "Jiangsu", "China"),
    ]


def test_place_is_made_once_for_all_trials():
    imported(record(sites=(SUZHOU, SUZHOU | {"facility": "Second Hospital"})))
    made = places()

    imported(record(trial_id="NCT00000002", sites=(SUZHOU,)))

    assert places() == made
    assert len(made) == 5


def test_hospital_abroad_needs_no_chinese_name():
    imported(record(sites=(BOSTON,)))

    assert [kind for kind, _name, _within in places()] == ["city", "country", "region"]


def test_name_an_editor_wrote_for_everywhere_is_not_hidden_by_an_empty_one():
    Place.objects.create(kind="city", registry_name="Suzhou", name_zh_hans="苏州市")

    page = imported(record(sites=(SUZHOU,))).page

    assert Place.objects.filter(kind="city").count() == 1
    assert page.build_content().sites[0].city == Words("Suzhou", "苏州市")


def test_name_too_long_for_a_place_is_shown_without_one():
    page = imported(record(sites=(SUZHOU | {"facility": "H" * 301, "city": "C" * 301},))).page

    assert [kind for kind, _name, _within in places()] == ["country", "region"]
    assert page.build_content().sites[0].facility == Words("H" * 301, "")
