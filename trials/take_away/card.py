"""What stands on the doctor's card: the author's decisive criteria, and the names in the other language."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils import translation
from django.utils.translation import gettext as _

from editorial.showing import Showing
from trials.content import TrialContent
from trials.labels import CriterionGroup
from trials.site import sentences
from trials.site.criteria import Group, Item
from trials.site.languages import HTML_LANG, PageLanguage, other_than

MOST_DECISIVE = 8


@dataclass(frozen=True)
class Beside:
    """The names a doctor may know the trial by, in the language the card is not in."""

    lang: str
    html_lang: str
    headline: str
    interventions: str


@dataclass(frozen=True)
class Decisive:
    called: str
    """ "Inclusion criterion 3"; of a part, what the outermost it belongs to is called."""
    item: Item
    within: tuple[Item, ...]
    """The criteria it is a part of, outermost first; without them its words say something else."""

    @property
    def part_of(self) -> str:
        return self.within[-1].number if self.within else ""


def beside(showing: Showing) -> Beside | None:
    """The signed names in the other language; None where that language is withheld."""
    content, other = showing.content, other_than(showing.lang)
    if other not in content.languages:
        return None
    with translation.override(other):
        return Beside(
            lang=PageLanguage(other, content.foreign_words),
            html_lang=HTML_LANG[other],
            headline=content.headline.in_language(other),
            interventions=sentences.interventions_line(content),
        )


def decisive(content: TrialContent, groups: tuple[Group, ...]) -> tuple[Decisive, ...]:
    """The criteria the author marked, in the order and with the numbers of the page, each once.

    One inside another that is marked stands there.
    """
    marked = {row.key for row in content.criteria if row.decisive}
    return tuple(
        Decisive(_called(group, (*within, item)[0]), item, within)
        for group in groups
        for item, within in _outermost(group.items, marked, ())
    )


def _called(group: Group, item: Item) -> str:
    sentence = {
        CriterionGroup.INCLUSION: _("Inclusion criterion %(number)s"),
        CriterionGroup.EXCLUSION: _("Exclusion criterion %(number)s"),
    }.get(group.anchor, _("Other condition %(number)s"))
    return sentence % {"number": item.number}


def _outermost(
    items: tuple[Item, ...], marked: set[str], within: tuple[Item, ...]
) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    for item in items:
        if item.anchor in marked:
            yield item, within
        else:
            yield from _outermost(item.items, marked, (*within, replace(item, items=())))
