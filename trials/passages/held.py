"""Which texts hold an approved passage, in both languages word for word, and which an older wording of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.content import CHINESE, SignedContent, Words
from editorial.findings import Finding, Weight
from editorial.people import name_of
from trials.checks.naming import split
from trials.models.passages import Passage, PassageApproval
from trials.passages.paragraphs import paragraphs, stands_in

LISTS = ("taking_part.", "how_to_participate.")


@dataclass(frozen=True)
class Held:
    """An approved wording that stands at a place, and the newest approved wording of the same passage."""

    place: str
    approval: PassageApproval
    newest: PassageApproval

    @property
    def is_newest(self) -> bool:
        return _said(self.approval) == _said(self.newest)

    @property
    def passage(self) -> Passage:
        return self.approval.passage


class Approved:
    """Every wording anybody approved, of all passages or of one, newest first; one query."""

    def __init__(self, passage: Passage | None = None) -> None:
        rows = PassageApproval.objects.select_related("passage", "approved_by")
        if passage is not None:
            rows = rows.filter(passage=passage)
        self._rows = [
            (row, paragraphs(row.text_en), paragraphs(row.text_zh_hans))
            for row in rows.order_by("-approved_at", "-pk")
        ]
        self.newest: dict[int, PassageApproval] = {}
        for row, _english, _chinese in self._rows:
            self.newest.setdefault(row.passage_id, row)

    def at(self, place: str, said: Words) -> list[Held]:
        """The passages that stand in this pair of texts, each in the newest of its wordings that does."""
        if not said.en or not said.zh_hans:
            return []
        english, chinese = paragraphs(said.en), paragraphs(said.zh_hans)
        found: dict[int, Held] = {}
        for row, in_english, in_chinese in self._rows:
            if row.passage_id in found:
                continue
            if stands_in(in_english, english) and stands_in(in_chinese, chinese):
                found[row.passage_id] = Held(place, row, self.newest[row.passage_id])
        return sorted(found.values(), key=lambda held: held.passage.name)

    def in_content(self, content: SignedContent) -> Iterator[Held]:
        """What the prose of a page holds, in reading order; the hundreds of criteria and names hold none."""
        return self.in_texts((pair.place, pair.words) for pair in content.pairs())

    def in_texts(self, texts: Iterable[tuple[str, Words]]) -> Iterator[Held]:
        """The same of texts, each with its place."""
        if not self._rows:
            return
        for place, said in texts:
            if "." not in place or place.startswith(LISTS):
                yield from self.at(place, said)


def remarks(content: SignedContent) -> dict[str, list[str]]:
    """ "Already reviewed" for the rows of the review screen, by place; one query."""
    found: dict[str, list[str]] = {}
    for held in Approved().in_content(content):
        if held.is_newest:
            found.setdefault(held.place, []).append(already_reviewed(held))
    return found


def already_reviewed(held: Held) -> str:
    told = {
        "passage": held.passage.name,
        "name": name_of(held.approval.approved_by),
        "day": day_of(held.approval).isoformat(),
    }
    return _("Already reviewed on %(day)s by %(name)s: the passage “%(passage)s”.") % told


def findings(page: Any, content: SignedContent) -> list[Finding]:
    """An advisory finding for each place with an older wording of a passage; one query."""
    named = page.labels(content)
    outdated: dict[str, list[Held]] = {}
    for held in Approved().in_content(content):
        if not held.is_newest:
            outdated.setdefault(held.place, []).append(held)
    return [_finding(place, named(place), found) for place, found in outdated.items()]


def _finding(place: str, label: str, found: list[Held]) -> Finding:
    # One finding per place: its key names no passage.
    field, within = split(place)
    return Finding(
        check="passage-outdated",
        weight=Weight.ADVISORY,
        field=field,
        place=within,
        message=reduce(_followed, (_newer(label, held) for held in found)),
        expected="\n\n".join(both(held.newest) for held in found),
        found="\n\n".join(both(held.approval) for held in found),
    )


def _followed(sentence: str, further: str) -> str:
    """One sentence after another, as the language of the screen puts them."""
    return _("%(sentence)s %(further)s") % {"sentence": sentence, "further": further}


def _newer(label: str, held: Held) -> str:
    old, new = ("; ".join(_differing(*pair)) for pair in _both_ways(held))
    told = {
        "place": label,
        "passage": held.passage.name,
        "day": day_of(held.newest).isoformat(),
        "old": old,
        "new": new,
    }
    sentence = _(
        "“%(place)s”: the passage “%(passage)s” was approved in another wording on %(day)s. "
        "Here: “%(old)s” Approved: “%(new)s”"
    )
    return sentence % told


def _both_ways(held: Held) -> list[tuple[str, str]]:
    """What is here and what is approved, in the language of the screen, or where only the other differs."""
    column = "text_zh_hans" if get_language() == CHINESE else "text_en"
    if getattr(held.approval, column) == getattr(held.newest, column):
        column = "text_en" if column == "text_zh_hans" else "text_zh_hans"
    old, new = getattr(held.approval, column), getattr(held.newest, column)
    return [(old, new), (new, old)]


def _differing(text: str, other: str) -> list[str]:
    """The paragraphs of a text that the other has not."""
    known = paragraphs(other)
    return [part for part in paragraphs(text) if part not in known] or ["–"]


def both(approval: PassageApproval) -> str:
    return f"{approval.text_en}\n{approval.text_zh_hans}"


def day_of(approval: PassageApproval) -> date:
    return timezone.localtime(approval.approved_at).date()


def _said(approval: PassageApproval) -> tuple[list[str], list[str]]:
    return paragraphs(approval.text_en), paragraphs(approval.text_zh_hans)
