"""The finder as its readers meet it: form, address, what is chosen, what helps where nothing was found."""

from dataclasses import replace
from urllib.parse import quote

import pytest
from django.utils import translation

from editorial.content import Words
from tests.site.seen import soup, words_of
from tests.trials.finding.made import ages, condition, facts, site, trial
from trials.content import Age
from trials.finding.synonyms import ensure_starter_synonyms
from trials.models import PublishedPlace, PublishedTrial
from trials.site.sentences import who_line

HOSPITAL = Words("First Hospital", "第一医院")


def myeloma(number, **changes):
    told = {
        "conditions": (condition("Multiple Myeloma", "多发性骨髓瘤"),),
        "sites": (site("Nanjing", "南京市"), site("Suzhou", "苏州市", facility=HOSPITAL)),
    }
    return trial(number, f"第{number}项骨髓瘤", f"Myeloma {number}", **told | changes)


def page(client, query="", lang="zh-hans"):
    return soup(client.get(f"/{lang}/trials/{query}").content)


def headlines(client, query):
    return [words_of(found) for found in page(client, query).select(".card__headline")]


def test_search_in_one_go_cuts_what_chinese_readers_type(client, publish):
    publish(myeloma(1))
    publish(trial(2, "第2项胃癌", sites=(site("Suzhou", "苏州市"),)))

    assert headlines(client, f"?q={quote('苏州骨髓瘤')}") == ["第1项骨髓瘤"]


def test_every_field_has_a_label_of_its_own(client, publish):
    publish(myeloma(1))

    form = page(client).select_one("form.finder")

    labelled = {label["for"] for label in form.select("label[for]")}
    bare = [each["name"] for each in form.select("input, select") if each.get("id") not in labelled]
    assert bare == ["volunteers"]
    assert words_of(form.select_one("label:has(input[name=volunteers])")) != ""
    assert (form["method"], form["action"]) == ("get", "/zh-hans/trials/")


def test_more_choices_are_open_while_one_is_in_use_and_nothing_is_found(client, publish):
    publish(myeloma(1))

    opened = [
        "open" in page(client, query).select_one("details").attrs
        for query in ("", "?q=a", "?age=62", "?age=2")
    ]

    assert opened == [False, False, False, True]


def test_form_sent_with_empty_fields_leads_to_the_short_address(client, publish):
    publish(myeloma(1))

    answer = client.get("/en/trials/?q=myeloma&age=&sex=&city=&sort=best")

    assert (answer.status_code, answer["Location"]) == (302, "/en/trials/?q=myeloma")


def test_parameters_of_others_are_left_alone(client, publish):
    publish(myeloma(1))

    assert client.get("/en/trials/?from=singlemessage").status_code == 200


def test_result_is_for_no_search_engine_and_the_list_is(client, publish, settings):
    settings.DEMO = False
    publish(myeloma(1))

    robots = [bool(page(client, query).select("meta[name=robots]")) for query in ("", "?q=a", "?age=62")]

    assert robots == [False, True, True]
    assert page(client).select_one("link[rel=canonical]")["href"].endswith("/zh-hans/trials/")


def test_choices_stand_as_chips_that_can_be_let_go(client, publish):
    publish(myeloma(1))

    chips = page(client, "?q=myeloma&city=Suzhou&age=62").select(".chips__link")

    assert [chip["href"] for chip in chips] == [
        "/zh-hans/trials/?city=Suzhou&age=62",
        "/zh-hans/trials/?q=myeloma&age=62",
        "/zh-hans/trials/?q=myeloma&city=Suzhou",
        "/zh-hans/trials/",
    ]


def test_link_to_the_other_language_keeps_the_search(client, publish):
    publish(myeloma(1))

    found = page(client, "?q=myeloma").select_one("header a[hreflang=en]")

    assert found["href"] == "/en/trials/?q=myeloma"


