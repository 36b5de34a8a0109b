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
    rows = list(Synonym.objects.all())
    kinds = tuple(_normal(row.kinds) for row in rows)
    return Known(tuple(_normal(row.wordings) for row in rows), names, kinds)


@transaction.atomic
def ensure_starter_synonyms() -> int:
    """Add each starting group none of whose words is known yet, and say how many; what is there stays."""
    known = {normalise(word) for row in Synonym.objects.all() for word in row.wordings}
    groups = json.loads(FILE.read_text(encoding="utf-8"))
    rows = [Synonym(words="\n".join(group)) for group in groups]
    missing = [row for row in rows if known.isdisjoint(map(normalise, row.wordings))]
    Synonym.objects.bulk_create(missing)
    return len(missing)


def _normal(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(normalise, words))))
