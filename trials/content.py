"""TrialContent: the one canonical form of everything editors say about a trial.

Facts are codes and numbers as the registry writes them (labels come from `locale/`), texts are
`Words` in both languages. Checks, diff, digest, templates, print and JSON all take this.
Rows carry keys that stay with them for life; the number a reader sees is computed when shown.
"""

from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from editorial.content import SignedContent, Words


@dataclass(frozen=True)
class Identifier:
    registry: str
    """Code of `trials.labels.Registry`: "ctgov", "chictr", "cde", "eudract", "ctis", "sponsor", "other"."""
    value: str


@dataclass(frozen=True)
class Age:
    number: int
    unit: str
    """Registry unit in lower-case singular: "year", "month", "week", "day", "hour", "minute"."""


@dataclass(frozen=True)
class DatedFact:
    """A registry date of month or day precision ("2024-04", "2024-04-01"); kind ACTUAL, ESTIMATED or ""."""

    date: str
    kind: str


@dataclass(frozen=True)
class Facts:
    study_type: str
    phases: tuple[str, ...]
    status: str
    status_date: str
    """Day the registry last posted an update (lastUpdatePostDateStruct), ISO; "" when it does not say."""
    why_stopped: Words
    enrolment: int | None
    enrolment_kind: str
    minimum_age: Age | None
    maximum_age: Age | None
    sex: str
    healthy_volunteers: bool | None
    start: DatedFact | None
    primary_completion: DatedFact | None
    completion: DatedFact | None
    ethics_approval: str
    ethics_version: str = field(default="", metadata={"since": 2})
    """Version of the material the ethics committee approved; demanded of recruitment material."""
    ethics_date: str = field(default="", metadata={"since": 2})


@dataclass(frozen=True)
class Organisation:
    name: Words
    agency_class: str


@dataclass(frozen=True)
class Condition:
    name: Words


@dataclass(frozen=True)
class Intervention:
    key: str
    type: str
    name: Words


@dataclass(frozen=True)
class Step:
    key: str
    time: Words
    """When it happens or how long it takes ("Day 1", "about 2 hours"); may be empty."""
    text: Words


@dataclass(frozen=True)
class Criterion:
    key: str
    """Anchor in both languages; never reused."""
    group: str
    """ "inclusion", "exclusion" or "other"."""
    level: int
    """1 to 3; a row belongs to the nearest row above of a smaller level."""
    ordered: bool
    """The row is numbered in the registry, not bulleted."""
    source: str
    """ "registry" (registry's own wording), "official" (official Chinese) or "editors"."""
    text: Words
    note: Words | None = field(default=None, metadata={"since": 3})
    """What the editors say of this row beside the registry's wording; None without one."""
    official_url: str = field(default="", metadata={"since": 3})
    """Where the official Chinese of this row can be read."""
    who_can_tell: str = field(default="", metadata={"since": 4})
    """Who can say whether it holds: code of `trials.labels.WhoCanTell`, "" while the author has not said."""
    sensitive: bool = field(default=False, metadata={"since": 4})
    """Too private to be asked on a phone that others may see; never in the self-check."""
    decisive: bool = field(default=False, metadata={"since": 4})
    """Chosen by the author for the one-page card for the doctor."""


@dataclass(frozen=True)
class Site:
    key: str
    facility: Words
    city: Words
    region: Words
    country: Words
    country_code: str
    """English country name as the registry writes it; groups sites whatever the language."""
    status: str


@dataclass(frozen=True)
class Contact:
    key: str
    site: str
    """Key of the site it belongs to; "" for the whole trial."""
    role: str
    telephone: str
    checked_on: str


@dataclass(frozen=True)
class Source:
    key: str
    title: Words
    url: str
    accessed_on: str


@dataclass(frozen=True)
class Registry:
    """Where the facts come from, as its terms ask to be told."""

    name: str
    """Code of `trials.labels.Registry`."""
    url: str
    processed_on: str
    """Day the registry processed the data (derivedSection.miscInfoModule.versionHolder), or "" ."""
    snapshot: str
    """SHA-256 of the raw record kept as RegistrySnapshot, or "" for a page without a record."""
    criteria_understood: bool
    """False when the criteria are the registry's text kept whole because it has no structure."""


@dataclass(frozen=True)
class Explanation:
    key: str
    term: Words
    meaning: Words


@dataclass(frozen=True)
class Disclaimer:
    version: int
    text: Words


@dataclass(frozen=True, kw_only=True)
class TrialContent(SignedContent):
    kind: ClassVar[str] = "trial"
    current_schema: ClassVar[int] = 4

    trial_id: str
    identifiers: tuple[Identifier, ...]
    facts: Facts
    sponsor: Organisation | None
    collaborators: tuple[Organisation, ...]
    conditions: tuple[Condition, ...]
    interventions: tuple[Intervention, ...]

    headline: Words
    official_title: Words
    summary: Words
    """One line under the headline."""
    key_points: Words
    what_it_studies: Words
    good_fit: Words
    not_a_fit: Words
    taking_part: tuple[Step, ...]
    potential_benefit: Words
    possible_harms: Words
    not_known: Words
    similar_studies: Words
    costs: Words
    rights: Words
    how_to_participate: tuple[Step, ...]
    seo_description: Words

    criteria: tuple[Criterion, ...]
    sites: tuple[Site, ...]
    contacts: tuple[Contact, ...]
    sources: tuple[Source, ...]
    registry: Registry
    explanations: tuple[Explanation, ...]
    disclaimer: Disclaimer
    machine_translated: tuple[str, ...] = field(default=(), metadata={"since": 3})
    """Places whose Chinese a machine wrote and no person has worded since; readers are told."""
    asked_about: tuple[str, ...] = field(default=(), metadata={"since": 3})
    """Places about which the sponsor has been asked; readers are told."""
    foreign_words: tuple[str, ...] = field(default=(), metadata={"since": 3})
    """Names that stay in the other language on purpose."""

    def withhold_chinese(self) -> Self:
        # Who made Chinese that is not there is no fact of the page; a medical review covers none of it.
        return replace(super().withhold_chinese(), machine_translated=())
