"""Putting right what was typed, in the version just saved, and bringing it back on demand."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Revision

from editorial.content import CHINESE
from editorial.desk import open_desk
from editorial.models import SignedPage
from editorial.suggestible import require_unlocked
from trials.typography.page import Change, chinese_of, put_right
from trials.typography.text import put_right_text
from trials.writing import stands_at, write_column

Typed = Mapping[str, tuple[str, str]]
"""For each place, the text as it was typed and as it was put right."""


def put_right_version(page: Any, *, user: Any, autosaved: int | None = None) -> list[Change]:
    """Put right the Chinese that is new since the last version that was no autosave of this person.

    `page` was just saved by hand, `autosaved` is the id of the first version saved by itself before that.
    The words go into the version just saved, which nobody has read yet.
    """
    if not any(put_right_text(text)[1] for text in chinese_of(page).values()):
        return []
    newest = page.get_latest_revision()
    # Not the page itself: once saved, it reads its rows from their table anew each time.
    saved = newest.as_object()
    changes = put_right(saved, _chinese_before(page, newest, user, autosaved))
    if changes:
        saved.save_revision(user=user, clean=False, overwrite_revision=newest)
    return changes


@transaction.atomic
def bring_back(page: SignedPage, *, typed: Typed, by: Any, now: datetime) -> list[str]:
    """Put typed texts back in a new version, where they still stand as put right; the places.

    From here on these very texts are left as they are. Raises SignOffRefused for a locked page.
    """
    desk = open_desk(page.pk, lock=True)
    require_unlocked(desk, by)
    texts = chinese_of(desk.page)
    places = [place for place, (_typed, put) in typed.items() if texts.get(place) == put]
    for place in places:
        holder, name = stands_at(desk.page, place)
        write_column(holder, name, CHINESE, typed[place][0])
        holder.as_typed = {**holder.as_typed, name: typed[place][0]}
    if places:
        revision = desk.page.save_revision(user=by, clean=False)
        about = {"instance": desk.page, "action": "trials.as_typed", "user": by, "revision": revision}
        log(**about, content_changed=True, data={"places": places}, timestamp=now)
    return places


def _chinese_before(page: Any, newest: Revision, user: Any, autosaved: int | None) -> dict[str, str]:
    before = page.revisions.filter(pk__lt=newest.pk).order_by("-pk")
    if autosaved is not None:
        before = before.exclude(pk__gte=autosaved, user=user)
    last = before.first()
    return chinese_of(last.as_object()) if last else {}
