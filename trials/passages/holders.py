"""Which pages hold a passage, by their newest drafts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page, Revision

from editorial.content import Words
from editorial.office.reach import within_reach
from trials.models import TrialPage
from trials.models.passages import Passage
from trials.passages.held import Approved, Held
from trials.passages.inserting import ONE_LINE

STEPS = ("taking_part", "how_to_participate")
PROSE = tuple(name for name in TrialPage.WORDS if name not in ONE_LINE)


@dataclass(frozen=True)
class Holder:
    page: Page
    held: Held

    @property
    def label(self) -> str:
        return TrialPage.place_label(self.held.place)


def holders(passage: Passage, *, person: Any) -> list[Holder]:
    """Where the passage stands, in any wording somebody approved, on pages this person may change."""
    found = list(_held_in_drafts(passage))
    pages = within_reach(person, {page_id for page_id, _held in found})
    named = [Holder(pages[page_id], held) for page_id, held in found if page_id in pages]
    return sorted(named, key=lambda holder: (holder.page.title, holder.held.place))


def pages_holding(passage: Passage) -> set[int]:
    """The pages whose newest draft holds the passage in any approved wording."""
    return {page_id for page_id, _held in _held_in_drafts(passage)}


def _held_in_drafts(passage: Passage) -> Iterator[tuple[int, Held]]:
    approved = Approved(passage)
    if not approved.newest:
        return
    drafts = Revision.objects.filter(pk__in=TrialPage.objects.values("latest_revision_id"))
    for page_id, content in drafts.values_list("object_id", "content").iterator(chunk_size=50):
        for place, words in _prose_of(content):
            yield from ((int(page_id), held) for held in approved.at(place, words))


def _prose_of(content: Mapping[str, Any]) -> Iterator[tuple[str, Words]]:
    """The texts of a stored version that can hold a passage."""
    for name in PROSE:
        yield name, _pair(content, name)
    for relation in STEPS:
        for row in content.get(relation) or ():
            yield f"{relation}.{row.get('key')}.text", _pair(row, "text")


def _pair(stored: Mapping[str, Any], name: str) -> Words:
    return Words(en=stored.get(f"{name}_en") or "", zh_hans=stored.get(f"{name}_zh_hans") or "")
