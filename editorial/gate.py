"""The gate: keeps Wagtail's own idea of what is live honest, whoever saves and by whatever way.

What the public reads does not depend on it (that comes from editions), but the admin, the tree and
every report do. It stands in pre_save without a sender: a save through the base Page bypasses the
save() of a subclass, and Wagtail's editing screen publishes without ever calling Page.publish().
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from editorial.evidence import is_evidence
from editorial.models import Edition, SignedPage

LIVE_STATE = {
    "live",
    "live_revision",
    "live_revision_id",
    "alias_of",
    "alias_of_id",
    "go_live_at",
    "expire_at",
}


class SignOffRequired(PermissionDenied):
    """Somebody or something tried to publish, unpublish or alter without a sign-off."""


def guard(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """pre_save of everything: judge pages that are signed, and revisions that were."""
    if kwargs.get("raw") and isinstance(instance, SignedPage):
        # A fixture writes a page in two rows; what is judged here stands in the base's.
        return
    if isinstance(instance, Page) and _is_signed_type(instance):
        guard_page(instance, kwargs.get("update_fields"))
    elif isinstance(instance, Revision):
        guard_revision(instance)


def guard_page(page: Page, update_fields: Any = None) -> None:
    """Raise SignOffRequired unless the live state being saved is what the editions say."""
    if update_fields is not None and not LIVE_STATE & set(update_fields):
        return
    if page.alias_of_id:
        raise SignOffRequired(_("Pages that are signed off cannot have aliases."))
    if page.go_live_at or page.expire_at:
        raise SignOffRequired(
            _("Pages that are signed off cannot be scheduled: no date is in what is signed.")
        )
    if _is_insert(page):
        _make_draft(page)
        return
    _lock(page)
    edition = Edition.objects.in_force().filter(page_id=page.pk).first()
    if page.live and (edition is None or page.live_revision_id != edition.revision_id):
        raise SignOffRequired(_("This page is published by sign-off only. Submit it for review."))
    if not page.live and edition is not None:
        raise SignOffRequired(_("An edition of this page is in force. Only withdrawing it takes it down."))


def guard_revision(revision: Revision) -> None:
    """Raise SignOffRequired for a change to a revision that somebody signed, or for a schedule in one."""
    if not _is_signed_class(revision.content_type.model_class()):
        return
    if revision.approved_go_live_at:
        raise SignOffRequired(
            _("Pages that are signed off cannot be scheduled: no date is in what is signed.")
        )
    if revision.pk is None or not is_evidence(revision):
        return
    stored = Revision.objects.get(pk=revision.pk)
    for name in ("content", "user_id", "created_at", "object_id", "content_type_id"):
        if getattr(stored, name) != getattr(revision, name):
            raise SignOffRequired(_("This version was signed and cannot be changed. Save a new one."))


def _is_insert(page: Page) -> bool:
    # loaddata says "adding" of every row, also of one that stands.
    return page.pk is None or (page._state.adding and not Page.objects.filter(pk=page.pk).exists())


def _make_draft(page: Page) -> None:
    page.live = False
    page.live_revision = None
    page.has_unpublished_changes = True


def _lock(page: Page) -> None:
    # Waits for a sign-off in progress, so that a stale save is judged by what that sign-off left.
    if connection.in_atomic_block:
        list(Page.objects.select_for_update().filter(pk=page.pk).values_list("pk"))


def _is_signed_type(page: Page) -> bool:
    return isinstance(page, SignedPage) or _is_signed_class(page.specific_class)


def _is_signed_class(model: type[Model] | None) -> bool:
    return model is not None and issubclass(model, SignedPage)
