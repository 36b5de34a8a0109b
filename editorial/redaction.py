"""Removing the words of an ended edition on a demand of erasure: logged, the digest kept, said in history."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from editorial import refusals
from editorial.desk import Desk, open_desk
from editorial.evidence import is_evidence
from editorial.mistakes import open_reports
from editorial.models import Edition, EditorQuery, MistakeReport, Suggestion, Wording
from editorial.people import LEADS
from editorial.refusals import SignOffRefused
from editorial.seals import redaction_seal_of
from editorial.suggestible import open_suggestions
from editorial.wording import items_of, without_notes


@transaction.atomic
def redact_edition(edition: Edition, *, by: Any, because: str, now: datetime) -> Edition:
    """Empty an ended edition and the version it was made from; who signed what digest, and when, stays.

    Raises SignOffRefused: what the public reads is withdrawn first.
    """
    refusals.require_member(by, LEADS, act=_("remove an edition’s words"))
    desk = open_desk(edition.page_id, lock=True)
    edition = Edition.objects.get(pk=edition.pk)
    if edition.ended_at is None:
        raise SignOffRefused(_("This edition is in force. Withdraw it or sign the next one first."))
    if edition.redacted_at is not None:
        raise SignOffRefused(_("The words of this edition were removed already."))
    same = Edition.objects.filter(revision_id=edition.revision_id, redacted_at=None).exclude(pk=edition.pk)
    if same.filter(ended_at=None).exists():
        raise SignOffRefused(_("The edition in force says the same words. Withdraw it first."))
    if edition.revision_id == desk.page.latest_revision_id:
        raise SignOffRefused(_("The draft still says these words. Save a draft without them first."))
    if open_suggestions().filter(page_id=edition.page_id).exists():
        raise SignOffRefused(_("Suggestions for this page are open, and hold words too. Answer them first."))
    if EditorQuery.objects.filter(page_id=edition.page_id, status=EditorQuery.Status.OPEN).exists():
        raise SignOffRefused(_("Queries about this page are open, and hold words too. Answer them first."))
    if open_reports().filter(page_id=edition.page_id).exists():
        raise SignOffRefused(_("Reports of mistakes are open, and hold words too. Answer them first."))
    edition.redacted_at, edition.redacted_because = now, refusals.require_reason(because)
    edition.content = ""
    edition.redaction_seal = redaction_seal_of(edition)
    edition.save(update_fields=[*Edition.REDACTION, "content"])
    _empty_versions(edition, desk)
    facts = {"edition": edition.number, "digest": edition.digest, "reason": edition.redacted_because}
    log(instance=desk.page, action="editorial.redact", user=by, data=facts, timestamp=now)
    return edition


def _empty_versions(edition: Edition, desk: Desk) -> None:
    """Empty every version with these words but other editions’, and the copies the page has of them."""
    newest = desk.page.latest_revision_id
    versions = Revision.page_revisions.filter(object_id=str(edition.page_id)).exclude(pk=newest)
    drafts = [v for v in versions if v.pk == edition.revision_id or not is_evidence(v)]
    led_to_it = [v for v in drafts if v.pk <= edition.revision_id]
    said = {digest: item for version in led_to_it for digest, item in items_of(version.content).items()}
    gone = said.keys() - items_of(desk.revision.content if desk.revision else None).keys()
    words = {digest for digest in gone if said[digest].is_words}
    later = [v for v in drafts if v.pk > edition.revision_id and words & items_of(v.content).keys()]
    # Past the gate, which keeps signed versions as they were: this is the one act that empties one.
    # The page's number stays, so that Wagtail can still show the version, empty as it is.
    emptied = Revision.objects.filter(pk__in=[version.pk for version in (*led_to_it, *later)])
    emptied.update(content={"pk": edition.page_id})
    _empty_notes(desk, gone)
    _empty_copies(desk, gone)


def _empty_notes(desk: Desk, gone: set[str]) -> None:
    """Empty what the versions left standing keep of former wordings; no signature is over that."""
    for version in Revision.page_revisions.filter(object_id=str(desk.page.pk)):
        kept = without_notes(version.content, gone)
        if kept != version.content:
            Revision.objects.filter(pk=version.pk).update(content=kept)


def _empty_copies(desk: Desk, gone: set[str]) -> None:
    """Empty the ledger’s copies, what was suggested, asked and reported, and the row of a page not live."""
    Wording.objects.filter(page_id=desk.page.pk, digest__in=gone).update(text="")
    Suggestion.objects.filter(page_id=desk.page.pk).update(
        original="", wording="", because="", declined_because=""
    )
    EditorQuery.objects.filter(page_id=desk.page.pk).update(question="", answer="")
    MistakeReport.objects.filter(page_id=desk.page.pk).update(wrong="", answer="", contact="")
    if not desk.page.live:
        # The page's own row still says what was public last.
        desk.page.get_latest_revision_as_object().save(clean=False)
