"""The approved terms found in each text of a page, for whoever writes the Chinese beside it."""

from dataclasses import dataclass
from typing import Any

from trials import writing
from trials.glossary.in_use import glossary_in_use
from trials.glossary.terms import Term, forbidden_in


@dataclass(frozen=True)
class TermBeside:
    term: Term
    is_missing: bool
    """The Chinese is written and says the term otherwise."""
    forbidden: tuple[str, ...]
    """Forbidden wordings that stand in the Chinese."""


def terms_beside(page: Any) -> dict[str, list[TermBeside]]:
    """What the glossary says of each text of a page, by its place; texts without a term are left out."""
    glossary = glossary_in_use()
    found = {}
    for place, holder, name in writing.texts_of(page):
        terms = glossary.in_english(getattr(holder, f"{name}_en") or "")
        chinese = getattr(holder, f"{name}_zh_hans") or ""
        # A term that Chinese writes as English does says nothing to whoever writes it.
        if approved := [term for term in terms if term.zh not in ("", term.en)]:
            found[place] = _beside(approved, chinese)
    return found


def _beside(terms: list[Term], chinese: str) -> list[TermBeside]:
    forbidden = forbidden_in(chinese, terms)
    return [
        TermBeside(
            term,
            is_missing=bool(chinese) and not term.stands_in_chinese(chinese),
            forbidden=tuple(forbidden.get(term, ())),
        )
        for term in terms
    ]
