"""What holds for whole pages: weight, requests, languages, head."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from editorial.content import Words
from tests.site.publishing import prose_content
from tests.site.seed import seed_content
from tests.site.seen import soup, texts_by_language

LANGUAGES = ["en", "zh-hans"]
PARTS = ["", "trials/", "trials/nct06279026/", "trials/nct06279026/sites/", "trials/nct06279026/print/"]
PARTS += ["trials/nct06279026/history/", "nowhere/"]
HAN = re.compile("[\u3400-\u9fff]")
ENGLISH_WORD = re.compile("[A-Za-z]{4,}")
# Codes and abbreviations that a Chinese voice spells out.
CODES = re.compile(
    r"NCT\d+|UTAA17|BCMA|IMWG|ECOG|NYHA|LVEF|HBsAg|HBcAb|CAR-T|editors@example\.org|[0-9a-f]{12,}"
)


@pytest.fixture
def page(client, publish):
    publish(prose_content("", Words("Trials, explained", "看得懂的试验"), Words("Hello.", "您好。")))
    publish(seed_content())
    return lambda lang, part: client.get(f"/{lang}/{part}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_trial_page_weighs_at_most_40_kilobytes_with_style_and_icon(page, lang):
    static = Path(django_settings.BASE_DIR) / "static/site"
    parts = [page(lang, "trials/nct06279026/").content]
    parts += [(static / name).read_bytes() for name in ("site.css", "icon.svg")]

    assert sum(len(gzip.compress(part)) for part in parts) <= 40_000


@pytest.mark.parametrize("part", PARTS)
def test_page_needs_style_and_icon_and_nothing_else(page, part):
    answer = soup(page("en", part).content)

    loaded = [tag["href"] for tag in answer.select("link[rel=stylesheet], link[rel=icon]")]
    others = answer.select(
        "script:not([type='application/ld+json']), img, iframe, object, embed, video, audio, style, [style], "
        "[onclick], base"
    )

    assert loaded == ["/static/site/icon.svg", "/static/site/site.css"]
    assert others == []


def test_style_sheet_loads_nothing_and_uses_nothing_old_telephones_lack():
    style = (Path(django_settings.BASE_DIR) / "static/site/site.css").read_text(encoding="utf-8")

    assert (
        re.findall(r"url\(|@import|@layer|@font-face|text-size-adjust|text-align: justify|italic", style)
        == []
    )


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(("lang", "html_lang"), [("en", "en"), ("zh-hans", "zh-Hans")])
def test_page_says_its_language_and_has_one_h1(page, part, lang, html_lang):
    answer = soup(page(lang, part).content)

    assert answer.html["lang"] == html_lang
    assert len(answer.find_all("h1")) == 1


@pytest.mark.parametrize("part", PARTS)
def test_english_page_holds_no_han_that_is_not_marked(page, part):
    found = [text for lang, text in texts_by_language(soup(page("en", part).content)) if lang == "en"]

    assert [text for text in found if HAN.search(text)] == []


@pytest.mark.parametrize("part", PARTS)
def test_chinese_page_holds_no_english_word_that_is_not_marked(page, part):
    found = [text for lang, text in texts_by_language(soup(page("zh-hans", part).content)) if lang != "en"]

    assert [text for text in found if ENGLISH_WORD.search(CODES.sub("", text))] == []


def test_page_names_its_address_and_alternates(page, settings):
    settings.DEMO, settings.SITE_URL = False, "https://trials.example.org"

    head = soup(page("zh-hans", "trials/nct06279026/").content).head

    address = "https://trials.example.org/{}/trials/nct06279026/"
    assert head.select_one("link[rel=canonical]")["href"] == address.format("zh-hans")
    assert {link["hreflang"]: link["href"] for link in head.select("link[hreflang]")} == {
        "en": address.format("en"),
        "zh-Hans": address.format("zh-hans"),
        "x-default": address.format("en"),
    }
    assert head.select("meta[name=robots]") == []


@pytest.mark.parametrize("part", PARTS)
def test_demonstration_is_not_for_search_engines(page, settings, part):
    settings.DEMO = True

    head = soup(page("en", part).content).head

    assert [tag["content"] for tag in head.select("meta[name=robots]")] == ["noindex"]


@pytest.mark.parametrize("part", ["sites/", "print/", "history/"])
def test_parts_that_repeat_a_page_are_not_for_search_engines(page, settings, part):
    settings.DEMO = False

    head = soup(page("en", f"trials/nct06279026/{part}").content).head

    assert head.select_one("meta[name=robots]")["content"] == "noindex"


def test_title_names_trial_and_site(page):
    title = soup(page("zh-hans", "trials/nct06279026/").content).title.string

    assert title == "UTAA17注射液治疗复发或难治性多发性骨髓瘤 – 寻找临床试验"


def test_description_is_the_signed_one(page):
    head = soup(page("en", "trials/nct06279026/").content).head

    assert head.select_one("meta[name=description]")["content"] == seed_content().seo_description.en
