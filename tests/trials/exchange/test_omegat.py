"""A round trip through a translator's tool as Debian has it."""

import pytest

from tests.trials.exchange.omegat import translated_by_omegat
from tests.trials.exchange.seed_trial import comparators_in, make_seed_trial, seed_pairs
from tests.trials.factories import NOON
from trials.models import TrialPage
from trials.translating.exchange.exporting import file_of
from trials.translating.exchange.importing import import_translation
from trials.translating.exchange.reading import read_xliff
from trials.translating.exchange.taking import Outcome

pytestmark = pytest.mark.django_db


def newest(page: TrialPage) -> TrialPage:
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_round_trip_keeps_every_comparator_of_the_seed(author, translator, tmp_path):
    page = make_seed_trial(owner=author)
    name, content = file_of(page, now=NOON)

    back = translated_by_omegat(tmp_path, name, content, seed_pairs())
    (trial,) = read_xliff(name, back)
    report = import_translation(trial, page.pk, by=translator)

    chinese = seed_pairs()
    signs = [comparators_in(row.text_zh_hans) for row in newest(page).criteria.all()]
    assert signs == [comparators_in(words.zh_hans) for words in chinese][-len(signs) :]
    assert sum(map(len, signs)) == 21
    assert report.number(Outcome.CHANGED) == len(chinese)
    assert {unit.target for unit in trial.units} >= {words.zh_hans for words in chinese}


def test_round_trip_keeps_what_an_import_needs_to_know(author, tmp_path):
    page = make_seed_trial(owner=author, chinese=True)
    name, content = file_of(page, now=NOON)

    back = translated_by_omegat(tmp_path, name, content, [])

    assert read_xliff(name, back) == read_xliff(name, content)


def test_conflict_is_found_after_the_round_trip(author, translator, tmp_path):
    page = make_seed_trial(owner=author)
    name, content = file_of(page, now=NOON)
    meanwhile = newest(page)
    meanwhile.headline_zh_hans = "编辑的标题"
    meanwhile.save_revision(user=author, clean=False)

    (trial,) = read_xliff(name, translated_by_omegat(tmp_path, name, content, seed_pairs()))
    report = import_translation(trial, page.pk, by=translator)

    assert report.number(Outcome.CONFLICT) == 1
    assert newest(page).headline_zh_hans == "编辑的标题"
