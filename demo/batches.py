"""Work given to the translator: the drafts whose Chinese is not done, with a day."""

from datetime import timedelta

from demo.office import Office
from editorial.editions import day_of
from trials.models import Batch, TrialPage
from trials.translating.batches import make_batch

NAME = "Leukaemia and lung cancer"
TRIALS = ("NCT05480501", "NCT05378763", "NCT04856215")
DUE_IN = timedelta(days=7)


def ensure_batch(office: Office) -> bool:
    """The batch, where there is none at all; whether it was made."""
    if Batch.objects.exists():
        return False
    make_batch(
        NAME,
        by=office.team["lead"],
        assignee=office.team["translator"],
        due=day_of(office.now) + DUE_IN,
        pages=TrialPage.objects.filter(trial_id__in=TRIALS),
    )
    return True
