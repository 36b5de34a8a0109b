"""Home of the admin: what cannot wait, what waits for this person, and where their own pages stand."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.forms import Media
from django.utils import timezone
from wagtail.admin.ui.components import Component

from editorial.editions import day_of
from editorial.load import due_days
from editorial.models import SiteSettings
from editorial.office.due import DAYS_AHEAD, due_again
from editorial.office.exceptions import with_exceptions
from editorial.office.mistakes import open_by_page
from editorial.office.outdated_names import outdated_names
from editorial.office.overview import overview
from editorial.office.plan import plan
from editorial.office.standing import State, mine
from editorial.office.teams import groups_of
from editorial.office.urgent import urgent, withheld
from editorial.office.waiting import Desks
from editorial.office.wordings import to_answer
from editorial.people import AUTHORS, LEADS, SIGNERS, TRANSLATORS

SHOWN = 15
"""Rows of one list; how many more there are is said below it."""
WRITERS = {AUTHORS, TRANSLATORS}


class Dashboard(Component):
    name = "editorial_dashboard"
    template_name = "editorial/dashboard/dashboard.html"
    order = 10

    def __init__(self, person: Any, now: Callable[[], datetime] = timezone.now) -> None:
        self.person, self.now = person, now

    @property
    def media(self) -> Media:
        return Media(css={"all": ["editorial/dashboard.css"]})

    def get_context_data(self, parent_context: Mapping[str, Any] | None) -> dict[str, Any]:
        person, now, site = self.person, self.now(), SiteSettings.of_site()
        today = day_of(now)
        groups = groups_of(person)
        desks = Desks(person, site)
        leads = bool(groups & {LEADS}) or person.is_superuser
        context = {
            "today": today,
            "urgent": urgent(person, now),
            "answers_notices": bool(groups & {LEADS, SIGNERS}),
            "withheld": withheld(person),
            "reported": sum(number for _page, number in open_by_page(person)),
            **_waiting(desks, today),
            **_mine(person, desks, today, writes=bool(groups & WRITERS)),
            "days_ahead": DAYS_AHEAD,
        }
        if groups & WRITERS:
            context |= {"writes": True, **_shown("suggested", to_answer(person))}
        if groups & {SIGNERS} or leads:
            context |= {"reads_again": True, "signs": SIGNERS in groups, **_due(person, today)}
        if groups & WRITERS or leads:
            context |= {"renews": True, **_shown("outdated", outdated_names(person))}
        return context | (_office(desks, site, today) if leads else {})


def _waiting(desks: Desks, today: Any) -> dict[str, Any]:
    shown = _shown("waiting", desks.for_me)
    rows = [(each, each.days(today), each.due < today) for each in shown["waiting"]]
    return shown | {
        "waiting": rows,
        "decides": desks.decides,
        "for_somebody_else": desks.for_somebody_else,
    }


def _mine(person: Any, desks: Desks, today: Any, *, writes: bool) -> dict[str, Any]:
    pages = with_exceptions(mine(person, desks.steps), today)
    return _shown("mine", pages) | {"has_pages": writes or bool(pages)}


def _due(person: Any, today: Any) -> dict[str, Any]:
    found = due_again(person, today)
    soon, late = [d for d in found if d.days >= 0], [d for d in found if d.days < 0]
    return _shown("due", soon) | _shown("overdue", late)


def _office(desks: Desks, site: SiteSettings, today: Any) -> dict[str, Any]:
    counted = overview(desks.person, desks.steps)
    interval = settings.REVIEW_INTERVAL_DAYS
    return {
        "leads": True,
        "counts": [(state, counted[state]) for state in State],
        "plan": plan(due_days(), today=today, interval=interval, capacity=site.capacity),
    }


def _shown(name: str, rows: list[Any]) -> dict[str, Any]:
    """The first rows under `name`, all of them counted, and how many are not shown."""
    return {
        name: rows[:SHOWN],
        f"{name}_number": len(rows),
        f"{name}_more": max(len(rows) - SHOWN, 0),
    }
