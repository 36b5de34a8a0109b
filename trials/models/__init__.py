from trials.models.criteria import CriterionRow
from trials.models.glossary import GlossaryTerm
from trials.models.memory import MemoryUnit
from trials.models.passages import Passage, PassageApproval
from trials.models.prose_pages import HomePage, InformationPage
from trials.models.published import PublishedPlace, PublishedTrial, PublishedWord
from trials.models.registrations import IdentifierRow, SourceRow
from trials.models.snapshots import RegistrySnapshot
from trials.models.study_rows import CollaboratorRow, ConditionRow, ContactRow, InterventionRow
from trials.models.synonyms import Synonym
from trials.models.take_away import TakeAway
from trials.models.translating import Batch, TranslationProgress
from trials.models.trial_index import TrialIndexPage
from trials.models.trial_page import TrialPage
from trials.models.trial_steps import ParticipationStep, TakingPartStep
from trials.models.vocabulary import Condition, Organisation, Place

__all__ = [
    "Batch",
    "CollaboratorRow",
    "Condition",
    "ConditionRow",
    "ContactRow",
    "CriterionRow",
    "GlossaryTerm",
    "HomePage",
    "IdentifierRow",
    "InformationPage",
    "InterventionRow",
    "MemoryUnit",
    "Organisation",
    "ParticipationStep",
    "Passage",
    "PassageApproval",
    "Place",
    "PublishedPlace",
    "PublishedTrial",
    "PublishedWord",
    "RegistrySnapshot",
    "SourceRow",
    "Synonym",
    "TakeAway",
    "TakingPartStep",
    "TranslationProgress",
    "TrialIndexPage",
    "TrialPage",
]
