"""Suggestions as a screen shows them: beside their text, with what this person may do about each."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from editorial.canonical import canonical_text, digest_of
from editorial.content import CHINESE, UNWRITTEN, SignedContent, Words
from editorial.models import SignedPage, Suggestion
from editorial.people import name_of
from editorial.suggestible import ANSWERERS, SUGGESTERS
from editorial.worddiff import Segment, segments


@dataclass(frozen=True)
class Shown:
    """One suggestion, with its words compared; `now` is what the text says if it changed since, else None."""

    suggestion: Suggestion
    label: str
    now: str | None
    may_answer: bool
    may_take_back: bool

    @property
    def lang(self) -> str:
        return "zh-Hans" if self.suggestion.language == CHINESE else "en"

    @property
    def by(self) -> str:
        return name_of(self.suggestion.person)

    @property
    def decided_by(self) -> str:
        return name_of(self.suggestion.decided_by) if self.suggestion.decided_by else ""

    @property
    def difference(self) -> list[Segment]:
        return segments(self.suggestion.original, self.suggestion.wording)


@dataclass(frozen=True)
class Row:
    """The place of a text, what is suggested for it, and whether this person may suggest more."""

    place: str
    label: str
    words: Words
    suggestions: list[Shown]
    may_suggest: bool

    @property
    def anchor(self) -> str:
        return f"suggestions-{self.place}"

    @property
    def seen(self) -> str:
        """Stands for the two texts the form was opened on."""
        return seen(self.words)


def seen(words: Words) -> str:
    return digest_of(canonical_text([words.en, words.zh_hans or ""]))


class Board:
    """Every suggestion for one page as one person sees it; read once for a screen of many rows."""

    def __init__(self, page: SignedPage, person: Any) -> None:
        self.page, self.person = page, person

    @cached_property
    def groups(self) -> set[str]:
        named = self.person.groups.values_list("name", flat=True)
        return set(named) if self.person.is_active else set()

    @cached_property
    def content(self) -> SignedContent:
        return self.page.build_content()

    @cached_property
    def words(self) -> dict[str, Words]:
        """The texts of the draft by their places."""
        return {pair.place: pair.words for pair in self.content.pairs()}

    @cached_property
    def label(self) -> Callable[[str], str]:
        return self.page.labels(self.content)

    @cached_property
    def by_place(self) -> dict[str, list[Suggestion]]:
        """The open suggestions, oldest first."""
        found = defaultdict(list)
        for suggestion in self._suggestions().filter(status=Suggestion.Status.OPEN):
            found[suggestion.place].append(suggestion)
        return dict(found)

    def row(self, place: str, label: str = "", words: Words | None = None) -> Row:
        """The row of a place; `words` are what the screen shows there, else what the draft says."""
        words = self.words.get(place, UNWRITTEN) if words is None else words
        label = label or self.label(place)
        waiting = self.by_place.get(place, ())
        may_suggest = not self.groups.isdisjoint(SUGGESTERS) and self.page.can_write(place)
        return Row(place, label, words, [self._shown(each, label, words) for each in waiting], may_suggest)

    def open_rows(self, *places: str) -> list[Row]:
        """The rows with open suggestions and those of `places`, in the reading order of the page."""
        asked = {*self.by_place, *places}
        known = [place for place in self.words if place in asked]
        return [self.row(place) for place in (*known, *sorted(asked - {*known}))]

    def answered(self) -> list[Shown]:
        """What was accepted, declined or taken back, the newest first."""
        done = self._suggestions().exclude(status=Suggestion.Status.OPEN).order_by("-decided_at", "-pk")
        return [Shown(each, self.label(each.place), None, False, False) for each in done]

    def _suggestions(self) -> Any:
        return Suggestion.objects.filter(page_id=self.page.pk).select_related("person", "decided_by")

    def _shown(self, suggestion: Suggestion, label: str, words: Words) -> Shown:
        now = words.in_language(suggestion.language)
        own = suggestion.person_id == self.person.pk
        return Shown(
            suggestion,
            label,
            now if now != suggestion.original else None,
            may_answer=not own and self._writes(ANSWERERS[suggestion.language]),
            may_take_back=own,
        )

    def _writes(self, groups: Iterable[str]) -> bool:
        return not self.groups.isdisjoint(groups)
