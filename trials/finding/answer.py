"""A question put to the list, as it is understood today, and what helps where nothing was found."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from editorial.content import Words
from trials.finding.asked import Asked
from trials.finding.choices import Choice, Choices, choices
from trials.finding.cutting import Term, terms_of
from trials.finding.held_back import pages_held_back
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
    def city(self) -> Choice | None:
        """The place the reader named, as a filter or among the words."""
        said = (self.choices.place(term.said) for term in self.question.terms)
        return self.question.place or next(filter(None, said), None)

    def without(self, name: str) -> "Answer":
        """The same question with one parameter let go."""
        place = None if name == "city" else self.question.place
        question = replace(self.question, asked=self.question.asked.without(name), place=place)
        return replace(self, question=replace(question, terms=() if name == "q" else question.terms))

    def words_found_nowhere(self) -> list[str]:
        """The words of the query that no trial has."""
        return [term.said for term in self.question.terms if not _exists(term)]


def answer_to(asked: Asked, *, today: date) -> Answer:
    offered = choices()
    terms = terms_of(asked.q, known_words(offered.names)) if asked.q else []
    place = _place(asked, offered)
    question = Question(_by_value(asked, place, offered), tuple(terms), today, place, pages_held_back())
    return Answer(question, offered)


def _place(asked: Asked, offered: Choices) -> Choice | None:
    if not asked.city:
        return None
    return offered.place(asked.city) or Choice(Words(asked.city, ""), 0, 0)


def _by_value(asked: Asked, place: Choice | None, offered: Choices) -> Asked:
    """The same with names as the list has them, whichever language or spelling they were asked in."""
    condition = offered.condition(asked.condition)
    return replace(
        asked,
        city=place.value if place else asked.city,
        condition=condition.value if condition else asked.condition,
    )


def _exists(term: Term) -> bool:
    return PublishedTrial.objects.filter(found_by([term])).exists()
