"""What the places of a trial are called on the review screen: by the number a reader sees, not by key."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from trials.checks.naming import FIELDS, ROWS, called, split
from trials.content import Criterion, TrialContent
from trials.labels import CriterionGroup, label
from trials.site.criteria import numbers_by_key

NUMBERED: Mapping[str, Promise] = {
    "inclusion": gettext_lazy("Inclusion criterion %(number)s"),
    "exclusion": gettext_lazy("Exclusion criterion %(number)s"),
}
OTHER = gettext_lazy("Other condition %(number)s")
FACTS: Mapping[str, Promise] = {
    "trial_id": gettext_lazy("trial id"),
    "facts.study_type": gettext_lazy("study type"),
    "facts.phases": gettext_lazy("phases"),
    "facts.status": gettext_lazy("recruitment status"),
    "facts.status_date": gettext_lazy("status last updated on"),
    "facts.enrolment": gettext_lazy("number of participants"),
    "facts.enrolment_kind": gettext_lazy("number of participants: actual or estimated"),
    "facts.minimum_age": gettext_lazy("youngest age"),
    "facts.minimum_age.unit": gettext_lazy("youngest age: unit"),
    "facts.maximum_age": gettext_lazy("oldest age"),
    "facts.maximum_age.unit": gettext_lazy("oldest age: unit"),
    "facts.sex": gettext_lazy("sex"),
    "facts.healthy_volunteers": gettext_lazy("healthy volunteers"),
    "facts.start": gettext_lazy("start"),
    "facts.start.kind": gettext_lazy("start: actual or estimated"),
    "facts.primary_completion": gettext_lazy("main results"),
    "facts.primary_completion.kind": gettext_lazy("main results: actual or estimated"),
    "facts.completion": gettext_lazy("completion"),
    "facts.completion.kind": gettext_lazy("completion: actual or estimated"),
    "facts.ethics_approval": gettext_lazy("ethics approval number"),
    "facts.ethics_version": gettext_lazy("version of the approved material"),
    "facts.ethics_date": gettext_lazy("date of the ethics approval"),
    "sponsor.agency_class": gettext_lazy("kind of sponsor"),
    "identifiers": gettext_lazy("trial number"),
    "identifiers[]": gettext_lazy("trial numbers"),
    "criteria[]": gettext_lazy("criteria"),
    "interventions[]": gettext_lazy("interventions"),
    "conditions[]": gettext_lazy("conditions"),
    "collaborators[]": gettext_lazy("collaborators"),
    "contacts[]": gettext_lazy("study contacts"),
    "sources[]": gettext_lazy("sources"),
    "sites[]": gettext_lazy("sites"),
    "contacts": gettext_lazy("study contact"),
    "explanations": gettext_lazy("word explained"),
    "registry.name": gettext_lazy("registry"),
    "registry.url": gettext_lazy("address of the record"),
    "registry.processed_on": gettext_lazy("registry’s data processed on"),
    "registry.criteria_understood": gettext_lazy("criteria as rows"),
    "machine_translated": gettext_lazy("translated by a machine"),
    "asked_about": gettext_lazy("asked of the sponsor"),
    "foreign_words": gettext_lazy("names that stay foreign"),
    "disclaimer.version": gettext_lazy("version of the disclaimer"),
}
PARTS: Mapping[str, Promise] = {
    "group": gettext_lazy("group"),
    "level": gettext_lazy("level"),
    "ordered": gettext_lazy("numbered in the registry"),
    "source": gettext_lazy("wording"),
    "note": gettext_lazy("editors’ note"),
    "official_url": gettext_lazy("address of the official Chinese"),
    "who_can_tell": gettext_lazy("who can tell"),
    "sensitive": gettext_lazy("sensitive"),
    "decisive": gettext_lazy("decisive"),
    "type": gettext_lazy("type"),
    "status": gettext_lazy("recruitment status"),
    "agency_class": gettext_lazy("kind of organisation"),
    "site": gettext_lazy("site"),
    "role": gettext_lazy("role"),
    "telephone": gettext_lazy("telephone"),
    "checked_on": gettext_lazy("checked on"),
    "url": pgettext_lazy("web", "address"),
    "accessed_on": gettext_lazy("read on"),
    "registry": gettext_lazy("registry"),
    "value": gettext_lazy("number"),
    "time": gettext_lazy("when"),
    "facility": gettext_lazy("hospital"),
    "city": gettext_lazy("city"),
    "region": gettext_lazy("province or region"),
    "country": gettext_lazy("country"),
    "meaning": gettext_lazy("meaning"),
}
"""Parts of a row; any other is the text the row is called after."""

SECTIONS: Mapping[str, Promise] = {
    **dict.fromkeys(("headline", "official_title", "summary", "key_points"), gettext_lazy("At the top")),
    "what_it_studies": gettext_lazy("What this trial studies"),
    **dict.fromkeys(("good_fit", "not_a_fit"), gettext_lazy("Who should consider this trial")),
    "taking_part": gettext_lazy("What taking part involves"),
    **dict.fromkeys(
        ("potential_benefit", "possible_harms", "not_known", "similar_studies"),
        gettext_lazy("Why it matters"),
    ),
    **dict.fromkeys(("costs", "rights"), gettext_lazy("Costs and rights")),
    "how_to_participate": gettext_lazy("How to participate"),
    "seo_description": gettext_lazy("For search engines"),
    "explanations": gettext_lazy("Words explained"),
}
"""Parts of the page whose texts are read together; all that is not named here is a name."""


def place_label(place: str) -> str:
    """What a place is called without knowing the content it stands in."""
    field, _within = split(place)
    known = FACTS.get(place) or FACTS.get(place.removesuffix(".number").removesuffix(".date"))
    if known or field in FIELDS or "." not in place:
        return capfirst(str(known or called(place.removesuffix("[]"))))
    field, row, part = (*place.split("."), "")[:3]
    if row in PARTS:
        return _with_part(capfirst(str(FACTS.get(field, field))), row)
    # Rows without a key are named by their number, which people count from one.
    return _with_part(row_label(field, str(int(row) + 1) if row.isdecimal() else row), part)


def row_label(field: str, row: str) -> str:
    """ "Study contact 2"; of the two lists of steps it is said which."""
    kind = ROWS.get(field) or FIELDS.get(field) or FACTS.get(field, field)
    name = _("%(field)s %(row)s") % {"field": kind, "row": row}
    return (
        _("%(place)s: %(part)s") % {"place": capfirst(str(FIELDS[field])), "part": name}
        if field in ROWS
        else capfirst(name)
    )


class Labels:
    """Calls the places of one content by name: "Inclusion criterion 3.2" for "criteria.i7.text"."""

    def __init__(self, content: TrialContent) -> None:
        self._content = content

    def __call__(self, place: str) -> str:
        field, row, part = (*place.split("."), "", "")[:3]
        name = self._rows.get(f"{field}.{row}")
        return _with_part(name, part) if name else place_label(place)

    @cached_property
    def _rows(self) -> dict[str, str]:
        content = self._content
        named = {f"criteria.{key}": name for key, name in criterion_labels(content.criteria).items()}
        for field in ("taking_part", "how_to_participate", "interventions", "sources", "contacts"):
            for number, row in enumerate(getattr(content, field), start=1):
                named[f"{field}.{row.key}"] = row_label(field, str(number))
        for word in content.explanations:
            kind = {"place": capfirst(str(FACTS["explanations"])), "part": word.term.en}
            named[f"explanations.{word.key}"] = _("%(place)s: %(part)s") % kind
        for site in content.sites:
            named[f"sites.{site.key}"] = site.facility.en or row_label("sites", site.key)
        return named


def criterion_labels(rows: Sequence[Criterion]) -> dict[str, str]:
    """What each criterion is called by the number a reader sees, by its key."""
    seen = numbers_by_key(rows)
    return {key: NUMBERED.get(group, OTHER) % {"number": number} for key, (group, number) in seen.items()}


def headings(content: TrialContent) -> dict[str, str]:
    """The heading above each text that begins a part of the page, by its place."""
    groups = {f"criteria.{row.key}": row.group for row in content.criteria}
    found, above = {}, ""
    for pair in content.pairs():
        heading = _heading(pair.place, groups)
        if heading != above:
            found[pair.place] = above = heading
    return found


def _heading(place: str, groups: Mapping[str, str]) -> str:
    field, row = (*place.split("."), "")[:2]
    if field == "criteria":
        return label(CriterionGroup, groups[f"criteria.{row}"])
    return str(SECTIONS.get(field, _("Names")))


def _with_part(name: str, part: str) -> str:
    if part not in PARTS:
        return name
    return _("%(place)s: %(part)s") % {"place": name, "part": PARTS[part]}
