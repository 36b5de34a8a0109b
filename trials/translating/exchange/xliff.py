"""XLIFF 1.2 of trials, one `<file>` each (OASIS, xliff-core 1.2), written with the Translate Toolkit.

A text without Chinese has its English as target: OmegaT offers what stands in `<target>`, and the standard
allows a target to begin as a copy of its source.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from lxml import etree

from trials.translating.exchange.notes import Notes
from trials.translating.exchange.units import State, Unit, digest_of_text, units_of

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
SOURCE_LANGUAGE, TARGET_LANGUAGE = "en", "zh-Hans"
OURS = "find-a-trial"
"""Who says the note of the header that an import reads again."""
SKELETON = (
    f'<?xml version="1.0" encoding="UTF-8"?><xliff version="1.2" xmlns="{NAMESPACE}">'
    f'<file original="NoName" source-language="{SOURCE_LANGUAGE}" datatype="plaintext">'
    "<header/><body/></file></xliff>"
)


def xliff_of(page: Any, *, now: datetime) -> bytes:
    """The texts of one trial page for translators, as they stand in this object."""
    # A library as large as the office: loaded by whoever exchanges files, not by every page.
    from translate.storage.xliff import xlifffile

    class Exported(xlifffile):
        XMLskeleton = SKELETON
        namespace = NAMESPACE

    store = Exported(sourcelanguage=SOURCE_LANGUAGE, targetlanguage=TARGET_LANGUAGE)
    units, notes = list(units_of(page)), Notes(page)
    for unit in units:
        written = store.addsourceunit(unit.words.en, filename=page.trial_id, createifmissing=True)
        _fill(written, unit, notes)
    _head(store.getfilenode(page.trial_id, createifmissing=True), units, now)
    # Units of the toolkit begin their life in the namespace of XLIFF 1.1.
    etree.cleanup_namespaces(store.document)
    return bytes(store)


def _fill(written: Any, unit: Unit, notes: Notes) -> None:
    written.setid(unit.place)
    written.target = unit.words.zh_hans or unit.words.en
    target = written.getlanguageNode(lang=None, index=1)
    target.set("state", unit.state.value)
    element = written.xmlelement
    # The toolkit calls whatever has a target approved; here a signature does.
    element.attrib.pop("approved", None)
    if unit.state is State.SIGNED:
        element.set("approved", "yes")
    if unit.state is State.LOCKED:
        element.set("translate", "no")
    if unit.longest:
        element.set("maxwidth", str(unit.longest))
        element.set("size-unit", "char")
    for said_by, words in notes.of(unit):
        written.addnote(words, origin=said_by)


def _head(file: Any, units: Iterable[Unit], now: datetime) -> None:
    """What an import needs to know of today: the Chinese each unit was exported with."""
    moment = now.astimezone(None).isoformat(timespec="seconds")
    file.set("date", moment)
    chinese = {unit.place: digest_of_text(unit.words.zh_hans or "") for unit in units}
    kept = json.dumps({"exported": moment, "chinese": chinese}, separators=(",", ":"))
    header = file.find(f"{{{NAMESPACE}}}header")
    note = etree.SubElement(header, f"{{{NAMESPACE}}}note")
    note.set("from", OURS)
    note.text = kept
