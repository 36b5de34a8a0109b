"""What the filters offer: conditions and places of the listed trials, counted when the list changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import chain
from uuid import uuid4

from django.core.cache import cache
from django.db.models import Count, Max

from editorial.content import Words
from editorial.editions import edition_problems, withdrawal_problems, withdrawn_numbers
from editorial.models import Edition
from trials.content import TrialContent
from trials.finding.cutting import LAST_OF_A_PLACE
from trials.finding.normal import normalise
from trials.models.published import PublishedPlace, PublishedTrial

SECONDS = 600
MOST_OFFERED = 40
MOST_KNOWN = 5_000
ZH = "zh-hans"
# The same names are counted again after every publication.
_normal = lru_cache(maxsize=30_000)(normalise)
_held: dict[str, "Choices"] = {}


@dataclass(frozen=True)
class Choice:
    name: Words
    trials: int
    edition: int = field(compare=False)
    """The newest edition in whose trial it was found."""

    is_twin: bool = field(default=False, compare=False)
    """Another place has this English name: 苏州 and 宿州 are both Suzhou."""

    @property
    def value(self) -> str:
        """By which it is asked for: the English name; the Chinese where that is missing or shared."""
        return self.name.in_language(ZH) if self.is_twin else self.name.en or self.name.in_language(ZH)

    @property
    def spellings(self) -> list[str]:
        """The Chinese name with and without 市 and 省; none where the English name tells enough."""
        if self.name.en and not self.is_twin:
            return []
        bare = LAST_OF_A_PLACE.sub("", self.name.in_language(ZH))
        return [bare, f"{bare}市", f"{bare}省"]

    def is_name(self, name: Words) -> bool:
        """Whether a place of this name in both languages is the one chosen."""
        spellings = self.spellings
        same = not self.name.en or name.en == self.name.en
        return same and (not spellings or name.in_language(ZH) in spellings)

    @property
    def forms(self) -> set[str]:
        return {form for name in (self.name.en, self.name.in_language(ZH)) for form in _forms(_normal(name))}


@dataclass(frozen=True)
class Choices:
    """All that could be chosen, most trials first, and of those what readers are offered by name."""

    conditions: tuple[Choice, ...]
    cities: tuple[Choice, ...]
    regions: tuple[Choice, ...]
    offered: frozenset[tuple[str, Words]]
    """Part and name of those that stand in an edition as it was signed; the rows only find them."""

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name, normalised, so that a query is not cut inside one."""
        return frozenset((*self._conditions_by_form, *self._places_by_form))

    def condition(self, said: str) -> Choice | None:
        return self._conditions_by_form.get(normalise(said))

    def place(self, said: str) -> Choice | None:
        """The city or province of this name in either language, with or without 市 or 省.

        By an English name that several places have, all of them.
        """
        return self._places_by_form.get(normalise(said))

    @cached_property
    def _conditions_by_form(self) -> dict[str, Choice]:
        return _by_form(self.conditions)

    @cached_property
    def _places_by_form(self) -> dict[str, Choice]:
        return _by_form((*self.cities, *self.regions))

    def to_offer(self, part: str) -> list[Choice]:
        """What a select lists: "conditions", "cities" or "regions"."""
        return [each for each in getattr(self, part)[:MOST_OFFERED] if (part, each.name) in self.offered]


def choices() -> Choices:
    """What can be chosen, counted again after a publication or a withdrawal, and every ten minutes.

    Kept by each process itself: thousands of names would be unpacked from the cache for every reader.
    """
    newest = PublishedTrial.objects.order_by("-edition_id").values_list("edition__seal", flat=True).first()
    places = PublishedPlace.objects.aggregate(newest=Max("pk"))["newest"]
    key = f"trials.finding.choices:{newest}:{places}:{PublishedTrial.objects.count()}"
    stamp = cache.get_or_set(key, lambda: uuid4().hex, SECONDS)
    held = _held.get(stamp)
    if held is None:
        held = counted()
        _held.clear()
        _held[stamp] = held
    return held


def counted() -> Choices:
    conditions, cities, regions = _conditions(), _places("city"), _places("region")
    shared = _shared_names((*cities, *regions))
    cities, regions = (tuple(_apart(each, shared) for each in part) for part in (cities, regions))
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
    names = sorted(trials, key=lambda name: (-trials[name], name.en, name.in_language(ZH)))
    return tuple(Choice(name, trials[name], newest[name]) for name in names[:MOST_KNOWN])


def _signed(wanted: dict[str, tuple[Choice, ...]]) -> Iterator[tuple[str, Words]]:
    shown = [(part, each) for part, found in wanted.items() for each in found[:MOST_OFFERED]]
    editions = Edition.objects.in_force().select_related("signed_by")
    found = editions.in_bulk({each.edition for _part, each in shown})
    withdrawn = withdrawn_numbers({edition.page_id for edition in found.values()})
    named = {
        key: _names(edition.load())
        for key, edition in found.items()
        if not any(chain(edition_problems(edition), withdrawal_problems(edition, withdrawn)))
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
    return Words(words.en, words.in_language(ZH))


def _shared_names(places: Iterable[Choice]) -> set[str]:
    """English names, normalised, that stand for places with different Chinese names."""
    chinese: dict[str, set[str]] = defaultdict(set)
    for each in places:
        if each.name.in_language(ZH):
            chinese[_normal(each.name.en)].add(LAST_OF_A_PLACE.sub("", _normal(each.name.in_language(ZH))))
    return {english for english, names in chinese.items() if english and len(names) > 1}


def _apart(place: Choice, shared: set[str]) -> Choice:
    is_twin = bool(place.name.in_language(ZH)) and _normal(place.name.en) in shared
    return replace(place, is_twin=is_twin)


def _by_form(choices: Iterable[Choice]) -> dict[str, Choice]:
    """By every way to write the name; the first of several is the one with most trials."""
    found: dict[str, Choice] = {}
    for each in choices:
        english = _forms(_normal(each.name.en)) if each.is_twin else set()
        for form in each.forms:
            all_of_the_name = Choice(Words(each.name.en, ""), each.trials, each.edition)
            found.setdefault(form, all_of_the_name if form in english else each)
    return found


def _forms(name: str) -> set[str]:
    return {name, LAST_OF_A_PLACE.sub("", name)} - {""}
