"""Addresses with nothing to show: a way on, in the language asked for; an editor stays in the admin."""

import pytest
from django.template.loader import render_to_string

from tests.site.seen import soup, words_of


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_page_not_found_offers_search_list_and_home(client, home, lang):
    main = soup(client.get(f"/{lang}/nowhere/").content).main

    assert (main.form["action"], main.form.find("input")["name"]) == (f"/{lang}/trials/", "q")
    assert [link["href"] for link in main.select("a.onward")] == [f"/{lang}/trials/", f"/{lang}/"]


def test_address_without_a_language_leads_to_the_page_in_the_readers(client, home):
    answer = client.get("/about/", headers={"Accept-Language": "zh-CN"})

    assert (answer.status_code, answer["Location"]) == (302, "/zh-hans/about/")


@pytest.mark.parametrize(
    "address", ["/admin/nowhere/", "/admin/pages/999999/edit/", "/admin/trials/nowhere/"]
)
def test_editor_who_asks_for_nothing_stays_in_the_admin(client, home, lead, address):
    client.force_login(lead)

    answer = client.get(address, headers={"Accept-Language": "zh-CN"})

    assert (answer.status_code, "Location" in answer) == (404, False)
    assert "wagtailadmin/404.html" in [template.name for template in answer.templates]


def test_number_too_large_for_any_row_is_answered_by_the_admin(client, home, lead):
    client.force_login(lead)

    answer = client.get(f"/admin/pages/{'9' * 40}/edit/")

    assert answer.status_code == 404
    assert "wagtailadmin/404.html" in [template.name for template in answer.templates]


def test_last_resort_asks_nothing_of_the_database_and_speaks_both_languages():
    page = soup(render_to_string("500.html"))

    assert [words_of(part) for part in page.find_all(("h1", "h2"))] == ["Something went wrong", "出错了"]
    assert [(link["href"], link.find_parent(lang=True)["lang"]) for link in page.find_all("a")] == [
        ("/en/", "en"),
        ("/zh-hans/", "zh-Hans"),
    ]
    assert page.find_all(("link", "script", "img")) == []
