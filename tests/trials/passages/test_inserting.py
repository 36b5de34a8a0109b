"""Inserting puts both languages in, pins them to each other, and hides no Chinese that is out of date."""

import pytest

from editorial.authors import written_by
from editorial.content import Words
from editorial.desk import open_desk
from editorial.refusals import ChangedSince, SignOffRefused
from editorial.suggestible import words_at
from tests.editorial.desk import save_draft
from tests.trials.passages.conftest import CHINESE, ENGLISH, NOON, write_passage
from trials.passages.inserting import insert
from trials.translating.pins import is_out_of_date

pytestmark = pytest.mark.django_db


def put(page, passage, person, place="rights", **given):
    opened = {"revision": open_desk(page.pk).revision.pk, "now": NOON}
    return insert(page, passage, place=place, by=person, **(opened | given))


def newest(page):
    return open_desk(page.pk).page


def said(page, place):
    return words_at(open_desk(page.pk).content, place)


def test_both_languages_go_in_as_a_version_of_who_inserts(trial, approved_phase1, translator):
    revision = put(trial, approved_phase1, translator)

    desk = open_desk(trial.pk)
    assert said(trial, "rights") == Words(f"English rights.\n\n{ENGLISH}", f"中文rights。\n\n{CHINESE}")
    assert (desk.revision, revision.user) == (revision, translator)
    assert written_by(translator, desk.page, desk.revision) == ["rights", "rights"]
    assert not is_out_of_date(desk.page, "rights")


def test_a_passage_fills_an_empty_text(trial, approved_phase1, author):
    save_draft(trial, author, rights_en="", rights_zh_hans="")

    put(trial, approved_phase1, author)

    assert said(trial, "rights") == Words(ENGLISH, CHINESE)
    assert not is_out_of_date(newest(trial), "rights")


def test_a_step_takes_a_passage(trial, approved_phase1, author):
    [step] = list(newest(trial).how_to_participate.all())[:1]
    place = f"how_to_participate.{step.key}.text"
    before = said(trial, place)

    put(trial, approved_phase1, author, place)

    assert said(trial, place) == Words(f"{before.en}\n\n{ENGLISH}", f"{before.zh_hans}\n\n{CHINESE}")


def test_chinese_that_was_out_of_date_stays_so(trial, approved_phase1, author):
    draft = newest(trial)
    draft.rights_en = "Other rights."
    draft.save_revision(user=author)

    put(trial, approved_phase1, author)

    page = newest(trial)
    assert is_out_of_date(page, "rights")
    assert page.translated_from["rights"] == f"English rights.\n\n{ENGLISH}"


def test_chinese_of_a_machine_stays_marked(trial, approved_phase1, author):
    save_draft(trial, author, made_by={"rights": "machine"})

    put(trial, approved_phase1, author)

    assert newest(trial).made_by == {"rights": "machine"}


def refused(page, passage, person, place="rights", **given):
    before = open_desk(page.pk).revision
    with pytest.raises(SignOffRefused) as refusal:
        put(page, passage, person, place, **given)
    assert open_desk(page.pk).revision == before
    return str(refusal.value)


def test_a_draft_changed_in_another_tab_is_left_alone(trial, approved_phase1, author):
    opened = open_desk(trial.pk).revision.pk
    save_draft(trial, author, summary_en="Changed meanwhile.")

    with pytest.raises(ChangedSince, match="The draft changed after you opened it"):
        put(trial, approved_phase1, author, revision=opened)

    assert said(trial, "rights").en == "English rights."


def test_a_passage_nobody_approved_is_refused(trial, phase1, author):
    assert refused(trial, phase1, author) == (
        "This passage is not approved as it reads now: somebody has to approve it."
    )


def test_a_passage_changed_since_its_approval_is_refused(trial, approved_phase1, author):
    write_passage(author, text_en="Something else.")

    assert refused(trial, approved_phase1, author) == (
        "This passage is not approved as it reads now: somebody has to approve it."
    )


@pytest.mark.parametrize("place", ["headline", "summary", "criteria.i1.text", "sponsor.name", "nowhere"])
def test_one_line_texts_criteria_and_names_take_none(trial, approved_phase1, author, place):
    assert refused(trial, approved_phase1, author, place) == "A passage cannot stand in this text."


def test_a_text_in_one_language_only_takes_none(trial, approved_phase1, author):
    save_draft(trial, author, rights_zh_hans="")

    assert refused(trial, approved_phase1, author) == (
        "This text stands in one language only. Write the other first."
    )


def test_a_passage_goes_in_once(trial, approved_phase1, author):
    put(trial, approved_phase1, author)

    assert refused(trial, approved_phase1, author) == "This text holds the passage already."


def test_who_reviews_does_not_insert(trial, approved_phase1, language_reviewer, signer, superuser):
    for other in (language_reviewer, signer, superuser):
        assert refused(trial, approved_phase1, other).startswith("Only members of")


def test_a_locked_page_takes_none(trial, approved_phase1, author, signer):
    trial.locked, trial.locked_by = True, signer
    trial.save(update_fields=["locked", "locked_by"])

    assert refused(trial, approved_phase1, author) == "This page is locked: nobody can change it now."
