"""Forms of the office: settings, public roles, and what a condition asks for; who sees which field."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from editorial.models import SiteSettings, Voucher
from trials.models import Condition

pytestmark = pytest.mark.django_db
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.fixture
def at(client: Client):
    def open_as(person, address):
        client.force_login(person)
        return BeautifulSoup(client.get(address).content, "html.parser")

    return open_as


def fields(screen: BeautifulSoup) -> list[str]:
    named = screen.select("main form [name]:not([type=hidden])")
    return [field["name"] for field in named if not field["name"].startswith("action-")]


def settings_form() -> str:
    site = Site.objects.get(is_default_site=True)
    return reverse("wagtailsettings:edit", args=["editorial", "sitesettings", site.pk])


def test_settings_offer_the_week_of_the_team_in_one_row(at, lead):
    screen = at(lead, settings_form())

    rows = (
        [field["name"] for field in row.select("[name^=capacity_]")] for row in screen.select(".w-field-row")
    )
    assert [row for row in rows if row] == [[f"capacity_{day}" for day in WEEK]]


def test_lead_saves_the_week_of_the_team(client, at, lead):
    form = dict.fromkeys(fields(at(lead, settings_form())), "3")
    words = {"medical_review": "conditions", "contact_email": "a@example.org", "show_names": ""}

    client.post(settings_form(), form | words)

    saved = SiteSettings.of_site()
    assert (saved.capacity, saved.medical_review) == ((3,) * 7, "conditions")


def test_public_role_is_written_in_both_languages_side_by_side(at, lead):
    screen = at(lead, reverse("wagtailsnippets_editorial_voucher:add"))

    assert fields(screen) == ["person", *Voucher.copied_fields()]
    assert [field["lang"] for field in screen.select("input[lang]")] == ["en", "zh-Hans"] * 4


@pytest.mark.parametrize(("who", "sees"), [("lead", True), ("author", False)])
def test_only_leads_say_which_condition_needs_medical_review(at, request, who, sees):
    screen = at(request.getfixturevalue(who), reverse("wagtailsnippets_trials_condition:add"))

    assert ("needs_medical_review" in fields(screen)) == sees


def test_author_cannot_lift_the_medical_review_of_a_condition(client, author):
    condition = Condition.objects.create(name_en="Leukaemia", needs_medical_review=True)
    client.force_login(author)

    client.post(
        reverse("wagtailsnippets_trials_condition:edit", args=[condition.pk]),
        {"name_en": "Leukaemia", "name_zh_hans": "白血病"},
    )

    condition.refresh_from_db()
    assert (condition.name_zh_hans, condition.needs_medical_review) == ("白血病", True)
