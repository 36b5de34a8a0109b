"""The words editors say mean the same, as a search needs them; and the ones to begin with."""

import json
from pathlib import Path

from django.db import transaction

from trials.finding.cutting import Known
from trials.finding.normal import normalise
from trials.models.synonyms import Synonym

FILE = Path(__file__).parent / "starter.json"


def known_words(names: frozenset[str] = frozenset()) -> Known:
    """The groups of today and the names of places and conditions, which are not to be cut."""
    groups = (dict.fromkeys(filter(None, map(normalise, row.wordings))) for row in Synonym.objects.all())
    return Known(tuple(tuple(group) for group in groups), names)


@transaction.atomic
def ensure_starter_synonyms() -> int:
    """Add each starting group none of whose words is known yet, and say how many; what is there stays."""
    known = {normalise(word) for row in Synonym.objects.all() for word in row.wordings}
    groups = json.loads(FILE.read_text(encoding="utf-8"))
    missing = [group for group in groups if known.isdisjoint(map(normalise, group))]
    Synonym.objects.bulk_create(Synonym(words="\n".join(group)) for group in missing)
    return len(missing)
