"""Glossary and memory as translators' tools read them."""

import csv

import pytest
from django.core.management import CommandError, call_command
from translate.storage.tbx import tbxfile
from translate.storage.tmx import tmxfile

from trials.models import GlossaryTerm, MemoryUnit
from trials.translating.exchange.glossaries import glossary_csv, glossary_tbx, memory_tmx

pytestmark = pytest.mark.django_db


@pytest.fixture
def term(db):
    return GlossaryTerm.objects.create(
        term_en="adverse event",
        term_zh_hans="不良事件",
        abbreviation="AE",
        also_en="side effect\nunwanted effect",
        forbidden="副反应",
        meaning_en="Something bad & < expected.",
        meaning_zh_hans="不好的事。",
        source="=HYPERLINK(1)",
        to_confirm=False,
    )


def test_glossary_is_a_table_that_runs_no_formula(term):
    rows = list(csv.reader(glossary_csv().decode("utf-8-sig").splitlines(keepends=True)))

    assert rows[0][:3] == ["English", "Chinese", "Abbreviation"]
    assert rows[1] == [
        "adverse event", "不良事件", "AE", "side effect\nunwanted effect", "", "副反应",
        "Something bad & < expected.", "不好的事。", "'=HYPERLINK(1)", "",
    ]  # fmt: skip


def test_glossary_is_read_again_as_tbx(term):
    (unit,) = tbxfile.parsestring(glossary_tbx()).units

    assert (unit.source, unit.target, unit.getid()) == ("adverse event", "不良事件", "adverse-event")
    assert unit.getnotes("definition") == (
        "Something bad & < expected.\n不好的事。\nForbidden in Chinese: 副反应"
    )


def test_memory_is_read_again_as_tmx_each_pair_once(trial):
    for place in ("criteria.i1.text", "criteria.i2.text"):
        MemoryUnit.objects.create(
            page=trial, place=place, english="ANC < 1.0×10^9/L", chinese="中性粒 < 1.0×10^9/L"
        )

    (unit,) = tmxfile.parsestring(memory_tmx(), "en", "zh-Hans").units

    assert (unit.source, unit.target) == ("ANC < 1.0×10^9/L", "中性粒 < 1.0×10^9/L")
    assert unit.getnotes() == "NCT00000001 criteria.i1.text"


@pytest.mark.parametrize("name", ["terms.tbx", "terms.csv", "memory.tmx"])
def test_command_writes_what_the_name_says(term, tmp_path, name):
    out = tmp_path / name

    call_command("export_glossary", "--out", str(out))

    written = {"terms.tbx": glossary_tbx, "terms.csv": glossary_csv, "memory.tmx": memory_tmx}[name]()
    assert out.read_bytes() == written


def test_command_refuses_a_name_it_does_not_know(tmp_path):
    with pytest.raises(CommandError, match=r"terms\.xls: the name has to end in \.csv, \.tbx, \.tmx\."):
        call_command("export_glossary", "--out", str(tmp_path / "terms.xls"))
