"""The registry's own words for the texts of a page, for reviewers to read beside them."""

from typing import Any

from trials.editing.registry_words import registry_words
from trials.rows import in_order

BESIDE = {
    "headline": "brief_title",
    "official_title": "official_title",
    "summary": "brief_summary",
    "what_it_studies": "detailed_description",
    "facts.why_stopped": "why_stopped",
}


def source_words(page: Any) -> dict[str, str]:
    """The registry's English by the place of the text it stands behind.

    A criterion has the words of the record's row it was drafted from, kept with it since; one that editors
    added has none.
    """
    passages = registry_words(page)
    found = {place: passages[name] for place, name in BESIDE.items() if name in passages}
    rows = ((f"criteria.{row.key}.text", row.registry_text) for row in in_order(page.criteria))
    return found | {place: words for place, words in rows if words}
