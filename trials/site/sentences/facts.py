"""The quick facts of a trial, a line each."""

from collections.abc import Iterable

from django.utils.translation import get_language, gettext, npgettext, pgettext

from editorial.content import ENGLISH, Words
from trials.content import Age, Facts, Identifier, Organisation, TrialContent
from trials.labels import AgencyClass, AgeUnit, FactKind, Phase, Registry, Sex, StudyType, label, plain_label


def phase_line(facts: Facts) -> str:
    """ "NA", "Phase 2" or "Phase 1/Phase 2"; the registry gives none for studies that have no phases."""
    if not facts.phases:
        return gettext("Studies of this type have no phases")
    return "/".join(label(Phase, phase) for phase in facts.phases)


def study_type_line(facts: Facts) -> str:
    return label(StudyType, facts.study_type)


def enrolment_line(facts: Facts) -> str:
    """ "15 (estimated)"."""
    if facts.enrolment is None:
        return gettext("Not stated")
    count = f"{facts.enrolment:,}"
    if not facts.enrolment_kind:
        return pgettext("number of participants", "%(count)s") % {"count": count}
    return pgettext("number of participants", "%(count)s (%(kind)s)") % {
        "count": count,
        "kind": label(FactKind, facts.enrolment_kind),
    }


def ages_sentence(facts: Facts) -> str:
    """ "18 Years and up", "Up to 65 Years", "6 Months to 18 Years" or "Any age"."""
    if facts.minimum_age and facts.maximum_age:
        return pgettext("ages", "%(minimum)s to %(maximum)s") % {
            "minimum": age_words(facts.minimum_age),
            "maximum": age_words(facts.maximum_age),
        }
    if facts.minimum_age:
        return pgettext("ages", "%(age)s and up") % {"age": age_words(facts.minimum_age)}
    if facts.maximum_age:
        return pgettext("ages", "Up to %(age)s") % {"age": age_words(facts.maximum_age)}
    return gettext("Any age")


def age_words(age: Age) -> str:
    """ "18 Years", "6 Months", "1 Day"; a unit we do not know is said in the registry's own word."""
    n = age.number
    sentence = {
        "year": npgettext("age", "%(number)s Year", "%(number)s Years", n),
        "month": npgettext("age", "%(number)s Month", "%(number)s Months", n),
        "week": npgettext("age", "%(number)s Week", "%(number)s Weeks", n),
        "day": npgettext("age", "%(number)s Day", "%(number)s Days", n),
        "hour": npgettext("age", "%(number)s Hour", "%(number)s Hours", n),
        "minute": npgettext("age", "%(number)s Minute", "%(number)s Minutes", n),
    }.get(age.unit, "%(number)s %(unit)s")
    return sentence % {"number": n, "unit": label(AgeUnit, age.unit)}


def sex_line(facts: Facts) -> str:
    return label(Sex, facts.sex)


def healthy_volunteers_line(facts: Facts) -> str:
    if facts.healthy_volunteers is None:
        return gettext("Not stated")
    if facts.healthy_volunteers:
        return gettext("Accepts healthy volunteers")
    return gettext("Does not accept healthy volunteers")


def sponsor_line(content: TrialContent) -> str:
    """The sponsor with its class: "Example Co., Ltd. (industry)"."""
    if content.sponsor is None:
        return gettext("Not stated")
    name = organisation_name(content.sponsor)
    if not content.sponsor.agency_class:
        return name
    return pgettext("sponsor", "%(name)s (%(kind)s)") % {
        "name": name,
        "kind": plain_label(AgencyClass, content.sponsor.agency_class),
    }


def organisation_name(organisation: Organisation) -> str:
    """The name; in Chinese followed by the registered English one, by which a hospital can look it up."""
    english = organisation.name.en
    name = in_reading_language(organisation.name)
    if english in name:
        return name
    return pgettext("organisation", "%(name)s (%(english)s)") % {"name": name, "english": english}


def organisations_line(organisations: Iterable[Organisation]) -> str:
    """Collaborators by name."""
    return joined(organisation_name(organisation) for organisation in organisations)


def interventions_line(content: TrialContent) -> str:
    return joined(in_reading_language(intervention.name) for intervention in content.interventions)


def conditions_line(content: TrialContent) -> str:
    return joined(in_reading_language(condition.name) for condition in content.conditions)


def trial_id_line(content: TrialContent) -> str:
    """ "NCT06279026 on ClinicalTrials.gov"."""
    return identifier_line(Identifier(registry=content.registry.name, value=content.trial_id))


def identifier_line(identifier: Identifier) -> str:
    if not identifier.registry:
        return identifier.value
    if identifier.registry in (Registry.SPONSOR, Registry.OTHER):
        sentence = pgettext("trial number", "%(number)s (%(registry)s)")
    else:
        sentence = pgettext("trial number", "%(number)s on %(registry)s")
    return sentence % {"number": identifier.value, "registry": label(Registry, identifier.registry)}


def byline(content: TrialContent) -> str:
    """Phase, sponsor and trial number, under the headline."""
    sponsor = organisation_name(content.sponsor) if content.sponsor else ""
    phase = phase_line(content.facts) if content.facts.phases else ""
    return " · ".join(part for part in (phase, sponsor, content.trial_id) if part)


def joined(names: Iterable[str]) -> str:
    """Names one after the other, each once; "Not stated" when there is none."""
    once = dict.fromkeys(name for name in names if name)
    return pgettext("between names", ", ").join(once) or gettext("Not stated")


def in_reading_language(name: Words) -> str:
    """A name in the active language, or in English where it has no Chinese name."""
    return name.in_language(get_language() or ENGLISH) or name.en
