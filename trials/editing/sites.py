"""Changes to the list of sites, each saved as a revision like any other edit of the page."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from trials.keys import next_key
from trials.places import Stored

NEW_SITE_PREFIX = "x"


class SitesRefused(Exception):
    """The sites were not changed; the message says why, to the editor who tried."""


@dataclass(frozen=True)
class SiteChanges:
    """What an editor decided: new statuses by site key, keys to take off, sites to add (without keys)."""

    statuses: Mapping[str, str] = field(default_factory=dict)
    removed: Collection[str] = ()
    added: tuple[Stored, ...] = ()


@transaction.atomic
def change_sites(page_id: Any, changes: SiteChanges, *, user: Any, opened_on: str) -> bool:
    """Save a revision of the page with its sites changed; False when nothing was different.

    `opened_on` is the id of the revision the editor saw. Raises SitesRefused when it is no longer the
    newest, or when the page is locked.
    """
    row = Page.objects.select_for_update(of=("self",)).get(pk=page_id)
    page = row.get_latest_revision_as_object()
    if str(row.latest_revision_id or "") != opened_on:
        raise SitesRefused(_("The page was changed after you opened this list. Look at it again, then save."))
    lock = page.get_lock()
    if lock is not None and lock.for_user(user):
        raise SitesRefused(_("The page is locked."))
    sites = [*_changed(page.sites, changes), *_with_keys(page, changes.added)]
    if sites == page.sites:
        return False
    page.sites = sites
    if not page.live:
        # As Wagtail's editing screen does: a draft never published keeps its row in step.
        page.save(clean=False)
    page.save_revision(user=user, log_action=True, clean=False)
    return True


def _changed(sites: list[Stored], changes: SiteChanges) -> list[Stored]:
    kept = (site for site in sites if site["key"] not in changes.removed)
    return [
        site | {"status": status}
        if (status := changes.statuses.get(site["key"])) is not None and status != (site.get("status") or "")
        else site
        for site in kept
    ]


def _with_keys(page: Any, added: tuple[Stored, ...]) -> list[Stored]:
    return [site | {"key": next_key(page, NEW_SITE_PREFIX)} for site in added]
