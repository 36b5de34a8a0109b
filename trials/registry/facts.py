"""The facts and texts of a study, module by module, under the names of TrialRecord."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from trials.registry import codes
from trials.registry.parts import Part
from trials.registry.records import Arm, Design, Intervention, Organisation, Outcome, Reference
from trials.registry.sentences import Sentence, gettext_noop

NOT_A_LINK = Sentence(gettext_noop("This is not a web address; it was left out."))
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\\]{3,2000}", re.IGNORECASE)


def read_facts(protocol: Part) -> dict[str, Any]:
    """Fields of TrialRecord by name; absent ones as "", () or None."""
    return {
        **_names(protocol.part("identificationModule"), protocol.part("descriptionModule")),
        **_status(protocol.part("statusModule")),
        **_design(protocol.part("designModule")),
        **_sponsors(protocol.part("sponsorCollaboratorsModule")),
        **_treatments(protocol.part("conditionsModule"), protocol.part("armsInterventionsModule")),
        **_eligibility(protocol.part("eligibilityModule")),
        **_outcomes(protocol.part("outcomesModule")),
        "references": tuple(_references(protocol.part("referencesModule"))),
    }


def _names(identification: Part, description: Part) -> dict[str, Any]:
    return {
        "brief_title": identification.line("briefTitle"),
        "official_title": identification.line("officialTitle"),
        "acronym": identification.line("acronym"),
        "brief_summary": description.text("briefSummary"),
        "detailed_description": description.text("detailedDescription"),
    }


def _status(module: Part) -> dict[str, Any]:
    return {
        "status": module.code("overallStatus", codes.STATUS),
        "last_known_status": module.code("lastKnownStatus", codes.STATUS),
        "status_verified": module.date("statusVerifiedDate"),
        "first_posted": module.part("studyFirstPostDateStruct").date("date"),
        "last_update": module.part("lastUpdatePostDateStruct").date("date"),
        "why_stopped": module.line("whyStopped"),
        "start": module.milestone("startDateStruct", codes.KIND_OF_DATE),
        "primary_completion": module.milestone("primaryCompletionDateStruct", codes.KIND_OF_DATE),
        "completion": module.milestone("completionDateStruct", codes.KIND_OF_DATE),
    }


def _design(module: Part) -> dict[str, Any]:
    info, enrolment = module.part("designInfo"), module.part("enrollmentInfo")
    return {
        "study_type": module.code("studyType", codes.STUDY_TYPE),
        "phases": module.codes("phases", codes.PHASE),
        "enrolment": enrolment.count("count"),
        "enrolment_kind": enrolment.code("type", codes.KIND_OF_DATE),
        "design": Design(
            allocation=info.code("allocation", codes.ALLOCATION),
            intervention_model=info.code("interventionModel", codes.ASSIGNMENT),
            primary_purpose=info.code("primaryPurpose", codes.PURPOSE),
            masking=info.part("maskingInfo").code("masking", codes.MASKING),
            observational_model=info.code("observationalModel", codes.OBSERVATION),
            time_perspective=info.code("timePerspective", codes.TIME),
        ),
    }


def _sponsors(module: Part) -> dict[str, Any]:
    lead = tuple(_organisations([module.part("leadSponsor")]))
    return {
        "sponsor": lead[0] if lead else None,
        "collaborators": tuple(_organisations(module.parts("collaborators"))),
    }


def _organisations(parts: Iterable[Part]) -> Iterator[Organisation]:
    for part in parts:
        name, agency_class = part.line("name"), part.code("class", codes.AGENCY_CLASS)
        if name:
            yield Organisation(name, agency_class)


def _treatments(conditions: Part, arms: Part) -> dict[str, Any]:
    return {
        "conditions": conditions.lines("conditions"),
        "keywords": conditions.lines("keywords"),
        "interventions": tuple(_intervention(part) for part in arms.parts("interventions") if part.fields),
        "arms": tuple(_arm(part) for part in arms.parts("armGroups") if part.fields),
    }


def _intervention(part: Part) -> Intervention:
    return Intervention(
        type=part.code("type", codes.INTERVENTION),
        name=part.line("name"),
        description=part.text("description"),
        other_names=part.lines("otherNames"),
        arms=part.lines("armGroupLabels"),
    )


def _arm(part: Part) -> Arm:
    return Arm(
        label=part.line("label"),
        type=part.code("type", codes.ARM),
        description=part.text("description"),
        interventions=part.lines("interventionNames"),
    )


def _eligibility(module: Part) -> dict[str, Any]:
    return {
        "minimum_age": module.age("minimumAge"),
        "maximum_age": module.age("maximumAge"),
        "sex": module.code("sex", codes.SEX),
        "gender_description": module.text("genderDescription"),
        "study_population": module.text("studyPopulation"),
        "healthy_volunteers": module.flag("healthyVolunteers"),
    }


def _outcomes(module: Part) -> dict[str, Any]:
    return {
        "primary_outcomes": tuple(_outcome(part) for part in module.parts("primaryOutcomes") if part.fields),
        "secondary_outcomes": tuple(
            _outcome(part) for part in module.parts("secondaryOutcomes") if part.fields
        ),
    }


def _outcome(part: Part) -> Outcome:
    return Outcome(part.line("measure"), part.line("timeFrame"), part.text("description"))


def _references(module: Part) -> Iterator[Reference]:
    for part in module.parts("references"):
        if citation := part.line("citation"):
            yield Reference(citation, part.code("type", codes.REFERENCE), part.line("pmid"))
    for part in module.parts("seeAlsoLinks"):
        url = part.line("url")
        if WEB_ADDRESS.fullmatch(url):
            yield Reference(part.line("label"), url=url)
        elif url:
            part.notes.add(part.at("url"), url, NOT_A_LINK)
