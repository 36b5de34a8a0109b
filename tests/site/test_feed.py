"""The Atom feed: RFC 4287, signed words only, and what a subscriber must learn of."""

from datetime import UTC, datetime, timedelta
from uuid import UUID
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.utils import timezone

from editorial import triggers
from editorial.content import Words
from editorial.editions import end
from editorial.models import Edition, SignOff, UrgentNotice
from tests.site.acts import MOMENT, lift, put_up
from tests.site.conftest import REVIEWED
from tests.site.publishing import sign_again
from tests.site.seed import seed_content
from trials.listing import end_listing
from trials.models import PublishedTrial
from trials.site import feed

SITE = "https://trials.example.org"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
LATER = datetime(2026, 5, 20, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def site_url(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def read(client):
    def tree(lang="en"):
        return ElementTree.fromstring(client.get(f"/{lang}/feed.xml").content)

    return tree


def entries_of(tree):
    """Title, summary, day of the last change of each entry."""
    return [
        (text(entry, "title"), text(entry, "summary"), text(entry, "updated")[:10])
        for entry in tree.findall("a:entry", ATOM)
    ]


def text(element, name):
    return element.findtext(f"a:{name}", None, ATOM)


def number(content, count):
    """The same words on another trial."""
    trial_id = f"NCT{count:08}"
    return content(path=f"trials/{trial_id.lower()}/", trial_id=trial_id)


def faults(tree):
    """What RFC 4287 demands of a feed (4.1.1) and of its entries (4.1.2), and does not find."""
    found = [
        f"feed: {name}" for name in ("id", "title", "updated") if len(tree.findall(f"a:{name}", ATOM)) != 1
    ]
    found += [] if tree.find("a:author/a:name", ATOM).text else ["feed: author"]
    found += [f"feed: link {rel}" for rel in ("self", "alternate") if not _link(tree, rel).startswith(SITE)]
    for entry in tree.findall("a:entry", ATOM):
        names = ("id", "title", "updated", "published", "summary")
        found += [f"entry: {name}" for name in names if len(entry.findall(f"a:{name}", ATOM)) != 1]
        found += [] if _link(entry, "alternate").startswith(f"{SITE}/") else ["entry: link"]
        found += _faults_of_moments(entry)
        UUID(text(entry, "id"))
    ids = [text(entry, "id") for entry in tree.findall("a:entry", ATOM)]
    return found + ([] if len(ids) == len(set(ids)) else ["entry: an id twice"])


def _link(element, rel):
    [link] = [each for each in element.findall("a:link", ATOM) if each.get("rel") == rel]
    return link.get("href")


def _faults_of_moments(entry):
    published, updated = (datetime.fromisoformat(text(entry, name)) for name in ("published", "updated"))
    # RFC 3339: an offset must be given.
    aware = published.tzinfo is not None and updated.tzinfo is not None
    return [] if aware and updated >= published else ["entry: its moments"]


@pytest.mark.parametrize(("lang", "xml_lang"), [("en", "en"), ("zh-hans", "zh-Hans")])
def test_feed_is_what_rfc_4287_asks_for(read, publish, lead, lang, xml_lang):
    edition = publish(seed_content())
    publish(number(seed_content, 2), LATER)
    put_up(edition, by=lead)

    tree = read(lang)

    assert faults(tree) == []
    assert tree.get("{http://www.w3.org/XML/1998/namespace}lang") == xml_lang
    assert len(entries_of(tree)) == 3


def test_empty_feed_is_valid_and_the_same_all_day(client, home):
    first = client.get("/en/feed.xml")

    assert faults(ElementTree.fromstring(first.content)) == []
    assert client.get("/en/feed.xml").content == first.content


def test_entry_is_the_signed_headline_and_summary(read, publish):
    content = seed_content()
    publish(content)

    assert entries_of(read("zh-hans")) == [
        (content.headline.zh_hans, content.summary.zh_hans, "2026-05-15"),
    ]


def test_entry_leads_to_the_page_in_the_language_of_the_feed(read, publish):
    publish(seed_content())

    [entry] = read("zh-hans").findall("a:entry", ATOM)

    assert _link(entry, "alternate") == f"{SITE}/zh-hans/trials/nct06279026/"


def test_newest_stands_first_and_a_new_review_counts(read, publish):
    old = publish(number(seed_content, 1), REVIEWED)
    publish(number(seed_content, 2), REVIEWED + timedelta(days=1))
    before = [text(entry, "id") for entry in read().findall("a:entry", ATOM)]

    sign_again(old, now=LATER)
    after = read().findall("a:entry", ATOM)

    assert [text(entry, "id") for entry in after] == before[::-1]
    assert [text(entry, "updated")[:10] for entry in after] == ["2026-05-20", "2026-05-16"]


def test_new_edition_is_a_new_entry(read, publish):
    publish(seed_content())
    [first] = read().findall("a:entry", ATOM)

    publish(seed_content(summary=Words("Another summary.", "另一条摘要。")), LATER)
    [second] = read().findall("a:entry", ATOM)

    assert text(second, "id") != text(first, "id")
    assert text(second, "summary") == "Another summary."


def test_id_outlives_a_move_of_the_site(read, publish, settings):
    publish(seed_content())
    before = text(read(), "entry/a:id")

    settings.SITE_URL = "https://moved.example.org"

    assert text(read(), "entry/a:id") == before


def test_two_languages_have_entries_of_their_own(read, publish):
    publish(seed_content())

    assert text(read("en"), "entry/a:id") != text(read("zh-hans"), "entry/a:id")


def test_withheld_language_is_left_out(read, publish, lead):
    edition = publish(seed_content().withhold_chinese())
    put_up(edition, by=lead)

    assert entries_of(read("zh-hans")) == []
    assert len(entries_of(read("en"))) == 2


def test_urgent_notice_is_an_entry_in_its_fixed_words(read, publish, lead):
    put_up(publish(seed_content()), by=lead, kind=UrgentNotice.Kind.SAFETY)

    title, summary, day = entries_of(read())[0]

    assert (title, day) == ("Urgent notice on trial NCT06279026", "2026-05-18")
    assert summary == (
        "Safety question: the hospital says that a question about the safety of this trial is open. "
        "If you are thinking of joining, ask the hospital what this means before you decide. "
        "If you are already in this trial, do not stop treatment on your own; call your study doctor. "
        "We put this notice here on 2026-05-18, 14:05 (Beijing time)."
    )


def test_lifted_notice_says_so_under_its_id(read, publish, lead):
    notice = put_up(publish(seed_content()), by=lead)
    before = text(read(), "entry/a:id")

    lift(notice, by=lead, now=LATER)
    tree = read()

    assert text(tree, "entry/a:id") == before
    assert entries_of(tree)[0] == (
        "Urgent notice on trial NCT06279026 taken down",
        "This notice does not stand any more. Read the page.",
        "2026-05-20",
    )


def test_forged_notice_is_not_told(read, publish, lead):
    publish(seed_content())
    page = Edition.objects.get().page_id
    UrgentNotice(page_id=page, kind="closed", source="registry", set_by=lead, set_at=MOMENT).save()

    assert [title for title, *_rest in entries_of(read())] == [seed_content().headline.en]


def test_page_taken_down_takes_its_words_out_of_its_entry(read, publish):
    edition = publish(seed_content())
    before = text(read(), "entry/a:id")

    end(edition, Edition.End.WITHDRAWN, now=LATER, because=Words("One person's words.", ""))
    end_listing(edition)
    tree = read()

    assert text(tree, "entry/a:id") == before
    assert faults(tree) == []
    assert entries_of(tree) == [
        (
            "Page on trial NCT06279026 taken down",
            "We took this page down on 20 May 2026. "
            "If you are already in this trial, do not stop treatment on your own; call your study doctor.",
            "2026-05-20",
        )
    ]


def test_page_that_came_back_is_not_called_taken_down(read, publish):
    end(publish(seed_content()), Edition.End.WITHDRAWN, now=LATER)
    publish(seed_content(), LATER + timedelta(days=1))

    assert [title for title, *_rest in entries_of(read())] == [seed_content().headline.en]


def test_forged_end_is_not_told(read, publish):
    edition = publish(seed_content())
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE editorial_edition SET ended_at = %s, ended_reason = 'withdrawn' WHERE id = %s",
            [LATER, edition.pk],
        )

    assert entries_of(read()) == []


def test_edition_that_is_not_what_was_signed_is_not_told(read, publish):
    edition = publish(seed_content())
    triggers.drop(connection)
    forged = edition.content.replace(seed_content().summary.en, "Nobody signed this sentence.")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_edition SET content = %s WHERE id = %s", [forged, edition.pk])

    assert entries_of(read()) == []


def test_forged_row_of_the_list_changes_no_word(read, publish):
    publish(seed_content())
    PublishedTrial.objects.update(headline_en="Nobody signed this.", summary_en="Nor this.")

    assert entries_of(read())[0][:2] == (seed_content().headline.en, seed_content().summary.en)


def test_page_out_of_search_engines_is_not_told(read, publish):
    publish(seed_content(), review_due=timezone.localdate() - timedelta(days=180))

    assert entries_of(read()) == []


def test_feed_ends_after_its_newest_entries(read, publish, monkeypatch):
    monkeypatch.setattr(feed, "ENTRIES", 2)
    for count in (1, 2, 3):
        publish(number(seed_content, count), REVIEWED + timedelta(days=count))

    assert [day for _title, _summary, day in entries_of(read())] == ["2026-05-18", "2026-05-17"]


@pytest.mark.parametrize("count", [1, 4])
def test_feed_asks_the_database_no_more_for_more_trials(client, publish, django_assert_num_queries, count):
    for each in range(count):
        publish(number(seed_content, each))
    client.get("/en/feed.xml")

    with django_assert_num_queries(7):
        client.get("/en/feed.xml")


def test_words_no_xml_may_hold_do_not_break_the_feed(read, publish):
    publish(seed_content(summary=Words("A\x08 < B & \ufffe C", "甲 < 乙")))

    assert entries_of(read())[0][1] == "A < B &  C"


def test_feed_held_already_is_not_sent_again(client, publish):
    publish(seed_content())
    first = client.get("/en/feed.xml")

    again = client.get("/en/feed.xml", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert first["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_review_moves_the_mark_of_the_feed(client, publish):
    edition = publish(seed_content())
    before = client.get("/en/feed.xml")["ETag"]

    sign_again(edition, now=LATER)

    assert SignOff.objects.count() == 2
    assert client.get("/en/feed.xml")["ETag"] != before
