"""The urgent notices above a page, and what they do to the sentence on recruitment."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from editorial.models import UrgentNotice
from editorial.notices import stands
from trials.site.sentences import NoticeWords, StatusSentence, followed_by, notice_words

Kind = UrgentNotice.Kind

# A notice of these kinds is newer and nearer than what the registry says of recruitment.
TONES = {Kind.PAUSED: "paused", Kind.SAFETY: "paused", Kind.CLOSED: "closed"}
INVITING = ("open", "waiting")


def notices_above(page_ids: Iterable[Any]) -> dict[Any, tuple[UrgentNotice, ...]]:
    """The genuine notices of many pages in one query, oldest first; every page asked for has its entry."""
    above: dict[Any, list[UrgentNotice]] = {page_id: [] for page_id in page_ids}
    for notice in UrgentNotice.objects.filter(page_id__in=above):
        if stands(notice):
            above[notice.page_id].append(notice)
    return {page_id: tuple(notices) for page_id, notices in above.items()}


def in_words(notices: Iterable[UrgentNotice]) -> tuple[NoticeWords, ...]:
    """The notices in the active language."""
    return tuple(notice_words(notice) for notice in notices)


def beside_notices(status: StatusSentence, notices: Sequence[UrgentNotice]) -> StatusSentence:
    """The status as it may be said below these notices: never in the tone of an invitation."""
    kinds = [notice.kind for notice in notices if notice.kind in TONES]
    if not kinds:
        return status
    tone = TONES[kinds[-1]] if status.tone in INVITING else status.tone
    text = followed_by(status.text, _("Read the urgent notice first."))
    return replace(status, text=text, tone=tone)


def doubts_contacts(notices: Iterable[UrgentNotice]) -> str:
    """What to say beside the telephone numbers while a notice says that they are wrong; else ""."""
    if not any(notice.kind == Kind.CONTACT for notice in notices):
        return ""
    return _("These contact details may be wrong. Read the urgent notice at the top of this page.")
