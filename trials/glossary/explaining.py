"""Which terms a page explains to its readers, and in which order."""

from collections.abc import Iterator
from typing import Any

from editorial.content import Words
from trials.checks.plain.hints import LAY
from trials.content import Explanation, TrialContent
from trials.glossary.terms import Glossary
from trials.rows import in_order

READ_BY_PATIENTS = ("headline", *LAY, "criteria")
"""The texts whose words are explained, in the order of the public page; a list stands for its rows."""
OF_ROWS = ("text", "note")


def explanations(content: TrialContent, glossary: Glossary) -> tuple[Explanation, ...]:
    """The terms the page uses and the glossary explains in both languages, by their first use."""
    texts = (words.en for name in READ_BY_PATIENTS for words in _texts(getattr(content, name)))
    standing = (term for term in glossary.in_english(*texts) if term.is_explained)
    return tuple(Explanation(term.key, term.named, term.meaning) for term in standing)


def english_of(page: Any) -> Iterator[str]:
    """The English of the same texts as they stand on a trial page in memory."""
    for name in READ_BY_PATIENTS:
        if name in page.WORDS:
            yield getattr(page, f"{name}_en") or ""
        else:
            for row in in_order(getattr(page, name)):
                yield from (getattr(row, f"{part}_en") or "" for part in OF_ROWS if part in row.WORDS)


def _texts(value: Any) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    else:
        for row in value:
            yield from (words for part in OF_ROWS if (words := getattr(row, part, None)))
