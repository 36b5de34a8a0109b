"""XLIFF from outside, read with suspicion: refused whole unless every unit can be trusted to its place."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from django.utils.translation import gettext as _

from trials.tidy import tidy
from trials.translating.exchange.refused import ExchangeRefused
from trials.translating.exchange.xliff import NAMESPACE, OURS

LARGEST = 10_000_000
"""Bytes of one XLIFF file."""
MOST_UNITS = 20_000
"""Units of one XLIFF file: some hundred trials with 150 criteria each."""
CHINESE_TAGS = ("zh", "zh-hans", "zh-cn", "zh-hans-cn", "zh-sg", "zh-hans-sg")
"""What tools write for simplified Chinese."""
DONE = ("translated", "final", "signed-off")
MAKERS = {
    "mt-suggestion": "machine",
    "leveraged-mt": "machine",
    "exact-match": "memory",
    "leveraged-tm": "memory",
    "leveraged-inherited": "memory",
    "leveraged-repository": "memory",
}
"""`state-qualifier` of XLIFF 1.2: who worded a target where no person did."""


@dataclass(frozen=True)
class UnitRead:
    """One trans-unit: its place, the English it was translated from, the Chinese, and who worded it."""

    place: str
    source: str
    target: str
    is_done: bool
    """Whether the file calls it translated; a copy of the source is no Chinese until then."""
    maker: str = ""


@dataclass(frozen=True)
class TrialRead:
    """What one `<file>` says; `exported` holds digests of the Chinese at export, by place."""

    name: str
    trial_id: str
    units: tuple[UnitRead, ...]
    exported: Mapping[str, str]


def read_xliff(name: str, content: bytes) -> list[TrialRead]:
    """The trials of one XLIFF file; raises ExchangeRefused naming the file and the line or unit."""
    if len(content) > LARGEST:
        told = {"file": name, "megabytes": LARGEST // 1_000_000}
        raise ExchangeRefused(_("%(file)s is larger than %(megabytes)d MB.") % told)
    _require_plain_xml(name, content)
    root = _root(name, content)
    if sum(1 for _unit in root.iterdescendants(f"{{{NAMESPACE}}}trans-unit")) > MOST_UNITS:
        told = {"file": name, "number": MOST_UNITS}
        raise ExchangeRefused(_("%(file)s holds more than %(number)d texts. Divide it.") % told)
    files = [_trial(name, file) for file in root.iterchildren(f"{{{NAMESPACE}}}file")]
    if not files:
        raise ExchangeRefused(_("%(file)s holds no <file> of a trial.") % {"file": name})
    return files


def _require_plain_xml(name: str, content: bytes) -> None:
    """Well-formed and without a document type: no entity is ever declared, expanded or fetched."""

    def refuse_doctype(*_declared: Any) -> None:
        told = {"file": name, "line": parser.CurrentLineNumber}
        raise ExchangeRefused(
            _("%(file)s, line %(line)d: a document type or entities are not allowed.") % told
        )

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_doctype
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as broken:
        raise _malformed(name, getattr(broken, "lineno", 1)) from broken


def _root(name: str, content: bytes) -> Any:
    from lxml import etree
    from translate.storage.xliff import xlifffile

    try:
        root = xlifffile.parsestring(content).document.getroot()
    except etree.XMLSyntaxError as broken:
        raise _malformed(name, broken.lineno or 1) from broken
    except Exception as broken:
        # The toolkit has no one error for a file that is XML and no XLIFF.
        raise _not_xliff(name) from broken
    if root.tag != f"{{{NAMESPACE}}}xliff" or root.get("version") != "1.2":
        raise _not_xliff(name)
    return root


def _trial(name: str, file: Any) -> TrialRead:
    told = {"file": name, "line": file.sourceline}
    trial_id = (file.get("original") or "").strip()
    if not trial_id:
        raise ExchangeRefused(_("%(file)s, line %(line)d: the <file> names no trial.") % told)
    source, target = file.get("source-language", ""), file.get("target-language", "")
    if source.lower().split("-")[0] != "en" or target.lower() not in CHINESE_TAGS:
        told |= {"source": source or "?", "target": target or "?"}
        raise ExchangeRefused(
            _(
                "%(file)s, line %(line)d: the languages are %(source)s and %(target)s, "
                "not English and simplified Chinese."
            )
            % told
        )
    return TrialRead(name, trial_id, tuple(_units(name, file)), _exported(file))


def _units(name: str, file: Any) -> Iterator[UnitRead]:
    met: set[str] = set()
    for element in file.iterdescendants(f"{{{NAMESPACE}}}trans-unit"):
        place = element.get("id", "")
        told = {"file": name, "line": element.sourceline, "unit": place}
        if not place:
            raise ExchangeRefused(_("%(file)s, line %(line)d: a unit has no id.") % told)
        if place in met:
            raise ExchangeRefused(_("%(file)s, line %(line)d: the unit %(unit)s comes twice.") % told)
        met.add(place)
        source = _child(element, "source")
        if source is None:
            raise ExchangeRefused(_("%(file)s, line %(line)d: the unit %(unit)s has no source.") % told)
        yield _unit(place, source, _child(element, "target"))


def _unit(place: str, source: Any, target: Any) -> UnitRead:
    if target is None:
        return UnitRead(place, _text(source), "", is_done=False)
    maker = MAKERS.get(target.get("state-qualifier", ""), "")
    return UnitRead(place, _text(source), _text(target), target.get("state", "") in DONE, maker)


def _child(element: Any, name: str) -> Any:
    return element.find(f"{{{NAMESPACE}}}{name}")


def _text(element: Any) -> str:
    # Tools cut a text into segments by <mrk> and the like; comments are nobody's words.
    return tidy("".join(element.xpath(".//text()")))


def _exported(file: Any) -> Mapping[str, str]:
    header = _child(file, "header")
    notes = () if header is None else header.iterchildren(f"{{{NAMESPACE}}}note")
    for note in notes:
        if note.get("from") == OURS:
            return _digests(note.text or "")
    return {}


def _digests(kept: str) -> Mapping[str, str]:
    # A note somebody changed is as good as none: then no Chinese of the page is overwritten.
    try:
        chinese = json.loads(kept)["chinese"]
    except (ValueError, KeyError, TypeError):
        return {}
    return {str(place): str(digest) for place, digest in chinese.items()} if isinstance(chinese, dict) else {}


def _malformed(name: str, line: int) -> ExchangeRefused:
    told = {"file": name, "line": line}
    return ExchangeRefused(_("%(file)s, line %(line)d: this is not well-formed XML.") % told)


def _not_xliff(name: str) -> ExchangeRefused:
    return ExchangeRefused(_("%(file)s is not an XLIFF 1.2 file.") % {"file": name})
