"""Ways from the home page to the trials: conditions and cities with their numbers, the newest cards."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.http import urlencode

from editorial.freshness import Freshness, newest_due
from trials.finding.choices import Choice, choices
from trials.models import PublishedTrial
from trials.site.languages import address
from trials.site.listing import Card, cards_of

MOST_NAMED = 8
NEWEST = 3
# Registries write "Healthy" or "Healthy Volunteers" where a condition is asked for.
NO_ILLNESS = "healthy"


@dataclass(frozen=True)
class Way:
    url: str
    name: str
    count: int


@dataclass(frozen=True)
class WaysIn:
    conditions: tuple[Way, ...]
    cities: tuple[Way, ...]
    newest: tuple[Card, ...]


def ways_in(lang: str, *, today: date) -> WaysIn:
    """The commonest conditions and cities, and the trials reviewed last, in the active language `lang`."""
    offered = choices()
    illnesses = [each for each in offered.to_offer("conditions") if not _is_no_illness(each)]
    return WaysIn(
        tuple(_ways("condition", illnesses, lang))[:MOST_NAMED],
        tuple(_ways("city", offered.to_offer("cities"), lang))[:MOST_NAMED],
        tuple(_newest(lang, today)),
    )


def _is_no_illness(condition: Choice) -> bool:
    return condition.name.en.casefold().startswith(NO_ILLNESS)


def _ways(parameter: str, offered: Iterable[Choice], lang: str) -> Iterator[Way]:
    for each in offered:
        if name := each.name.in_language(lang):
            yield Way(f"{address(lang, 'trials/')}?{urlencode({parameter: each.value})}", name, each.trials)


def _newest(lang: str, today: date) -> list[Card]:
    rows = PublishedTrial.objects.filter(languages__contains=lang).select_related("edition__signed_by")
    in_time = rows.exclude(review_due__lte=newest_due(Freshness.LAPSED, today))
    newest = in_time.order_by("-last_reviewed", "trial_id")[:NEWEST]
    return cards_of([row.edition for row in newest], lang=lang, today=today)
