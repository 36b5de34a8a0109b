"""The glossary to begin with: terms of oncology trials, most of them still to be confirmed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction

from editorial.content import CHINESE, ENGLISH
from trials.models.glossary import GlossaryTerm

FILE = Path(__file__).parent / "starter.json"
LISTS = ("also_en", "also_zh_hans", "forbidden")


@transaction.atomic
def ensure_starter_glossary() -> int:
    """Add each starting term that is not there yet, and say how many; what is there is never changed."""
    known = {english.casefold() for english in GlossaryTerm.objects.values_list("term_en", flat=True)}
    missing = [term for term in starter_terms() if term.term_en.casefold() not in known]
    for term in missing:
        term.save()
    return len(missing)


def starter_terms() -> Iterator[GlossaryTerm]:
    """The terms of the file, not saved; one without a source is to be confirmed."""
    for entry in json.loads(FILE.read_text(encoding="utf-8")):
        yield GlossaryTerm(
            **_words("term", entry["term"]),
            **_words("meaning", entry["meaning"]),
            **{name: "\n".join(entry.get(name, ())) for name in LISTS},
            abbreviation=entry.get("abbreviation", ""),
            source=entry.get("source", ""),
            to_confirm="source" not in entry,
        )


def _words(name: str, words: dict[str, str]) -> dict[str, Any]:
    return {f"{name}_en": words[ENGLISH], f"{name}_zh_hans": words[CHINESE]}
