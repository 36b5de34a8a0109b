"""An approved passage goes into a page as a pair, in a version of whoever inserts it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from editorial import refusals
from editorial.content import CHINESE, ENGLISH
from editorial.desk import open_desk
from editorial.people import AUTHORS, LEADS, TRANSLATORS
from editorial.refusals import ChangedSince, SignOffRefused
from editorial.suggestible import require_unlocked, words_at
from trials import writing
from trials.models.passages import Passage
from trials.passages.approving import is_approved, newest_approval
from trials.passages.paragraphs import appended, paragraphs, stands_in

WRITERS = (AUTHORS, TRANSLATORS, LEADS)
ONE_LINE = ("headline", "official_title", "summary", "seo_description", "why_stopped")
LISTS = ("taking_part.", "how_to_participate.")


def takes_passages(page: Any, place: str) -> bool:
    """Whether the text at `place` has room for paragraphs; criteria keep the registry's words."""
    is_prose = place in page.WORDS and place not in ONE_LINE
    return is_prose or (place.startswith(LISTS) and place.endswith(".text") and page.can_write(place))


@transaction.atomic
def insert(
    page: Any, passage: Passage, *, place: str, by: Any, revision: int | None, now: datetime
) -> Revision:
    """Put both languages behind the text at `place` of the newest draft; `revision` is the one that was seen.

    Raises SignOffRefused.
    """
    desk = open_desk(page.pk, lock=True)
    refusals.require_member(by, *WRITERS, act=_("insert a passage"))
    refusals.require_page_permission(desk, by)
    require_unlocked(desk, by)
    if (desk.revision.pk if desk.revision else None) != revision:
        raise ChangedSince(_("The draft changed after you opened it, perhaps in another tab. Read it again."))
    if not takes_passages(desk.page, place):
        raise SignOffRefused(_("A passage cannot stand in this text."))
    passage = Passage.objects.select_for_update().get(pk=passage.pk)
    if not is_approved(passage, newest_approval(passage)):
        raise SignOffRefused(_("This passage is not approved as it reads now: somebody has to approve it."))
    _append(desk, place, passage)
    revision_made = desk.page.save_revision(user=by, clean=False)
    log(
        instance=desk.page,
        action="trials.insert_passage",
        user=by,
        revision=revision_made,
        content_changed=True,
        data={"passage": passage.pk, "name": passage.name, "place": place},
        timestamp=now,
    )
    return revision_made


def _append(desk: Any, place: str, passage: Passage) -> None:
    words = words_at(desk.content, place)
    if bool(words.en) != bool(words.zh_hans):
        raise SignOffRefused(_("This text stands in one language only. Write the other first."))
    if stands_in(paragraphs(passage.text_en), paragraphs(words.en)):
        raise SignOffRefused(_("This text holds the passage already."))
    holder, name = writing.stands_at(desk.page, place)
    before = holder.translated_from.get(name, words.en) if words.zh_hans else ""
    made_by = dict(holder.made_by)
    desk.page.write(place, ENGLISH, appended(words.en, passage.text_en))
    desk.page.write(place, CHINESE, appended(words.zh_hans or "", passage.text_zh_hans))
    # Chinese that was out of date before stays so: only the passage is known to fit its English.
    pinned = appended(before, passage.text_en)
    holder.translated_from = {**holder.translated_from, name: pinned}
    holder.made_by = made_by
