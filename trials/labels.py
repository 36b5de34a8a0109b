"""What registry codes are called in words: stored as the registry writes them, translated in `locale/`.

A code the registry invents tomorrow is shown as its own words, so reading a record never fails on one.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _


class Registry(TextChoices):
    CTGOV = "ctgov", "ClinicalTrials.gov"
    CHICTR = "chictr", _("Chinese Clinical Trial Registry (ChiCTR)")
    CDE = "cde", _("China drug trial registry (CDE)")
    EUDRACT = "eudract", "EudraCT"
    CTIS = "ctis", _("EU Clinical Trials Information System (CTIS)")
    SPONSOR = "sponsor", _("Sponsor’s own number")
    OTHER = "other", pgettext_lazy("registry", "Other")


class StudyType(TextChoices):
    INTERVENTIONAL = "INTERVENTIONAL", _("Interventional")
    OBSERVATIONAL = "OBSERVATIONAL", _("Observational")
    EXPANDED_ACCESS = "EXPANDED_ACCESS", _("Expanded access")


class Phase(TextChoices):
    NA = "NA", pgettext_lazy("phase", "NA")
    EARLY_PHASE1 = "EARLY_PHASE1", _("Early Phase 1")
    PHASE1 = "PHASE1", _("Phase 1")
    PHASE2 = "PHASE2", _("Phase 2")
    PHASE3 = "PHASE3", _("Phase 3")
    PHASE4 = "PHASE4", _("Phase 4")


class Status(TextChoices):
    RECRUITING = "RECRUITING", _("Recruiting")
    NOT_YET_RECRUITING = "NOT_YET_RECRUITING", _("Not yet recruiting")
    ENROLLING_BY_INVITATION = "ENROLLING_BY_INVITATION", _("Enrolling by invitation")
    ACTIVE_NOT_RECRUITING = "ACTIVE_NOT_RECRUITING", _("Active, not recruiting")
    COMPLETED = "COMPLETED", _("Completed")
    SUSPENDED = "SUSPENDED", _("Suspended")
    TERMINATED = "TERMINATED", _("Terminated")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("status", "Withdrawn")
    UNKNOWN = "UNKNOWN", _("Unknown status")
    AVAILABLE = "AVAILABLE", pgettext_lazy("status", "Available")
    NO_LONGER_AVAILABLE = "NO_LONGER_AVAILABLE", _("No longer available")
    TEMPORARILY_NOT_AVAILABLE = "TEMPORARILY_NOT_AVAILABLE", _("Temporarily not available")
    APPROVED_FOR_MARKETING = "APPROVED_FOR_MARKETING", _("Approved for marketing")
    WITHHELD = "WITHHELD", _("Withheld")


class SiteStatus(TextChoices):
    """Registry field contactsLocationsModule.locations[].status: fewer codes than a whole trial has."""

    RECRUITING = "RECRUITING", Status.RECRUITING.label
    NOT_YET_RECRUITING = "NOT_YET_RECRUITING", Status.NOT_YET_RECRUITING.label
    ENROLLING_BY_INVITATION = "ENROLLING_BY_INVITATION", Status.ENROLLING_BY_INVITATION.label
    ACTIVE_NOT_RECRUITING = "ACTIVE_NOT_RECRUITING", Status.ACTIVE_NOT_RECRUITING.label
    COMPLETED = "COMPLETED", Status.COMPLETED.label
    SUSPENDED = "SUSPENDED", Status.SUSPENDED.label
    TERMINATED = "TERMINATED", Status.TERMINATED.label
    WITHDRAWN = "WITHDRAWN", Status.WITHDRAWN.label
    AVAILABLE = "AVAILABLE", Status.AVAILABLE.label


class FactKind(TextChoices):
    ACTUAL = "ACTUAL", pgettext_lazy("count or date", "actual")
    ESTIMATED = "ESTIMATED", pgettext_lazy("count or date", "estimated")


class AgeUnit(TextChoices):
    YEAR = "year", pgettext_lazy("age", "Years")
    MONTH = "month", pgettext_lazy("age", "Months")
    WEEK = "week", pgettext_lazy("age", "Weeks")
    DAY = "day", pgettext_lazy("age", "Days")
    HOUR = "hour", pgettext_lazy("age", "Hours")
    MINUTE = "minute", pgettext_lazy("age", "Minutes")


class Sex(TextChoices):
    ALL = "ALL", pgettext_lazy("sex", "All")
    FEMALE = "FEMALE", _("Female")
    MALE = "MALE", _("Male")


class AgencyClass(TextChoices):
    INDUSTRY = "INDUSTRY", _("industry")
    NIH = "NIH", _("US National Institutes of Health (NIH)")
    FED = "FED", _("other US federal agency")
    OTHER_GOV = "OTHER_GOV", _("other government body")
    INDIV = "INDIV", _("individual")
    NETWORK = "NETWORK", _("research network")
    OTHER = "OTHER", pgettext_lazy("organisation", "other")
    AMBIG = "AMBIG", pgettext_lazy("organisation", "unclear")
    UNKNOWN = "UNKNOWN", pgettext_lazy("organisation", "unknown")


class InterventionType(TextChoices):
    DRUG = "DRUG", _("Drug")
    BIOLOGICAL = "BIOLOGICAL", _("Biological product")
    DEVICE = "DEVICE", _("Medical device")
    PROCEDURE = "PROCEDURE", _("Procedure or surgery")
    RADIATION = "RADIATION", _("Radiation therapy")
    BEHAVIORAL = "BEHAVIORAL", _("Behavioural intervention")
    GENETIC = "GENETIC", _("Genetic intervention")
    DIETARY_SUPPLEMENT = "DIETARY_SUPPLEMENT", _("Dietary supplement")
    COMBINATION_PRODUCT = "COMBINATION_PRODUCT", _("Combination product")
    DIAGNOSTIC_TEST = "DIAGNOSTIC_TEST", _("Diagnostic test")
    OTHER = "OTHER", pgettext_lazy("intervention", "Other")


class ContactRole(TextChoices):
    STUDY_CHAIR = "STUDY_CHAIR", _("Study chair")
    STUDY_DIRECTOR = "STUDY_DIRECTOR", _("Study director")
    PRINCIPAL_INVESTIGATOR = "PRINCIPAL_INVESTIGATOR", _("Principal investigator")
    SUB_INVESTIGATOR = "SUB_INVESTIGATOR", _("Sub-investigator")
    CONTACT = "CONTACT", pgettext_lazy("role", "Contact")
    COORDINATOR = "coordinator", _("Study coordinator")
    TRIAL_OFFICE = "trial_office", _("Trial office")


class CriterionGroup(TextChoices):
    INCLUSION = "inclusion", _("Inclusion Criteria")
    EXCLUSION = "exclusion", _("Exclusion Criteria")
    OTHER = "other", _("Other conditions for taking part")


class WhoCanTell(TextChoices):
    """Who can say whether a criterion holds; the self-check asks about the first two only."""

    YOU = "you", _("You can tell")
    PAPERS = "papers", _("Your papers say")
    DOCTOR = "doctor", _("Only a doctor can tell")


class CriterionSource(TextChoices):
    REGISTRY = "registry", _("Registry’s own wording")
    OFFICIAL = "official", _("Official Chinese wording")
    EDITORS = "editors", _("Editors’ wording")


# Keyed by enum and code: members compare as plain strings, and several enums have an "UNKNOWN".
PLAIN_WORDS = {
    (Phase, "NA"): _("Not divided into phases"),
    (StudyType, "EXPANDED_ACCESS"): _("Use of an investigational drug outside a trial"),
    (Status, "ENROLLING_BY_INVITATION"): _("Only people who were invited can take part"),
    (Status, "WITHDRAWN"): _("Cancelled before the first participant joined"),
    (Status, "UNKNOWN"): _("Not updated for more than two years; the current status is not known"),
    (AgencyClass, "NIH"): _("US National Institutes of Health"),
    (AgencyClass, "OTHER"): _("hospital, university or other organisation"),
    (AgencyClass, "AMBIG"): _("type of organisation not clear"),
    (AgencyClass, "UNKNOWN"): _("type of organisation not known"),
}


def label(kind: type[TextChoices], code: str) -> str:
    """What `code` is called in the active language; a code we do not know speaks for itself."""
    if code in kind.values:
        return str(kind(code).label)
    if not code:
        return gettext("Not stated")
    return gettext("“%(words)s” (the registry’s own term)") % {"words": code.replace("_", " ").lower()}


def plain_label(kind: type[TextChoices], code: str) -> str:
    """The plainer wording where a label would puzzle a patient, else the label."""
    return str(PLAIN_WORDS.get((kind, code)) or label(kind, code))
