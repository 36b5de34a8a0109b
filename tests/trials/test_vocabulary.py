import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from tests.trials.factories import make_places
from tests.trials.posting import looked_at
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


NEW_NAMES = {
    "organisation": {"agency_class": "INDUSTRY"},
    "condition": {},
    "place": {"kind": "city", "registry_name": "Suzhou", "within": "Anhui"},
}


def chooser(name: str, view: str) -> str:
    return reverse(f"wagtailsnippetchoosers_trials_{name}:{view}")


@pytest.mark.parametrize("name", NEW_NAMES)
def test_name_can_be_made_where_it_is_chosen(at_desk, author, name):
    both = {"name_en": "New name", "name_zh_hans": "新名称"}

    answer = at_desk.post(chooser(name, "create"), NEW_NAMES[name] | both)

    made = {"organisation": Organisation, "condition": Condition, "place": Place}[name].objects.get()
    assert (answer.json()["step"], answer.json()["result"]["id"]) == ("chosen", str(made.pk))
    assert (made.name_en, made.name_zh_hans) == ("New name", "新名称")


def test_name_made_where_it_is_chosen_is_logged_with_its_author(at_desk, author):
    at_desk.post(chooser("condition", "create"), {"name_en": "Lymphoma", "name_zh_hans": "淋巴瘤"})

    entry = ModelLogEntry.objects.get(object_id=str(Condition.objects.get().pk))
    assert (entry.action, entry.user) == ("wagtail.create", author)


def test_name_made_where_it_is_chosen_is_asked_for_in_both_languages(at_desk):
    form = looked_at(at_desk.get(chooser("condition", "choose")).json()["html"]).select_one("#tab-create")

    labels = [label.get_text(strip=True) for label in form.find_all("label")]
    assert labels == ["Name · English", "Name · Chinese"]
    assert [field["lang"] for field in form.select("input[lang]")] == ["en", "zh-Hans"]


def test_place_named_already_is_refused_where_it_is_chosen(at_desk):
    make_places()
    twin = {"kind": "city", "registry_name": "Suzhou", "within": "Jiangsu"}

    answer = at_desk.post(chooser("place", "create"), twin)

    assert answer.json()["step"] == "reshow_creation_form"


@pytest.mark.parametrize("name", NEW_NAMES)
def test_signers_make_no_names_where_they_are_chosen(client, signer, name):
    client.force_login(signer)

    answer = client.post(chooser(name, "create"), NEW_NAMES[name] | {"name_en": "New name"})

    assert (answer.status_code, Condition.objects.count()) == (302, 0)


def test_list_of_organisations_is_in_the_words_of_the_reader(at_desk, author):
    UserProfile.objects.create(user=author, preferred_language="zh-hans")
    Organisation.objects.create(name_en="Acme", name_zh_hans="某公司", agency_class="INDUSTRY")

    screen = looked_at(at_desk.get(reverse("wagtailsnippets_trials_organisation:list")).content.decode())

    headings = [heading.get_text(" ", strip=True) for heading in screen.select("table.listing thead th")]
    cells = [cell.get_text(" ", strip=True) for cell in screen.select("table.listing tbody tr td")]
    assert headings[-3:] == ["名称 · 英文", "名称 · 中文", "机构类别"]
    assert cells[-2:] == ["某公司", "企业"]
