"""Suggested wordings that a person has to answer, page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import Page

from editorial.models import Suggestion, Wording
from editorial.people import name_of
from editorial.suggestible import answerable_by


@dataclass(frozen=True)
class ToAnswer:
    page: Page
    number: int
    since: datetime
    suggested_by: tuple[str, ...]
    is_mine: bool
    """Whether the person made the page or wrote words of it."""


def to_answer(person: Any) -> list[ToAnswer]:
    """Pages with open suggestions this person may accept or decline: their own first, then the oldest."""
    by_page: dict[int, list[Suggestion]] = {}
    for suggestion in answerable_by(person).select_related("page", "person").order_by("made_at", "pk"):
        by_page.setdefault(suggestion.page_id, []).append(suggestion)
    wrote = Wording.objects.filter(person=person, page__in=by_page).order_by()
    mine = set(wrote.values_list("page_id", flat=True).distinct()) if by_page else set()
    found = [_to_answer(each, mine, person) for each in by_page.values()]
    return sorted(found, key=lambda each: (not each.is_mine, each.since))


def _to_answer(suggestions: list[Suggestion], mine: Iterable[int], person: Any) -> ToAnswer:
    page = suggestions[0].page
    names = tuple(dict.fromkeys(name_of(suggestion.person) for suggestion in suggestions))
    is_mine = page.pk in mine or page.owner_id == person.pk
    return ToAnswer(page, len(suggestions), suggestions[0].made_at, names, is_mine)
