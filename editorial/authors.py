"""Four eyes: who wrote what is about to be signed. Whoever did cannot review or sign it.

Judged word by word: opening a page, commenting on it or saving it unchanged makes nobody its author,
and bringing back or polishing somebody's earlier words takes nothing from who wrote them.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import ModelLogEntry, Revision

from editorial.content import CHINESE
from editorial.models import Edition, SignedPage, Wording
from editorial.wording import LANGUAGE_COLUMNS, is_alike, items_of

WRITING = ("wagtail.create", "wagtail.edit", "wagtail.revert")


def written_by(person: Any, page: SignedPage, revision: Revision) -> list[str]:
    """What `person` wrote of the draft `revision` and nobody has signed yet, as places; [] for no author.

    Counted are texts and facts that are not in the last edition, names shared with other pages, and,
    before the first edition, having made the page.
    """
    last = _vouching(page, revision)
    found = ["page"] if last is None and page.owner_id == person.pk else []
    found += _on_page(person, page, revision, last)
    return [*found, *_shared_names(person, page.uses())]


def edition_written_by(person: Any, edition: Edition) -> list[str]:
    """What `person` wrote of an edition that nobody but its own signature vouches for, for a re-review."""
    return written_by(person, edition.revision.as_object(), edition.revision)


def _vouching(page: SignedPage, revision: Revision) -> Edition | None:
    """The newest edition that stood up for other words than these; one that was taken down did not."""
    said = items_of(revision.content).keys()
    stood = Edition.objects.filter(page_id=page.pk).exclude(ended_reason=Edition.End.WITHDRAWN)
    return next((e for e in stood.order_by("-number") if items_of(e.revision.content).keys() != said), None)


def _on_page(person: Any, page: SignedPage, revision: Revision, last: Edition | None) -> Iterator[str]:
    signed = _signed_in(last)
    items = items_of(revision.content).items()
    unsigned = {digest: item for digest, item in items if digest not in signed}
    theirs = list(Wording.objects.filter(page_id=page.pk, person=person))
    digests = {wording.digest for wording in theirs}
    long_texts = [wording.text for wording in theirs if wording.field.endswith(LANGUAGE_COLUMNS)]
    for digest, item in unsigned.items():
        if digest in digests or (item.is_words and any(is_alike(item.text, text) for text in long_texts)):
            yield item.place


def _signed_in(edition: Edition | None) -> set[str]:
    """Digests of what an edition says; a language withheld from it stands in its revision, unsigned."""
    if edition is None:
        return set()
    said = items_of(edition.revision.content).items()
    has_chinese = CHINESE in edition.language_codes
    return {digest for digest, item in said if has_chinese or not item.field.endswith("_zh_hans")}


def _shared_names(person: Any, rows: Iterable[models.Model]) -> Iterator[str]:
    """Shared rows `person` edited last or before, unless somebody else has signed them as they are."""
    by_model: dict[ContentType, dict[str, models.Model]] = {}
    for row in rows:
        by_model.setdefault(ContentType.objects.get_for_model(row), {})[str(row.pk)] = row
    for content_type, named in by_model.items():
        entries = ModelLogEntry.objects.filter(content_type=content_type, action__in=WRITING)
        for key in set(entries.filter(user=person).values_list("object_id", flat=True)) & named.keys():
            changed = entries.filter(object_id=key).latest("timestamp").timestamp
            if not _signed_by_another(person, named[key], since=changed):
                yield str(named[key])


def _signed_by_another(person: Any, row: models.Model, *, since: Any) -> bool:
    # A name has two languages; an edition without the Chinese vouches for half of it only.
    later = Edition.objects.filter(published_at__gt=since, languages__contains=CHINESE)
    later = later.exclude(signed_by__person=person)
    # `uses` is canonical JSON of [["app.model", pk], …].
    return later.filter(uses__contains=f'["{row._meta.label_lower}",{row.pk}]').exists()
