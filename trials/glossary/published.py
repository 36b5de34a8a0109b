"""The rows of the words that listed trials explain, always made from an edition's content."""

from collections.abc import Iterator
from typing import Any

from editorial.content import CHINESE, ENGLISH
from trials.content import TrialContent
from trials.glossary.pinyin import pinyin_of
from trials.models.published import PublishedTrial, PublishedWord

COLUMNS = ("key", "term_en", "term_zh_hans", "meaning_en", "meaning_zh_hans", "pinyin")


def write_words(row: PublishedTrial, content: TrialContent) -> None:
    """Write the words `content` explains in place of those the listing row has; call inside a transaction."""
    if words_differ(row, content):
        row.words_explained.all().delete()
        PublishedWord.objects.bulk_create(
            PublishedWord(published=row, **columns) for columns in _rows_of(content)
        )


def words_differ(row: PublishedTrial, content: TrialContent) -> bool:
    """Whether the words of a listing row are not exactly those of its edition."""
    standing = {tuple(getattr(word, name) for name in COLUMNS) for word in row.words_explained.all()}
    return standing != {tuple(columns.values()) for columns in _rows_of(content)}


def _rows_of(content: TrialContent) -> Iterator[dict[str, Any]]:
    for each in content.explanations:
        chinese = each.term.in_language(CHINESE)
        columns = (
            each.key,
            each.term.in_language(ENGLISH),
            chinese,
            each.meaning.in_language(ENGLISH),
            each.meaning.in_language(CHINESE),
            pinyin_of(chinese),
        )
        yield dict(zip(COLUMNS, columns, strict=True))
