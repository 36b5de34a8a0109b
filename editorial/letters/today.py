"""What a person has to know today: the lines of the one mail a day."""

from collections import Counter
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from wagtail.models import Page

from editorial.content import LANGUAGES
from editorial.desk import sent_back
from editorial.letters.recipients import writers
from editorial.letters.reminders import reminders
from editorial.letters.writing import link, one_line
from editorial.models import SiteSettings
from editorial.office.mistakes import open_by_page
from editorial.office.standing import State, mine
from editorial.office.urgent import urgent
from editorial.office.waiting import Desks
from editorial.people import LEADS, SIGNERS, belongs_to
from editorial.suggestible import answerable_by


@dataclass(frozen=True)
class Line:
    """`told` is what the selectors of the office, or a count, say of the page."""

    title: str
    address: str
    told: Any
    name: str = ""
    """Of the colleague who did it."""


@dataclass(frozen=True)
class Today:
    waiting: list[Line]
    sent_back: list[Line]
    suggestions: list[Line]
    mistakes: list[Line]
    due: list[Line]
    notices: list[Line]

    @property
    def number(self) -> int:
        return sum(len(getattr(self, field.name)) for field in fields(self))


def today_of(person: Any, *, day: date, moment: datetime) -> Today:
    """What stood before `person` at `moment` of `day`; what came later is tomorrow's."""
    desks = Desks(person, SiteSettings.of_site())
    waiting = [each for each in desks.for_me if each.since <= moment]
    return Today(
        notices=_notices(person, moment),
        waiting=[_line(each.page, "editorial_review", each) for each in waiting],
        sent_back=_sent_back(person, desks, moment),
        suggestions=_suggestions(person, moment),
        mistakes=_mistakes(person, moment),
        due=[_line(each.page, "editorial_still_correct", each) for each in reminders(person, day)],
    )


def _line(page: Page, screen: str, told: Any, name: str = "") -> Line:
    return Line(one_line(page.get_admin_display_title()), link(screen, page.pk), told, one_line(name))


def _sent_back(person: Any, desks: Desks, moment: datetime) -> list[Line]:
    back = (each for each in mine(person, desks.steps) if each.state == State.SENT_BACK)
    decided = ((each, sent_back(each.page)) for each in back)
    return [
        _line(each.page, "wagtailadmin_pages:edit", each, each.sent_back_by)
        for each, decision in decided
        if decision and decision.finished_at <= moment
    ]


def _suggestions(person: Any, moment: datetime) -> list[Line]:
    """Per page, how many suggestions wait for this person as one of those whose text it is."""
    theirs = answerable_by(person).filter(made_at__lte=moment).select_related("page__owner")
    numbers: Counter[Page] = Counter()
    for each in theirs.order_by("page__draft_title", "pk"):
        numbers[each.page] += person in writers(each.page_id, each.page.owner, [each.language])
    return [_line(page, "wagtailadmin_pages:edit", number) for page, number in numbers.items() if number]


def _mistakes(person: Any, moment: datetime) -> list[Line]:
    """Per page, how many readers' reports wait, for its writers and the leads; never what a reader left."""
    leads = belongs_to(person, LEADS)
    return [
        Line(one_line(page.get_admin_display_title()), link("editorial_mistakes"), number)
        for page, number in open_by_page(person, sent_at__lte=moment)
        if leads or person in writers(page.pk, page.owner, LANGUAGES)
    ]


def _notices(person: Any, moment: datetime) -> list[Line]:
    if not belongs_to(person, LEADS, SIGNERS):
        return []
    standing = (each for each in urgent(person, moment) if not each.is_confirmed)
    return [
        _line(each.page, "editorial_notice", each, each.set_by)
        for each in standing
        if each.notice.set_by_id != person.pk and each.notice.set_at <= moment
    ]
