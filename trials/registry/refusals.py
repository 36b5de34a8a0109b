"""What the reader says about a record it could not use, wholly or in one place."""

from dataclasses import dataclass

from trials.registry.sentences import Sentence


class RecordRefused(Exception):
    """The study cannot be a record at all; `str()` is a sentence that names the place and the reason."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(f"{place}: {why}" if place else str(why))
        self.place = place
        self.why = why


@dataclass(frozen=True)
class NotUnderstood:
    """One thing the reader met and could not use; `value` is shortened, the raw record holds it whole."""

    place: str
    value: str
    why: Sentence
