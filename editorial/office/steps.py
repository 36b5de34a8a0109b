"""At which step each submitted page waits, without building the content of every one of them.

Most answers follow from which revision was reviewed. Where they do not, the desk is asked, once for
each state of the page: what its answer depends on is the key under which the answer is kept.
"""

from collections.abc import Iterable
from typing import Any

from django.core.cache import cache
from django.db.models import Max
from wagtail.models import ModelLogEntry, Page

from editorial.desk import Step, open_desk
from editorial.models import SignOff, SiteSettings
from editorial.seals import is_sealed

KEPT_FOR = 600
"""Seconds; a shared name changed by a program, without a log entry, is seen after these."""


def steps_of(pages: Iterable[Page], site: SiteSettings) -> dict[int, Step]:
    """The next step of each of these pages, all of which were submitted; rows of the tree will do."""
    pages = list(pages)
    reviews = _reviews({page.pk for page in pages})
    names_changed = ModelLogEntry.objects.aggregate(at=Max("timestamp"))["at"]
    return {page.pk: _step(page, reviews.get(page.pk, []), names_changed, site) for page in pages}


def _reviews(page_ids: set[int]) -> dict[int, list[SignOff]]:
    """The sealed reviews of each page that are no sign-off, newest last."""
    found: dict[int, list[SignOff]] = {}
    reviews = SignOff.objects.filter(page_id__in=page_ids).exclude(scope=SignOff.Scope.FINAL)
    for review in reviews.order_by("signed_at", "pk"):
        if is_sealed(review):
            found.setdefault(review.page_id, []).append(review)
    return found


def _step(page: Page, reviews: list[SignOff], names_changed: Any, site: SiteSettings) -> Step:
    of_chinese = [review for review in reviews if review.scope == SignOff.Scope.CHINESE]
    asks_for_chinese = page.specific_class.needs_language_review
    if asks_for_chinese and not of_chinese:
        return Step.LANGUAGE_REVIEW
    is_read = not asks_for_chinese or _is_still_as_read(page, of_chinese[-1], names_changed)
    if is_read and site.medical_review == SiteSettings.MedicalReview.NEVER:
        return Step.SIGN_OFF
    newest = reviews[-1].pk if reviews else None
    return _asked_of_the_desk(page, f"{newest} {names_changed} {site.medical_review}")


def _is_still_as_read(page: Page, review: SignOff, names_changed: Any) -> bool:
    as_saved = review.revision_id == page.latest_revision_id
    return as_saved and (names_changed is None or names_changed < review.signed_at)


def _asked_of_the_desk(page: Page, depends_on: str) -> Step:
    # An autosave rewrites a revision in place, but never its time.
    saved = f"{page.latest_revision_id} {page.latest_revision_created_at}"
    key = f"editorial.step:{page.pk}:{saved} {depends_on}".replace(" ", "_")
    return cache.get_or_set(key, lambda: open_desk(page.pk).step, KEPT_FOR)
