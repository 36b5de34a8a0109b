"""Draft from record: a trial page created or updated from what its registry says, never published."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from editorial.editions import day_of
from editorial.people import name_of
from trials.drafting.columns import merge_columns
from trials.drafting.draft import Draft, blank_draft, draft_of
from trials.drafting.names import ensure_places
from trials.drafting.rows import merge_lists
from trials.drafting.sites import merge_sites
from trials.drafting.snapshots import keep_snapshot, record_in, says_the_same
from trials.keys import give_keys
from trials.models import TrialPage
from trials.registry.records import TrialRecord

CREATED, UPDATED, UNCHANGED = "created", "updated", "unchanged"


class DraftRefused(Exception):
    """No draft was made of a record; the message says why, to the person who imports."""


@dataclass(frozen=True)
class Drafted:
    """`kept` has a sentence per text of editors left alone, `cut` one per registry text too long to keep."""

    page: TrialPage
    outcome: str
    kept: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()


@transaction.atomic
def draft_trial(record: TrialRecord, *, parent: Page, user: Any, now: datetime | None = None) -> Drafted:
    """Make or update the draft of a record's page, in one revision by `user` (None: the machine).

    A text that editors changed stays theirs. A record that says the same as the page's last one changes
    nothing, and a published page goes on reading as it was signed. Raises DraftRefused.
    """
    now = now or timezone.now()
    # Two imports of one trial queue here; the parent's row in memory may also be older than its children.
    parent = _locked(parent.pk)
    found = TrialPage.objects.filter(trial_id__iexact=record.trial_id).values_list("pk", flat=True).first()
    if found is None:
        return _create(record, parent, user, now)
    return _update(record, _locked(found), user, now)


def _locked(page_id: Any) -> Page:
    return Page.objects.select_for_update(of=("self",)).get(pk=page_id)


def _create(record: TrialRecord, parent: Page, user: Any, now: datetime) -> Drafted:
    base, theirs = blank_draft(record.trial_id), draft_of(record, today=day_of(now))
    page = TrialPage(trial_id=record.trial_id, owner=user, live=False, **base.columns)
    _merge(page, base, theirs)
    page.registry_record = keep_snapshot(record, now=now)
    parent.add_child(instance=page)
    log(instance=page, action="wagtail.create", user=user, content_changed=True)
    page.save_revision(user=user, clean=False)
    return Drafted(page, CREATED, cut=theirs.cut)


def _update(record: TrialRecord, row: Page, user: Any, now: datetime) -> Drafted:
    page = row.get_latest_revision_as_object()
    former = _former_record(page, record)
    if former is not None and says_the_same(former, record):
        return Drafted(page, UNCHANGED)
    _require_unlocked(row)
    _require_same_trial(page, record)
    base = draft_of(former, today=day_of(now)) if former else blank_draft(record.trial_id)
    theirs = draft_of(record, today=day_of(now))
    kept = _merge(page, base, theirs)
    page.registry_record = keep_snapshot(record, now=now)
    if not page.live:
        # As Wagtail's editing screen does: a draft nobody published keeps its row in step.
        page.save(clean=False)
    page.save_revision(user=user, log_action=True, clean=False)
    return Drafted(page, UPDATED, kept, theirs.cut)


def _former_record(page: TrialPage, record: TrialRecord) -> TrialRecord | None:
    snapshot = page.registry_record
    if snapshot is None:
        return None
    # The same bytes need not be read again: most of a second import is this.
    return record if snapshot.sha256 == record.sha256 else record_in(snapshot)


def _merge(page: TrialPage, base: Draft, theirs: Draft) -> tuple[str, ...]:
    used = {row.site for row in page.contacts.all()}
    kept = [*merge_columns(page, base=base, theirs=theirs), *merge_lists(page, base=base, theirs=theirs)]
    page.sites, told = merge_sites(base.sites, theirs.sites, page.sites, used=used)
    ensure_places(theirs.sites)
    give_keys(page)
    return (*kept, *told)


def _require_unlocked(row: Page) -> None:
    if not row.locked:
        return
    if row.locked_by is None:
        raise DraftRefused(_("the page is locked; unlock it, then import again"))
    raise DraftRefused(
        _("the page is locked by %(name)s; unlock it, then import again") % {"name": name_of(row.locked_by)}
    )


def _require_same_trial(page: TrialPage, record: TrialRecord) -> None:
    if page.trial_id.upper() != record.trial_id:
        raise DraftRefused(
            _("the draft of this page was given the id %(trial_id)s; set it right, then import again")
            % {"trial_id": page.trial_id}
        )