def test_count_is_said_in_words(client, publish):
    for number in (1, 2):
        publish(myeloma(number))

    assert words_of(page(client, lang="en").select_one(".finder__count")) == "2 trials"
    assert words_of(page(client, "?q=Myeloma+1", lang="en").select_one(".finder__count")) == "1 trial"


def test_next_page_keeps_the_search(client, publish, monkeypatch):
    monkeypatch.setattr("trials.site.listing.TRIALS_A_PAGE", 2)
    for number in (1, 2, 3, 4, 5):
        publish(myeloma(number))

    links = page(client, "?q=myeloma&page=2").select(".pages a")

    assert [(link["rel"], link["href"]) for link in links] == [
        (["prev"], "/zh-hans/trials/?q=myeloma"),
        (["next"], "/zh-hans/trials/?q=myeloma&page=3"),
    ]


def test_site_in_the_city_asked_for_comes_first_on_the_card(client, publish):
    publish(myeloma(1))

    asked = [page(client, query).select_one(".card .top__place") for query in ("", "?city=Suzhou", "?q=苏州")]

    named = [[words_of(word) for word in each.select(".card__site")] for each in asked]
    assert named == [[], ["第一医院"], ["第一医院"]]
    assert [words_of(each).endswith("苏州市、南京市") for each in asked] == [False, True, True]


def test_status_of_the_site_is_told_where_it_differs(client, publish):
    sites = (site("Suzhou", "苏州市", facility=HOSPITAL, status="COMPLETED"),)
    publish(myeloma(1, sites=sites))

    found = page(client, "?city=Suzhou", lang="en").select_one(".card__site")

    assert words_of(found) == "First Hospital · At this hospital: Completed (registry, 1 Apr 2026)"


def test_nothing_found_says_which_word_no_trial_has_and_offers_ways_on(client, publish):
    publish(myeloma(1))

    found = page(client, "?q=myeloma+asbestosis&city=Nanjing", lang="en").select_one(".nothing")

    assert [words_of(word) for word in found.select("strong")] == ["asbestosis"]
    assert [link["href"] for link in found.select("a")] == [
        "/en/trials/?city=Nanjing",
        "/en/trials/?condition=Multiple+Myeloma",
        "/en/trials/",
    ]


def test_nothing_found_in_a_city_offers_the_search_without_it(client, publish):
    publish(myeloma(1))
    publish(trial(2, "二", "Two", sites=(site("Beijing", "北京市"),)))

    found = page(client, "?q=myeloma&city=Beijing", lang="en").select_one(".nothing__ways")

    assert [(words_of(link), link["href"]) for link in found.select("a")] == [
        ("Search without “myeloma”", "/en/trials/?city=Beijing"),
        ("Search without “Beijing”", "/en/trials/?q=myeloma"),
    ]


def test_conditions_and_places_are_offered_in_the_readers_language(client, publish):
    publish(myeloma(1))

    form = page(client).select_one("form.finder")

    offered = [
        (o["value"], words_of(o))
        for o in form.select("[name=condition] option, [name=city] option")
        if o["value"]
    ]
    assert offered == [("Nanjing", "南京市"), ("Suzhou", "苏州市"), ("Multiple Myeloma", "多发性骨髓瘤")]


def test_names_changed_in_the_database_are_not_offered(client, publish):
    publish(myeloma(1))
    PublishedTrial.objects.update(conditions_en="A cure", conditions_zh_hans="神药")
    PublishedPlace.objects.update(city_en="Come here", city_zh_hans="快来")

    shown = client.get("/zh-hans/trials/").content.decode()

    assert [word for word in ("A cure", "神药", "Come here", "快来") if word in shown] == []


