"""The home page: what its writers signed, and ways to the trials made from today's list."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.content import Words
from tests.site.acts import put_up
from tests.site.conftest import REVIEWED
from tests.site.publishing import prose_content
from tests.site.seed import seed_content
from tests.site.seen import headings, soup, words_of
from trials.content import Condition
from trials.models import PublishedTrial

HOME = prose_content(
    "",
    Words("Trials, explained", "看得懂的试验"),
    Words("What this is.\n\n## Before you decide\n\nAsk.", "这是什么。\n\n## 做决定之前\n\n先问。"),
)
LYMPHOMA = Condition(Words("Lymphoma", "淋巴瘤"))
MYELOMA = Condition(Words("Multiple myeloma", "多发性骨髓瘤"))


def trial(number, **changes):
    trial_id = f"NCT0000000{number}"
    named = {"headline": Words(f"Trial {number}", f"第{number}项")}
    return seed_content(path=f"trials/{trial_id.lower()}/", trial_id=trial_id, **named | changes)


def home_page(client, lang="en"):
    return soup(client.get(f"/{lang}/").content)


def ways(page, heading):
    """Names, numbers and addresses below a heading."""
    section = page.find("h2", string=heading).find_parent("section")
    return [
        (*(words_of(part) for part in way.find_all(("a", "span"))), way.a["href"]) for way in section("li")
    ]


def newest(page):
    return [words_of(card) for card in page.select(".cards .card__headline")]


def test_search_box_leads_to_the_finder(client, publish):
    publish(HOME)

    form = home_page(client, "zh-hans").main.form

    field = form.find("input")
    assert (form["action"], form["method"], field["name"]) == ("/zh-hans/trials/", "get", "q")
    assert form.label["for"] == field["id"]


def test_conditions_and_cities_lead_to_their_trials_the_commonest_first(client, publish):
    publish(HOME)
    publish(trial(1, conditions=(LYMPHOMA,)))
    publish(trial(2, conditions=(MYELOMA,)))
    publish(trial(3, conditions=(MYELOMA, LYMPHOMA)))
    publish(trial(4, conditions=(MYELOMA,)))

    page = home_page(client)

    assert ways(page, "Trials by illness") == [
        ("Multiple myeloma", "3 trials", "/en/trials/?condition=Multiple+myeloma"),
        ("Lymphoma", "2 trials", "/en/trials/?condition=Lymphoma"),
    ]
    assert ways(page, "Trials by city") == [("Suzhou", "4 trials", "/en/trials/?city=Suzhou")]


def test_healthy_volunteers_are_no_illness(client, publish):
    publish(HOME)
    publish(trial(1, conditions=(MYELOMA,)))
    publish(trial(2, conditions=(Condition(Words("Healthy Volunteers", "健康志愿者")),)))

    page = home_page(client)

    assert [name for name, _count, _url in ways(page, "Trials by illness")] == ["Multiple myeloma"]


def test_name_changed_in_the_database_is_not_offered(client, publish):
    publish(HOME)
    publish(trial(1, conditions=(MYELOMA,)))
    PublishedTrial.objects.update(conditions_en="A cure")

    assert home_page(client).find("h2", string="Trials by illness") is None


def test_three_trials_reviewed_last_stand_on_cards(client, publish):
    publish(HOME)
    for number in (1, 2, 3, 4):
        publish(trial(number), now=REVIEWED + timedelta(days=number))

    assert newest(home_page(client, "zh-hans")) == ["第4项", "第3项", "第2项"]


def test_trial_not_reviewed_in_time_or_withheld_is_not_on_the_home_page(client, publish):
    publish(HOME)
    publish(trial(1), review_due=timezone.localdate() - timedelta(days=100))
    publish(trial(2).withhold_chinese())
    publish(trial(3))

    assert newest(home_page(client)) == ["Trial 2", "Trial 3"]
    assert newest(home_page(client, "zh-hans")) == ["第3项"]


def test_signed_words_stand_around_what_is_computed(client, publish):
    publish(HOME)
    publish(trial(1, conditions=(MYELOMA,)))

    page = home_page(client)

    assert headings(page.main, "h1") == ["Trials, explained"]
    assert headings(page.main, "h2") == [
        "Trials by illness",
        "Trials by city",
        "Reviewed most recently",
        "Before you decide",
    ]


def test_guides_are_offered_once_they_are_published(client, publish):
    publish(HOME)
    publish(prose_content("how-to-read/", Words("How to read", "怎样看"), Words("Text.", "文字。")))

    section = home_page(client).find("h2", string="Help with reading").find_parent("section")

    assert [(words_of(link), link["href"]) for link in section("a")] == [
        ("How to read", "/en/how-to-read/"),
        ("Words explained, A to Z", "/en/words/"),
    ]


def test_notice_on_a_card_makes_another_page_of_it(client, publish, lead):
    publish(HOME)
    edition = publish(trial(1))
    held = client.get("/en/")
    unchanged = client.get("/en/", headers={"If-None-Match": held["ETag"]})

    put_up(edition, by=lead)
    after = client.get("/en/", headers={"If-None-Match": held["ETag"]})

    assert (unchanged.status_code, after.status_code) == (304, 200)
    assert len(soup(after.content).select(".card .urgent")) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_home_page_asks_the_database_as_often_for_three_trials_as_for_one(
    client, publish, django_assert_num_queries, count
):
    publish(HOME)
    for number in range(1, count + 1):
        publish(trial(number, conditions=(replace(MYELOMA),)))
    client.get("/en/")

    with django_assert_num_queries(15):
        client.get("/en/")
