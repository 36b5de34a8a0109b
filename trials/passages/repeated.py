"""Which passages a page repeats, word for word or nearly: who wrote one wrote these words of the page."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F
from rapidfuzz import fuzz, process

from editorial.bilingual import words
from editorial.wording import ALIKE, LONG_ENOUGH_TO_LIKEN, is_alike
from trials.models.passages import Passage
from trials.passages.paragraphs import paragraphs
from trials.writing import texts_of


def passages_in(page: Any) -> list[Passage]:
    """The passages with a paragraph that stands, or nearly stands, in any text of a page in memory.

    Each language counts alone, in today's wording and in every one somebody approved; one query.
    """
    spoken = (words(holder, name) for _place, holder, name in texts_of(page))
    said = {part for pair in spoken for part in _parts((pair.en, pair.zh_hans))}
    written: dict[str, dict[int, Passage]] = {}
    # A passage comes once for each of its approvals, and once without any.
    former = {"approved_en": F("approvals__text_en"), "approved_zh_hans": F("approvals__text_zh_hans")}
    for passage in Passage.objects.annotate(**former).order_by("pk"):
        today = (passage.text_en, passage.text_zh_hans)
        for part in _parts((*today, passage.approved_en, passage.approved_zh_hans)):
            written.setdefault(part, {})[passage.pk] = passage
    found: dict[int, Passage] = {}
    for part in _repeated(written, said):
        found |= written[part]
    return sorted(found.values(), key=lambda passage: passage.name)


def _parts(texts: Iterable[str | None]) -> Iterator[str]:
    """The paragraphs of some texts, wherever their lines break."""
    for text in texts:
        for part in paragraphs(text or ""):
            yield " ".join(part.split())


def _repeated(written: Iterable[str], said: set[str]) -> Iterator[str]:
    whole = "\n".join(said)
    long_ones = [part for part in said if len(part) >= LONG_ENOUGH_TO_LIKEN]
    for part in written:
        is_long = len(part) >= LONG_ENOUGH_TO_LIKEN
        if part in said or (is_long and (part in whole or _is_nearly_said(part, long_ones))):
            yield part


def _is_nearly_said(part: str, said: list[str]) -> bool:
    # The longest common subsequence holds at least what is_alike counts: a quick look that misses nothing.
    near = process.extract(part, said, scorer=fuzz.ratio, score_cutoff=100 * ALIKE, limit=None)
    return any(is_alike(other, part) for other, _score, _at in near)
