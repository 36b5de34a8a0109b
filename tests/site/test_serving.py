"""A reader who holds today's page is told so; anything that changes what it says makes a new one."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from editorial.content import Words
from editorial.models import SiteSettings, UrgentNotice
from tests.site.conftest import REVIEWED as REVIEWED_AT
from tests.site.publishing import prose_content, sign_again
from tests.site.seed import seed_content
from tests.site.seen import DUE, REVIEWED, ROLES, TODAY, showing
from trials.site.release import digest_of_folders
from trials.site.serving import unless_unchanged

TRIAL = "/en/trials/nct06279026/"


@pytest.fixture
def etag_of(publish):
    edition = publish(seed_content())

    def etag(lang="en", part="", **changes):
        shown = showing(seed_content(), lang, edition=edition, **changes)
        return unless_unchanged(RequestFactory().get("/"), shown, HttpResponse, part=part)["ETag"]

    return etag


def test_page_held_already_is_not_sent_again(client, publish):
    publish(seed_content())
    held = client.get(TRIAL)["ETag"]

    answer = client.get(TRIAL, headers={"If-None-Match": held})

    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", held)


def test_date_alone_confirms_no_page(client, publish):
    edition = publish(seed_content())
    sign_again(edition, now=REVIEWED_AT + timedelta(days=1))

    answer = client.get(TRIAL, headers={"If-Modified-Since": "Fri, 31 Dec 2049 00:00:00 GMT"})

    assert (answer.status_code, answer.has_header("Last-Modified")) == (200, False)


@pytest.mark.parametrize(
    "change",
    [
        {"today": TODAY + timedelta(days=1)},
        {"last_reviewed": REVIEWED + timedelta(days=1)},
        {"review_due": DUE + timedelta(days=1)},
        {"reviewer_roles": Words("- Cardiologist", "- 心内科医生")},
        {"reviewed_with": Words("a cardiologist", "一位心内科医生")},
        {"notices": (UrgentNotice(seal="0" * 64),)},
        {"lang": "zh-hans"},
        {"part": "print/"},
        {"site": SiteSettings(site_name_en="Another name")},
    ],
    ids=["day", "review", "due", "reviewer", "byline", "notice", "language", "part", "name of the site"],
)
def test_whatever_changes_the_page_changes_its_mark(etag_of, change):
    assert etag_of(**change) != etag_of()


def test_mark_stays_while_nothing_changes(etag_of):
    assert etag_of(reviewer_roles=ROLES) == etag_of()


def test_new_information_page_changes_the_mark_because_the_footer_names_it(etag_of, publish):
    before = etag_of()

    publish(prose_content("about/", Words("About", "关于"), Words("Text.", "文字。")))

    assert etag_of() != before


def test_new_release_changes_the_mark(etag_of, settings, tmp_path):
    before = etag_of()
    (tmp_path / "django.mo").write_bytes(b"other words")

    settings.LOCALE_PATHS = [tmp_path]

    assert etag_of() != before


@pytest.mark.parametrize("name", ["page.html", "zh/django.mo", "sentences.py"])
def test_release_is_told_by_names_and_bytes_of_what_makes_a_page(tmp_path, name):
    digests = set()
    for folder, text in (("a", "one"), ("b", "one"), ("c", "two")):
        made = tmp_path / folder / name
        made.parent.mkdir(parents=True)
        made.write_text(text)
        digests.add(digest_of_folders(tmp_path / folder))

    assert len(digests) == 2
