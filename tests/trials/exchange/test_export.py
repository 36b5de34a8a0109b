"""What a translator gets: every text once, in both languages, with what helps to translate it."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.utils import timezone

from editorial.models import EditorQuery
from tests.trials.exchange.seed_trial import comparators_in, make_seed_trial, seed_pairs
from tests.trials.exchange.xliff_rules import problems_of
from tests.trials.factories import make_trial
from trials.models import GlossaryTerm, TrialIndexPage, TrialPage
from trials.translating.exchange.exporting import file_of, files_of
from trials.translating.exchange.reading import read_xliff
from trials.translating.exchange.units import State, digest_of_text, units_of

pytestmark = pytest.mark.django_db
SHOWN = ("headline", "criteria.i1.text", "criteria.i2.text", "criteria.e1.text")
SITE = "http://127.0.0.1:8000"


def test_every_text_with_english_is_a_unit_by_its_place(trial, exported):
    units = [unit.place for unit in exported(trial).read.units]

    assert len(units) == len(set(units)) == 22
    assert units[:2] == ["headline", "official_title"]
    assert units[-5:] == [
        "how_to_participate.h1.text",
        "criteria.i1.text",
        "criteria.i2.text",
        "criteria.e1.text",
        "sources.s1.title",
    ]


def test_a_trial_without_english_is_a_file_without_units(author):
    page = TrialPage(title="Empty", trial_id="NCT00000088", owner=author)
    TrialIndexPage.objects.get().add_child(instance=page)
    page.save_revision(user=author, clean=False)

    name, content = file_of(page, now=timezone.now())
    _zip, packed = files_of([page], now=timezone.now())

    assert name == "NCT00000088.xlf"
    assert [(read.trial_id, read.units) for read in read_xliff(name, content)] == [("NCT00000088", ())]
    assert ZipFile(BytesIO(packed)).namelist() == ["NCT00000088.xlf"]


def test_file_follows_the_rules_of_xliff(trial, exported):
    assert problems_of(exported(trial).content) == []


def test_rules_of_xliff_find_what_breaks_them(trial, exported):
    file = exported(trial)
    file.unit("headline").set("id", "summary")
    file.part("summary", "target").set("state", "ready")

    assert problems_of(file.content) == ["ready is no state", "summary comes twice"]


def test_unit_says_state_and_both_languages(draft, exported):
    page = draft(i1__text_en="Adults only", i2__text_zh_hans="", e1__source="official")

    file = exported(page)

    assert {place: file.says(place) for place in SHOWN} == {
        "headline": ("English headline.", "中文headline。", "translated"),
        "criteria.i1.text": ("Adults only", "成年人", "needs-review-translation"),
        "criteria.i2.text": ("ECOG 0 or 1", "ECOG 0 or 1", "needs-translation"),
        "criteria.e1.text": ("Pregnancy", "怀孕", "final"),
    }
    assert file.unit("criteria.e1.text").get("translate") == "no"


def test_signed_texts_are_called_signed_off(live_trial):
    states = {unit.state for unit in units_of(live_trial.get_latest_revision_as_object())}

    assert states == {State.SIGNED}


def test_notes_say_place_lock_limit_query_term_and_addresses(trial, author, draft, exported):
    page = draft(i1__source="registry")
    EditorQuery.objects.create(
        page=page, place="criteria.i1.text", question="How old?", asked_by=author, asked_at=timezone.now()
    )
    GlossaryTerm.objects.create(term_en="adult", term_zh_hans="成人", also_en="adults", forbidden="大人")

    file = exported(page)

    edit = f"{SITE}/admin/pages/{page.pk}/edit/#id_"
    preview = ("preview", f"{SITE}/admin/pages/{page.pk}/view_draft/?mode=zh-hans")
    assert file.notes("criteria.i1.text") == [
        ("place", "Inclusion criterion 1"),
        ("section", "Inclusion Criteria"),
        ("locked", "The English is the registry’s own wording: it is locked."),
        ("query", "How old?"),
        ("glossary", "adult = 成人 (not: 大人)"),
        ("edit", f"{edit}criteria-0-text_zh_hans"),
        preview,
    ]
    assert file.notes("interventions.v1.name") == [
        ("place", "Intervention 1"),
        ("section", "Names"),
        ("limit", "One line, at most 500 characters."),
        ("edit", f"{edit}interventions-0-name_zh_hans"),
        preview,
    ]
    assert file.unit("interventions.v1.name").get("maxwidth") == "500"


def test_address_for_the_public_is_told_once_readers_have_an_edition(live_trial, exported):
    told = dict(exported(live_trial).notes("headline"))

    assert told["public"] == f"{SITE}/zh-hans/trials/nct00000001/"


def test_note_tells_which_english_stale_chinese_was_made_from(draft, exported):
    file = exported(draft(i1__text_en="Adults only"))

    told = [words for said_by, words in file.notes("criteria.i1.text") if said_by == "changed"]
    assert told == ["The English changed after this Chinese was written. Before, it was: Adults"]


def test_header_keeps_what_the_chinese_was(trial, exported):
    header = exported(trial).root[0][0][0]

    assert header.get("from") == "find-a-trial"
    assert json.loads(header.text)["chinese"]["headline"] == digest_of_text("中文headline。")


def test_comparators_of_the_seed_survive(author, exported):
    page = make_seed_trial(owner=author)

    units = exported(page).read.units

    signs = [sign for unit in units for sign in comparators_in(unit.source)]
    assert signs == [sign for words in seed_pairs() for sign in comparators_in(words.en)]
    assert len(signs) == 21
    assert (
        sum("×10^9" in unit.source for unit in units)
        == sum("×10^9" in words.en for words in seed_pairs())
        > 0
    )


def test_command_writes_one_file(trial, tmp_path, capsys):
    out = tmp_path / "one.xlf"

    call_command("export_translation", "nct00000001", "--out", str(out))

    assert [each.trial_id for each in read_xliff("one.xlf", out.read_bytes())] == ["NCT00000001"]
    assert capsys.readouterr().out == "NCT00000001.xlf\n"


def test_command_writes_many_trials_as_one_zip(trial, author, tmp_path):
    make_trial(owner=author, trial_id="NCT00000002")
    out = tmp_path / "two.zip"

    call_command("export_translation", "NCT00000001", "NCT00000002", "--out", str(out))

    with ZipFile(out) as archive:
        assert archive.namelist() == ["NCT00000001.xlf", "NCT00000002.xlf"]
