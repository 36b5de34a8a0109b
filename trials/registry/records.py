"""What a registry record says, as frozen values: codes stay codes, dates keep their precision."""

from dataclasses import dataclass, field

from trials.registry.criteria import CriteriaText
from trials.registry.dates import Age, Milestone, PartialDate
from trials.registry.refusals import NotUnderstood
from trials.registry.refusals import RecordRefused as RecordRefused

NO_CRITERIA = CriteriaText(())


@dataclass(frozen=True)
class Identifier:
    """A number of the trial; `kind` is nct, alias, org or secondary, `domain` says who gave it."""

    registry: str
    value: str
    kind: str
    domain: str = ""


@dataclass(frozen=True)
class Organisation:
    name: str
    agency_class: str = ""


@dataclass(frozen=True)
class Intervention:
    type: str
    name: str
    description: str = ""
    other_names: tuple[str, ...] = ()
    arms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Arm:
    label: str
    type: str = ""
    description: str = ""
    interventions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    measure: str
    time_frame: str = ""
    description: str = ""


@dataclass(frozen=True)
class Site:
    """A place that takes part; `key` stays the same from import to import, contacts refer to it."""

    key: str
    facility: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    country: str = ""
    status: str = ""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Contact:
    """A role and its telephone, never a person's name; `site_key` is "" for the whole trial."""

    role: str
    phone: str
    extension: str = ""
    site_key: str = ""


@dataclass(frozen=True)
class Reference:
    """A publication (`citation`, `pmid`) or a page (`url`, labelled by `citation`)."""

    citation: str
    type: str = ""
    pmid: str = ""
    url: str = ""


@dataclass(frozen=True)
class Design:
    """How the study is built, as registry codes."""

    allocation: str = ""
    intervention_model: str = ""
    primary_purpose: str = ""
    masking: str = ""
    observational_model: str = ""
    time_perspective: str = ""


@dataclass(frozen=True)
class TrialRecord:
    """One study of ClinicalTrials.gov (API v2), in the order in which a page speaks of it.

    Texts hold LF line ends and no control characters; `raw` is canonical JSON text, `sha256` its digest.
    """

    trial_id: str
    raw: str = field(repr=False)
    sha256: str
    registry: str = "ctgov"
    brief_title: str = ""
    official_title: str = ""
    acronym: str = ""
    brief_summary: str = ""
    detailed_description: str = ""
    identifiers: tuple[Identifier, ...] = ()
    study_type: str = ""
    phases: tuple[str, ...] = ()
    design: Design = Design()
    status: str = ""
    last_known_status: str = ""
    status_verified: PartialDate | None = None
    first_posted: PartialDate | None = None
    last_update: PartialDate | None = None
    why_stopped: str = ""
    start: Milestone | None = None
    primary_completion: Milestone | None = None
    completion: Milestone | None = None
    enrolment: int | None = None
    enrolment_kind: str = ""
    minimum_age: Age | None = None
    maximum_age: Age | None = None
    sex: str = ""
    gender_description: str = ""
    study_population: str = ""
    healthy_volunteers: bool | None = None
    sponsor: Organisation | None = None
    collaborators: tuple[Organisation, ...] = ()
    conditions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    arms: tuple[Arm, ...] = ()
    primary_outcomes: tuple[Outcome, ...] = ()
    secondary_outcomes: tuple[Outcome, ...] = ()
    sites: tuple[Site, ...] = ()
    contacts: tuple[Contact, ...] = ()
    criteria: CriteriaText = NO_CRITERIA
    references: tuple[Reference, ...] = ()
    processed_on: PartialDate | None = None
    not_understood: tuple[NotUnderstood, ...] = ()
