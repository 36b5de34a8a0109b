"""Which pages a term of the glossary touches: drafts that say it, and editions that explain it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page, Revision

from editorial.models import Edition
from editorial.office.reach import within_reach
from trials.glossary.explaining import OF_ROWS, READ_BY_PATIENTS
from trials.glossary.in_use import term_of
from trials.glossary.terms import Glossary, Term
from trials.models.glossary import GlossaryTerm


@dataclass(frozen=True)
class Touched:
    page: Page
    is_outdated: bool
    """The edition in force explains the term in other words than those of today."""


def pages_touched(row: GlossaryTerm, person: Any) -> list[Touched]:
    """The pages this person may change whose newest draft says the term or whose edition explains it."""
    from trials.models import TrialPage

    term = term_of(row)
    drafts = Revision.objects.filter(pk__in=TrialPage.objects.values("latest_revision_id"))
    said = {
        int(page_id)
        for page_id, content in drafts.values_list("object_id", "content").iterator(chunk_size=50)
        if Glossary((term,)).in_english(*_english(content))
    }
    used = f'["{row._meta.label_lower}",{row.pk}]'
    explaining = {
        edition.page_id: edition for edition in Edition.objects.in_force().filter(uses__contains=used)
    }
    pages = within_reach(person, said | explaining.keys())
    touched = [
        Touched(page, pk in explaining and _is_outdated(explaining[pk], term)) for pk, page in pages.items()
    ]
    return sorted(touched, key=lambda each: (not each.is_outdated, each.page.title, each.page.pk))


def _is_outdated(edition: Edition, term: Term) -> bool:
    today = [
        words.in_language(lang) for words in (term.named, term.meaning) for lang in edition.language_codes
    ]
    explained = (
        [words.in_language(lang) for words in (each.term, each.meaning) for lang in edition.language_codes]
        for each in edition.load().explanations
    )
    return today not in explained


def _english(content: Mapping[str, Any]) -> Iterator[str]:
    """The texts of a stored version whose words are explained."""
    for name in READ_BY_PATIENTS:
        yield content.get(f"{name}_en") or ""
        for row in content.get(name) or ():
            yield from (row.get(f"{part}_en") or "" for part in OF_ROWS)
