"""Editions of a page in one time line: what changed, what each rests on, what was refused between."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log

from editorial import triggers
from editorial.checklist import STATEMENTS
from editorial.content import Words
from editorial.models import Edition, SignOff
from editorial.notices import put_up
from editorial.office.history import EditionEvent
from editorial.signoff import still_correct, withdraw
from editorial.worddiff import Kind
from tests.editorial.desk import save_draft, signed


def get(page, person):
    client = Client()
    client.force_login(person)
    return client.get(reverse("editorial_editions", args=[page.pk]))


def events(page, person):
    return get(page, person).context_data["events"]


def editions(page, person):
    return [event for event in events(page, person) if isinstance(event, EditionEvent)]


def changed(segments):
    return [(each.kind, each.text) for each in segments if each.kind != Kind.SAME]


@pytest.fixture
def signed_again(published, author, signer, submit):
    """The published page with a number changed in its facts and its first criterion withheld in Chinese."""
    save_draft(published, author, enrolment=77, summary_en="English of the summary.")
    submit(published, author)
    return signed(published, signer, withhold_chinese_because="Not settled.")


def test_the_first_edition_is_new_as_a_whole(published, author):
    (event,) = editions(published, author)

    assert (event.is_first, event.texts, event.facts) == (True, [], [])
    assert set(event.statements) == {str(each) for each in STATEMENTS[SignOff.Role.SIGNER].values()}
    assert [review.role for review in event.reviews] == ["language-reviewer"]


def test_an_edition_says_what_changed_in_facts_and_words(published, signed_again, author):
    second, _first = editions(published, author)

    summary = next(text for text in second.texts if text.place == "One-line summary")
    assert changed(summary.english) == [(Kind.ADDED, "the ")]
    assert [(fact.before, fact.after) for fact in second.facts] == [("", "77")]
    assert second.edition.signed_by.withheld_reason == "Not settled."


def test_still_correct_stands_under_its_edition(published, signer2, author):
    ticked = set(STATEMENTS[SignOff.Role.SIGNER])
    seen = Edition.objects.get().digest
    still_correct(published, reviewer=signer2, seen=seen, ticked=ticked, now=timezone.now())

    (event,) = editions(published, author)

    assert [again.person for again in event.confirmations] == [signer2]


def test_refusals_notices_and_a_withdrawal_stand_between_the_editions(published, lead, author):
    told = {"act": "Sign off", "sentence": "The text changed."}
    log(instance=published, action="editorial.refused", user=lead, data=told)
    put_up(published, by=lead, kind="paused", source="hospital", now=timezone.now())
    withdraw(published, by=lead, reason=Words(en="Wrong dose.", zh_hans=""), now=timezone.now())

    found = [event for event in events(published, author) if not isinstance(event, EditionEvent)]

    assert [(event.entry.action, event.about, event.reason) for event in found] == [
        ("editorial.notice_lifted", "Taking new people in is paused", "The page was withdrawn."),
        ("editorial.withdraw", "", "Wrong dose."),
        ("editorial.notice", "Taking new people in is paused", ""),
        ("editorial.refused", "Sign off", "The text changed."),
        ("editorial.language_review", "", ""),
    ]


def test_words_that_are_not_what_was_signed_are_not_compared(published, signed_again, author):
    triggers.drop(connection)
    plain = json.loads(Edition.objects.get(number=1).content) | {"trial_id": "NCT9"}
    Edition.objects.filter(number=1).update(content=json.dumps(plain))

    second, first = editions(published, author)

    assert (second.cannot_compare, bool(first.problems)) == (True, True)


def test_a_page_nobody_signed_says_so(draft, author):
    assert "Nothing of this page was ever signed or refused." in get(draft, author).content.decode()


def test_without_a_right_on_the_page_its_editions_are_not_shown(published, person):
    response = get(published, person("guest"))

    assert (response.status_code, hasattr(response, "context_data")) == (302, False)


def test_the_page_leads_to_its_editions(published, author):
    client = Client()
    client.force_login(author)

    screen = client.get(reverse("wagtailadmin_pages:edit", args=[published.pk])).content.decode()

    assert screen.count(reverse("editorial_editions", args=[published.pk])) == 1
