"""Everything the demonstration holds, made where it is missing; what is there is never changed."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db import transaction

from demo.batches import ensure_batch
from demo.office import Office
from demo.passages import ensure_passages, renew
from demo.people import ensure_people
from demo.prose import missing_pages
from demo.site import ensure_disclaimer, ensure_site_names
from demo.stories import STORIES
from trials.finding.synonyms import ensure_starter_synonyms
from trials.glossary.starter import ensure_starter_glossary
from trials.models import TrialPage
from trials.tree import ensure_tree


class NotADemonstration(Exception):
    """The installation is for real: nothing made up belongs there."""


def load(*, now: datetime) -> Iterator[str]:
    """Make what is missing, yielding a line for each thing made; dates count back from `now`.

    Raises NotADemonstration unless the settings say DEMO.
    """
    if not settings.DEMO:
        raise NotADemonstration("These settings are not for a demonstration (DEMO is off); nothing was made.")
    team, made = ensure_people()
    if made:
        yield f"people: {', '.join(made)}"
    office = Office(team, ensure_tree(), now)
    if ensure_site_names():
        yield "site: names and contact, in both languages"
    if ensure_disclaimer(by=team["lead"]):
        yield "disclaimer: version 1"
    for name, write_and_sign in missing_pages(office):
        write_and_sign()
        yield f"page {name}: signed off and public"
    if terms := ensure_starter_glossary():
        yield f"glossary: {terms} terms, most of them to be confirmed"
    if groups := ensure_starter_synonyms():
        yield f"search: {groups} groups of words that mean the same"
    if passages := ensure_passages(office):
        yield f"passages: {passages}, approved by reviewers"
    yield from _trials(office)
    if renew(office):
        yield "passages: one renewed and approved again, one changed since its approval"
    if ensure_batch(office):
        yield "batch: given to the translator"


def _trials(office: Office) -> Iterator[str]:
    known = set(TrialPage.objects.filter(trial_id__in=STORIES).values_list("trial_id", flat=True))
    for trial_id, (tell, told) in STORIES.items():
        if trial_id in known:
            continue
        with transaction.atomic():
            tell(trial_id, office)
        yield f"{trial_id}: {told}"
