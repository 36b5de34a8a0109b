from trials.models.criteria import CriterionRow
from trials.models.prose_pages import HomePage, InformationPage
from trials.models.published import PublishedTrial
from trials.models.registrations import IdentifierRow, SourceRow
from trials.models.snapshots import RegistrySnapshot
from trials.models.study_rows import CollaboratorRow, ConditionRow, ContactRow, InterventionRow
from trials.models.trial_index import TrialIndexPage
from trials.models.trial_page import TrialPage
from trials.models.trial_steps import ParticipationStep, TakingPartStep
from trials.models.vocabulary import Condition, Organisation, Place

__all__ = [
    "CollaboratorRow",
    "Condition",
    "ConditionRow",
    "ContactRow",
    "CriterionRow",
    "HomePage",
    "IdentifierRow",
    "InformationPage",
    "InterventionRow",
    "Organisation",
    "ParticipationStep",
    "Place",
    "PublishedTrial",
    "RegistrySnapshot",
    "SourceRow",
    "TakingPartStep",
    "TrialIndexPage",
    "TrialPage",
]
