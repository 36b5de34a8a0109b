"""The glossary and the translation memory in the formats translators' tools read: TBX, CSV, TMX."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from django.utils.translation import gettext as _

from trials.glossary.in_use import glossary_in_use
from trials.models import MemoryUnit
from trials.translating.exchange.xliff import SOURCE_LANGUAGE, TARGET_LANGUAGE

BOM = "\ufeff"
"""Without it spreadsheets take UTF-8 for something else."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
TBX_TYPE, CSV_TYPE, TMX_TYPE = "application/x-tbx", "text/csv; charset=utf-8", "application/x-tmx"


def glossary_csv() -> bytes:
    """Term, approved Chinese, abbreviation, other wordings, forbidden ones, explanations, source."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(
        [
            _("English"),
            _("Chinese"),
            _("Abbreviation"),
            _("Also in English"),
            _("Also in Chinese"),
            _("Forbidden in Chinese"),
            _("Explanation, English"),
            _("Explanation, Chinese"),
            _("Source"),
            _("To be confirmed"),
        ]
    )
    writer.writerows(map(_row, glossary_in_use().terms))
    return (BOM + written.getvalue()).encode()


def glossary_tbx() -> bytes:
    """The terms as TBX (ISO 30042); explanations and forbidden wordings are told as descriptions."""
    from translate.storage.tbx import tbxfile

    store = tbxfile(sourcelanguage=SOURCE_LANGUAGE, targetlanguage=TARGET_LANGUAGE)
    store.addheader()
    for term in glossary_in_use().terms:
        unit = store.addsourceunit(term.en)
        unit.settarget(term.zh, TARGET_LANGUAGE)
        unit.setid(term.key)
        for note in _tbx_notes(term):
            unit.addnote(note, origin="definition")
    return bytes(store)


def memory_tmx() -> bytes:
    """The texts and sentences of the editions in force as TMX 1.4."""
    from translate.storage.tmx import tmxfile

    store = tmxfile(sourcelanguage=SOURCE_LANGUAGE, targetlanguage=TARGET_LANGUAGE)
    store.addheader()
    said: set[tuple[str, str]] = set()
    for unit in MemoryUnit.objects.select_related("page").iterator(chunk_size=2_000):
        pair = (unit.english, unit.chinese)
        if pair not in said:
            said.add(pair)
            about = f"{unit.page.trial_id} {unit.place}"
            store.addtranslation(unit.english, SOURCE_LANGUAGE, unit.chinese, TARGET_LANGUAGE, comment=about)
    return bytes(store)


def _row(term: Any) -> list[str]:
    cells = (
        term.en, term.zh, term.abbreviation, _lines(term.also_en), _lines(term.also_zh),
        _lines(term.forbidden), term.meaning.en, term.meaning.zh_hans, term.source,
        _("yes") if term.to_confirm else "",
    )  # fmt: skip
    return [_cell(cell or "") for cell in cells]


def _tbx_notes(term: Any) -> Iterator[str]:
    yield from filter(None, (term.meaning.en, term.meaning.zh_hans))
    if term.forbidden:
        yield _("Forbidden in Chinese: %(words)s") % {"words": "、".join(term.forbidden)}


def _lines(words: Iterable[str]) -> str:
    return "\n".join(words)


def _cell(text: str) -> str:
    # A spreadsheet would run it.
    return f"'{text}" if text.startswith(FORMULA) else text
