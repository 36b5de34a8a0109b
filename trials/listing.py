"""The rows of listing and search: one per trial edition in force, always made from its content."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from editorial.content import CHINESE, ENGLISH, Words
from editorial.editions import day_of, newest_sign_off
from editorial.models import Edition
from trials.content import Age, Site, TrialContent
from trials.finding.stored import places_differ, search_columns, write_places
from trials.glossary.published import words_differ, write_words
from trials.models.published import PublishedTrial

# Days in a unit, for comparing an age in years with a limit in months; hours and minutes round down.
DAYS = {"year": 365.25, "month": 30.4375, "week": 7, "day": 1, "hour": 1 / 24, "minute": 1 / 1440}


def publish_listing(edition: Edition) -> PublishedTrial:
    """Write or replace the row of the edition's page; the same edition again moves only the review date."""
    row, _created = PublishedTrial.objects.update_or_create(
        page_id=edition.page_id, defaults=columns_of(edition)
    )
    content = edition.load()
    write_places(row, content)
    write_words(row, content)
    return row


def end_listing(edition: Edition) -> None:
    """Take the page of a withdrawn edition out of listing and search."""
    PublishedTrial.objects.filter(page_id=edition.page_id).delete()


@transaction.atomic
def rebuild() -> list[PublishedTrial]:
    """Delete every row and write them again from the trial editions in force."""
    PublishedTrial.objects.all().delete()
    in_force = Edition.objects.in_force().select_related("signed_by").order_by("path").iterator(chunk_size=50)
    return [publish_listing(edition) for edition in in_force if _is_trial(edition)]


def problems(editions: Iterable[Edition]) -> Iterator[str]:
    """A sentence per listing row that is missing, foreign or differs from its edition in force."""
    rows = {row.page_id: row for row in PublishedTrial.objects.prefetch_related("places", "words_explained")}
    for edition in editions:
        if not _is_trial(edition):
            continue
        row = rows.pop(edition.page_id, None)
        if row is None:
            yield f"listing: the row of {edition.path} is missing"
        elif differing := [n for n, value in columns_of(edition).items() if getattr(row, n) != value]:
            yield f"listing: the row of {edition.path} differs from its edition in {', '.join(differing)}"
        elif places_differ(row, edition.load()):
            yield f"listing: the places of {edition.path} differ from its edition"
        elif words_differ(row, edition.load()):
            yield f"listing: the words explained by {edition.path} differ from its edition"
    yield from (f"listing: {row.trial_id} is listed without an edition in force" for row in rows.values())


def columns_of(edition: Edition) -> dict[str, Any]:
    """What the listing row of this edition must say."""
    content = edition.load()
    facts, final = content.facts, newest_sign_off(edition)
    return {
        "edition_id": edition.pk,
        "trial_id": content.trial_id,
        "path": edition.path,
        "languages": edition.languages,
        **_both("headline", content.headline),
        **_both("summary", content.summary),
        **_both("conditions", *(condition.name for condition in content.conditions)),
        **_both("place", *_places(content.sites)),
        "sites": len(content.sites),
        "status": facts.status,
        "status_date": facts.status_date,
        "completion_date": facts.completion.date if facts.completion else "",
        "phases": ",".join(facts.phases),
        "sex": facts.sex,
        "healthy_volunteers": facts.healthy_volunteers,
        "minimum_age_days": in_days(facts.minimum_age),
        "maximum_age_days": in_days(facts.maximum_age),
        **search_columns(content),
        "last_reviewed": day_of(final.signed_at),
        "review_due": final.review_due,
    }


def _is_trial(edition: Edition) -> bool:
    return isinstance(edition.load(), TrialContent)


def in_days(age: Age | None) -> int | None:
    """An age limit in whole days; None where the registry sets none or we do not know the unit."""
    return int(age.number * DAYS[age.unit]) if age and age.unit in DAYS else None


def _both(column: str, *words: Words) -> dict[str, str]:
    return {
        f"{column}_en": "\n".join(filter(None, (each.in_language(ENGLISH) for each in words))),
        f"{column}_zh_hans": "\n".join(filter(None, (each.in_language(CHINESE) for each in words))),
    }


def _places(sites: tuple[Site, ...]) -> Iterator[Words]:
    # Cities, not hospitals: a card names where to travel, the first few of them.
    named: dict[Words, None] = dict.fromkeys(site.city for site in sites if site.city)
    yield from named
