import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from tests.trials.factories import make_places
from trials.models import Condition, Organisation, Place
from trials.places import PlaceNames

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["organisation", "condition", "place"])
def test_authors_add_names_to_the_vocabulary(at_desk, name):
    response = at_desk.get(reverse(f"wagtailsnippets_trials_{name}:add"))

    assert response.status_code == 200


@pytest.mark.parametrize("name", ["organisation", "condition", "place"])
def test_signers_do_not_change_the_vocabulary(client, signer, name):
    client.force_login(signer)

    response = client.get(reverse(f"wagtailsnippets_trials_{name}:add"))

    assert response.status_code == 302


def test_name_saved_in_the_admin_has_both_languages(at_desk):
    added = {"name_en": "Lymphoma", "name_zh_hans": "淋巴瘤"}

    with translation.override("zh-hans"):
        at_desk.post(reverse("wagtailsnippets_trials_condition:add"), added)

    saved = Condition.objects.get()
    assert (saved.name_en, saved.name_zh_hans, str(saved)) == ("Lymphoma", "淋巴瘤", "Lymphoma")


def test_unknown_kind_of_organisation_survives_a_save(at_desk):
    sponsor = Organisation.objects.create(name_en="Acme", agency_class="GUILD")
    edit = reverse("wagtailsnippets_trials_organisation:edit", args=[sponsor.pk])

    at_desk.post(edit, {"name_en": "Acme", "name_zh_hans": "某公司", "agency_class": "GUILD"})

    sponsor.refresh_from_db()
    assert (sponsor.name_zh_hans, sponsor.agency_class) == ("某公司", "GUILD")


def test_place_is_named_once_within_its_surroundings():
    make_places()
    twin = Place(kind="city", registry_name="Suzhou", within="Jiangsu", name_zh_hans="苏州")

    with pytest.raises(ValidationError):
        twin.full_clean()


def test_nearest_surroundings_win_over_anywhere():
    Place.objects.create(kind="city", registry_name="Taizhou", name_zh_hans="泰州市")
    Place.objects.create(kind="city", registry_name="Taizhou", within="Zhejiang", name_zh_hans="台州市")
    sites = [
        {"key": "a", "city": "Taizhou", "state": state, "country": "China"} for state in ("Zhejiang", "")
    ]

    names = PlaceNames(sites)

    assert [names.words("city", "Taizhou", state).zh_hans for state in ("Zhejiang", "")] == [
        "台州市",
        "泰州市",
    ]
