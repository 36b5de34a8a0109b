"""Saving a trial page from Wagtail's editing screen, as a browser does."""

from typing import Any

import pytest
from wagtail.models import Page
from wagtail.users.models import UserProfile

from tests.trials.factories import SUZHOU, make_trial
from tests.trials.posting import add_criterion, autosaved, edit_url, form_values, looked_at, opened, saved
from trials.models import TrialPage

pytestmark = pytest.mark.django_db


def newest(page: TrialPage) -> TrialPage:
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def own_data(page: TrialPage) -> dict[str, Any]:
    """What the newest revision holds, without the columns that are Wagtail's own."""
    wagtails = {field.name for field in Page._meta.get_fields()}
    return {n: v for n, v in newest(page).serializable_data().items() if n not in wagtails}


def criteria(page: TrialPage) -> list[tuple[str, str, str]]:
    return [(row.key, row.text_en, row.registry_text) for row in newest(page).criteria.all()]


def test_save_without_a_change_keeps_the_digest_of_a_draft(at_desk, trial):
    trial.good_fit_en = "One paragraph.\n\n- a\n- b"
    trial.save_revision()
    before = newest(trial).build_content().digest

    response = saved(at_desk, trial, form_values(opened(at_desk, trial)))

    assert response.status_code == 302
    assert newest(trial).build_content().digest == before


def test_save_without_a_change_keeps_the_digest_of_a_live_page(at_desk, live_trial):
    before = newest(live_trial).build_content().digest

    saved(at_desk, live_trial, form_values(opened(at_desk, live_trial)))

    assert newest(live_trial).build_content().digest == before
    assert newest(live_trial).last_keys == live_trial.last_keys


def test_save_without_a_change_keeps_what_no_form_carries(at_desk, live_trial):
    before = own_data(live_trial)

    saved(at_desk, live_trial, form_values(opened(at_desk, live_trial)))

    assert own_data(live_trial) == before


def test_longer_texts_are_not_counted_as_changed_by_their_line_ends(at_desk, trial):
    draft = newest(trial)
    draft.criteria.get(key="i1").text_en = "Adults\n\n- of any sex"
    draft.save_revision()

    saved(at_desk, trial, form_values(opened(at_desk, trial)))

    assert newest(trial).criteria.get(key="i1").text_en == "Adults\n\n- of any sex"


def test_row_added_to_a_live_page_keeps_its_key_through_saves_without_a_change(at_desk, live_trial):
    values = form_values(opened(at_desk, live_trial))
    add_criterion(values, text_en="New", text_zh_hans="新")
    saved(at_desk, live_trial, values)
    added = newest(live_trial).criteria.get(key="i3")

    for _again in range(2):
        saved(at_desk, live_trial, form_values(opened(at_desk, live_trial)))

    kept = newest(live_trial).criteria.get(key="i3")
    assert added.pk is None, "the trap is a row that the database does not know"
    assert (kept.text_en, kept.translated_from) == ("New", {"text": "New"})


def test_row_of_a_live_draft_keeps_the_registry_wording(at_desk, live_trial):
    draft = newest(live_trial)
    row = draft.criteria.get(key="i2")
    draft.criteria.remove(row)
    row.pk = row.id = None
    draft.criteria.add(row)
    draft.save_revision()

    saved(at_desk, live_trial, form_values(opened(at_desk, live_trial)))

    kept = newest(live_trial).criteria.get(key="i2")
    assert (kept.pk, kept.registry_text, kept.translated_from) == (
        None,
        "ECOG: 0 or 1",
        {"text": "ECOG 0 or 1"},
    )


def test_autosave_tells_the_open_editor_the_key_it_gave(at_desk, live_trial):
    values = form_values(opened(at_desk, live_trial))
    prefix = add_criterion(values, text_en="New")

    answer = autosaved(at_desk, live_trial, values)

    assert answer["field_updates"][f"{prefix}-key"] == "i3"


@pytest.mark.parametrize("which", ["trial", "live_trial"])
def test_autosaves_in_a_row_give_one_key(at_desk, request, which):
    page = request.getfixturevalue(which)
    values = form_values(opened(at_desk, page))
    prefix = add_criterion(values, text_en="New")

    for text in ("New", "New words", "Newer words"):
        values[f"{prefix}-text_en"] = text
        assert autosaved(at_desk, page, values)["success"]

    assert [(key, text) for key, text, _registry in criteria(page)] == [
        ("i1", "Adults"),
        ("i2", "ECOG 0 or 1"),
        ("e1", "Pregnancy"),
        ("i3", "Newer words"),
    ]


