from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command

from demo import texts
from tests.site.seed import seed_content
from trials import checks
from trials.checks.terms import approved_terms
from trials.content import Explanation
from trials.glossary.in_use import glossary_in_use
from trials.glossary.starter import ensure_starter_glossary, starter_terms
from trials.glossary.terms import forbidden_in
from trials.models import GlossaryTerm

DEMO = sorted(path.stem for path in (Path(texts.FOLDER) / "texts").glob("NCT*.json"))
KNOWN = {"NCT04856215.words.headline": ["haematopoietic stem cell transplantation"]}
"""Its Chinese says only “before the transplant”; the page's Chinese is withheld."""


def bilingual(part, place):
    if isinstance(part, dict) and {"en", "zh-hans"} <= part.keys():
        yield place, part["en"], part["zh-hans"]
    elif isinstance(part, dict):
        for name, inner in part.items():
            yield from bilingual(inner, f"{place}.{name}")
    elif isinstance(part, list):
        for number, inner in enumerate(part):
            yield from bilingual(inner, f"{place}.{number}")


@pytest.fixture
def glossary(db):
    ensure_starter_glossary()
    return glossary_in_use()


def test_starter_has_sixty_terms_each_explained_in_both_languages(glossary):
    assert len(glossary.terms) >= 60
    assert [term.en for term in glossary.terms if not (term.zh and term.is_explained)] == []


def test_term_without_a_source_is_to_be_confirmed(glossary):
    assert [term.en for term in glossary.terms if term.to_confirm == bool(term.source)] == []
    assert {term.to_confirm for term in glossary.terms} == {True, False}


def test_starter_is_valid_as_an_editor_would_save_it(glossary):
    for term in GlossaryTerm.objects.all():
        term.full_clean()


def test_starter_changes_nothing_that_is_there(db):
    GlossaryTerm.objects.create(term_en="Placebo", term_zh_hans="我们的译法")

    added = [ensure_starter_glossary(), ensure_starter_glossary()]

    assert added == [len(list(starter_terms())) - 1, 0]
    assert GlossaryTerm.objects.get(term_en__iexact="placebo").term_zh_hans == "我们的译法"


def test_command_says_how_many_terms_it_added(db, capsys):
    call_command("load_glossary")

    assert capsys.readouterr().out == f"glossary: {GlossaryTerm.objects.count()} terms added\n"


def test_no_check_says_more_of_the_explanations_than_that_they_are_to_be_confirmed(glossary):
    words = tuple(Explanation(term.key, term.named, term.meaning) for term in glossary.terms)

    findings = checks.run(replace(seed_content(), schema=3, explanations=words), glossary=glossary)

    about = [finding.check for finding in findings if finding.field == "explanations"]
    assert about == ["term-to-confirm"]


def test_seed_raises_no_false_alarm(glossary):
    assert list(approved_terms(seed_content(), glossary=glossary)) == []


@pytest.mark.parametrize("trial_id", DEMO)
def test_demo_texts_raise_no_false_alarm(glossary, trial_id):
    found = {}
    for place, english, chinese in bilingual(texts.trial_text(trial_id), trial_id):
        terms = glossary.in_english(english)
        missing = [term.en for term in terms if chinese and not term.stands_in_chinese(chinese)]
        if missing or forbidden_in(chinese, terms):
            found[place] = missing

    assert found == {place: terms for place, terms in KNOWN.items() if place.startswith(trial_id)}
