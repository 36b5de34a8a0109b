"""The home of the admin: which sections a person finds there, and where each row leads."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.models import SiteSettings
from editorial.notices import put_up
from editorial.signoff import request_changes
from editorial.suggestions import suggest
from editorial.views.dashboard import SHOWN, Dashboard
from tests.editorial.desk import save_draft
from tests.editorial.office.pages import public_trial, queries, submitted_at, submitted_trial

SECTION = re.compile(r'<section class="w-panel[^"]*" id="([a-z-]+)-section"')
WAGTAILS_OWN = {"locked-pages", "recent-edits"}


def home(person):
    client = Client()
    client.force_login(person)
    return client.get("/admin/").content.decode()


def sections(person):
    return [name for name in SECTION.findall(home(person)) if name not in WAGTAILS_OWN]


def told(person):
    return Dashboard(person).get_context_data(None)


def test_urgent_comes_first_and_then_what_waits(reviewed, signer, lead, author, language_reviewer):
    edition = public_trial(1, author, language_reviewer, signer)
    put_up(edition.page, by=lead, kind="paused", source="hospital", now=timezone.now())

    assert sections(signer) == ["urgent", "waiting-for-you", "due-for-review"]


def test_an_author_finds_their_pages_and_what_was_suggested(reviewed, author, signer):
    suggest(reviewed, person=signer, place="summary", language="en", wording="Other.", now=timezone.now())

    assert sections(author) == ["my-pages", "suggestions-for-you"]


def test_a_language_reviewer_finds_what_waits_and_nothing_else(submitted, language_reviewer):
    assert sections(language_reviewer) == ["waiting-for-you"]


@pytest.mark.parametrize("who", ["lead", "superuser"])
def test_who_leads_finds_the_whole_office_even_when_nothing_waits(request, published, who):
    assert sections(request.getfixturevalue(who)) == ["due-for-review", "everything"]


def test_a_lead_reads_how_many_pages_stand_where_and_whether_they_are_too_many(published, lead, settings):
    settings.REVIEW_INTERVAL_DAYS = 1
    site = SiteSettings.of_site()
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday"):
        setattr(site, f"capacity_{day}", 1)
    site.save()

    context = told(lead)

    # The draft is the site's home, which nobody has submitted.
    assert {str(state): number for state, number in context["counts"] if number} == {"draft": 1, "public": 1}
    assert context["plan"].is_too_much is True


def test_a_row_leads_to_the_changes_on_the_review_screen(reviewed, signer):
    address = f"{reverse('editorial_review', args=[reviewed.pk])}#review-changes"

    assert home(signer).count(f'href="{address}"') == 1


def test_that_a_decision_is_overdue_is_said_in_words(reviewed, signer):
    site = SiteSettings.of_site()
    site.days_to_decide = 1
    site.save()
    submitted_at(reviewed, timezone.now() - timedelta(days=9))

    assert "Overdue: it was to be decided by" in home(signer)


def test_a_page_sent_back_shows_its_reason_to_its_author(reviewed, signer, author):
    request_changes(reviewed, reviewer=signer, reason="Which <dose>?", now=timezone.now())

    assert "Signer asks for changes: Which &lt;dose&gt;?" in " ".join(home(author).split())


def test_a_long_list_says_how_many_more_there_are(author, monkeypatch):
    monkeypatch.setattr("editorial.views.dashboard.SHOWN", 2)
    for number in (1, 2, 3):
        submitted_trial(number, author)

    context = told(author)

    assert (SHOWN, len(context["mine"]), context["mine_number"], context["mine_more"]) == (15, 2, 3, 1)


def test_wagtails_lists_of_workflows_and_numbers_are_gone(submitted, author):
    page = home(author)

    assert ("w-summary" in page, "Awaiting your review" in page, "in moderation" in page) == (
        False,
        False,
        False,
    )


@pytest.mark.parametrize("who", ["signer", "author", "lead"])
def test_three_of_everything_cost_no_more_queries_than_one(
    request, author, language_reviewer, signer, lead, who
):
    person = request.getfixturevalue(who)
    counted = []

    for number in (1, 2, 3):
        edition = public_trial(number, author, language_reviewer, signer)
        put_up(edition.page, by=lead, kind="paused", source="hospital", now=timezone.now())
        save_draft(edition.page, author, enrolment=70 + number)
        edition.page.get_workflow().start(edition.page.specific.get_latest_revision_as_object(), author)
        submitted_trial(number + 3, author)
        counted.append(queries(lambda: told(person)))

    assert counted[2] == counted[0]


@pytest.mark.parametrize(("who", "leads_there"), [("author", 0), ("signer", 1)])
def test_a_notice_leads_to_its_screen_for_who_may_act_there(request, published, lead, who, leads_there):
    put_up(published, by=lead, kind="paused", source="hospital", now=timezone.now())

    page = home(request.getfixturevalue(who))

    assert page.count(f'href="{reverse("editorial_notice", args=[published.pk])}"') == leads_there
    assert page.count("Urgent notice:") == 1


def test_a_page_under_a_notice_is_not_called_public_as_it_stands(published, author, lead):
    put_up(published, by=lead, kind="paused", source="hospital", now=timezone.now())

    page = home(author)

    assert ("Public as it stands" in page, "Look at it: an urgent notice stands above it." in page) == (
        False,
        True,
    )
