"""A report of a mistake as the office's screens show it: with the words the reader had, and today's."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from editorial.content import UNWRITTEN, SignedContent, Words
from editorial.desk import Desk, open_desk
from editorial.editions import edition_problems
from editorial.models import Edition, MistakeReport
from editorial.people import GROUPS, belongs_to, name_of
from editorial.views.asked import Questions

SHOWN_PLACES = 20
"""Of a section; the page itself shows the rest."""


@dataclass(frozen=True)
class Read:
    """One text or fact as the reader had it, and as the draft says it now."""

    place: str
    label: str
    words: Words
    fact: str
    now: Words
    now_fact: str
    is_changed: bool
    is_gone: bool


class Reported:
    """One report as one person of the office sees it."""

    def __init__(self, sent: MistakeReport, page: Any, person: Any) -> None:
        self.sent, self.page, self.person = sent, page, person

    @cached_property
    def desk(self) -> Desk:
        return open_desk(self.page.pk)

    @cached_property
    def questions(self) -> Questions:
        return Questions(self.page, self.person, self.desk)

    @cached_property
    def edition(self) -> Edition | None:
        """The edition the reader had before them."""
        rows = Edition.objects.filter(page_id=self.page.pk, number=self.sent.edition)
        return rows.select_related("signed_by", "page").first()

    @cached_property
    def content(self) -> SignedContent | None:
        """What the reader read; None where its words were removed, or are not those that were signed."""
        edition = self.edition
        if edition is None or edition.redacted_at or any(edition_problems(edition)):
            return None
        return edition.load()

    @property
    def is_member(self) -> bool:
        return belongs_to(self.person, *GROUPS)

    @property
    def is_open(self) -> bool:
        return self.sent.status == MistakeReport.Status.OPEN

    @property
    def may_answer(self) -> bool:
        return self.is_open and self.is_member

    @property
    def answered_by(self) -> str:
        return name_of(self.sent.answered_by) if self.sent.answered_by else ""

    @property
    def label(self) -> str:
        return label_of(self.sent, self.page, self.content)

    @cached_property
    def places(self) -> tuple[str, ...]:
        return self.page.places_of_item(self.content, self.sent.item) if self.content else ()

    @cached_property
    def askable(self) -> list[tuple[str, str]]:
        """What a query can be about: the texts at the item, else all of the page's."""
        standing = {**self.questions.words, **self.questions.facts}
        here = [(place, self.questions.label(place)) for place in self.places if place in standing]
        return here or self.questions.places

    @property
    def left_out(self) -> int:
        return max(len(self.places) - SHOWN_PLACES, 0)

    @cached_property
    def read(self) -> list[Read]:
        words = {pair.place: pair.words for pair in self.content.pairs()} if self.content else {}
        facts = dict(self.content.every_fact()) if self.content else {}
        label = self.page.labels(self.content) if self.content else str
        return [self._read(place, label(place), words, facts) for place in self.places[:SHOWN_PLACES]]

    def _read(self, place: str, label: str, words: dict[str, Words], facts: dict[str, Any]) -> Read:
        then, now = words.get(place, UNWRITTEN), self.questions.words.get(place, UNWRITTEN)
        fact = self.page.fact_words(place, facts[place]) if place in facts else ""
        now_fact = self.questions.fact(place)
        return Read(
            place,
            label,
            then,
            fact,
            now,
            now_fact,
            is_changed=(_said(then), fact) != (_said(now), now_fact),
            is_gone=place not in self.questions.words and place not in self.questions.facts,
        )


def label_of(sent: MistakeReport, page: Any, content: SignedContent | None) -> str:
    """What the report is about, in the active language."""
    if not sent.item:
        return _("The whole page")
    return page.item_label(content, sent.item) if content else sent.item


def _said(words: Words) -> tuple[str, str]:
    # Chinese that is withheld and Chinese not written yet are nothing to the reader alike.
    return words.en, words.zh_hans or ""
