"""The part of schema.org that trial pages use: types with their parents, properties with what they expect.

Facts from https://schema.org: a property belongs to a type and to all types below it.
"""

from typing import Any

PARENTS = {
    "Thing": (),
    "CreativeWork": ("Thing",),
    "WebPage": ("CreativeWork",),
    "MedicalWebPage": ("WebPage",),
    "WebSite": ("CreativeWork",),
    "MedicalEntity": ("Thing",),
    "MedicalStudy": ("MedicalEntity",),
    "MedicalTrial": ("MedicalStudy",),
    "MedicalObservationalStudy": ("MedicalStudy",),
    "MedicalCondition": ("MedicalEntity",),
    "MedicalDevice": ("MedicalEntity",),
    "MedicalProcedure": ("MedicalEntity",),
    "Substance": ("MedicalEntity",),
    "Product": ("Thing",),
    "Drug": ("Product", "Substance"),
    "Organization": ("Thing",),
    "Person": ("Thing",),
    "Place": ("Thing",),
    "AdministrativeArea": ("Place",),
    "City": ("AdministrativeArea",),
    "Country": ("AdministrativeArea",),
    "PropertyValue": ("Thing",),
}
PROPERTIES = {
    "Thing": {
        "name": {"Text"},
        "alternateName": {"Text"},
        "description": {"Text"},
        "identifier": {"PropertyValue", "Text", "URL"},
        "url": {"URL"},
        "sameAs": {"URL"},
    },
    "CreativeWork": {
        "inLanguage": {"Text"},
        "version": {"Number", "Text"},
        "datePublished": {"Date"},
        "dateModified": {"Date"},
        "publisher": {"Organization", "Person"},
        "isPartOf": {"CreativeWork", "URL"},
        "isBasedOn": {"CreativeWork", "Product", "URL"},
        "mainEntity": {"Thing"},
    },
    "WebPage": {"lastReviewed": {"Date"}, "reviewedBy": {"Organization", "Person"}},
    "MedicalStudy": {
        "healthCondition": {"MedicalCondition"},
        "sponsor": {"Organization", "Person"},
        "status": {"MedicalStudyStatus"},
        "studyLocation": {"AdministrativeArea"},
        "studySubject": {"MedicalEntity"},
    },
    "Place": {"containedInPlace": {"Place"}},
    "PropertyValue": {"propertyID": {"Text", "URL"}, "value": {"Text"}},
}
STUDY_STATUSES = {
    f"https://schema.org/{name}"
    for name in (
        "ActiveNotRecruiting",
        "Completed",
        "EnrollingByInvitation",
        "NotYetRecruiting",
        "Recruiting",
        "ResultsAvailable",
        "ResultsNotAvailable",
        "Suspended",
        "Terminated",
        "Withdrawn",
    )
}


def kinds_of(name: str) -> set[str]:
    """The type and all its ancestors."""
    return {name}.union(*(kinds_of(parent) for parent in PARENTS[name]))


def faults(node: dict[str, Any], place: str = "page") -> list[str]:
    """Everything in JSON-LD that schema.org does not know, or expects to be something else."""
    if node["@type"] not in PARENTS:
        return [f"{place}: no type {node['@type']}"]
    known = {name: ranges for kind in kinds_of(node["@type"]) for name, ranges in _properties(kind)}
    found = []
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in known:
            found.append(f"{place}.{name}: not a property of {node['@type']}")
            continue
        for part in value if isinstance(value, list) else [value]:
            found += _faults_of_value(part, known[name], f"{place}.{name}")
    return found


def _properties(kind: str) -> list[tuple[str, set[str]]]:
    return list(PROPERTIES.get(kind, {}).items())


def _faults_of_value(value: Any, ranges: set[str], place: str) -> list[str]:
    if isinstance(value, dict):
        fits = kinds_of(value["@type"]) & ranges if value["@type"] in PARENTS else {"unknown"}
        wrong = [] if fits else [f"{place}: {value['@type']} is none of {sorted(ranges)}"]
        return wrong + faults(value, place)
    return [] if _is_literal_of(value, ranges) else [f"{place}: {value!r} is none of {sorted(ranges)}"]


def _is_literal_of(value: Any, ranges: set[str]) -> bool:
    if "MedicalStudyStatus" in ranges:
        return value in STUDY_STATUSES
    if "URL" in ranges and isinstance(value, str) and value.startswith(("https://", "http://")):
        return True
    if "Date" in ranges:
        return isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-"
    return ("Text" in ranges and isinstance(value, str)) or ("Number" in ranges and type(value) is int)
