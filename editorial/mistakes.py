"""Reports of mistakes: what readers say is wrong, how the office answers, and when who sent it is forgotten.

A reader's report changes no word of a page. Nothing of the reader is kept beyond what they wrote but a keyed
digest of their network address and the day, and that, with the contact they left, for a while only.
"""

from collections import Counter
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from editorial import queries, refusals
from editorial.desk import Desk, open_desk
from editorial.editions import day_of
from editorial.models import Edition, EditorQuery, MistakeReport
from editorial.people import GROUPS, name_of
from editorial.refusals import Incomplete, SignOffRefused

LONGEST = 2000
LONGEST_CONTACT = 200
WINDOW = timedelta(hours=1)
NETWORK_OF_ONE = 64
"""Bits of an IPv6 address that one household or telephone keeps; the rest it may change as it likes."""
NETWORK_OF_MANY = 48
"""Bits of what one customer of a provider may hold; 65,536 networks of one lie in it."""
HALF = 32
"""Hexadecimal digits that stand for the network of one; as many behind them for that of many."""


class Limits(NamedTuple):
    """How many reports are taken in an hour; a whole ward may sit behind one address."""

    on_page: int
    """From one address about one page."""
    from_one: int
    from_all: int
    """Without senders who came to their own limit: they shut nobody else out."""
    from_many: int = 100
    """From one IPv6 network of many."""


LIMITS = Limits(on_page=12, from_one=40, from_all=400)


class TooManyReports(Exception):
    """So many reports came within an hour that this one is not taken; it may be sent again later."""


class Told(NamedTuple):
    """What a reader sent, cleaned; `item` is an anchor on the page, "" for the page as a whole."""

    item: str
    wrong: str
    contact: str = ""


@transaction.atomic
def report(edition: Edition, told: Told, *, lang: str, address: str, now: datetime) -> MistakeReport:
    """Keep what a reader says of `edition`; the same words sent twice within an hour are kept once.

    `address` is the network address it came from, "" where that is unknown. Raises TooManyReports.
    """
    # One after the other for each page: a button tapped twice arrives twice at once.
    list(Page.objects.select_for_update(no_key=True).filter(pk=edition.page_id).values_list("pk"))
    written = {"page_id": edition.page_id, "edition": edition.number, "lang": lang, **told._asdict()}
    recent = MistakeReport.objects.filter(sent_at__gt=now - WINDOW)
    theirs, around = _sent_from(address, recent, now)
    if again := theirs.filter(**written).first():
        return again
    _require_room(edition, recent, theirs, around)
    return MistakeReport.objects.create(**written, sender=sender_of(address, now), sent_at=now)


def sender_of(address: str, now: datetime) -> str:
    """What stands for a network address on one day; "" for no address.

    64 hexadecimal digits: one half for the network of one, the other for the network of many around it.
    """
    if not address:
        return ""
    day = day_of(now).isoformat()
    return "".join(_digest(f"{day} {_network(address, bits)}") for bits in (NETWORK_OF_ONE, NETWORK_OF_MANY))


def open_reports() -> QuerySet[MistakeReport]:
    return MistakeReport.objects.filter(status=MistakeReport.Status.OPEN)


@transaction.atomic
def answer(sent: MistakeReport, *, by: Any, words: str, now: datetime) -> MistakeReport:
    """Note what was done about a report; readers never see it. Raises SignOffRefused."""
    desk, sent = _opened(sent, by, _("answer a report of a mistake"))
    words = _written(words)
    _close(sent, MistakeReport.Status.ANSWERED, by=by, now=now, answer=words)
    _log("editorial.mistake_answered", desk, sent, by, now)
    return sent


@transaction.atomic
def turn_into_query(sent: MistakeReport, *, by: Any, place: str, question: str, now: datetime) -> EditorQuery:
    """Ask the office about the text or fact at `place` because of a report. Raises SignOffRefused."""
    desk, sent = _opened(sent, by, _("answer a report of a mistake"))
    if not place:
        raise Incomplete(_("Choose the text you ask about."))
    query = queries.ask(desk.page, by=by, place=place, question=question, now=now)
    _close(sent, MistakeReport.Status.ASKED, by=by, now=now, query=query)
    _log("editorial.mistake_asked", desk, sent, by, now, query=query.pk, place=place)
    return query


