import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.trials.factories import make_trial
from tests.trials.glossary.words import make_term
from tests.trials.posting import looked_at, opened
from trials.glossary.beside import terms_beside
from trials.models import CriterionRow

pytestmark = pytest.mark.django_db


def told(page):
    return {
        place: [(each.term.en, each.is_missing, each.forbidden) for each in terms]
        for place, terms in terms_beside(page).items()
    }


def test_terms_stand_beside_the_texts_that_say_them(author):
    make_term("pregnancy", "怀孕")
    make_term("hospital", "医院")

    assert told(make_trial(owner=author)) == {
        "how_to_participate.h1.text": [("hospital", False, ())],
        "criteria.e1.text": [("pregnancy", False, ())],
    }


def test_term_that_chinese_writes_alike_is_not_shown(author):
    make_term("hospital", "hospital")

    assert told(make_trial(owner=author)) == {}


def test_chinese_that_says_a_term_otherwise_is_marked(author):
    make_term("pregnancy", "妊娠", forbidden="怀孕")

    assert told(make_trial(owner=author)) == {"criteria.e1.text": [("pregnancy", True, ("怀孕",))]}


def test_unwritten_chinese_lacks_nothing_yet(author):
    make_term()
    page = make_trial(owner=author, costs_en="Multiple myeloma", costs_zh_hans="")

    assert told(page) == {"costs": [("multiple myeloma", False, ())]}


def test_a_hundred_criteria_cost_one_query(author):
    make_term("pregnancy", "怀孕")
    page = make_trial(owner=author).get_latest_revision_as_object()
    page.criteria = [CriterionRow(key=f"i{n}", text_en="Pregnancy", text_zh_hans="怀孕") for n in range(100)]

    with CaptureQueriesContext(connection) as queries:
        found = terms_beside(page)

    assert (len(found), len(queries)) == (100, 1)


def test_editing_screen_shows_the_terms_in_their_languages(at_desk, author):
    make_term("pregnancy", "妊娠")
    page = make_trial(owner=author)

    [terms] = looked_at(opened(at_desk, page)).select(".beside__terms")

    assert [(each["lang"], each.get_text()) for each in terms.select("[lang]")] == [
        ("en", "pregnancy"),
        ("zh-Hans", "妊娠"),
    ]
    assert terms.em.get_text() == "not in the Chinese"
