"""Fixed sentences that stand at single texts: a machine translated this, the sponsor was asked about that."""

from collections import defaultdict
from collections.abc import Mapping

from django.utils.translation import gettext as _

from editorial.content import CHINESE
from trials.content import TrialContent

Marks = Mapping[str, tuple[str, ...]]
"""The sentences at each text, by its place."""
NAMES = "interventions."
"""Names set in a line of facts, where no sentence of their own can stand."""


def marks_of(content: TrialContent, *, lang: str) -> Marks:
    """What readers of `lang` are told at single texts, in the active language."""
    marks: dict[str, list[str]] = defaultdict(list)
    for place in content.machine_translated if lang == CHINESE else ():
        marks[place].append(_("This Chinese text was translated by a machine and reviewed by a person."))
    for place in content.asked_about:
        marks[place].append(_("We have asked the sponsor about this point."))
    return {place: tuple(sentences) for place, sentences in marks.items()}


def at(marks: Marks, *places: str) -> tuple[str, ...]:
    """The sentences at a text that stands under one or more places, each once."""
    return tuple(dict.fromkeys(sentence for place in places for sentence in marks.get(place, ())))


def at_names(content: TrialContent, *, lang: str) -> str:
    """The sentence about names of treatments that a machine translated; "" where none was."""
    named = any(place.startswith(NAMES) for place in content.machine_translated)
    if lang != CHINESE or not named:
        return ""
    return _("Names of treatments on this page were translated by a machine and reviewed by a person.")


def at_whole_texts(marks: Marks) -> Marks:
    """The sentences at the texts of the page itself, by the names its templates call them."""
    return {place.removeprefix("facts."): sentences for place, sentences in marks.items()}
