"""States the demonstration does not show: withdrawn, withheld, late, under notice, long lists."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.content import Words
from tests.accessibility import pages
from tests.accessibility.visit import visit, written
from tests.site import publishing
from tests.site.acts import Kind, Source, give_digest, lift, put_up
from tests.site.seed import seed_content, seed_facts
from trials.content import Contact

pytestmark = pytest.mark.browser


def assert_nothing_keeps_a_reader_out(browser, live_server, surface):
    complaints = {lang: visit(browser, live_server.url, surface, lang) for lang in surface.languages}

    assert complaints == {lang: {} for lang in surface.languages}, "\n".join(
        map(written, complaints.values())
    )


def test_withdrawn_page(browser, live_server, withdrawn):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.WITHDRAWN)


def test_language_withheld(browser, live_server, language_withheld):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.WITHHELD)


def test_file_of_a_withheld_language(browser, live_server, language_withheld):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.NO_FILE)


def test_page_being_checked(browser, live_server, being_checked):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.BEING_CHECKED)


def test_list_without_a_trial(browser, live_server, home):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.EMPTY_LIST)


def test_words_while_no_page_explains_any(browser, live_server, home):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.NO_WORDS)


def test_list_of_every_standing(browser, live_server, every_standing):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.EVERY_STANDING)


def test_trial_with_all_it_can_have(browser, live_server, full_trial):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.FULL_TRIAL)


def test_sites_in_several_countries(browser, live_server, full_trial):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.MANY_SITES)


def test_history_of_several_editions(browser, live_server, several_editions):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.SEVERAL_EDITIONS)


@pytest.fixture
def late(home, signer):
    """Return a function that publishes a trial whose review was due so many days ago."""

    def make(days, content=None):
        now = timezone.now()
        return publishing.publish(
            content or _recruiting(),
            home=home,
            signer=signer,
            now=now - timedelta(days=days + 180),
            review_due=timezone.localdate() - timedelta(days=days),
            byline_en="a haematologist",
            byline_zh_hans="一位血液科医生",
        )

    return make


@pytest.fixture
def under_notice(late, lead):
    """A trial with two notices that stand, one of them about its contact, and one that was lifted."""
    edition = late(-30)
    now = timezone.now()
    lift(put_up(edition, by=lead, kind=Kind.SAFETY, source=Source.ETHICS, now=now), by=lead, now=now)
    put_up(edition, by=lead, now=now)
    put_up(edition, by=lead, kind=Kind.CONTACT, source=Source.EDITORS, now=now)
    return edition


def _recruiting():
    facts = seed_facts(status_date=timezone.localdate().isoformat())
    return seed_content(
        facts=facts, contacts=(Contact("c1", "s1", "CONTACT", "010-0000 0000", "2026-05-01"),)
    )


@pytest.mark.parametrize("surface", [pages.OVERDUE, pages.OVERDUE_SHEET], ids=str)
def test_overdue_page(browser, live_server, late, surface):
    late(14)

    assert_nothing_keeps_a_reader_out(browser, live_server, surface)


def test_list_with_lapsed_trials(browser, live_server, late):
    late(90)
    late(20, _other("trials/nct2/", "NCT2"))

    assert_nothing_keeps_a_reader_out(browser, live_server, pages.LAPSED_LIST)


def _other(path, trial_id):
    headline = Words("Another trial in multiple myeloma", "另一项多发性骨髓瘤试验")
    return replace(_recruiting(), path=path, trial_id=trial_id, headline=headline)


@pytest.mark.parametrize(
    "surface",
    [
        pages.NOTICE,
        pages.NOTICE_ON_CARD,
        pages.NOTICE_ON_SHEET,
        pages.NOTICE_ON_SITES,
        pages.NOTICE_IN_HISTORY,
    ],
    ids=str,
)
def test_urgent_notice(browser, live_server, under_notice, surface):
    assert_nothing_keeps_a_reader_out(browser, live_server, surface)


def test_language_withheld_from_a_late_page_under_notice(browser, live_server, late, lead):
    put_up(late(95, _other("trials/nct2/", "NCT2").withhold_chinese()), by=lead, now=timezone.now())

    assert_nothing_keeps_a_reader_out(browser, live_server, pages.WITHHELD_AND_LATE)


@pytest.fixture
def two_editions(late, home, signer):
    """An edition and the one that replaced it, with another number, another fact and another criterion."""
    first = _recruiting()
    paper = late(-30, replace(first, costs=Words("Up to 60 yuan a day", "每天最多60元")))
    mended = replace(
        first,
        costs=Words("Up to 65 yuan a day", "每天最多65元"),
        facts=replace(first.facts, status="COMPLETED"),
        criteria=first.criteria[1:],
    )
    return paper, publishing.publish(mended, home=home, signer=signer, now=timezone.now())


def test_replaced_edition_on_paper(browser, live_server, two_editions):
    paper, _newer = two_editions

    surface = replace(pages.REPLACED_EDITION, path=f"verify/{paper.digest}/")
    assert_nothing_keeps_a_reader_out(browser, live_server, surface)


def test_code_of_two_editions(browser, live_server, two_editions):
    for edition, last in zip(two_editions, "ab", strict=True):
        give_digest(edition, f"abcdef012345{last}".ljust(64, "0"))

    surface = replace(pages.SHARED_CODE, path="verify/abcdef012345/")
    assert_nothing_keeps_a_reader_out(browser, live_server, surface)
