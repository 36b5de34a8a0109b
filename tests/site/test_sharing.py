"""What a chat shows of a link: the signed title and summary, or a neutral one, and never a status."""

import gzip
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from editorial.content import Words
from editorial.models import SiteSettings, UrgentNotice
from tests.site.acts import put_up
from tests.site.publishing import prose_content, site_settings
from tests.site.seed import seed_content, seed_facts
from tests.site.seen import DUE, article, showing, soup, words_of
from trials.labels import WhoCanTell
from trials.site.frame import frame_of
from trials.site.sharing import shared_title, sharing_of

SITE = "https://trials.example.org"
PATH = "trials/nct06279026/"
TITLES = {"en": "Clinical trial NCT06279026", "zh-hans": "NCT06279026"}


@pytest.fixture(autouse=True)
def site_url(settings):
    settings.SITE_URL = SITE


def head_of(client, address):
    """Open Graph and Twitter cards of a page, by name."""
    page = soup(client.get(address).content)
    named = page.select("meta[property], meta[name^=twitter]")
    return {tag.get("property") or tag["name"]: tag["content"] for tag in named}


def test_link_to_a_trial_shows_its_signed_title_and_description(client, publish):
    content = seed_content()
    publish(content)

    assert head_of(client, f"/en/{PATH}") == {
        "og:type": "article",
        "og:title": content.headline.en,
        "og:description": content.seo_description.en,
        "og:url": f"{SITE}/en/{PATH}",
        "og:site_name": "Find a Trial",
        "og:locale": "en_GB",
        "og:locale:alternate": "zh_CN",
        "og:image": f"{SITE}/en/{PATH}share.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": content.headline.en,
        "twitter:card": "summary_large_image",
    }


def test_link_to_the_chinese_page_is_chinese(client, publish):
    content = seed_content()
    publish(content)

    told = head_of(client, f"/zh-hans/{PATH}")

    names = ("og:title", "og:description", "og:site_name", "og:locale", "og:locale:alternate", "og:image")
    assert [told[name] for name in names] == [
        content.headline.zh_hans,
        content.seo_description.zh_hans,
        "寻找临床试验",
        "zh_CN",
        "en_GB",
        f"{SITE}/zh-hans/{PATH}share.png",
    ]


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_neutral_link_names_no_disease_and_no_drug(client, publish, lang):
    content = seed_content()
    publish(content)
    SiteSettings.objects.update(neutral_sharing=True)

    told = head_of(client, f"/{lang}/{PATH}")
    title = soup(client.get(f"/{lang}/{PATH}").content).title.string

    shown = " ".join([*told.values(), title])
    assert [text for text in content.texts(lang) if text in shown] == []
    assert TITLES[lang] in told["og:title"]
    assert told["og:title"] in title


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
@pytest.mark.parametrize("below", ["", "sites/", "print/", "check/", "report/", "history/"])
def test_neutral_head_names_no_disease_on_any_part_of_the_page(client, publish, lang, below):
    first, *others = seed_content().criteria
    content = seed_content(schema=4, criteria=(replace(first, who_can_tell=WhoCanTell.YOU), *others))
    publish(content)
    SiteSettings.objects.update(neutral_sharing=True)

    head = soup(client.get(f"/{lang}/{PATH}{below}").content).head

    read_by_chats = [head.title.string, *(tag["content"] for tag in head.select("meta[content]"))]
    assert [text for text in content.texts(lang) if text in " ".join(read_by_chats)] == []


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_neutral_feed_names_no_disease(client, publish, lang):
    content = seed_content()
    publish(content)
    SiteSettings.objects.update(neutral_sharing=True)

    told = client.get(f"/{lang}/feed.xml").content.decode()

    assert [text for text in content.texts(lang) if text in told] == []
    assert TITLES[lang] in told


def test_page_itself_keeps_its_headline_under_a_neutral_title(client, publish):
    publish(seed_content())
    SiteSettings.objects.update(neutral_sharing=True)

    assert words_of(soup(client.get(f"/en/{PATH}").content).h1) == seed_content().headline.en


