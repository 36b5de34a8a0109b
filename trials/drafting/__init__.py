"""From a registry record to the draft of a trial page, and from the next record to its next draft."""

from trials.drafting.trial import CREATED, UNCHANGED, UPDATED, Drafted, DraftRefused, draft_trial

__all__ = ["CREATED", "UNCHANGED", "UPDATED", "DraftRefused", "Drafted", "draft_trial"]
