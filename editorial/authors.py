"""Four eyes: who wrote what is about to be signed. Whoever did cannot review or sign it."""

import json
from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry, Revision

from editorial.models import Edition, SignedPage

WRITING = ("wagtail.create", "wagtail.edit", "wagtail.revert")


def authors_of(page: SignedPage, revision: Revision) -> set[Any]:
    """Primary keys of everybody who wrote the words of `revision`, the page as it reads now.

    Those who saved a revision since the last edition, the owner of a page never published, those who
    saved an older revision with the same words (somebody reverted to it), and those who edited a
    shared name the page repeats (a hospital, a sponsor, the disclaimer) since the last edition.
    """
    last = Edition.objects.filter(page_id=page.pk).order_by("-number").first()
    saved = page.revisions.exclude(user=None)
    since_last = saved.filter(created_at__gt=last.published_at) if last else saved
    authors = set(since_last.values_list("user_id", flat=True))
    if last is None and page.owner_id:
        authors.add(page.owner_id)
    if last is not None:
        authors.update(_authors_of_same_words(saved.filter(created_at__lte=last.published_at), revision))
    authors.update(_editors_of_shared_rows(page, last))
    return authors


def authors_of_edition(edition: Edition) -> set[Any]:
    """Who wrote the words of an edition already published, for a re-review."""
    page = edition.page.specific
    former = Edition.objects.filter(page_id=edition.page_id, number=edition.number - 1).first()
    saved = page.revisions.exclude(user=None).filter(created_at__lte=edition.published_at)
    if former is not None:
        recent = saved.filter(created_at__gt=former.published_at)
        older = saved.filter(created_at__lte=former.published_at)
        same = set(_authors_of_same_words(older, edition.revision))
    else:
        recent, same = saved, {page.owner_id} - {None}
    return set(recent.values_list("user_id", flat=True)) | same


def _authors_of_same_words(older: Any, revision: Revision) -> Iterator[Any]:
    words = _words(revision.content)
    for former in older.iterator(chunk_size=20):
        if _words(former.content) == words:
            yield former.user_id


def _words(content: dict[str, Any]) -> str:
    """Every translated column of a revision and its rows, in one comparable text."""
    return json.dumps(list(texts_of(content)), ensure_ascii=False)


def texts_of(value: Any) -> Iterator[tuple[str, str]]:
    """(column, text) for every translated column of a revision and its rows, in a fixed order."""
    if isinstance(value, dict):
        for name in sorted(value):
            if name.endswith(("_en", "_zh_hans")) and value[name]:
                yield name, value[name]
            elif isinstance(value[name], list):
                for row in value[name]:
                    yield from texts_of(row)


def _editors_of_shared_rows(page: SignedPage, last: Edition | None) -> set[Any]:
    entries = ModelLogEntry.objects.filter(action__in=WRITING)
    if last is not None:
        entries = entries.filter(timestamp__gt=last.published_at)
    shared: dict[ContentType, list[str]] = {}
    for row in page.uses():
        shared.setdefault(ContentType.objects.get_for_model(row), []).append(str(row.pk))
    editors: set[Any] = set()
    for content_type, keys in shared.items():
        same_model = entries.filter(content_type=content_type).exclude(user=None)
        edited = same_model.values_list("object_id", "user_id").distinct()
        editors.update(user for key, user in edited if key in set(keys))
    return editors & set(get_user_model().objects.filter(pk__in=editors).values_list("pk", flat=True))
