"""A passage is approved as it reads, by somebody who never wrote it; the words are kept as they were."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from editorial import refusals
from editorial.authors import WRITING
from editorial.canonical import canonical_text, digest_of
from editorial.people import LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS
from editorial.refusals import ChangedSince, Incomplete, SignOffRefused
from trials.models.passages import Passage, PassageApproval

APPROVERS = (LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS)


@transaction.atomic
def approve(passage: Passage, *, by: Any, seen: str, now: datetime) -> PassageApproval:
    """Record that `by` found both texts of the passage right; raises SignOffRefused.

    `seen` is the `seen_of` the words that were on the screen.
    """
    passage = Passage.objects.select_for_update().get(pk=passage.pk)
    refusals.require_member(by, *APPROVERS, act=_("approve a passage"))
    if wrote(by, passage):
        raise SignOffRefused(_("You wrote this passage: somebody who did not has to approve it."))
    if not passage.text_en.strip() or not passage.text_zh_hans.strip():
        raise Incomplete(_("Both languages have to be written before a passage is approved."))
    if seen != seen_of(passage):
        raise ChangedSince(_("The text changed after you opened it. Read it again, then decide."))
    if is_approved(passage, newest_approval(passage)):
        raise SignOffRefused(_("This wording is approved already."))
    approval = PassageApproval.objects.create(
        passage=passage,
        text_en=passage.text_en,
        text_zh_hans=passage.text_zh_hans,
        approved_by=by,
        approved_at=now,
    )
    log(instance=passage, action="trials.approve_passage", user=by, timestamp=now)
    _let_be_counted_anew(passage)
    return approval


def _let_be_counted_anew(passage: Passage) -> None:
    """Pages that hold a former wording have a hint more from here on."""
    from trials.passages.holders import pages_holding
    from trials.translating import progress

    progress.forget(pages_holding(passage))


def wrote(person: Any, passage: Passage) -> bool:
    """Whether `person` ever saved this passage; judged by the log, as for names shared between pages."""
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(passage), object_id=str(passage.pk), user=person
    )
    return entries.filter(action__in=WRITING).exists()


def newest_approval(passage: Passage) -> PassageApproval | None:
    return passage.approvals.select_related("approved_by").order_by("-approved_at", "-pk").first()


def is_approved(passage: Passage, newest: PassageApproval | None) -> bool:
    """Whether the passage reads as it was approved last."""
    return newest is not None and seen_of(passage) == seen_of(newest)


def seen_of(words: Passage | PassageApproval) -> str:
    """Stands for the two texts somebody has before their eyes."""
    texts = (words.text_en or "", words.text_zh_hans or "")
    return digest_of(canonical_text([" ".join(text.split()) for text in texts]))
