"""Chinese that comes back is what it was: out of date, or a machine's. Nobody worded it anew."""

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.suggestions import accept, suggest
from tests.trials.posting import HTML, add_criterion, autosaved, edit_url, form_values, opened, saved
from trials.models import TrialPage
from trials.translating.reused import FROM_MEMORY, token_of
from trials.translating.staleness import stale_texts

pytestmark = pytest.mark.django_db


def newest(page):
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def stale(page):
    return list(stale_texts(newest(page)))


def machine_texts(page):
    return newest(page).build_content().machine_translated


def edit(client, page, **typed):
    assert saved(client, page, form_values(opened(client, page)) | typed).status_code == 302


def restore(client, page, revision):
    """Open an earlier version and save it, as an editor does."""
    screen = client.get(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision]))
    values = form_values(screen.content.decode())
    response = client.post(edit_url(page), {**values, "revision": str(revision)}, headers=HTML)
    assert response.status_code == 302


@pytest.fixture
def by_machine(trial):
    page = newest(trial)
    page.made_by = {"summary": "machine"}
    page.criteria.get(key="i1").made_by = {"text": "machine"}
    page.save_revision()
    return trial


@pytest.fixture
def outdated(at_desk, trial):
    """The English of its summary was changed after the Chinese."""
    edit(at_desk, trial, summary_en="You must not take part.")
    return trial


def test_a_letter_typed_and_taken_back_words_nothing(at_desk, by_machine):
    values = form_values(opened(at_desk, by_machine))
    chinese = values["summary_zh_hans"]

    for typed in (chinese + "字", chinese):
        values["summary_zh_hans"] = typed
        assert autosaved(at_desk, by_machine, values)["success"]

    assert machine_texts(by_machine) == ("summary", "criteria.i1.text")


def test_a_comma_words_nothing(at_desk, by_machine):
    chinese = newest(by_machine).summary_zh_hans

    edit(at_desk, by_machine, summary_zh_hans=f"{chinese}，")

    assert machine_texts(by_machine) == ("summary", "criteria.i1.text")


def test_a_mark_inside_a_number_is_a_wording(at_desk, by_machine):
    edit(at_desk, by_machine, summary_zh_hans="1:5")
    page = newest(by_machine)
    page.made_by = {"summary": "machine"}
    page.save_revision()

    edit(at_desk, by_machine, summary_zh_hans="1.5")

    assert machine_texts(by_machine) == ("criteria.i1.text",)


def test_a_restored_version_of_a_machine_is_the_machines(at_desk, by_machine):
    version = newest(by_machine).latest_revision_id
    edit(at_desk, by_machine, summary_zh_hans="人写的摘要。")
    by_person = machine_texts(by_machine)

    restore(at_desk, by_machine, version)

    assert by_person == ("criteria.i1.text",)
    assert machine_texts(by_machine) == ("summary", "criteria.i1.text")


def test_a_row_deleted_and_added_again_is_the_machines_and_as_old(at_desk, by_machine):
    values = form_values(opened(at_desk, by_machine)) | {"criteria-0-DELETE": "1"}
    add_criterion(values, text_en="Adults only", text_zh_hans="成年人")

    saved(at_desk, by_machine, values)

    row = newest(by_machine).criteria.get(text_zh_hans="成年人")
    assert (row.made_by, row.translated_from) == ({"text": "machine"}, {"text": "Adults"})
    assert stale(by_machine) == [f"criteria.{row.key}.text"]


def test_a_row_that_says_what_another_says_is_its_writers(at_desk, by_machine):
    values = form_values(opened(at_desk, by_machine))
    add_criterion(values, text_en="Grown-ups", text_zh_hans="成年人")

    saved(at_desk, by_machine, values)

    assert (machine_texts(by_machine), stale(by_machine)) == (("summary", "criteria.i1.text"), [])


def test_the_memory_takes_nothing_from_a_machine(at_desk, by_machine):
    token = token_of("summary", newest(by_machine).summary_zh_hans)

    edit(at_desk, by_machine, **{FROM_MEMORY: token})

    assert machine_texts(by_machine) == ("summary", "criteria.i1.text")


# ——— out of date


def test_a_full_stop_taken_away_and_put_back_leaves_chinese_out_of_date(at_desk, outdated):
    chinese = newest(outdated).summary_zh_hans

    edit(at_desk, outdated, summary_zh_hans=chinese.removesuffix("。"))
    without = stale(outdated)
    edit(at_desk, outdated, summary_zh_hans=chinese)

    assert (without, stale(outdated)) == (["summary"], ["summary"])


def test_a_restored_version_is_as_out_of_date_as_it_was(at_desk, outdated):
    version = newest(outdated).latest_revision_id
    edit(at_desk, outdated, summary_zh_hans="您不得参加。")
    written_anew = stale(outdated)

    restore(at_desk, outdated, version)

    assert (written_anew, stale(outdated)) == ([], ["summary"])


def test_chinese_called_right_before_it_came_back_is_right(at_desk, outdated):
    page = newest(outdated)
    [text] = stale_texts(page).values()
    edit(at_desk, outdated, still_right=text.token)
    edit(at_desk, outdated, summary_zh_hans="您不得参加。")

    edit(at_desk, outdated, summary_zh_hans=page.summary_zh_hans)

    assert stale(outdated) == []


def test_marks_changed_together_with_the_english_are_fresh(at_desk, trial):
    edit(at_desk, trial, summary_en="Really?", summary_zh_hans=newest(trial).summary_zh_hans + "？")

    assert stale(trial) == []


# ——— suggestions


def better(page, signer):
    wanted = {"place": "summary", "language": "zh-hans", "wording": "更好的摘要。"}
    return suggest(page, person=signer, **wanted, now=timezone.now())


def test_chinese_suggested_for_older_english_is_out_of_date(at_desk, trial, signer, translator):
    suggestion = better(trial, signer)
    former = newest(trial).summary_en
    edit(at_desk, trial, summary_en="You must not take part.")

    accept(suggestion, by=translator, now=timezone.now())

    assert stale(trial) == ["summary"]
    assert newest(trial).translated_from["summary"] == former


def test_chinese_suggested_for_the_english_of_now_is_fresh(outdated, signer, translator):
    accept(better(outdated, signer), by=translator, now=timezone.now())

    assert stale(outdated) == []
