"""The glossary as it stands in the database."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.utils.text import slugify

from editorial.content import Words
from trials.glossary.terms import Glossary, Term
from trials.models.glossary import GlossaryTerm, lines_of

COLUMNS: tuple[str, ...] = (
    "pk",
    "term_en",
    "term_zh_hans",
    "abbreviation",
    "also_en",
    "also_zh_hans",
    "forbidden",
)
COLUMNS += ("meaning_en", "meaning_zh_hans", "source", "to_confirm")


def glossary_in_use() -> Glossary:
    """Every term, in one query; the same object as long as nobody changes a term."""
    return _glossary(tuple(GlossaryTerm.objects.order_by("pk").values_list(*COLUMNS)))


def glossary_of(rows: Iterable[GlossaryTerm]) -> Glossary:
    """A glossary of these rows, saved or not."""
    return _glossary(tuple(map(_values, rows)))


def term_of(row: GlossaryTerm) -> Term:
    """One term alone, for looking for it; its key may be another's, too."""
    [term] = glossary_of([row]).terms
    return term


def rows_explained(texts: Iterable[str]) -> list[GlossaryTerm]:
    """The rows of the explained terms that stand in English texts."""
    rows = list(GlossaryTerm.objects.order_by("pk"))
    glossary = glossary_of(rows)
    standing = {term.key for term in glossary.in_english(*texts) if term.is_explained}
    return [row for row, term in zip(rows, glossary.terms, strict=True) if term.key in standing]


def _values(row: GlossaryTerm) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in COLUMNS)


@lru_cache(maxsize=8)
def _glossary(rows: tuple[tuple[Any, ...], ...]) -> Glossary:
    """Terms in the order of their making, so that a key that is taken stays with who had it first."""
    terms: dict[str, Term] = {}
    for row in rows:
        pk, english = row[:2]
        key = slugify(english) or f"term-{pk}"
        term = _term(f"{key}-{pk}" if key in terms else key, *row[1:])
        terms[term.key] = term
    return Glossary(tuple(terms.values()))


def _term(key: str, en: str, zh: str, abbreviation: str, *rest: Any) -> Term:
    also_en, also_zh, forbidden, meaning_en, meaning_zh, source, to_confirm = rest
    return Term(
        key=key,
        en=en.strip(),
        zh=zh.strip(),
        abbreviation=abbreviation.strip(),
        also_en=tuple(lines_of(also_en)),
        also_zh=tuple(lines_of(also_zh)),
        forbidden=tuple(lines_of(forbidden)),
        meaning=Words(en=_tidy(meaning_en), zh_hans=_tidy(meaning_zh)),
        source=source,
        to_confirm=to_confirm,
    )


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
