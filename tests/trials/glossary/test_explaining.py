"""Terms in a page's content: which, in which order, signed by whom, and what becomes of a changed one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.log_actions import log

from editorial.authors import written_by
from editorial.content import Words
from editorial.models import Edition
from editorial.office.outdated_names import outdated_names
from tests.trials.factories import make_trial
from tests.trials.glossary.words import make_term
from trials.building import build
from trials.content import Explanation
from trials.models import GlossaryTerm

pytestmark = pytest.mark.django_db


@pytest.fixture
def pregnancy():
    return make_term("pregnancy", "怀孕", meaning_en="Expecting a child.", meaning_zh_hans="怀有胎儿。")


def change(term, person, **columns):
    for name, text in columns.items():
        setattr(term, name, text)
    term.save()
    log(instance=term, action="wagtail.edit", user=person, content_changed=True)


def keys(page):
    return [each.key for each in build(page).explanations]


def test_term_the_page_says_is_explained(author):
    make_term(abbreviation="MM")
    page = make_trial(owner=author, costs_en="For multiple myeloma, nothing.")

    assert build(page).explanations == (
        Explanation(
            "multiple-myeloma",
            Words("multiple myeloma (MM)", "多发性骨髓瘤（MM）"),
            Words("A cancer of plasma cells.", "浆细胞的癌症。"),
        ),
    )


@pytest.mark.parametrize("order", [1, -1])
def test_explanations_stand_in_the_order_of_first_use_whatever_the_order_of_rows(author, order):
    for english in ("pregnancy", "hospital", "infusion", "placebo")[::order]:
        make_term(english, "某词")

    page = make_trial(owner=author, summary_en="A placebo in pregnancy.")

    assert keys(page) == ["placebo", "pregnancy", "infusion", "hospital"]


def test_note_of_a_criterion_is_read_too(author):
    make_term()
    page = make_trial(owner=author).get_latest_revision_as_object()
    page.criteria.all()[0].note_en = "In multiple myeloma."

    assert keys(page) == ["multiple-myeloma"]


@pytest.mark.parametrize("name", ["official_title", "seo_description", "why_stopped"])
def test_texts_patients_do_not_read_explain_nothing(author, name):
    make_term()
    page = make_trial(owner=author, **{f"{name}_en": "Multiple myeloma"})

    assert keys(page) == []


@pytest.mark.parametrize("missing", ["meaning_en", "meaning_zh_hans"])
def test_term_explained_in_one_language_is_not_explained(author, missing):
    make_term("pregnancy", "怀孕", **{missing: ""})

    assert keys(make_trial(owner=author)) == []


def test_terms_that_make_the_same_slug_keep_their_own_keys(author):
    make_term("light chain", "轻链")
    second = make_term("κ light chain", "κ轻链")
    page = make_trial(owner=author, summary_en="κ light chain or light chain")

    assert keys(page) == [f"light-chain-{second.pk}", "light-chain"]


def test_rows_explained_are_among_the_shared_rows(author, pregnancy):
    make_term("Something else", "别的")

    used = [row for row in make_trial(owner=author).uses() if isinstance(row, GlossaryTerm)]

    assert used == [pregnancy]


def test_twenty_terms_cost_as_many_queries_as_one(author):
    page = make_trial(owner=author).get_latest_revision_as_object()
    build(page)
    counted = []
    for number in (1, 20):
        for each in range(number):
            make_term(f"adults {number} {each}", "成年人")
        with CaptureQueriesContext(connection) as queries:
            build(page)
        counted.append(len(queries))

    assert counted[0] == counted[1]


def test_edition_keeps_the_words_that_were_signed(pregnancy, live_trial, translator):
    change(pregnancy, translator, meaning_zh_hans="另一种解释。")

    [explained] = Edition.objects.get().load().explanations

    assert explained.meaning.zh_hans == "怀有胎儿。"


def test_changed_explanation_asks_for_a_new_edition(pregnancy, live_trial, translator, lead):
    change(pregnancy, translator, meaning_zh_hans="另一种解释。")

    [found] = outdated_names(lead)

    assert (found.page.pk, found.names) == (live_trial.pk, ("Glossary term: pregnancy · 怀孕",))


@pytest.mark.parametrize("columns", [{"source": "A book"}, {"also_en": "gravidity"}, {"to_confirm": False}])
def test_change_readers_do_not_see_asks_for_nothing(pregnancy, live_trial, translator, lead, columns):
    change(pregnancy, translator, **columns)

    assert outdated_names(lead) == []


def test_who_worded_an_explanation_is_an_author_of_the_page(pregnancy, trial, signer, lead):
    change(pregnancy, signer, meaning_en="Being with child.")

    revision = trial.get_latest_revision()
    assert written_by(signer, trial, revision) == ["pregnancy · 怀孕"]
    assert written_by(lead, trial, revision) == []
