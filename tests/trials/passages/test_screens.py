"""The screens of a passage: its approval, the pages that hold it, and how it comes into a page."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial.desk import open_desk
from editorial.suggestible import words_at
from tests.editorial.desk import save_draft
from tests.trials.passages.conftest import CHINESE, ENGLISH, approved, write_passage
from trials.models import Passage, PassageApproval
from trials.passages.approving import seen_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_user():
    """Return a function that gives a client logged in as somebody."""

    def log_in(user):
        client = Client()
        client.force_login(user)
        return client

    return log_in


def screen_of(passage):
    return reverse("trial_passage", args=[passage.pk])


def insert_url(page, place=""):
    return reverse("insert_passage", args=[page.pk]) + (f"?place={place}" if place else "")


def seen(response):
    return BeautifulSoup(response.content, "html.parser").select_one("#main")


def posted(page, passage, place="rights"):
    return {"revision": open_desk(page.pk).revision.pk, "passage": passage.pk, "place": place}


def test_a_passage_written_in_the_admin_is_its_writers(at_desk, author, signer):
    texts = {"name": "Rights", "text_en": "Yours.", "text_zh_hans": "您的。"}
    source = {"source_title": "", "source_url": ""}

    at_desk.post(reverse("wagtailsnippets_trials_passage:add"), texts | source)
    passage = Passage.objects.get()
    response = at_desk.get(screen_of(passage))

    assert response.context["wrote"] is True
    assert seen(response).select("form") == []


def test_a_reviewer_approves_on_its_screen(phase1, as_user, language_reviewer):
    response = as_user(language_reviewer).post(screen_of(phase1), {"seen": seen_of(phase1)}, follow=True)

    assert PassageApproval.objects.get().approved_by == language_reviewer
    assert [str(message).strip() for message in response.context["messages"]] == [
        "Approved. Who writes pages can insert it now."
    ]
    assert response.context["standing"].startswith("approved on ")


def test_an_approval_of_other_words_is_refused(phase1, as_user, language_reviewer, author):
    was = seen_of(phase1)
    write_passage(author, text_en="Other words.")

    response = as_user(language_reviewer).post(screen_of(phase1), {"seen": was})

    assert (response.status_code, response.context["refused"]) == (
        409,
        "The text changed after you opened it. Read it again, then decide.",
    )
    assert PassageApproval.objects.count() == 0


def test_looking_at_a_passage_approves_nothing(phase1, as_user, language_reviewer):
    as_user(language_reviewer).get(screen_of(phase1), {"seen": seen_of(phase1)})

    assert PassageApproval.objects.count() == 0


def test_who_is_of_no_group_sees_no_passage(phase1, as_user, person):
    assert as_user(person("stranger")).get(screen_of(phase1)).status_code == 302


def test_reviewers_see_the_list_and_change_nothing(approved_phase1, as_user, signer):
    reader = as_user(signer)

    listing = reader.get(reverse("wagtailsnippets_trials_passage:list"))
    edit = reader.get(reverse("wagtailsnippets_trials_passage:edit", args=[approved_phase1.pk]))

    link = BeautifulSoup(listing.content, "html.parser").select_one(f"a[href='{screen_of(approved_phase1)}']")
    assert link.text == "approved on 2026-05-15 by Language-reviewer"
    assert edit.status_code == 302


def test_the_list_reads_approvals_once(approved_phase1, at_desk, author, signer):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            at_desk.get(reverse("wagtailsnippets_trials_passage:list"))
        return len(queries)

    cost()
    one = cost()
    for number in range(4):
        approved(write_passage(author, f"Another {number}"), signer)

    assert cost() == one


def test_a_changed_passage_shows_what_was_approved(approved_phase1, at_desk, author):
    write_passage(author, text_en="Other words.")

    response = at_desk.get(screen_of(approved_phase1))

    assert response.context["standing"] == "changed since its approval on 2026-05-15 by Language-reviewer"
    assert seen(response).select_one("[aria-labelledby=passage-approved] [lang=en]").text == ENGLISH


def test_the_screen_names_the_pages_that_hold_it(trial, approved_phase1, at_desk, author):
    save_draft(trial, author, rights_en=ENGLISH, rights_zh_hans=CHINESE)

    [row] = seen(at_desk.get(screen_of(approved_phase1))).select("[aria-labelledby=passage-pages] li")

    assert row.text == "UTAA17: Your choice and your rights"
    assert row.a["href"] == reverse("wagtailadmin_pages:edit", args=[trial.pk])


@pytest.mark.parametrize(
    ("field", "anchor"), [("id_rights_zh_hans", "#id_rights_zh_hans"), ("//elsewhere.example", "")]
)
def test_who_inserted_goes_back_to_the_field_they_came_from(trial, approved_phase1, at_desk, field, anchor):
    response = at_desk.post(insert_url(trial), posted(trial, approved_phase1) | {"field": field})

    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[trial.pk]) + anchor


def test_the_form_puts_both_texts_in(trial, approved_phase1, at_desk):
    response = at_desk.post(insert_url(trial), posted(trial, approved_phase1))

    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[trial.pk])
    assert words_at(open_desk(trial.pk).content, "rights").zh_hans == f"中文rights。\n\n{CHINESE}"


def test_the_form_of_an_outdated_tab_is_refused(trial, approved_phase1, at_desk, author):
    values = posted(trial, approved_phase1)
    save_draft(trial, author, summary_en="Changed meanwhile.")

    response = at_desk.post(insert_url(trial), values)

    assert (response.status_code, response.context["refused"]) == (
        409,
        "The draft changed after you opened it, perhaps in another tab. Read it again.",
    )
    assert words_at(open_desk(trial.pk).content, "rights").en == "English rights."


@pytest.mark.parametrize("missing", ["passage", "place"])
def test_a_form_without_a_choice_is_refused(trial, approved_phase1, at_desk, missing):
    response = at_desk.post(insert_url(trial), posted(trial, approved_phase1) | {missing: ""})

    assert response.context["refused"] == "Choose a passage and the text it goes behind."


def test_only_approved_passages_can_be_chosen(trial, approved_phase1, at_desk, author):
    write_passage(author, "Not yet")

    screen = seen(at_desk.get(insert_url(trial, "rights")))

    offered = [choice["value"] for choice in screen.select("[name=passage]")]
    assert offered == [str(approved_phase1.pk)]
    assert "Not yet · not approved" in " ".join(screen.text.split())


def test_other_kinds_of_pages_take_no_passage(trial, at_desk):
    home = trial.get_parent()

    # Addresses without a language are tried with one before they are given up.
    assert at_desk.get(insert_url(home), follow=True).status_code == 404


def test_the_editor_links_to_it_beside_prose_only(trial, approved_phase1, at_desk, author):
    save_draft(trial, author, rights_en=ENGLISH, rights_zh_hans=CHINESE)

    screen = seen(at_desk.get(reverse("wagtailadmin_pages:edit", args=[trial.pk])))

    places = {link["href"].split("place=")[1] for link in screen.select(".beside__passages a")}
    said = [each.text for each in screen.select(".beside__passages p")]
    assert {"rights", "costs"} <= places
    assert {"headline", "summary"} & places == set()
    assert [place for place in places if place.startswith("criteria.")] == []
    assert said == ["Already reviewed on 2026-05-15 by Language-reviewer: the passage “Phase 1”."]


def test_the_review_screen_says_what_was_reviewed(trial, approved_phase1, as_user, author, signer):
    save_draft(trial, author, rights_en=ENGLISH, rights_zh_hans=CHINESE)

    screen = seen(as_user(signer).get(reverse("editorial_review", args=[trial.pk])))

    beside = [row.text for row in screen.select(".review__beside .review__findings li")]
    assert "Already reviewed on 2026-05-15 by Language-reviewer: the passage “Phase 1”." in beside
