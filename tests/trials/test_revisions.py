"""The traps of two languages in revisions, each with its test."""

import pytest
from django.utils import translation

from tests.trials.factories import make_trial
from trials.models import TrialPage

pytestmark = pytest.mark.django_db

ROWS = {
    "identifiers": 1,
    "interventions": 1,
    "condition_rows": 1,
    "taking_part": 1,
    "how_to_participate": 1,
    "criteria": 3,
    "contacts": 1,
    "sources": 1,
}


def test_revision_holds_every_row(author):
    content = make_trial(owner=author).latest_revision.content

    assert {name: len(content[name]) for name in ROWS} == ROWS


@pytest.mark.parametrize("lang", ["en", "zh-hans", "de"])
def test_revision_gives_back_both_languages_whatever_language_is_active(author, lang):
    page = make_trial(owner=author)

    with translation.override(lang):
        revived = TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        criterion = revived.criteria.all()[0]
        texts = (revived.headline_en, revived.headline_zh_hans, criterion.text_en, criterion.text_zh_hans)

    assert texts == ("English headline.", "中文headline。", "Adults", "成年人")


@pytest.mark.parametrize("lang", ["en", "zh-hans", "de"])
def test_saving_under_a_language_keeps_both(author, lang):
    page = make_trial(owner=author)

    with translation.override(lang):
        revived = page.get_latest_revision_as_object()
        revived.save()
        revived.save_revision()

    stored = TrialPage.objects.get(pk=page.pk)
    assert (stored.headline_en, stored.headline_zh_hans) == ("English headline.", "中文headline。")
    assert [row.text_zh_hans for row in stored.criteria.all()] == ["成年人", "ECOG 0或1", "怀孕"]


def test_revision_has_no_base_columns(author):
    content = make_trial(owner=author).latest_revision.content

    assert {"headline", "why_stopped", "seo_description"} & set(content) == set()
    assert "text" not in content["criteria"][0]


def test_base_columns_hold_the_english_after_a_chinese_save(author):
    page = make_trial(owner=author)

    with translation.override("zh-hans"):
        page.save()

    [base] = TrialPage.objects.filter(pk=page.pk).rewrite(False).values_list("headline", flat=True)
    assert base == "English headline."


def test_rows_survive_what_has_no_key_in_their_serialiser(author):
    """The page's mixin on a row would raise here, and Wagtail would drop every row in silence."""
    page = make_trial(owner=author)

    [row, *_rest] = page.criteria.all()

    assert row.serializable_data()["text_zh_hans"] == "成年人"


def test_empty_chinese_reads_as_empty_and_never_as_english(author):
    page = make_trial(owner=author, costs_zh_hans="")

    with translation.override("zh-hans"):
        shown = TrialPage.objects.get(pk=page.pk).costs

    assert shown == ""
