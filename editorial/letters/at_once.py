"""What cannot wait for tomorrow's mail: changes requested, a page withdrawn, an urgent notice."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from wagtail.models import Page

from editorial.content import LANGUAGES
from editorial.letters.delivery import deliver_on_commit
from editorial.letters.recipients import each_once, members, reviewers_of, signers_of, submitter, writers
from editorial.letters.writing import compose, lines_of, link
from editorial.models import Edition, Letter, UrgentNotice
from editorial.people import LEADS, SIGNERS, name_of

AGAIN_AFTER = timedelta(hours=24)


def changes_requested(
    page: Page, *, by: Any, reason: str, now: datetime, languages: Collection[str] = LANGUAGES
) -> list[Letter]:
    """Tell those whose words have to change, by `languages`, and whoever submitted the page."""
    people = [*writers(page.pk, page.owner, languages), *submitter(page.pk)]
    return _post(
        Letter.Kind.CHANGES,
        each_once(people, but=by),
        page=page,
        now=now,
        by=name_of(by),
        reason=lines_of(reason),
        address=link("wagtailadmin_pages:edit", page.pk),
    )


def withdrawn(edition: Edition, *, by: Any, now: datetime) -> list[Letter]:
    """Tell everybody who wrote, reviewed or signed the edition, and the leads."""
    page = edition.page
    because = (edition.withdrawn_because_en, edition.withdrawn_because_zh_hans)
    return _post(
        Letter.Kind.WITHDRAWN,
        told_of_withdrawal(edition, by=by),
        page=page,
        now=now,
        by=name_of(by),
        number=edition.number,
        reason=[line for text in because for line in lines_of(text)],
        only_in=edition.withdrawn_because_only_in,
        address=link("wagtailadmin_pages:edit", page.pk),
    )


def told_of_withdrawal(edition: Edition, *, by: Any) -> list[Any]:
    """Who wrote, reviewed or signed the edition, and the leads, without whoever withdrew it."""
    page = edition.page
    signed = [*signers_of(edition), *reviewers_of(edition)]
    return each_once([*writers(page.pk, page.owner, LANGUAGES), *signed, *members(LEADS)], but=by)


def notice_put_up(notice: UrgentNotice, *, now: datetime) -> list[Letter]:
    """Tell leads and signers, one of whom has to confirm the notice."""
    people = each_once(members(LEADS, SIGNERS), but=notice.set_by)
    return _post(Letter.Kind.NOTICE, people, page=notice.page, now=now, **_of_notice(notice))


@transaction.atomic
def notice_escalated(notice: UrgentNotice, *, now: datetime) -> list[Letter]:
    """Tell the leads that nobody confirmed the notice; each of them at most once in 24 hours.

    Where whoever put it up is the only lead, the signers are told.
    """
    # Two commands at once must not both find that nobody was told.
    UrgentNotice.objects.select_for_update().get(pk=notice.pk)
    return _save(escalations(notice, now=now))


def escalations(notice: UrgentNotice, *, now: datetime) -> list[Letter]:
    """The letters `notice_escalated` would write, not saved."""
    people = each_once(members(LEADS), but=notice.set_by) or each_once(members(SIGNERS), but=notice.set_by)
    told = _of_notice(notice)
    letters = [compose(Letter.Kind.ESCALATION, each, page=notice.page, now=now, **told) for each in people]
    return [letter for letter in letters if not _was_told(letter)]


def _was_told(letter: Letter) -> bool:
    # The subject names the notice; several may stand above one page.
    same = Letter.objects.filter(
        kind=letter.kind, person=letter.person, page_id=letter.page_id, subject=letter.subject
    )
    return same.filter(made_at__gt=letter.made_at - AGAIN_AFTER).exists()


def _of_notice(notice: UrgentNotice) -> dict[str, Any]:
    return {
        "by": name_of(notice.set_by),
        "notice": notice,
        "address": link("editorial_notice", notice.page_id),
    }


def _post(kind: Letter.Kind, people: list[Any], *, page: Page, now: datetime, **told: Any) -> list[Letter]:
    return _save(compose(kind, person, page=page, now=now, **told) for person in people)


def _save(letters: Iterable[Letter]) -> list[Letter]:
    written = Letter.objects.bulk_create(letters)
    deliver_on_commit(written)
    return written
