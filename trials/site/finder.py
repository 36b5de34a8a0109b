"""The form of the finder, what is chosen in it, and what helps where nothing was found."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from editorial.content import ENGLISH
from trials.finding.answer import Answer
from trials.finding.asked import OLDEST, Asked, Sort, Standing
from trials.finding.choices import Choice
from trials.finding.cutting import LONGEST_QUERY
from trials.labels import Phase, Sex, Status, label, plain_label
from trials.site.languages import HTML_LANG, other_than

CONDITIONS_SUGGESTED = 8
# Words for people, not for a registry.
PERSON = {Sex.FEMALE: gettext_lazy("A woman or girl"), Sex.MALE: gettext_lazy("A man or boy")}


@dataclass(frozen=True)
class Option:
    value: str
    text: str
    chosen: bool
    html_lang: str = ""
    """Of a name that is not in the language of the page."""


@dataclass(frozen=True)
class Group:
    text: str
    """ "" for options that stand in no group."""
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Chip:
    text: str
    url: str
    """The same search without it."""


@dataclass(frozen=True)
class Help:
    """What to try where nothing was found."""

    nowhere: tuple[str, ...]
    """Words of the query that no trial has."""
    ways: tuple[Chip, ...]
    """Searches that ask less, each of which finds something."""
    conditions: tuple[Chip, ...]


@dataclass(frozen=True)
class Finder:
    asked: Asked
    longest: int
    oldest: int
    statuses: tuple[Option, ...]
    conditions: tuple[Option, ...]
    cities: tuple[Group, ...]
    sexes: tuple[Option, ...]
    phases: tuple[Option, ...]
    sorts: tuple[Option, ...]
    more: bool
    """Whether the choices below the search field are shown: one is in use, and nothing was found."""
    chips: tuple[Chip, ...]
    all_trials: str
    count: str


def finder(answer: Answer, *, lang: str, count: int, home: str) -> Finder:
    """The form as it was sent, in the active language; `home` is the address of the list itself."""
    asked = answer.question.asked
    return Finder(
        asked=asked,
        longest=LONGEST_QUERY,
        oldest=OLDEST,
        statuses=tuple(_statuses(asked.status)),
        conditions=tuple(_named(answer.choices.to_offer("conditions"), asked.condition, lang)),
        cities=tuple(_places(answer, lang)),
        sexes=tuple(Option(sex, str(text), asked.sex == sex) for sex, text in PERSON.items()),
        phases=tuple(Option(code, label(Phase, code), asked.phase == code) for code in Phase.values),
        sorts=tuple(Option(sort.value, str(sort.label), (asked.sort or Sort.BEST) == sort) for sort in Sort),
        more=not count and bool(asked.without("q").narrows or asked.sort),
        chips=tuple(Chip(text, home + asked.without(name).query) for name, text in _chosen(answer, lang)),
        all_trials=home,
        count=ngettext("%(count)s trial", "%(count)s trials", count) % {"count": f"{count:,}"},
    )


def help_with(answer: Answer, *, lang: str, home: str) -> Help:
    """Looks once for each thing chosen, whether the search finds something without it."""
    asked, chosen = answer.question.asked, dict(_chosen(answer, lang))
    ways = [
        Chip(_("Search without “%(choice)s”") % {"choice": text}, home + asked.without(name).query)
        for name, text in chosen.items()
        if len(chosen) > 1 and answer.without(name).rows.exists()
    ]
    offered = answer.choices.to_offer("conditions")[:CONDITIONS_SUGGESTED]
    conditions = [Chip(_name(each, lang), home + Asked(condition=each.value).query) for each in offered]
    return Help(tuple(answer.words_found_nowhere()), tuple(ways), tuple(conditions))


def _statuses(chosen: str) -> Iterator[Option]:
    for standing in Standing:
        yield Option(standing.value, str(standing.label), chosen == standing)
    if chosen and chosen not in Standing.values:
        yield Option(chosen, label(Status, chosen), True)


def _named(choices: Iterable[Choice], chosen: str, lang: str, *, unknown: bool = True) -> Iterator[Option]:
    choices = sorted(choices, key=lambda each: _name(each, lang).casefold())
    for each in choices:
        foreign_lang = "" if each.name.in_language(lang) else HTML_LANG[other_than(lang)]
        yield Option(each.value, _name(each, lang), each.value == chosen, foreign_lang)
    if unknown and chosen and chosen not in {each.value for each in choices}:
        # Not on offer, but asked for: a link from elsewhere keeps what it says.
        yield Option(chosen, chosen, True)


def _places(answer: Answer, lang: str) -> Iterator[Group]:
    chosen = answer.question.asked.city
    cities, regions = answer.choices.to_offer("cities"), answer.choices.to_offer("regions")
    values = {each.value for each in cities}
    apart = [each for each in regions if each.value not in values]
    if chosen and chosen not in values | {each.value for each in apart}:
        yield Group("", (Option(chosen, chosen, True),))
    for text, choices in ((_("Cities"), cities), (_("Provinces and regions"), apart)):
        if choices:
            yield Group(text, tuple(_named(choices, chosen, lang, unknown=False)))


def _chosen(answer: Answer, lang: str) -> Iterator[tuple[str, str]]:
    """Name and words of every choice, in the order of the form."""
    words: dict[str, Callable[[str], str]] = {
        "q": str,
        "status": lambda said: next(each.text for each in _statuses(said) if each.value == said),
        "condition": lambda said: _called(said, answer.choices.to_offer("conditions"), lang),
        "city": lambda said: _called(said, _all_places(answer), lang),
        "age": lambda said: _("%(age)s years old") % {"age": said},
        "sex": lambda said: str(PERSON[Sex(said)]),
        "volunteers": lambda _said: _("Healthy people can take part"),
        "phase": lambda said: plain_label(Phase, said),
    }
    for name, said in answer.question.asked.chosen.items():
        yield name, words[name](said)


def _all_places(answer: Answer) -> list[Choice]:
    return [*answer.choices.to_offer("cities"), *answer.choices.to_offer("regions")]


def _called(value: str, choices: Iterable[Choice], lang: str) -> str:
    return next((_name(each, lang) for each in choices if each.value == value), value)


def _name(choice: Choice, lang: str) -> str:
    name = choice.name.in_language(lang) or choice.name.in_language(ENGLISH) or choice.value
    # Suzhou (苏州市) and Suzhou (宿州市): otherwise nobody can tell which is which.
    return f"{name} ({choice.value})" if choice.is_twin and name != choice.value else name
