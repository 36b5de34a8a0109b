"""A study of ClinicalTrials.gov (API v2 JSON) read into a TrialRecord."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from trials.registry import codes
from trials.registry.criteria import parse
from trials.registry.facts import read_facts
from trials.registry.notes import UNUSABLE, Notes, shown
from trials.registry.parts import Part
from trials.registry.places import read_places
from trials.registry.records import Identifier, RecordRefused, TrialRecord
from trials.registry.sentences import Sentence, gettext_noop

ID_PLACE = "protocolSection.identificationModule.nctId"
TRIAL_ID = re.compile(r"NCT[0-9]{8}")
SURROGATE = re.compile("[\ud800-\udfff]")

NOT_A_STUDY = gettext_noop("the study is not a JSON object")
NOT_JSON = gettext_noop("the study cannot be written as JSON (%(reason)s)")
NO_ID = gettext_noop("the record has no trial id")
CONTROL_IN_ID = gettext_noop("the trial id holds the control character %(sign)s")
NOT_AN_ID = gettext_noop("%(found)s is not a trial id of the registry (NCT and eight digits)")


def read_study(study: Mapping[str, Any]) -> TrialRecord:
    """Read one study; what cannot be understood is listed in `not_understood`.

    Raises RecordRefused when it cannot be a record: not a JSON object, or no valid trial id.
    """
    if not isinstance(study, Mapping):
        raise RecordRefused("", Sentence(NOT_A_STUDY))
    raw = canonical(study)
    notes = Notes()
    whole = Part(study, "", notes)
    protocol = Part(study.get("protocolSection"), "protocolSection", Notes())
    trial_id = trial_id_of(protocol.part("identificationModule").fields.get("nctId"))
    return _record(whole, trial_id, raw, notes)


def canonical(study: Mapping[str, Any]) -> str:
    """The study as JSON text, keys sorted, no spaces; control characters and lone surrogates escaped."""
    try:
        text = json.dumps(study, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise RecordRefused("", Sentence(NOT_JSON, reason=error)) from error
    return SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def trial_id_of(value: Any) -> str:
    """A trial id in capitals; raises RecordRefused naming what is wrong with it."""
    if value is None or value == "":
        raise RecordRefused(ID_PLACE, Sentence(NO_ID))
    if isinstance(value, str) and (control := UNUSABLE.search(value)):
        raise RecordRefused(ID_PLACE, Sentence(CONTROL_IN_ID, sign=f"U+{ord(control.group()):04X}"))
    if not isinstance(value, str) or not TRIAL_ID.fullmatch(value.strip().upper()):
        raise RecordRefused(ID_PLACE, Sentence(NOT_AN_ID, found=shown(value)))
    return value.strip().upper()


def _record(whole: Part, trial_id: str, raw: str, notes: Notes) -> TrialRecord:
    protocol = whole.part("protocolSection")
    _expect_documented(whole, protocol)
    sites, contacts = read_places(protocol.part("contactsLocationsModule"))
    facts = read_facts(protocol)
    identifiers = tuple(_identifiers(protocol.part("identificationModule"), trial_id))
    processed_on = whole.part("derivedSection").part("miscInfoModule").date("versionHolder")
    return TrialRecord(
        trial_id=trial_id,
        raw=raw,
        sha256=hashlib.sha256(raw.encode()).hexdigest(),
        identifiers=identifiers,
        sites=sites,
        contacts=contacts,
        criteria=parse(protocol.part("eligibilityModule").text("eligibilityCriteria")),
        processed_on=processed_on,
        not_understood=tuple(notes.listed.values()),
        **facts,
    )


def _expect_documented(whole: Part, protocol: Part) -> None:
    whole.expect(codes.SECTIONS)
    protocol.expect(frozenset(codes.MODULES))
    for name in protocol.fields.keys() & codes.MODULES.keys():
        Part(protocol.fields[name], protocol.at(name), protocol.notes).expect(codes.MODULES[name])


def _identifiers(module: Part, trial_id: str) -> Iterator[Identifier]:
    yield Identifier("ctgov", trial_id, "nct")
    for alias in module.lines("nctIdAliases"):
        yield Identifier("ctgov", alias, "alias")
    own = module.part("orgStudyIdInfo")
    if value := own.line("id"):
        yield Identifier(own.code("type", codes.ORG_ID), value, "org")
    for other in module.parts("secondaryIdInfos"):
        if value := other.line("id"):
            yield Identifier(other.code("type", codes.SECONDARY_ID), value, "secondary", other.line("domain"))