def test_row_deleted_between_autosaves_never_returns_under_its_key(at_desk, live_trial):
    values = form_values(opened(at_desk, live_trial))
    prefix = add_criterion(values, text_en="Mistaken")
    autosaved(at_desk, live_trial, values)
    values[f"{prefix}-DELETE"] = "1"
    autosaved(at_desk, live_trial, values)

    add_criterion(values, text_en="Right")
    autosaved(at_desk, live_trial, values)

    assert [key for key, _text, _registry in criteria(live_trial)] == ["i1", "i2", "e1", "i4"]


@pytest.mark.parametrize("forged", ["i999", "x1", "'><b>", "i"])
def test_key_that_was_never_given_is_replaced(at_desk, trial, forged):
    values = form_values(opened(at_desk, trial))
    add_criterion(values, text_en="New", key=forged)

    saved(at_desk, trial, values)

    assert [key for key, _text, _registry in criteria(trial)] == ["i1", "i2", "e1", "i3"]


def test_sites_survive_a_save_of_the_form(at_desk, trial):
    saved(at_desk, trial, form_values(opened(at_desk, trial)))

    assert newest(trial).sites == [SUZHOU]


def test_incomplete_draft_is_saved(at_desk, trial):
    values = form_values(opened(at_desk, trial))
    values |= {"headline_zh_hans": "", "costs_en": "", "criteria-0-text_zh_hans": "", "status": ""}

    response = saved(at_desk, trial, values)

    assert response.status_code == 302
    assert newest(trial).headline_zh_hans == ""


def test_second_page_for_the_same_trial_is_refused_in_the_form(at_desk, trial, author):
    other = make_trial(owner=author, trial_id="NCT00000002")
    values = form_values(opened(at_desk, other)) | {"trial_id": "NCT00000001"}

    response = saved(at_desk, other, values)

    assert response.status_code == 200
    assert "There is a page for the trial with this id already." in response.content.decode()


def test_trial_id_of_a_published_page_cannot_be_changed(at_desk, live_trial):
    values = form_values(opened(at_desk, live_trial)) | {"trial_id": "NCT99999999"}

    saved(at_desk, live_trial, values)

    assert newest(live_trial).trial_id == "NCT00000001"


def test_code_nobody_knows_survives_a_save(at_desk, trial):
    trial.status, trial.phases, trial.sex = "PAUSED_BY_COMET", ["PHASE2", "PHASE9"], "SOME"
    trial.save_revision()

    saved(at_desk, trial, form_values(opened(at_desk, trial)))

    kept = newest(trial)
    assert (kept.status, kept.phases, kept.sex) == ("PAUSED_BY_COMET", ["PHASE2", "PHASE9"], "SOME")


def test_chinese_is_pinned_to_the_english_it_was_made_from(at_desk, trial):
    values = form_values(opened(at_desk, trial))
    values |= {"costs_en": "Free of charge.", "costs_zh_hans": "免费。"}
    saved(at_desk, trial, values)

    values = form_values(opened(at_desk, trial)) | {"costs_en": "Not free."}
    saved(at_desk, trial, values)

    assert newest(trial).translated_from["costs"] == "Free of charge."


def test_reader_without_the_right_cannot_save(client, trial, person):
    client.force_login(person("visitor"))

    response = client.post(edit_url(trial), {"headline_en": "Changed"})

    assert response.status_code == 302
    assert newest(trial).headline_en == "English headline."


def test_contact_is_offered_the_sites_of_the_page(at_desk, trial):
    screen = looked_at(opened(at_desk, trial))

    options = [(each["value"], each.text) for each in screen.select("select[name=contacts-0-site] option")]
    assert options == [
        ("", "The whole trial"),
        (SUZHOU["key"], "The First Affiliated Hospital of Soochow University, Suzhou"),
    ]


def test_contact_of_a_removed_site_stays_with_it(at_desk, trial):
    draft = newest(trial)
    draft.contacts.all()[0].site = "gone"
    draft.save_revision()

    saved(at_desk, trial, form_values(opened(at_desk, trial)))

    assert [row.site for row in newest(trial).contacts.all()] == ["gone"]


def test_contact_of_a_large_study_is_given_its_site_by_key(at_desk, author):
    page = make_trial(owner=author, sites=[SUZHOU | {"key": f"s{n}"} for n in range(41)])
    values = form_values(opened(at_desk, page)) | {"contacts-0-site": "s40"}

    saved(at_desk, page, values)

    assert [row.site for row in newest(page).contacts.all()] == ["s40"]


def test_save_under_a_chinese_admin_keeps_both_languages(at_desk, trial, author):
    UserProfile.objects.update_or_create(user=author, defaults={"preferred_language": "zh-hans"})
    before = newest(trial).build_content().digest

    saved(at_desk, trial, form_values(opened(at_desk, trial)))

    assert newest(trial).build_content().digest == before
    base = TrialPage.objects.filter(pk=trial.pk).rewrite(False).values_list("headline", flat=True)
    assert list(base) == ["English headline."]
