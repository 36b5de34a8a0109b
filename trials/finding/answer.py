"""A question put to the list, as it is understood today, and what helps where nothing was found."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from trials.finding.asked import Asked
from trials.finding.choices import Choices, choices
from trials.finding.cutting import Term, terms_of
from trials.finding.matching import found_by
from trials.finding.rows import Question, rows_for
from trials.finding.synonyms import known_words
from trials.models.published import PublishedTrial


@dataclass(frozen=True)
class Answer:
    question: Question
    choices: Choices

    @property
    def rows(self) -> QuerySet[PublishedTrial]:
        return rows_for(self.question)

    @property
    def city(self) -> str:
        """The place the reader named, as a filter or among the words; "" where none was."""
        said = (self.question.asked.city, *(term.said for term in self.question.terms))
        found = next(filter(None, map(self.choices.place, filter(None, said))), None)
        return found.value if found else ""

    def without(self, name: str) -> "Answer":
        """The same question with one parameter let go."""
        question = replace(self.question, asked=self.question.asked.without(name))
        return replace(self, question=replace(question, terms=() if name == "q" else question.terms))

    def words_found_nowhere(self) -> list[str]:
        """The words of the query that no trial has."""
        return [term.said for term in self.question.terms if not _exists(term)]


def answer_to(asked: Asked, *, today: date) -> Answer:
    offered = choices()
    terms = terms_of(asked.q, known_words(offered.names)) if asked.q else []
    return Answer(Question(_by_value(asked, offered), tuple(terms), today), offered)


def _by_value(asked: Asked, offered: Choices) -> Asked:
    """The same with names as the list has them, whichever language or spelling they were asked in."""
    place, condition = offered.place(asked.city), offered.condition(asked.condition)
    return replace(
        asked,
        city=place.value if place else asked.city,
        condition=condition.value if condition else asked.condition,
    )


def _exists(term: Term) -> bool:
    return PublishedTrial.objects.filter(found_by([term])).exists()