@pytest.mark.parametrize("status", ["RECRUITING", "COMPLETED", "TERMINATED"])
def test_link_says_the_same_whatever_the_status_is(client, publish, lead, status):
    publish(seed_content())
    before = head_of(client, f"/en/{PATH}")
    edition = publish(seed_content(facts=seed_facts(status=status)), timezone.now())
    put_up(edition, by=lead, kind=UrgentNotice.Kind.CLOSED)

    assert head_of(client, f"/en/{PATH}") == before


@pytest.mark.parametrize(
    "state",
    [{"edition": None}, {"preview": True}, {"lang": "zh-hans"}, {"today": DUE + timedelta(days=180)}],
    ids=["no edition", "draft", "withheld", "out of search engines"],
)
def test_page_with_nothing_to_pass_on_has_no_card(publish, state):
    content = seed_content().withhold_chinese()
    shown = {"edition": publish(content)}

    assert sharing_of(showing(content, **shown)) is not None
    assert sharing_of(showing(content, **shown | state)) is None


@pytest.mark.parametrize("below", ["print/", "sites/", "history/", "nowhere/"])
def test_pages_below_and_errors_have_no_card(client, publish, below):
    publish(seed_content())

    assert head_of(client, f"/en/{PATH}{below}") == {}


def test_draft_shows_no_card_and_no_record(home):
    content = seed_content()
    drafted = showing(content, preview=True)
    frame = frame_of(site_settings(), lang="en", path=content.path, preview=True)

    head = render_to_string("components/share_head.html", {"frame": frame, "share": sharing_of(drafted)})

    assert soup(head).find_all(["meta", "script"]) == []


def test_information_page_is_shared_as_a_website(client, publish):
    publish(prose_content("about/", Words("About us", "关于我们"), Words("Text.", "文字。")))

    assert head_of(client, "/zh-hans/about/") == {
        "og:type": "website",
        "og:title": "关于我们",
        "og:description": "关于本页。",
        "og:url": f"{SITE}/zh-hans/about/",
        "og:site_name": "寻找临床试验",
        "og:locale": "zh_CN",
        "og:locale:alternate": "en_GB",
        "twitter:card": "summary",
    }


def test_hostile_title_stays_within_its_attribute(client, publish):
    hostile = '"><script>alert(1)</script>'
    publish(seed_content(headline=Words(hostile, hostile)))

    assert head_of(client, f"/en/{PATH}")["og:title"] == hostile


def test_title_of_a_page_without_a_headline_is_its_number():
    assert shared_title(showing(seed_content(headline=Words("", "")))) == "NCT06279026"


def test_feed_of_the_language_is_named_in_the_head(client, publish):
    publish(seed_content())
    called = "新发布和有更新的试验"

    link = soup(client.get(f"/zh-hans/{PATH}").content).select_one("link[type='application/atom+xml']")

    assert (link["rel"], link["href"], link["title"]) == (["alternate"], "/zh-hans/feed.xml", called)


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_what_stands_in_the_head_for_chats_and_machines_is_small(client, publish, lang):
    publish(seed_content())
    page = client.get(f"/{lang}/{PATH}").content
    shown = soup(page)
    for tag in shown.select("meta[property], meta[name^=twitter], script, link[type='application/atom+xml']"):
        tag.decompose()

    added = len(gzip.compress(page)) - len(gzip.compress(str(shown).encode()))

    assert added <= 2048


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_page_offers_its_short_link_as_text(client, publish, lang):
    publish(seed_content())

    line = soup(client.get(f"/{lang}/{PATH}").content).select_one(".link-line__url")

    assert (line.name, line.string, line["lang"]) == ("span", f"{SITE}/t/NCT06279026", "en")


def test_draft_has_no_link_to_send():
    assert article(seed_content(), preview=True).select(".link-line") == []


def test_record_of_the_head_is_the_trials(client, publish):
    publish(seed_content())

    script = soup(client.get(f"/en/{PATH}").content).script

    assert json.loads(script.string)["mainEntity"]["@id"] == f"{SITE}/en/{PATH}#trial"
