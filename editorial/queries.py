"""Editors' queries: what somebody of the office asks about one text or fact of a page, and the answer.

Who asks or answers writes nothing of the page. Telling readers that the sponsor was asked is another
matter: it is signed with the page, and whoever switches it on or off is the author of that.
"""

from collections import defaultdict
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from editorial import refusals
from editorial.desk import Desk, open_desk
from editorial.models import EditorQuery, SignedPage
from editorial.people import AUTHORS, GROUPS, LEADS, name_of
from editorial.refusals import Incomplete, SignOffRefused
from editorial.suggestible import require_unlocked

TELLERS = (AUTHORS, LEADS)
LONGEST = 2000


class Answered(NamedTuple):
    query: EditorQuery
    revision: Revision | None
    """The version without the sentence readers had; None where they had none."""


def open_queries(page: Any) -> dict[str, list[EditorQuery]]:
    """The open queries of a page by the place they are about, oldest first; one query of the database."""
    found = defaultdict(list)
    waiting = EditorQuery.objects.filter(page_id=page.pk, status=EditorQuery.Status.OPEN)
    for query in waiting.select_related("asked_by"):
        found[query.place].append(query)
    return dict(found)


@transaction.atomic
def ask(page: SignedPage, *, by: Any, place: str, question: str, now: datetime) -> EditorQuery:
    """Ask about one text or fact of the newest draft. Raises SignOffRefused."""
    desk = open_desk(page.pk)
    refusals.require_member(by, *GROUPS, act=_("ask about a text"))
    refusals.require_page_permission(desk, by)
    if not stands(desk, place):
        raise SignOffRefused(_("This text is on the page no longer."))
    question = _written(question, _("Please write the question."))
    asked = {"page_id": desk.page.pk, "place": place, "question": question}
    if EditorQuery.objects.filter(**asked, status=EditorQuery.Status.OPEN).exists():
        raise SignOffRefused(_("This was asked already and waits for an answer."))
    query = EditorQuery.objects.create(**asked, asked_by=by, asked_at=now)
    _log("editorial.query", desk, query, by, now)
    return query


@transaction.atomic
def answer(query: EditorQuery, *, by: Any, words: str, now: datetime) -> Answered:
    """Answer an open query; the last one of a place takes the sentence to readers off the draft.

    Raises SignOffRefused, also for somebody who may not change what readers are told.
    """
    desk, query = _opened(query, by, _("answer a query"))
    _require_open(query)
    words = _written(words, _("Please write the answer."))
    query.status, query.answer = EditorQuery.Status.ANSWERED, words
    query.answered_by, query.answered_at = by, now
    query.save(update_fields=["status", "answer", "answered_by", "answered_at"])
    told = desk.page.tells_asked(query.place) and query.place not in open_queries(desk.page)
    revision = _tell(desk, query, by, on=False) if told else None
    _log("editorial.query_answered", desk, query, by, now, revision=revision)
    return Answered(query, revision)


@transaction.atomic
def reopen(query: EditorQuery, *, by: Any, now: datetime) -> EditorQuery:
    """Let an answered query wait again; the log keeps the answer it had. Raises SignOffRefused."""
    desk, query = _opened(query, by, _("reopen a query"))
    if query.status == EditorQuery.Status.OPEN:
        raise SignOffRefused(_("This query is open."))
    _log("editorial.query_reopened", desk, query, by, now, answer=query.answer)
    query.status, query.answer = EditorQuery.Status.OPEN, ""
    query.answered_by = query.answered_at = None
    query.save(update_fields=["status", "answer", "answered_by", "answered_at"])
    return query


@transaction.atomic
def tell_readers(query: EditorQuery, *, by: Any, on: bool, now: datetime) -> Revision:
    """Put “We have asked the sponsor about this point” into the draft, or take it out, as a version of `by`.

    Raises SignOffRefused.
    """
    desk, query = _opened(query, by, _("tell readers of a query"))
    if on:
        _require_open(query)
    if desk.page.tells_asked(query.place) == on:
        said = _("The draft says it already.") if on else _("The draft does not say it.")
        raise SignOffRefused(said)
    revision = _tell(desk, query, by, on=on)
    action = "editorial.query_told" if on else "editorial.query_untold"
    _log(action, desk, query, by, now, revision=revision)
    return revision


def stands(desk: Desk, place: str) -> bool:
    """Whether the draft has a text or a fact at this place."""
    content = desk.content
    return (
        desk.page.can_write(place)
        or any(pair.place == place for pair in content.pairs())
        or any(fact == place for fact, _value in content.every_fact())
    )


def _tell(desk: Desk, query: EditorQuery, by: Any, *, on: bool) -> Revision:
    refusals.require_member(by, *TELLERS, act=_("change what readers are told of a query"))
    require_unlocked(desk, by)
    try:
        desk.page.tell_asked(query.place, on)
    except LookupError as unknown:
        raise SignOffRefused(
            _("Readers meet no sentence at this place. Write about it in “What is not known” instead.")
        ) from unknown
    # The rest of a draft may be unfinished, as on the editing screen.
    return desk.page.save_revision(user=by, clean=False)


def _opened(query: EditorQuery, person: Any, act: str) -> tuple[Desk, EditorQuery]:
    """The desk, locked in the order of every writer, and the query as it stands, locked last."""
    desk = open_desk(query.page_id, lock=True)
    refusals.require_member(person, *GROUPS, act=act)
    refusals.require_page_permission(desk, person)
    return desk, EditorQuery.objects.select_for_update().get(pk=query.pk)


def _require_open(query: EditorQuery) -> None:
    if query.status == EditorQuery.Status.OPEN:
        return
    told = {
        "name": name_of(query.answered_by),
        "time": date_format(timezone.localtime(query.answered_at), "Y-m-d H:i"),
    }
    raise SignOffRefused(_("This query was answered by %(name)s at %(time)s.") % told)


def _written(text: str, missing: str) -> str:
    text = text.replace("\0", "").replace("\r\n", "\n").strip()
    if not text:
        raise Incomplete(missing)
    if len(text) > LONGEST:
        raise Incomplete(_("The text is too long: at most %(number)d characters.") % {"number": LONGEST})
    return text


def _log(
    action: str,
    desk: Desk,
    query: EditorQuery,
    person: Any,
    now: datetime,
    *,
    revision: Revision | None = None,
    **more: str,
) -> None:
    log(
        instance=desk.page,
        action=action,
        user=person,
        revision=revision or desk.revision,
        content_changed=revision is not None,
        data={"query": query.pk, "place": query.place, **more},
        timestamp=now,
    )
