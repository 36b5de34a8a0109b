"""What is stored beside the list for searching: the words of a trial, normalised, and its places."""

from collections.abc import Iterator

from editorial.content import CHINESE, ENGLISH, Words
from trials.content import Organisation, Site, TrialContent
from trials.finding.grams import grams_of
from trials.finding.normal import searchable
from trials.labels import Status
from trials.models.published import PublishedPlace, PublishedTrial

# As much as both databases index; a trial with two thousand sites stays below.
LONGEST = 200_000
COLUMNS = ("country", "region_en", "region_zh_hans", "city_en", "city_zh_hans", "status")
# While the whole trial is not open, no site of it is.
OPEN = {Status.RECRUITING, Status.NOT_YET_RECRUITING, Status.ENROLLING_BY_INVITATION, Status.AVAILABLE}


def search_columns(content: TrialContent) -> dict[str, str]:
    """Title words, all words and their tokens; the criteria are not in them: an exclusion is no match."""
    words = searchable(_both(_all_words(content)))[:LONGEST]
    title = searchable([*_ids(content), *_both(_title(content))])[:LONGEST]
    return {"title_words": title, "words": words, "grams": grams_of(words)}


def write_places(row: PublishedTrial, content: TrialContent) -> None:
    """Write the places of `content` instead of those the row has; call inside a transaction."""
    if places_differ(row, content):
        row.places.all().delete()
        places = (dict(zip(COLUMNS, place, strict=True)) for place in _places(content))
        PublishedPlace.objects.bulk_create(PublishedPlace(published=row, **place) for place in places)


def places_differ(row: PublishedTrial, content: TrialContent) -> bool:
    """Whether the places of a row are not exactly those of its edition."""
    standing = [tuple(getattr(place, name) for name in COLUMNS) for place in row.places.all()]
    return sorted(standing) != sorted(_places(content))


def status_of(site: Site, content: TrialContent) -> str:
    """What the registry says of a site; of the whole trial where it does not say or the trial is not open."""
    status = content.facts.status
    return site.status or status if status in OPEN else status


def _places(content: TrialContent) -> list[tuple[str, ...]]:
    places = (
        (
            site.country_code,
            *(words.in_language(lang) for words in (site.region, site.city) for lang in (ENGLISH, CHINESE)),
            status_of(site, content),
        )
        for site in content.sites
    )
    return list(dict.fromkeys(places))


def _ids(content: TrialContent) -> list[str]:
    return list(dict.fromkeys([content.trial_id, *(each.value for each in content.identifiers)]))


def _title(content: TrialContent) -> Iterator[Words]:
    yield content.headline
    yield from (condition.name for condition in content.conditions)


def _all_words(content: TrialContent) -> Iterator[Words]:
    yield from (Words(number, "") for number in _ids(content))
    yield from _title(content)
    yield content.official_title
    yield content.summary
    yield content.what_it_studies
    yield from (intervention.name for intervention in content.interventions)
    yield from (organisation.name for organisation in _organisations(content))
    for site in content.sites:
        yield from (site.city, site.region, site.country, site.facility)


def _organisations(content: TrialContent) -> Iterator[Organisation]:
    if content.sponsor:
        yield content.sponsor
    yield from content.collaborators


def _both(words: Iterator[Words]) -> Iterator[str]:
    for each in words:
        for lang in (ENGLISH, CHINESE):
            # Lines and paragraphs end a run of words.
            yield from each.in_language(lang).splitlines()