@pytest.mark.parametrize(
    "query",
    [
        "q=%00", "q=%ED%A0%80", "q=%22%27%28%29%3A%2A%26%7C%21%3C%3E%5C%25_", "q=AND+OR+NOT+NEAR", "q=a:*+!b",
        "q=" + "a" * 4000, "q=" + "%E9%AA%A8" * 900, "q=" + "+".join("abcdefghij"), "q=-", "q=%F0%A0%AE%B7",
        "age=1e99", "age=" + "9" * 400, "age=%D9%A3", "page=" + "9" * 400, "page=-1", "page=%00",
        "city=%00%ED%A0%80", "city=%27%29%3B--", "condition=%25_%5C", "condition=" + "x" * 5000,
        "phase=PHASE1%00", "status=%00", "sort=%00", "sex=%00", "volunteers=%00", "q[]=a", "q=a&q=b",
        "q=%CC%81%CC%81", "q=%EF%BC%81", "q=1+2+3+4", "q=T", "q=%E7%99%8C",
    ],
)  # fmt: skip
def test_whatever_the_address_holds_the_page_is_sensible(client, publish, query):
    ensure_starter_synonyms()
    publish(myeloma(1))

    answer = client.get(f"/zh-hans/trials/?{query}", follow=True)

    assert answer.status_code == 200
    assert len(soup(answer.content).select("form.finder")) == 1


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (ages(18), "18 years and older · women and men"),
        (ages(None, 65), "up to 65 years · women and men"),
        (ages(18, 75), "18 years to 75 years · women and men"),
        (ages(6, 12), "6 years to 12 years · girls and boys"),
        (facts(minimum_age=Age(6, "month"), sex="FEMALE"), "6 months and older · women only"),
        (facts(minimum_age=None, sex="MALE"), "any age · men only"),
        (facts(minimum_age=None, sex="", healthy_volunteers=True), "any age · healthy people can take part"),
    ],
)  # fmt: skip
def test_card_says_who_in_plain_words(told, line):
    with translation.override("en"):
        assert who_line(told) == line


def test_card_names_the_hospital_of_the_city_meant_where_two_share_a_name(client, publish):
    here, there = Words("Soochow Hospital", "苏大附一院"), Words("Suzhou Hospital", "宿州市立医院")
    sites = (
        replace(site("Suzhou", "宿州市", facility=there), key="s-1"),
        replace(site("Suzhou", "苏州市", facility=here), key="s-2"),
    )
    publish(myeloma(1, sites=sites))

    asked = [
        page(client, query).select_one(".card__site") for query in ("?city=苏州", "?q=苏州", "?city=宿州")
    ]

    assert [words_of(each) for each in asked] == ["苏大附一院", "苏大附一院", "宿州市立医院"]


def test_cities_of_one_english_name_are_offered_with_their_chinese(client, publish):
    publish(myeloma(1, sites=(replace(site("Suzhou", "宿州市"), key="s-1"), site("Suzhou", "苏州市"))))

    options = page(client, lang="en").select("select[name=city] option[value$=市]")

    assert [(each["value"], words_of(each)) for each in options] == [
        ("宿州市", "Suzhou (宿州市)"),
        ("苏州市", "Suzhou (苏州市)"),
    ]


def test_card_says_no_bare_recruiting_of_a_site_nobody_can_confirm(client, publish):
    told = facts(status="NOT_YET_RECRUITING", status_date="2022-01-01")
    sites = (site("Suzhou", "苏州市", status="RECRUITING", facility=HOSPITAL),)
    publish(myeloma(1, facts=told, sites=sites))

    found = page(client, "?city=Suzhou", lang="en").select_one(".card__site")

    assert words_of(found) == "First Hospital"


def test_card_names_first_the_site_that_has_the_status_asked_for(client, publish):
    sites = (
        replace(site("Suzhou", "苏州市", status="COMPLETED", facility=HOSPITAL), key="s-a"),
        replace(site("Suzhou", "苏州市", facility=Words("Second Hospital", "第二医院")), key="s-b"),
    )
    publish(myeloma(1, sites=sites))

    queries = ("?city=Suzhou", "?city=Suzhou&status=closed")
    found = [page(client, query, lang="en").select_one(".card__site") for query in queries]

    assert [words_of(each) for each in found] == [
        "Second Hospital",
        "First Hospital · At this hospital: Completed (registry, 1 Apr 2026)",
    ]
