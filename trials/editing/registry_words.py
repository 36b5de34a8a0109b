"""The registry's own wording, read from the record a page was made from, for editors to compare with."""

import json
from typing import Any

PASSAGES = {
    "brief_title": ("identificationModule", "briefTitle"),
    "official_title": ("identificationModule", "officialTitle"),
    "brief_summary": ("descriptionModule", "briefSummary"),
    "detailed_description": ("descriptionModule", "detailedDescription"),
    "eligibility": ("eligibilityModule", "eligibilityCriteria"),
    "why_stopped": ("statusModule", "whyStopped"),
}


def registry_words(page: Any) -> dict[str, str]:
    """The passages of `page.registry_record` by our names; empty without a record."""
    record = page.registry_record
    if record is None:
        return {}
    if not hasattr(record, "_passages"):
        # Several panels of one screen ask; the record of a large study takes a while to parse.
        record._passages = _passages(record.raw)
    return record._passages


def _passages(raw: str) -> dict[str, str]:
    protocol = json.loads(raw).get("protocolSection") or {}
    found = {name: (protocol.get(module) or {}).get(field) for name, (module, field) in PASSAGES.items()}
    return {name: words for name, words in found.items() if isinstance(words, str) and words}
