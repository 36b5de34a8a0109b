"""Queries as a screen shows them: with their text in both languages and what this person may do."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from editorial.content import UNWRITTEN, Words
from editorial.desk import Desk, open_desk
from editorial.models import EditorQuery
from editorial.people import GROUPS, belongs_to, name_of
from editorial.queries import TELLERS, stands


@dataclass(frozen=True)
class Shown:
    query: EditorQuery
    label: str
    words: Words
    fact: str
    """What a fact says, in words, where the query is about one."""
    is_gone: bool
    """The draft has this text no longer."""
    is_told: bool
    may_answer: bool
    may_tell: bool

    @property
    def anchor(self) -> str:
        return f"query-{self.query.pk}"

    @property
    def asked_by(self) -> str:
        return name_of(self.query.asked_by)

    @property
    def answered_by(self) -> str:
        return name_of(self.query.answered_by) if self.query.answered_by else ""


class Questions:
    """The queries of one page as one person sees them."""

    def __init__(self, page: Any, person: Any, desk: Desk | None = None) -> None:
        self.desk, self.person = desk or open_desk(page.pk), person

    @cached_property
    def is_member(self) -> bool:
        return belongs_to(self.person, *GROUPS)

    @cached_property
    def tells(self) -> bool:
        return belongs_to(self.person, *TELLERS)

    @cached_property
    def words(self) -> dict[str, Words]:
        return {pair.place: pair.words for pair in self.desk.content.pairs()}

    @cached_property
    def label(self) -> Any:
        return self.desk.page.labels(self.desk.content)

    @cached_property
    def places(self) -> list[tuple[str, str]]:
        """What can be asked about, in reading order: texts, without names by the hundred, then facts."""
        folded = self.desk.page.folded_places
        texts = [place for place in self.words if place.split(".")[0] not in folded]
        facts = [place for place, _value in self.desk.content.every_fact() if place.startswith("facts.")]
        return [(place, self.label(place)) for place in (*texts, *facts)]

    @cached_property
    def facts(self) -> dict[str, Any]:
        return dict(self.desk.content.every_fact())

    def fact(self, place: str) -> str:
        """What the fact at a place says, in words; "" for a text and for a place that is gone."""
        return self.desk.page.fact_words(place, self.facts[place]) if place in self.facts else ""

    def shown(self, queries: Iterable[EditorQuery]) -> list[Shown]:
        return [self._shown(query) for query in queries]

    def in_reading_order(self, queries: Iterable[EditorQuery]) -> list[Shown]:
        """As `shown`, the text read first on top; of what the draft has no longer, last."""
        order = {place: number for number, place in enumerate((*self.words, *self.facts))}
        return self.shown(sorted(queries, key=lambda query: (order.get(query.place, len(order)), query.pk)))

    def _shown(self, query: EditorQuery) -> Shown:
        is_open = query.status == EditorQuery.Status.OPEN
        told = self.desk.page.tells_asked(query.place)
        return Shown(
            query,
            self.label(query.place),
            self.words.get(query.place, UNWRITTEN),
            self.fact(query.place),
            is_gone=not stands(self.desk, query.place),
            is_told=told and is_open,
            may_answer=is_open and self.is_member and (self.tells or not told),
            may_tell=is_open and self.tells and (told or self.desk.page.can_tell_asked(query.place)),
        )
