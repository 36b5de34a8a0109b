"""How far both languages have come: counted as the page stands, kept with each version."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.editorial.desk import save_draft
from tests.trials.factories import make_trial
from tests.trials.passages.conftest import CHINESE, ENGLISH, NOON, approved, write_passage
from tests.trials.posting import autosaved, form_values, opened, saved
from trials.models import CriterionRow, TranslationProgress, TrialPage
from trials.translating.progress import count_again, progress_of

pytestmark = pytest.mark.django_db


def kept(page: TrialPage) -> dict[str, int]:
    """The row of the page without its hints, which come and go with every new check."""
    row = TranslationProgress.objects.get(page=page)
    return {name: getattr(row, name) for name in TranslationProgress.COUNTS if name != "advisory"}


def test_complete_page_is_done(trial):
    counts = progress_of(trial)

    assert (counts.english, counts.chinese, counts.blocking) == ("English 22 of 22", "Chinese 22 of 22", 0)


def test_missing_and_stale_texts_are_counted_once_each(author):
    page = make_trial(owner=author, summary_zh_hans="")
    page.headline_en = "Another headline."

    counts = progress_of(page)

    assert (counts.texts, counts.done, counts.missing, counts.stale) == (22, 20, 1, 1)
    assert counts.chinese == "Chinese 20 of 22, 1 out of date, 1 missing"
    assert replace(counts, advisory=1).findings == "2 things to mend, 1 hint"
    assert replace(counts, blocking=0, advisory=0).findings == "nothing to mend"


def test_text_without_english_is_wanted_but_not_to_be_translated(author):
    page = make_trial(owner=author, costs_en="", costs_zh_hans="", summary_en="")

    counts = progress_of(page)

    assert (counts.texts, counts.wanted, counts.missing) == (20, 22, 0)
    assert counts.english == "English 20 of 22"


def test_progress_is_kept_with_each_save(at_desk, trial):
    values = form_values(opened(at_desk, trial)) | {"summary_zh_hans": "", "headline_en": "Another."}

    saved(at_desk, trial, values)

    assert kept(trial) == {"texts": 22, "done": 20, "missing": 1, "stale": 1, "blocking": 2}


def test_progress_is_kept_with_each_autosave(at_desk, trial):
    values = form_values(opened(at_desk, trial)) | {"summary_zh_hans": ""}

    autosaved(at_desk, trial, values)

    assert kept(trial)["missing"] == 1


def test_pages_without_a_count_are_counted_once(trial, author):
    other = make_trial(owner=author, trial_id="NCT00000002", summary_zh_hans="")
    TranslationProgress.objects.all().delete()

    assert [count_again(only_uncounted=True, limit=1), count_again(only_uncounted=True)] == [1, 1]
    assert count_again(only_uncounted=True) == 0
    assert (kept(trial)["missing"], kept(other)["missing"]) == (0, 1)


def test_page_is_counted_anew_once_a_passage_it_holds_is_approved_in_other_words(
    trial, author, language_reviewer
):
    passage = write_passage(author)
    approved(passage, language_reviewer)
    save_draft(trial, author, rights_en=ENGLISH, rights_zh_hans=CHINESE)
    before = TranslationProgress.objects.get(page=trial).advisory

    approved(write_passage(author, text_en=f"{ENGLISH} Yes."), language_reviewer, NOON + timedelta(days=1))
    count_again(only_uncounted=True)

    assert TranslationProgress.objects.get(page=trial).advisory == before + 1


def test_rebuilding_counts_every_page_again(trial):
    TranslationProgress.objects.update(missing=7)

    call_command("rebuild_published")

    assert kept(trial)["missing"] == 0


def test_progress_costs_no_query_per_row(trial):
    asked = []
    for number in (3, 60):
        trial.criteria = [CriterionRow(text_en=f"Criterion {n}", key=f"i{n + 1}") for n in range(number)]
        progress_of(trial)
        with CaptureQueriesContext(connection) as queries:
            progress_of(trial)
        asked.append(len(queries))

    assert asked[0] == asked[1]
