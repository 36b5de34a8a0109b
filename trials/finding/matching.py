"""Which rows of the list a query finds: the index narrows down, the normalised text decides."""

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import BooleanField, F, Func, IntegerField, Q, Value
from django.db.models.functions import Replace, StrIndex
from django.db.models.lookups import GreaterThan

from trials.finding.cutting import Term
from trials.finding.grams import asked_grams, is_bounded
from trials.finding.index import INDEX
from trials.finding.normal import is_han


class HasGrams(Func):
    """Whether a row's tokens fit the terms, asked of the database's index."""

    output_field = BooleanField()

    def __init__(self, *expressions: Any, terms: Iterable[Term] = (), **extra: Any) -> None:
        super().__init__(*expressions or (F("pk"), F("grams")), **extra)
        self.terms = tuple(terms)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple[Any, ...]]:
        column, params = compiler.compile(self.source_expressions[0])
        found = f"{column} IN (SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s)"
        return found, (*params, _written(self.terms, " AND ", " OR ", "*"))

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple[Any, ...]]:
        column, params = compiler.compile(self.source_expressions[1])
        found = f"to_tsvector('simple', {column}) @@ to_tsquery('simple', %s)"
        return found, (*params, _written(self.terms, " & ", " | ", ":*"))


def found_by(terms: Iterable[Term]) -> Q:
    """The rows in which every term stands, in one of its wordings."""
    terms = tuple(terms)
    if not terms:
        return Q()
    judged = (says(term, "words") for term in terms if not term.is_index_enough)
    return reduce(and_, judged, Q(HasGrams(terms=terms)))


def says(term: Term, column: str) -> Q:
    """Whether the normalised text of a column contains the term."""
    return reduce(or_, (Q(_contains(wording, term, column)) for wording in term.wordings))


def _contains(wording: str, term: Term, column: str) -> GreaterThan:
    text: Any = F(column)
    for other in term.never_inside(wording):
        # 小细胞肺癌 stands in 非小细胞肺癌, and is another disease.
        text = Replace(text, Value(other), Value(""))
    return GreaterThan(StrIndex(text, Value(pattern(wording))), Value(0, IntegerField()))


def pattern(wording: str) -> str:
    """What to look for in text with spaces between words: a word from its beginning, a short one whole."""
    first, last = wording.split()[0], wording.split()[-1]
    return f"{'' if is_han(first) else ' '}{wording}{' ' if is_bounded(last) else ''}"


def _written(terms: Iterable[Term], all_of: str, any_of: str, begins: str) -> str:
    return all_of.join(
        "("
        + any_of.join(
            "(" + all_of.join(gram.replace("*", begins) for gram in asked_grams(wording)) + ")"
            for wording in term.wordings
        )
        + ")"
        for term in terms
    )
