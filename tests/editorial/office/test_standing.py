"""A person's own pages: where each stands, and the most pressing first."""

from datetime import timedelta

from django.utils import timezone

from editorial.content import Words
from editorial.models import SiteSettings
from editorial.notices import put_up
from editorial.office.exceptions import with_exceptions
from editorial.office.overview import overview
from editorial.office.standing import State, mine
from editorial.office.waiting import Desks
from editorial.signoff import request_changes, withdraw
from tests.editorial.desk import save_draft
from tests.editorial.office.pages import public_trial, queries, submitted_trial


def pages_of(person):
    return mine(person, Desks(person, SiteSettings.of_site()).steps)


def states(person):
    return [(each.state, each.public_number) for each in pages_of(person)]


def test_a_draft_stands_with_its_author_and_its_translator(draft, author, translator, author2):
    assert states(author) == states(translator) == [(State.DRAFT, None)]
    assert states(author2) == []


def test_a_submitted_page_says_what_it_waits_for(submitted, author):
    assert states(author) == [(State.LANGUAGE_REVIEW, None)]


def test_a_page_sent_back_says_by_whom_and_why(reviewed, author, signer):
    request_changes(reviewed, reviewer=signer, reason="Which dose?", now=timezone.now())

    (found,) = pages_of(author)

    assert (found.state, found.sent_back_by, found.reason) == (State.SENT_BACK, "Signer", "Which dose?")


def test_a_page_sent_back_and_submitted_again_waits(reviewed, author, signer):
    request_changes(reviewed, reviewer=signer, reason="Which dose?", now=timezone.now())
    reviewed.current_workflow_state.resume(user=author)

    assert states(author) == [(State.SIGN_OFF, None)]


def test_a_public_page_says_which_edition_readers_have(published, author):
    assert states(author) == [(State.PUBLIC, 1)]


def test_a_newer_draft_of_a_public_page_is_a_draft_beside_its_edition(published, author):
    save_draft(published, author, summary_en="Newer.")

    assert states(author) == [(State.DRAFT, 1)]


def test_a_withdrawn_page_is_called_so(published, author, lead):
    withdraw(published, by=lead, reason=Words(en="Wrong.", zh_hans=""), now=timezone.now())

    assert states(author) == [(State.WITHDRAWN, None)]


def test_what_was_sent_back_comes_before_drafts_and_public_pages(published, author, signer):
    page = submitted_trial(1, author)
    request_changes(page, reviewer=signer, reason="Which dose?", now=timezone.now())

    assert [each.state for each in pages_of(author)] == [State.SENT_BACK, State.PUBLIC]


def test_the_overview_counts_every_page_once(published, author, lead):
    submitted_trial(1, author)

    counted = overview(lead, Desks(lead, SiteSettings.of_site()).steps)

    assert (counted[State.PUBLIC], counted[State.LANGUAGE_REVIEW], counted[State.SIGN_OFF]) == (1, 1, 0)


def test_three_pages_cost_no_more_queries_than_one(author, language_reviewer, signer):
    counted = []

    for number in (1, 2, 3):
        public_trial(number, author, language_reviewer, signer)
        counted.append(queries(lambda: pages_of(author)))

    assert counted[2] == counted[0]


def test_what_is_wrong_about_a_public_page_is_said_beside_it(author, language_reviewer, signer, lead):
    edition = public_trial(1, author, language_reviewer, signer, withhold_chinese_because="Not settled.")
    put_up(edition.page, by=lead, kind="paused", source="hospital", now=timezone.now())
    due = edition.signed_by.review_due

    on_time, late = (with_exceptions(pages_of(author), due + timedelta(days=days)) for days in (13, 14))

    notice, withheld = "an urgent notice stands above it", "the Chinese is withheld"
    overdue = f"its review is overdue since {due.isoformat()}, and readers are warned"
    assert [each.exceptions for each in on_time] == [(notice, withheld)]
    assert [each.exceptions for each in late] == [(notice, overdue, withheld)]


def test_nothing_is_said_of_a_page_that_is_as_it_should_be(published, author):
    assert [each.exceptions for each in with_exceptions(pages_of(author), timezone.localdate())] == [()]
