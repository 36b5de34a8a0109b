"""What the filters offer: conditions and places of the listed trials, counted when the list changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.core.cache import cache
from django.db.models import Count, Max

from editorial.content import Words
from editorial.editions import edition_problems
from editorial.models import Edition
from trials.content import TrialContent
from trials.finding.cutting import LAST_OF_A_PLACE
from trials.finding.normal import normalise
from trials.models.published import PublishedPlace, PublishedTrial

SECONDS = 600
MOST_OFFERED = 40
MOST_KNOWN = 5_000


@dataclass(frozen=True)
class Choice:
    name: Words
    trials: int
    edition: int = field(compare=False)
    """The newest edition in whose trial it was found."""

    @property
    def value(self) -> str:
        """By which it is asked for: the English name, else the Chinese."""
        return self.name.en or self.name.in_language("zh-hans")

    def is_called(self, normal: str) -> bool:
        names = (self.name.en, self.name.in_language("zh-hans"))
        return normal in {form for name in names for form in _forms(normalise(name))}


@dataclass(frozen=True)
class Choices:
    """All that could be chosen, most trials first, and of those what readers are offered by name."""

    conditions: tuple[Choice, ...]
    cities: tuple[Choice, ...]
    regions: tuple[Choice, ...]
    offered: frozenset[tuple[str, Words]]
    """Part and name of those that stand in an edition as it was signed; the rows only find them."""

    @property
    def names(self) -> frozenset[str]:
        """Every name, normalised, so that a query is not cut inside one."""
        choices = (*self.conditions, *self.cities, *self.regions)
        named = {name for each in choices for name in (each.name.en, each.name.in_language("zh-hans"))}
        return frozenset(form for name in named for form in _forms(normalise(name)))

    def condition(self, said: str) -> Choice | None:
        return _called(said, self.conditions)

    def place(self, said: str) -> Choice | None:
        """The city or province of this name in either language, with or without 市 or 省."""
        return _called(said, (*self.cities, *self.regions))

    def to_offer(self, part: str) -> list[Choice]:
        """What a select lists: "conditions", "cities" or "regions"."""
        return [each for each in getattr(self, part)[:MOST_OFFERED] if (part, each.name) in self.offered]


def choices() -> Choices:
    """What can be chosen, counted again after a publication; a withdrawal may take ten minutes to count."""
    newest = PublishedTrial.objects.order_by("-edition_id").values_list("edition__seal", flat=True).first()
    places = PublishedPlace.objects.aggregate(newest=Max("pk"))["newest"]
    key = f"trials.finding.choices:{newest}:{places}"
    held = cache.get(key)
    if held is None:
        held = counted()
        cache.set(key, held, SECONDS)
    return held


def counted() -> Choices:
    conditions, cities, regions = _conditions(), _places("city"), _places("region")
    wanted = {"conditions": conditions, "cities": cities, "regions": regions}
    return Choices(conditions, cities, regions, frozenset(_signed(wanted)))


def _conditions() -> tuple[Choice, ...]:
    rows = PublishedTrial.objects.order_by().values_list("conditions_en", "conditions_zh_hans")
    counted = rows.annotate(trials=Count("pk"), newest=Max("edition_id"))
    return _most(
        (name, trials, newest)
        for english, chinese, trials, newest in counted
        for name in set(_paired(english.split("\n"), chinese.split("\n")))
    )


def _paired(english: list[str], chinese: list[str]) -> Iterator[Words]:
    # A name that lacks a language has no line there; then nobody can tell which Chinese is whose.
    if len(english) != len(chinese):
        chinese = [""] * len(english)
    return (Words(*names) for names in zip(english, chinese, strict=True) if any(names))


def _places(part: str) -> tuple[Choice, ...]:
    rows = PublishedPlace.objects.order_by().values_list(f"{part}_en", f"{part}_zh_hans")
    counted = rows.annotate(trials=Count("published_id", distinct=True), newest=Max("published__edition_id"))
    return _most((Words(en, zh), trials, newest) for en, zh, trials, newest in counted if en or zh)


def _most(found: Iterable[tuple[Words, int, int]]) -> tuple[Choice, ...]:
    trials: dict[Words, int] = defaultdict(int)
    newest: dict[Words, int] = defaultdict(int)
    for name, count, edition in found:
        trials[name] += count
        newest[name] = max(newest[name], edition)
    names = sorted(trials, key=lambda name: (-trials[name], name.en, name.in_language("zh-hans")))
    return tuple(Choice(name, trials[name], newest[name]) for name in names[:MOST_KNOWN])


def _signed(wanted: dict[str, tuple[Choice, ...]]) -> Iterator[tuple[str, Words]]:
    shown = [(part, each) for part, found in wanted.items() for each in found[:MOST_OFFERED]]
    editions = Edition.objects.in_force().select_related("signed_by")
    named = {
        key: _names(edition.load())
        for key, edition in editions.in_bulk({each.edition for _part, each in shown}).items()
        if not any(edition_problems(edition))
    }
    for part, each in shown:
        if each.name in named.get(each.edition, {}).get(part, ()):
            yield part, each.name


def _names(content: object) -> dict[str, set[Words]]:
    if not isinstance(content, TrialContent):
        return {}
    return {
        "conditions": {_full(condition.name) for condition in content.conditions},
        "cities": {_full(site.city) for site in content.sites},
        "regions": {_full(site.region) for site in content.sites},
    }


def _full(words: Words) -> Words:
    return Words(words.en, words.in_language("zh-hans"))


def _called(said: str, among: Iterable[Choice]) -> Choice | None:
    normal = normalise(said)
    return next((each for each in among if normal and each.is_called(normal)), None)


def _forms(name: str) -> set[str]:
    return {name, LAST_OF_A_PLACE.sub("", name)} - {""}
