"""Facts in rows: plain ones for patients, the registry's own for doctors."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trials.content import Facts, Intervention, TrialContent
from trials.labels import InterventionType, Status, label
from trials.site import sentences


@dataclass(frozen=True)
class Row:
    label: str
    value: str


def quick_facts(content: TrialContent) -> tuple[Row, ...]:
    """The nine rows of a registry entry, in the registry's terms."""
    return (
        Row(_("Phase"), sentences.phase_line(content.facts)),
        Row(_("Study type"), sentences.study_type_line(content.facts)),
        _enrolment(content),
        Row(_("Ages"), sentences.ages_sentence(content.facts)),
        Row(_("Sex"), sentences.sex_line(content.facts)),
        Row(_("Sponsor"), sentences.sponsor_line(content)),
        Row(_("Drugs / interventions"), sentences.interventions_line(content)),
        Row(_("Locations"), sentences.sites_line(content.sites)),
        Row(_("Trial ID"), sentences.trial_id_line(content)),
    )


def coded_facts(content: TrialContent) -> tuple[Row, ...]:
    """The rows that need no name of anything, so that they can be said when a language is withheld."""
    return (
        Row(_("Trial ID"), sentences.trial_id_line(content)),
        Row(_("Ages"), sentences.ages_sentence(content.facts)),
        Row(_("Sex"), sentences.sex_line(content.facts)),
        Row(_("Phase"), sentences.phase_line(content.facts)),
        Row(_("Study type"), sentences.study_type_line(content.facts)),
        _enrolment(content),
        Row(pgettext("at a glance", "Where"), sentences.sites_count_line(content.sites)),
        *_dates(content.facts),
    )


def at_a_glance(content: TrialContent) -> tuple[Row, ...]:
    """Five points in plain words, for a page whose editors wrote no key points."""
    return (
        Row(_("For people with"), sentences.conditions_line(content)),
        Row(_("What is tested"), sentences.interventions_line(content)),
        Row(_("Ages"), sentences.ages_sentence(content.facts)),
        Row(pgettext("at a glance", "Where"), sentences.sites_line(content.sites)),
        Row(_("How many people"), sentences.enrolment_line(content.facts)),
    )


def further_facts(content: TrialContent) -> tuple[Row, ...]:
    """What else the registry says; rows it leaves empty are left out."""
    facts = content.facts
    rows = [
        Row(_("Recruitment status"), _status(facts)),
        *_dates(facts),
        Row(_("Healthy volunteers"), _volunteers(content)),
        Row(_("Types of intervention"), _types(content.interventions)),
        Row(
            _("Collaborators"),
            sentences.organisations_line(content.collaborators) if content.collaborators else "",
        ),
        Row(_("Ethics approval number"), facts.ethics_approval),
        Row(_("Version approved by the ethics committee"), facts.ethics_version),
        Row(
            _("Date of the ethics approval"),
            sentences.date_words(facts.ethics_date) if facts.ethics_date else "",
        ),
        Row(_("Other trial numbers"), _other_numbers(content)),
    ]
    return tuple(row for row in rows if row.value)


def _dates(facts: Facts) -> list[Row]:
    dates = (
        (pgettext("trial date", "Start"), facts.start),
        (pgettext("trial date", "Primary completion"), facts.primary_completion),
        (pgettext("trial date", "Completion"), facts.completion),
    )
    return [Row(name, sentences.dated_fact_line(fact)) for name, fact in dates if fact]


def _enrolment(content: TrialContent) -> Row:
    # In Chinese the usual label says "planned", which is wrong of people who have already joined.
    actual = content.facts.enrolment_kind == "ACTUAL"
    name = _("Number enrolled") if actual else _("Enrollment")
    facts = replace(content.facts, enrolment_kind="") if actual else content.facts
    return Row(name, sentences.enrolment_line(facts))


def _status(facts: Facts) -> str:
    # Never a bare "Recruiting": a status is worth what its date is worth.
    if not facts.status_date:
        return _("%(status)s, without a date") % {"status": label(Status, facts.status)}
    return _("%(status)s, as of %(date)s") % {
        "status": label(Status, facts.status),
        "date": sentences.date_words(facts.status_date),
    }


def _volunteers(content: TrialContent) -> str:
    if content.facts.healthy_volunteers is None:
        return ""
    return sentences.healthy_volunteers_line(content.facts)


def _types(interventions: tuple[Intervention, ...]) -> str:
    types = dict.fromkeys(label(InterventionType, row.type) for row in interventions if row.type)
    return pgettext("between names", ", ").join(types)


def _other_numbers(content: TrialContent) -> str:
    others = [row for row in content.identifiers if row.value.lower() != content.trial_id.lower()]
    return pgettext("between names", ", ").join(sentences.identifier_line(row) for row in others)
