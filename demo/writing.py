"""A change as the editing screen makes it: to the newest draft, saved as a version of whoever wrote it."""

from datetime import datetime
from typing import Any

from wagtail.log_actions import log
from wagtail.models import Page, Revision


def newest(page: Page) -> Any:
    """The page as its newest version has it, or as it stands where it has none."""
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object()


def save(page: Any, *, by: Any, at: datetime) -> None:
    """Save the page in memory as a new version written by `by` at `at`."""
    if not page.live:
        page.save()
    revision = page.save_revision(user=by)
    log(instance=page, action="wagtail.edit", user=by, revision=revision, content_changed=True, timestamp=at)
    backdate(page, revision, at)


def backdate(page: Any, revision: Revision, at: datetime) -> None:
    """Let a version that nobody signed yet be of `at`: what was signed 20 days ago was written before."""
    revision.created_at = at
    revision.save(update_fields=["created_at"])
    page.latest_revision_created_at = at
    page.save(update_fields=["latest_revision_created_at"], clean=False)
