"""Suggested wordings: somebody proposes, who writes the page accepts and is the author of what they accept.

The proposer writes nothing, and may therefore still review and sign. Each act is one transaction.
"""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from editorial import refusals
from editorial.content import CHINESE, ENGLISH
from editorial.desk import Desk, open_desk
from editorial.models import SignedPage, Suggestion
from editorial.people import name_of
from editorial.refusals import SignOffRefused
from editorial.suggestible import (
    SUGGESTERS,
    as_written,
    open_suggestions,
    require_answerer,
    require_unlocked,
    standing,
    words_at,
)


class TextChanged(SignOffRefused):
    """The draft no longer says what the suggestion was made for; the suggestion stays open."""


@transaction.atomic
def suggest(
    page: SignedPage,
    *,
    person: Any,
    place: str,
    language: str,
    wording: str,
    because: str = "",
    now: datetime,
) -> Suggestion:
    """Propose `wording` for one text of the newest draft, in one language. Raises SignOffRefused."""
    desk = open_desk(page.pk)
    refusals.require_member(person, *SUGGESTERS, act=_("suggest a wording"))
    refusals.require_page_permission(desk, person)
    original = standing(desk, place, language)
    wording = as_written(desk, place, language, wording)
    if wording == original:
        raise SignOffRefused(_("The page says exactly this already. Write what it should say instead."))
    proposed = {"page_id": desk.page.pk, "place": place, "language": language, "wording": wording}
    if open_suggestions().filter(**proposed, original=original).exists():
        raise SignOffRefused(_("This wording was suggested already and waits for an answer."))
    suggestion = Suggestion.objects.create(
        **proposed,
        original=original,
        because=refusals.require_reason(because) if because.strip() else "",
        person=person,
        made_at=now,
    )
    _log("editorial.suggest", desk, suggestion, person, now)
    return suggestion


@transaction.atomic
def accept(suggestion: Suggestion, *, by: Any, now: datetime) -> Revision:
    """Put the wording into the newest draft, as written by `by`; a page on the desk goes on waiting.

    Raises TextChanged when the text is no longer the one the suggestion was made for, else SignOffRefused.
    """
    desk, suggestion = _opened(suggestion)
    require_answerer(desk, suggestion, by)
    require_unlocked(desk, by)
    if standing(desk, suggestion.place, suggestion.language) != suggestion.original:
        raise TextChanged(
            _("The text changed after this suggestion was made. Read both, then edit the page or decline.")
        )
    try:
        desk.page.write(suggestion.place, suggestion.language, suggestion.wording)
    except ValidationError as refused:
        # Locked since it was suggested.
        raise SignOffRefused(" ".join(refused.messages)) from refused
    _keep_made_together(desk, suggestion)
    _keep_made_before(desk, suggestion)
    # Checked when it was suggested; the rest of a draft may be unfinished, as on the editing screen.
    revision = desk.page.save_revision(user=by, clean=False)
    _log("editorial.accept", desk, suggestion, by, now, revision=revision, content_changed=True)
    _decide(suggestion, Suggestion.Status.ACCEPTED, by, now)
    return revision


@transaction.atomic
def decline(suggestion: Suggestion, *, by: Any, because: str, now: datetime) -> Suggestion:
    """Leave the text as it is, for a reason the proposer reads. Raises SignOffRefused."""
    desk, suggestion = _opened(suggestion)
    require_answerer(desk, suggestion, by)
    suggestion.declined_because = refusals.require_reason(because)
    _log("editorial.decline", desk, suggestion, by, now)
    return _decide(suggestion, Suggestion.Status.DECLINED, by, now)


@transaction.atomic
def take_back(suggestion: Suggestion, *, by: Any, now: datetime) -> Suggestion:
    """End one's own suggestion before it is answered. Raises SignOffRefused."""
    desk, suggestion = _opened(suggestion)
    refusals.require_page_permission(desk, by)
    if suggestion.person_id != by.pk:
        told = {"name": name_of(suggestion.person)}
        raise SignOffRefused(_("Only %(name)s can take this suggestion back.") % told)
    _log("editorial.take_back", desk, suggestion, by, now)
    return _decide(suggestion, Suggestion.Status.TAKEN_BACK, by, now)


def _opened(suggestion: Suggestion) -> tuple[Desk, Suggestion]:
    """The desk, locked in the order of every writer, and the suggestion as it stands, locked last."""
    desk = open_desk(suggestion.page_id, lock=True)
    now_stands = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if now_stands.status == Suggestion.Status.OPEN:
        return desk, now_stands
    told = {
        "state": now_stands.get_status_display(),
        "name": name_of(now_stands.decided_by),
        "time": date_format(timezone.localtime(now_stands.decided_at), "Y-m-d H:i"),
    }
    raise SignOffRefused(_("This suggestion waits no longer: %(state)s by %(name)s at %(time)s.") % told)


def _keep_made_together(desk: Desk, suggestion: Suggestion) -> None:
    """Chinese suggested together with this English, and accepted before it, was made from this English."""
    chinese = words_at(desk.content, suggestion.place).zh_hans
    if suggestion.language == ENGLISH and _is_made_with(suggestion, CHINESE, chinese):
        desk.page.write(suggestion.place, CHINESE, chinese)


def _keep_made_before(desk: Desk, suggestion: Suggestion) -> None:
    """Chinese suggested for an English that was changed since was made from that English."""
    english = words_at(desk.content, suggestion.place).en
    if suggestion.language != CHINESE or _is_made_with(suggestion, ENGLISH, english):
        return
    before = Revision.objects.for_instance(desk.page).filter(created_at__lte=suggestion.made_at)
    seen = before.order_by("-created_at", "-pk").first()
    made_from = words_at(seen.as_object().build_content(), suggestion.place).en if seen else english
    if made_from != english:
        desk.page.note_made_from(suggestion.place, made_from)


def _is_made_with(suggestion: Suggestion, language: str, wording: str) -> bool:
    """Whether this wording was suggested together with the other, and accepted before it."""
    together = Suggestion.objects.filter(
        page_id=suggestion.page_id,
        place=suggestion.place,
        language=language,
        wording=wording,
        person_id=suggestion.person_id,
        made_at=suggestion.made_at,
        status=Suggestion.Status.ACCEPTED,
    )
    return bool(wording) and together.exists()


def _decide(suggestion: Suggestion, status: str, by: Any, now: datetime) -> Suggestion:
    suggestion.status, suggestion.decided_by, suggestion.decided_at = status, by, now
    suggestion.save(update_fields=["status", "decided_by", "decided_at", "declined_because"])
    return suggestion


def _log(
    action: str,
    desk: Desk,
    suggestion: Suggestion,
    person: Any,
    now: datetime,
    *,
    revision: Revision | None = None,
    content_changed: bool = False,
) -> None:
    about = {"suggestion": suggestion.pk, "place": suggestion.place, "language": suggestion.language}
    log(
        instance=desk.page,
        action=action,
        user=person,
        revision=revision or desk.revision,
        content_changed=content_changed,
        data=about,
        timestamp=now,
    )