def overdue_to_forget(now: datetime) -> QuerySet[MistakeReport]:
    """Reports whose sender and contact have been kept long enough (settings.KEEP_REPORTERS_DAYS)."""
    kept_since = now - timedelta(days=settings.KEEP_REPORTERS_DAYS)
    return MistakeReport.objects.filter(sent_at__lt=kept_since, forgotten_at__isnull=True)


def forget_reporters(now: datetime) -> int:
    """Delete contact and sender of old reports, answered or not; how many reports that were."""
    return overdue_to_forget(now).update(contact="", sender="", forgotten_at=now)


def _digest(said: str) -> str:
    return salted_hmac("editorial.mistakes.sender", said, algorithm="sha256").hexdigest()[:HALF]


def _sent_from(address: str, recent: QuerySet, now: datetime) -> tuple[QuerySet, QuerySet]:
    """Of recent reports those from one address, and those from the network of many around it."""
    if not address:
        return recent.none(), recent.none()
    # The hour before midnight belongs to another day, and so to another digest.
    today, before = (sender_of(address, moment) for moment in (now, now - WINDOW))
    one = Q(sender__startswith=today[:HALF]) | Q(sender__startswith=before[:HALF])
    many = Q(sender__endswith=today[HALF:]) | Q(sender__endswith=before[HALF:])
    return recent.filter(one), recent.filter(many)


def _network(address: str, bits: int) -> str:
    try:
        known = ip_address(address.strip())
    except ValueError:
        return address.strip()
    if known.version == 4:
        return str(known)
    if known.ipv4_mapped:
        return str(known.ipv4_mapped)
    return str(ip_network((known.packed, bits), strict=False))


def _require_room(edition: Edition, recent: QuerySet, theirs: QuerySet, around: QuerySet) -> None:
    sent = Limits(
        on_page=theirs.filter(page_id=edition.page_id).count(),
        from_one=theirs.count(),
        from_all=_from_all(recent),
        from_many=around.count(),
    )
    if any(number >= most for number, most in zip(sent, LIMITS, strict=True)):
        raise TooManyReports


def _from_all(recent: QuerySet) -> int:
    """How many came, without those of senders at their own limit."""
    sent = dict(recent.order_by().values_list("sender").annotate(Count("pk")))
    of_one, of_many = Counter(), Counter()
    for sender, number in sent.items():
        of_one[sender[:HALF]] += number
        of_many[sender[HALF:]] += number
    return sum(
        number
        for sender, number in sent.items()
        if not sender
        or (of_one[sender[:HALF]] < LIMITS.from_one and of_many[sender[HALF:]] < LIMITS.from_many)
    )


def _opened(sent: MistakeReport, person: Any, act: str) -> tuple[Desk, MistakeReport]:
    """The desk, locked in the order of every writer, and the open report, locked last."""
    desk = open_desk(sent.page_id, lock=True)
    refusals.require_member(person, *GROUPS, act=act)
    refusals.require_page_permission(desk, person)
    sent = MistakeReport.objects.select_for_update().get(pk=sent.pk)
    _require_open(sent)
    return desk, sent


def _require_open(sent: MistakeReport) -> None:
    if sent.status == MistakeReport.Status.OPEN:
        return
    told = {
        "name": name_of(sent.answered_by),
        "time": date_format(timezone.localtime(sent.answered_at), "Y-m-d H:i"),
    }
    raise SignOffRefused(_("This report was answered by %(name)s at %(time)s.") % told)


def _close(
    sent: MistakeReport,
    status: MistakeReport.Status,
    *,
    by: Any,
    now: datetime,
    answer: str = "",
    query: EditorQuery | None = None,
) -> None:
    sent.status, sent.answered_by, sent.answered_at = status, by, now
    sent.answer, sent.query = answer, query
    sent.save(update_fields=["status", "answered_by", "answered_at", "answer", "query"])


def _written(text: str) -> str:
    text = text.replace("\0", "").replace("\r\n", "\n").strip()
    if not text:
        raise Incomplete(_("Please write what was done."))
    if len(text) > LONGEST:
        raise Incomplete(_("The text is too long: at most %(number)d characters.") % {"number": LONGEST})
    return text


def _log(action: str, desk: Desk, sent: MistakeReport, person: Any, now: datetime, **more: str | int) -> None:
    # Never what the reader left of themselves: the log is kept for good.
    log(
        instance=desk.page,
        action=action,
        user=person,
        revision=desk.revision,
        content_changed=False,
        data={"report": sent.pk, **more},
        timestamp=now,
    )
