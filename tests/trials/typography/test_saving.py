"""Chinese put right when an editor saves by hand, told to them, and taken back."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.refusals import SignOffRefused
from tests.trials.factories import make_index
from tests.trials.posting import (
    HTML,
    FormReader,
    autosaved,
    edit_url,
    form_values,
    looked_at,
    opened,
    saved,
)
from trials.models import TrialPage
from trials.typography import Change, Correction, put_right
from trials.typography.saving import bring_back

pytestmark = pytest.mark.django_db

TYPED, RIGHT = "臨床試驗,免费.", "临床试验，免费。"


def newest(page: TrialPage) -> TrialPage:
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def typed_and_saved(client: Client, page: TrialPage, **typed: str) -> Any:
    return saved(client, page, form_values(opened(client, page)) | typed)


def undone(client: Client, page: TrialPage) -> Any:
    return client.post(reverse("trial_as_typed", args=[page.pk]))


@pytest.mark.parametrize("which", ["trial", "live_trial"])
def test_save_by_hand_puts_chinese_right_in_the_version_saved(at_desk, request, which):
    page = request.getfixturevalue(which)
    before = page.revisions.count()

    typed_and_saved(
        at_desk, page, costs_zh_hans=TYPED, **{"criteria-0-text_zh_hans": TYPED, "costs_en": "临床,"}
    )

    kept = newest(page)
    assert (kept.costs_zh_hans, kept.criteria.get(key="i1").text_zh_hans) == (RIGHT, RIGHT)
    assert kept.costs_en == "临床,"
    assert page.revisions.count() == before + 1


def test_chinese_put_right_counts_as_made_from_the_english_beside_it(at_desk, trial):
    typed_and_saved(at_desk, trial, costs_en="Free.", costs_zh_hans=TYPED)

    assert newest(trial).translated_from["costs"] == "Free."


def test_editor_is_told_what_was_put_right(at_desk, trial):
    typed_and_saved(at_desk, trial, costs_zh_hans=TYPED)

    told = looked_at(opened(at_desk, trial)).select_one("ul.put-right")

    assert [" ".join(row.text.split()) for row in told.select("li")] == [
        "Costs and payments (traditional characters): 臨床試驗,免费 → 临床试验,免费",
        "Costs and payments (punctuation): 床试验,免费. → 床试验，免费。",
    ]
    assert {each["lang"] for each in told.select("del, ins")} == {"zh-Hans"}


def test_autosave_leaves_what_is_being_typed(at_desk, trial):
    values = form_values(opened(at_desk, trial)) | {"costs_zh_hans": TYPED}

    autosaved(at_desk, trial, values)

    assert newest(trial).costs_zh_hans == TYPED


def test_save_by_hand_after_autosaves_puts_right_what_they_saved(at_desk, trial):
    values = form_values(opened(at_desk, trial)) | {"costs_zh_hans": TYPED}
    autosaved(at_desk, trial, values)
    autosaved(at_desk, trial, values)

    saved(at_desk, trial, values)

    assert newest(trial).costs_zh_hans == RIGHT


def test_save_by_hand_that_names_no_autosave_puts_right_what_they_saved(at_desk, trial):
    values = form_values(opened(at_desk, trial)) | {"costs_zh_hans": TYPED}
    autosaved(at_desk, trial, values)
    del values["overwrite_revision_id"]  # the browser sends it with autosaves only

    saved(at_desk, trial, values)

    assert newest(trial).costs_zh_hans == RIGHT


def test_autosave_of_somebody_else_is_left_to_them(at_desk, trial, person):
    other = TrialPage.objects.get(pk=trial.pk).get_latest_revision_as_object()
    values = form_values(opened(at_desk, trial)) | {"headline_en": "Another"}
    autosaved(at_desk, trial, values)
    other.costs_zh_hans = TYPED
    other.save_revision(user=person("colleague"))

    typed_and_saved(at_desk, trial, rights_zh_hans=TYPED)

    assert (newest(trial).costs_zh_hans, newest(trial).rights_zh_hans) == (TYPED, RIGHT)


def test_text_nobody_changed_stays(at_desk, trial):
    draft = newest(trial)
    draft.rights_zh_hans = TYPED
    draft.save_revision()

    typed_and_saved(at_desk, trial, costs_zh_hans=TYPED)

    assert (newest(trial).rights_zh_hans, newest(trial).costs_zh_hans) == (TYPED, RIGHT)


def test_official_chinese_stays_as_it_was_published(at_desk, trial):
    row = {"criteria-0-source": "official", "criteria-0-text_zh_hans": TYPED}

    typed_and_saved(at_desk, trial, **row, **{"criteria-0-official_url": "https://example.org/"})

    assert newest(trial).criteria.get(key="i1").text_zh_hans == TYPED


def test_name_that_stays_foreign_stays(trial):
    trial.foreign_words, trial.costs_zh_hans = "臨床公司\n", "由臨床公司支付,免费"

    changes = put_right(trial, {})

    correction = Correction("punctuation", "臨床公司支付,免费", "臨床公司支付，免费")
    assert changes == [Change("costs", "由臨床公司支付,免费", "由臨床公司支付，免费", (correction,))]


def test_undo_brings_back_what_was_typed_and_the_next_save_leaves_it(at_desk, trial):
    typed_and_saved(at_desk, trial, costs_zh_hans=TYPED, **{"criteria-0-text_zh_hans": TYPED})
    before = trial.revisions.count()

    response = undone(at_desk, trial)

    assert (response.status_code, response.url) == (302, edit_url(trial))
    assert trial.revisions.count() == before + 1
    typed_and_saved(at_desk, trial, headline_en="Another headline")
    kept = newest(trial)
    assert (kept.costs_zh_hans, kept.criteria.get(key="i1").text_zh_hans) == (TYPED, TYPED)
    assert (kept.as_typed, kept.criteria.get(key="i1").as_typed) == ({"costs": TYPED}, {"text": TYPED})


def test_text_brought_back_and_changed_again_is_put_right_again(at_desk, trial):
    typed_and_saved(at_desk, trial, costs_zh_hans=TYPED)
    undone(at_desk, trial)

    typed_and_saved(at_desk, trial, costs_zh_hans=f"{TYPED}好")

    assert newest(trial).costs_zh_hans == f"{RIGHT}好"


def test_undo_leaves_a_text_that_changed_since(at_desk, trial):
    typed_and_saved(at_desk, trial, costs_zh_hans=TYPED)
    typed_and_saved(at_desk, trial, costs_zh_hans="另一句。")

    undone(at_desk, trial)

    assert newest(trial).costs_zh_hans == "另一句。"
    assert "1 text was changed since and stays as it is." in opened(at_desk, trial)


def test_undo_twice_has_nothing_to_bring_back(at_desk, trial):
    typed_and_saved(at_desk, trial, costs_zh_hans=TYPED)
    undone(at_desk, trial)
    before = trial.revisions.count()

    undone(at_desk, trial)

    assert trial.revisions.count() == before
    assert "There is nothing to bring back." in opened(at_desk, trial)


def test_undo_is_refused_to_who_may_not_edit(client, trial, person):
    client.force_login(person("visitor"))

    response = undone(client, trial)

    assert response.status_code == 302
    assert response.url != edit_url(trial)


def test_undo_asks_for_the_forms_token(trial, author):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(author)

    assert undone(browser, trial).status_code == 403


def test_undo_by_a_link_is_refused(at_desk, trial):
    assert at_desk.get(reverse("trial_as_typed", args=[trial.pk])).status_code == 405


def test_locked_page_is_not_brought_back(trial, author, person):
    trial.locked, trial.locked_by, trial.locked_at = True, person("locker"), timezone.now()
    trial.save()

    with pytest.raises(SignOffRefused, match="locked"):
        bring_back(trial, typed={"costs": (TYPED, "中文costs。")}, by=author, now=timezone.now())

    assert newest(trial).costs_zh_hans == "中文costs。"


def test_chinese_of_a_page_begun_by_hand_is_put_right(at_desk):
    add_url = reverse("wagtailadmin_pages:add", args=["trials", "trialpage", make_index().pk])
    reader = FormReader()
    reader.feed(at_desk.get(add_url).content.decode())
    typed = {"title": "UTAA17", "trial_id": "NCT1", "costs_zh_hans": TYPED}

    at_desk.post(add_url, reader.values | typed, headers=HTML)

    page = TrialPage.objects.get()
    assert (newest(page).costs_zh_hans, page.revisions.count()) == (RIGHT, 1)
