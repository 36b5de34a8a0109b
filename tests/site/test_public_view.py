"""The one view of signed pages: what it answers, and what it never does."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.utils import translation
from wagtail.models import Page

from editorial import triggers
from editorial.content import Words
from editorial.editions import end
from editorial.models import Edition
from tests.site.conftest import REVIEWED
from tests.site.publishing import prose_content, sign_again
from tests.site.seed import seed_content
from tests.site.seen import headings, soup, words_of
from trials.models import InformationPage

TRIAL = "/en/trials/nct06279026/"
CHINESE = "/zh-hans/trials/nct06279026/"


def withdraw(edition: Edition, english: str, chinese: str = "") -> None:
    because = Words(en=english, zh_hans=chinese)
    end(edition, Edition.End.WITHDRAWN, now=REVIEWED + timedelta(days=1), because=because)


@pytest.mark.parametrize(
    ("address", "headline"),
    [
        (TRIAL, "UTAA17 injection for treating relapsed or refractory multiple myeloma"),
        (CHINESE, "UTAA17注射液治疗复发或难治性多发性骨髓瘤"),
    ],
)
def test_edition_in_force_is_shown_in_the_language_of_the_address(client, publish, address, headline):
    publish(seed_content())

    answer = client.get(address)

    assert (answer.status_code, headings(soup(answer.content), "h1")) == (200, [headline])


def test_newest_edition_is_the_one_shown(client, publish):
    publish(seed_content())
    publish(seed_content(headline=Words("New words", "新的文字")), now=REVIEWED + timedelta(days=1))

    assert headings(soup(client.get(TRIAL).content), "h1") == ["New words"]


def test_page_nobody_signed_is_not_found(client, home):
    assert client.get(TRIAL).status_code == 404


@pytest.mark.parametrize(
    ("address", "heading"), [("/en/nowhere/", "Page not found"), ("/zh-hans/nowhere/", "找不到页面")]
)
def test_not_found_is_said_in_the_language_of_the_address(client, home, address, heading):
    answer = client.get(address)

    page = soup(answer.content)
    assert answer.status_code == 404
    assert headings(page, "h1") == [heading]
    assert page.select_one("meta[name=robots]")["content"] == "noindex"


def test_page_taken_down_says_when_why_and_what_to_do(client, publish):
    withdraw(publish(seed_content()), "the sponsor stopped the trial")

    answer = client.get(TRIAL)

    said = [words_of(part) for part in soup(answer.content).main.find_all("p")]
    assert answer.status_code == 410
    assert said == [
        "We took this page down on 16 May 2026 because: the sponsor stopped the trial",
        "If you are already in this trial, do not stop treatment on your own; call your study doctor.",
        "Trial number: NCT06279026",
        "View on ClinicalTrials.gov →",
        "See all trials",
    ]


@pytest.mark.parametrize(
    ("chinese", "line"),
    [
        ("申办者停止了试验", "我们已于2026年5月16日撤下本页，原因：申办者停止了试验"),
        ("", "我们已于2026年5月16日撤下本页。"),
    ],
)
def test_reason_is_told_in_the_reader_s_language_or_not_at_all(client, publish, chinese, line):
    withdraw(publish(seed_content()), "the sponsor stopped the trial", chinese)

    assert words_of(soup(client.get(CHINESE).content).main.find("p")) == line


@pytest.mark.parametrize(
    ("here", "english", "chinese", "link"),
    [(CHINESE, "an error", "", (TRIAL, "en")), (TRIAL, "", "有误", (CHINESE, "zh-Hans"))],
)
def test_page_taken_down_leads_to_the_reason_in_the_other_language(
    client, publish, here, english, chinese, link
):
    withdraw(publish(seed_content()), english, chinese)

    onward = soup(client.get(here).content).main.select_one("a[hreflang]")

    assert (onward["href"], onward["hreflang"]) == link


def test_page_taken_down_in_both_languages_leads_nowhere_else(client, publish):
    withdraw(publish(seed_content()), "an error", "有误")

    assert soup(client.get(CHINESE).content).main.select("a[hreflang]") == []


def test_page_taken_down_because_it_was_tampered_with_says_that_it_was_taken_down(client, publish):
    edition = publish(seed_content())
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_edition SET content = REPLACE(content, 'safely', 'surely')")
    withdraw(edition, "somebody had changed it")

    answer = client.get(TRIAL)

    said = [words_of(part) for part in soup(answer.content).main.find_all("p")]
    assert answer.status_code == 410
    assert said == [
        "We took this page down on 16 May 2026 because: somebody had changed it",
        "If you are already in this trial, do not stop treatment on your own; call your study doctor.",
        "Trial number: NCT06279026",
        "View on ClinicalTrials.gov →",
        "See all trials",
    ]


def test_everything_below_a_page_taken_down_is_gone_too(client, publish):
    withdraw(publish(seed_content()), "an error")

    answers = {part: client.get(TRIAL + part).status_code for part in ("sites/", "print/", "content.json")}

    assert answers == {"sites/": 410, "print/": 410, "content.json": 410}


def test_edition_altered_in_the_database_is_not_shown_and_raises_the_alarm(client, publish, caplog):
    edition = publish(seed_content())
    triggers.drop(connection)
    altered = edition.content.replace("safely", "surely")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_edition SET content = %s WHERE id = %s", [altered, edition.pk])

    with caplog.at_level(logging.CRITICAL, logger="trials.site.tampered"):
        answer = client.get(TRIAL)

    assert (answer.status_code, answer["Retry-After"]) == (503, "600")
    assert headings(soup(answer.content), "h1") == ["This page is being checked"]
    assert b"surely" not in answer.content
    assert [record.levelname for record in caplog.records if record.name == "trials.site.tampered"] == [
        "CRITICAL"
    ]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_only_reading_is_allowed(client, publish, method):
    publish(seed_content())

    assert getattr(client, method)(TRIAL).status_code == 405


def test_head_has_the_headers_of_get_and_no_body(client, publish):
    publish(seed_content())
    got, asked = client.get(TRIAL), client.head(TRIAL)

    assert asked.content == b""
    assert asked["ETag"] == got["ETag"]


def test_no_cookie_is_set_and_nothing_varies_by_reader(client, publish):
    publish(seed_content())

    answer = client.get(
        TRIAL,
        headers={
            "Accept-Encoding": "gzip",
            "Cookie": "sessionid=0123456789abcdef0123456789abcdef; django_language=de",
        },
    )

    assert dict(answer.cookies) == {}
    assert answer["Vary"] == "Accept-Encoding"
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        ("/zh-hans/trials/NCT06279026/", CHINESE),
        ("/zh-hans/trials/NCT06279026/sites/", f"{CHINESE}sites/"),
        ("/zh-hans/trials/NCT06279026/print/", f"{CHINESE}print/"),
        ("/zh-hans/trials/NCT06279026/history/", f"{CHINESE}history/"),
        ("/zh-hans/trials/NCT06279026/content.json", f"{CHINESE}content.json"),
        ("/zh-hans/trials/nct06279026/。", CHINESE),
        ("/zh-hans/trials/nct06279026）", CHINESE),
        ("/zh-hans/trials/NCT06279026/），", CHINESE),
        ("/en/trials/nct06279026/.", TRIAL),
    ],
)
def test_address_damaged_on_its_way_leads_to_the_right_one(client, db, asked, right):
    answer = client.get(asked)

    assert (answer.status_code, answer["Location"]) == (301, right)


def test_address_without_its_last_stroke_leads_to_the_right_one(client, db):
    answer = client.get("/en/trials/nct06279026")

    assert (answer.status_code, answer["Location"]) == (301, TRIAL)


def test_wagtail_links_to_the_address_in_the_active_language(publish):
    page = publish(seed_content()).page

    addresses = []
    for lang in ("en", "zh-hans"):
        with translation.override(lang):
            addresses.append(page.specific.url)

    assert addresses == [TRIAL, CHINESE]


def test_redirect_keeps_what_was_asked(client, db):
    assert client.get("/en/trials/NCT06279026/?page=2")["Location"] == f"{TRIAL}?page=2"


def test_information_page_is_shown_and_linked_from_every_page(client, publish):
    publish(prose_content("about/", Words("About us", "关于我们"), Words("Text.", "文字。")))
    publish(seed_content())

    links = soup(client.get(CHINESE).content).select(".footer__links a")

    assert [(words_of(link), link["href"]) for link in links] == [("关于我们", "/zh-hans/about/")]
    assert headings(soup(client.get("/zh-hans/about/").content), "h1") == ["关于我们"]


def test_still_correct_moves_the_date_and_not_the_words(client, publish):
    edition = publish(seed_content(), now=datetime(2026, 1, 1, 3, tzinfo=UTC))
    before = soup(client.get(TRIAL).content)

    sign_again(edition, now=REVIEWED)
    after = soup(client.get(TRIAL).content)

    assert words_of(before.select_one(".top__review")).split()[2] == "2026-01-01"
    assert words_of(after.select_one(".top__review")).split()[2] == "2026-05-15"
    assert words_of(after.select_one(".top__aim")) == words_of(before.select_one(".top__aim"))


def moved_information_page(publish) -> Edition:
    """Signed at about-us/, then, a day later, at about/."""
    page = publish(prose_content("about-us/", Words("About us", "关于我们"), Words("Text.", "文字。"))).page
    Page.objects.filter(pk=page.pk).update(slug="about")
    content = prose_content("about/", Words("About us", "关于我们"), Words("Text.", "文字。"))
    return publish(content, now=REVIEWED + timedelta(hours=1))


def test_former_address_of_a_page_leads_to_its_new_one(client, publish):
    moved_information_page(publish)

    answer = client.get("/zh-hans/about-us/")

    assert InformationPage.objects.count() == 1
    assert (answer.status_code, answer["Location"]) == (301, "/zh-hans/about/")


def test_former_address_of_a_page_taken_down_since_says_so(client, publish):
    withdraw(moved_information_page(publish), "it was out of date")

    answer = client.get("/en/about-us/")

    assert answer.status_code == 410
    assert words_of(soup(answer.content).main.find("p")) == (
        "We took this page down on 16 May 2026 because: it was out of date"
    )


@pytest.mark.parametrize("part", ["sites/", "print/", "content.json"])
def test_former_address_below_a_trial_leads_to_the_same_part(client, publish, part):
    page = publish(seed_content(path="trials/nct0/")).page
    again = publish(seed_content(), now=REVIEWED + timedelta(hours=1))

    answer = client.get(f"/en/trials/nct0/{part}")

    assert again.page_id == page.pk
    assert (answer.status_code, answer["Location"]) == (301, TRIAL + part)


def test_former_address_does_not_hide_that_the_end_of_its_page_was_forged(client, publish):
    edition = moved_information_page(publish)
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_edition SET ended_at = published_at WHERE id = %s", [edition.pk])

    assert client.get("/en/about-us/").status_code == 503


def test_trial_signed_at_an_odd_address_is_no_information_page(client, publish):
    publish(seed_content(path="odd/"))

    answer = client.get("/en/odd/")

    assert answer.status_code == 200
    assert soup(answer.content).select(".footer__links a") == []
