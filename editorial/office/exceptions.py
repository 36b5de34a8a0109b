"""What is not as it should be about a page readers have: a notice above it, overdue, without its Chinese."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from editorial.content import CHINESE
from editorial.editions import newest_sign_offs
from editorial.freshness import Freshness, freshness_of
from editorial.models import Edition, UrgentNotice
from editorial.notices import stands
from editorial.office.standing import Standing


def with_exceptions(found: Iterable[Standing], today: date) -> list[Standing]:
    """The standings with what readers are told of each page, in three queries however many they are."""
    found = list(found)
    editions = [each.edition for each in found if each.edition and each.public_number]
    newest = newest_sign_offs(editions)
    under_notice = {notice.page_id for notice in _notices(editions)}
    told = {
        edition.page_id: tuple(_told(edition, newest[edition.pk].review_due, under_notice, today))
        for edition in editions
    }
    return [replace(each, exceptions=told.get(each.page.pk, ())) for each in found]


def _notices(editions: list[Edition]) -> Iterable[UrgentNotice]:
    rows = UrgentNotice.objects.filter(page__in=[edition.page_id for edition in editions])
    return (notice for notice in rows if stands(notice))


def _told(edition: Edition, due: date | None, under_notice: set[int], today: date) -> Iterable[str]:
    if edition.page_id in under_notice:
        yield _("an urgent notice stands above it")
    if due and freshness_of(due, today) > Freshness.DUE:
        yield _("its review is overdue since %(date)s, and readers are warned") % {"date": due.isoformat()}
    if CHINESE not in edition.language_codes:
        yield _("the Chinese is withheld")
