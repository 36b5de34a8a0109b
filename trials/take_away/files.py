"""Files kept with an edition: sealed, and made again as soon as the page says something else."""

import hashlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from threading import Lock
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from editorial.canonical import canonical_text
from editorial.models import Edition
from editorial.seals import is_sealed, seal_of
from editorial.showing import Showing
from trials.models.take_away import TakeAway
from trials.site.release import release
from trials.take_away.one_at_a_time import BeingMade, held_press, one_at_a_time
from trials.take_away.pdf import pdf_order
from trials.take_away.picture import picture_order
from trials.take_away.pressing import pressed, pressed_soon, require_no_failure
from trials.take_away.share import drawn, share_of
from trials.take_away.tools import CannotMake, can_make, font_path

alarm = logging.getLogger("trials.site.tampered")

Kind = TakeAway.Kind
ORDERS: dict[str, Callable[[Showing], object]] = {
    Kind.PDF: pdf_order,
    Kind.PICTURE: picture_order,
    Kind.SHARE: share_of,
}

drawing = Lock()


class EditionEnded(Exception):
    """The edition was superseded or withdrawn while its file was being made."""


def file_for(showing: Showing, kind: str, *, patient: bool = False) -> TakeAway:
    """The file of a verified edition as it is shown today, made and kept where it is missing or outdated.

    A reader is not kept waiting for long; whoever is patient is. Raises BeingMade, CannotMake, EditionEnded.
    """
    with translation.override(showing.lang):
        order = ORDERS[kind](showing)
        made_from = _digest(order, showing)
        kept = _kept(showing, kind, made_from)
        if kept is not None:
            return kept
        _require_tools(kind)
        make = _drawn if kind == Kind.SHARE else _pressed if patient else _pressed_for_a_reader
        return make(_Wanted(showing, kind, made_from, order))


@dataclass(frozen=True)
class _Wanted:
    showing: Showing
    kind: str
    made_from: str
    order: Any

    def kept(self) -> TakeAway | None:
        return _kept(self.showing, self.kind, self.made_from)

    def keep(self, body: bytes) -> TakeAway:
        return _keep(_sealed(self, body))


def _drawn(wanted: _Wanted) -> TakeAway:
    """Drawn in no time and without the press; so nobody waits for one who uses that."""
    if not drawing.acquire(timeout=settings.TAKE_AWAY_TURN_SECONDS):
        raise BeingMade
    try:
        # Somebody else may have made it while this one waited.
        return wanted.kept() or wanted.keep(drawn(wanted.order))
    finally:
        drawing.release()


def _pressed(wanted: _Wanted) -> TakeAway:
    with one_at_a_time():
        return wanted.kept() or wanted.keep(pressed(wanted.order, made_from=wanted.made_from))


def _pressed_for_a_reader(wanted: _Wanted) -> TakeAway:
    require_no_failure(wanted.made_from)
    held = held_press(seconds=settings.TAKE_AWAY_TURN_SECONDS)
    kept = wanted.kept()
    if kept is not None:
        held.close()
        return kept
    body = pressed_soon(wanted.order, made_from=wanted.made_from, held=held, keep_late=wanted.keep)
    return wanted.keep(body)


def _digest(order: object, showing: Showing) -> str:
    """Of every word of the file, of the code that sets it, and of the edition it belongs to."""
    # The order holds all the file says (notices, status, review, names), so nothing can be forgotten here.
    told = [asdict(order), showing.edition.seal, release()]  # type: ignore[call-overload]
    return hashlib.sha256(canonical_text(told).encode()).hexdigest()


def _kept(showing: Showing, kind: str, made_from: str) -> TakeAway | None:
    file = TakeAway.objects.filter(edition_id=showing.edition.pk, kind=kind, lang=str(showing.lang)).first()
    if file is None:
        return None
    if not is_genuine(file):
        file.delete()
        return None
    return file if file.made_from == made_from else None


def is_genuine(file: TakeAway) -> bool:
    """Whether the file is what was made here; an alarm where it is not."""
    if is_sealed(file):
        return True
    alarm.critical("Not served, and made again: take-away %s of %s is not what was sealed", file.pk, file)
    return False


def _require_tools(kind: str) -> None:
    # The share image is drawn without Pango.
    missing = can_make() if kind != Kind.SHARE or not font_path() else ""
    if missing:
        raise CannotMake(missing)


def _sealed(wanted: _Wanted, body: bytes) -> TakeAway:
    file = TakeAway(
        edition=wanted.showing.edition,
        kind=wanted.kind,
        lang=str(wanted.showing.lang),
        made_from=wanted.made_from,
        made_at=timezone.now(),
        body=body,
    )
    file.seal = seal_of(file)
    return file


@transaction.atomic
def _keep(file: TakeAway) -> TakeAway:
    # Locked, so that a withdrawal finds either this file to delete or no file.
    if not Edition.objects.in_force().select_for_update().filter(pk=file.edition_id).exists():
        raise EditionEnded(str(file.edition))
    columns = {name: getattr(file, name) for name in ("made_from", "made_at", "body", "seal")}
    named = {"edition_id": file.edition_id, "kind": file.kind, "lang": file.lang}
    kept, _created = TakeAway.objects.update_or_create(**named, defaults=columns)
    return kept


def forget_ended(page_id: int | None = None) -> int:
    """Delete the files of ended editions, of one page or of all; how many there were."""
    ended = TakeAway.objects.filter(edition__ended_at__isnull=False)
    if page_id is not None:
        ended = ended.filter(edition__page_id=page_id)
    return ended.delete()[0]


def problems() -> Iterator[str]:
    """A sentence per kept file that was not made here, or whose edition has ended; none of them is served."""
    for file in TakeAway.objects.select_related("edition").order_by("pk").iterator(chunk_size=20):
        if not is_sealed(file):
            yield f"take-away: {file} is not what was sealed"
        elif file.edition.ended_at is not None:
            yield f"take-away: {file} is kept although its edition has ended"
