"""States the demonstration does not show: withdrawn, withheld, being checked, long lists."""

import pytest

from tests.accessibility import pages
from tests.accessibility.visit import visit, written

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


def test_page_being_checked(browser, live_server, being_checked):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.BEING_CHECKED)


def test_list_without_a_trial(browser, live_server, home):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.EMPTY_LIST)


def test_list_of_every_standing(browser, live_server, every_standing):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.EVERY_STANDING)


def test_trial_with_all_it_can_have(browser, live_server, full_trial):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.FULL_TRIAL)


def test_sites_in_several_countries(browser, live_server, full_trial):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.MANY_SITES)


def test_history_of_several_editions(browser, live_server, several_editions):
    assert_nothing_keeps_a_reader_out(browser, live_server, pages.SEVERAL_EDITIONS)
