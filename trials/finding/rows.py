"""Which rows of the list answer what was asked, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Case, Q, QuerySet, Value, When

from editorial.freshness import Freshness, newest_due
from trials.finding.asked import Asked, Sort, Standing
from trials.finding.choices import Choice
from trials.finding.cutting import Term
from trials.finding.matching import HasGrams, found_by, says
from trials.finding.normal import normalise
from trials.labels import Sex, Status
from trials.models.published import PublishedPlace, PublishedTrial
from trials.site.sentences.dates import months_later
from trials.site.sentences.status import OLD_MONTHS

TAKING_IN = (Status.RECRUITING, Status.AVAILABLE)
GOES_STALE = (*TAKING_IN, Status.NOT_YET_RECRUITING, Status.ENROLLING_BY_INVITATION)
NOT_KNOWN = (Status.UNKNOWN, Status.WITHHELD, "")
SETTLED = tuple(code for code in Status.values if code not in GOES_STALE and code not in NOT_KNOWN)
YEAR = 365.25


@dataclass(frozen=True)
class Question:
    """What was asked, as it is understood today."""

    asked: Asked
    terms: tuple[Term, ...]
    today: date
    place: Choice | None = None
    held_back: frozenset[Any] = frozenset()
    """Pages under an urgent notice that nobody is taken in."""


def rows_for(question: Question) -> QuerySet[PublishedTrial]:
    """The rows that answer, those not reviewed in time after all others."""
    rows = PublishedTrial.objects.filter(found_by(question.terms), _filters(question))
    return rows.order_by(*_order(question))


def lapsed(today: date) -> Q:
    return Q(review_due__lte=newest_due(Freshness.LAPSED, today))


def at_place(place: Choice) -> Q:
    """Rows of places in a city or province, by both names where the English one does not tell which."""
    return _is_named("city", place) | _is_named("region", place)


def codes_of(status: str) -> tuple[str, ...]:
    """The registry's codes that a status asked for can mean; none asked, those that take people in."""
    standings = {
        "": TAKING_IN,
        Standing.RECRUITING: TAKING_IN,
        Standing.NOT_YET: (Status.NOT_YET_RECRUITING,),
        Standing.UNCLEAR: (*NOT_KNOWN, *GOES_STALE),
        Standing.CLOSED: (*SETTLED, Status.ENROLLING_BY_INVITATION),
    }
    return standings.get(status, (status,))


def _is_named(part: str, place: Choice) -> Q:
    english = Q(**{f"{part}_en": place.name.en}) if place.name.en else Q()
    return english & Q(**{f"{part}_zh_hans__in": place.spellings}) if place.spellings else english


def _filters(question: Question) -> Q:
    asked, chosen = question.asked, []
    if question.place:
        chosen.append(Q(pk__in=_places(question.place, ())))
    if asked.status:
        chosen.append(_standing(question))
    if asked.condition:
        chosen.append(_has_condition(asked.condition))
    if asked.phase:
        chosen.append(_is_among("phases", ",", asked.phase))
    if asked.age:
        chosen.append(_of_age(int(asked.age)))
    if asked.sex:
        chosen.append(Q(sex__in=(asked.sex, Sex.ALL, "")))
    if asked.volunteers:
        chosen.append(Q(healthy_volunteers=True))
    return reduce(and_, chosen, Q())


def _of_age(years: int) -> Q:
    """Somebody is of an age in years from one birthday to the day before the next."""
    youngest, oldest = int(years * YEAR), int((years + 1) * YEAR) - 1
    from_age = Q(minimum_age_days=None) | Q(minimum_age_days__lte=oldest)
    return from_age & (Q(maximum_age_days=None) | Q(maximum_age_days__gte=youngest))


def _has_condition(name: str) -> Q:
    wording = normalise(name)
    if not wording:
        return Q(pk=None)
    narrowed = Q(HasGrams(terms=[Term(name, (wording,))]))
    return narrowed & (_is_among("conditions_en", "\n", name) | _is_among("conditions_zh_hans", "\n", name))


def _is_among(column: str, between: str, one: str) -> Q:
    """Whether a text of several entries, with `between` between them, holds this one."""
    only, first = Q(**{column: one}), Q(**{f"{column}__startswith": f"{one}{between}"})
    last, inner = (
        Q(**{f"{column}__endswith": between + one}),
        Q(**{f"{column}__contains": between + one + between}),
    )
    return only | first | last | inner


def _standing(question: Question) -> Q:
    """What the status of the trial, or of its sites in the chosen city, means today."""
    status, place, confirmed = question.asked.status, question.place, _confirmed(question.today)
    invites = confirmed & ~Q(page_id__in=question.held_back)
    if status in (Standing.RECRUITING, Standing.NOT_YET):
        return _has_status(codes_of(status), place) & invites
    if status == Standing.UNCLEAR:
        return _has_status(NOT_KNOWN, place) | (_has_status(GOES_STALE, place) & ~confirmed)
    if status == Standing.CLOSED:
        by_invitation = _has_status((Status.ENROLLING_BY_INVITATION,), place)
        held_back = Q(page_id__in=question.held_back) & _has_status(GOES_STALE, place)
        return _has_status(SETTLED, place) | ((by_invitation | held_back) & confirmed)
    return _has_status((status,), place)


def _has_status(codes: Iterable[str], place: Choice | None) -> Q:
    return Q(pk__in=_places(place, codes)) if place else Q(status__in=list(codes))


def _places(place: Choice, codes: Iterable[str]) -> QuerySet[PublishedPlace]:
    rows = PublishedPlace.objects.filter(at_place(place))
    if codes := list(codes):
        rows = rows.filter(status__in=codes)
    return rows.values("published_id")


def _confirmed(today: date) -> Q:
    """Said by the registry less than two years ago, before the end it gives, on a page that is reviewed.

    As `trials.site.sentences.status` tells readers. Dates are ISO, some without a day or month.
    """
    since, now = _said_since(today), today.isoformat()
    # A month or a year counts from its first day.
    whole = [since[:7], *([since[:4]] if since[5:7] == "01" else [])] if since.endswith("-01") else []
    is_new = Q(status_date__gte=since) | Q(status_date__in=whole)
    runs_on = Q(completion_date="") | Q(completion_date__gte=now) | Q(completion_date__in=(now[:7], now[:4]))
    return is_new & runs_on & ~_is_lapsed(today)


def _said_since(today: date) -> str:
    """The first day that the sentence on the status does not call too old."""
    since = months_later(today, -OLD_MONTHS)
    if months_later(since, OLD_MONTHS) < today:
        since += timedelta(days=1)
    return since.isoformat()


def _is_lapsed(today: date) -> Q:
    return Q(review_due__isnull=False) & lapsed(today)


def _order(question: Question) -> list[object]:
    asked, today = question.asked, question.today
    first_those_reviewed = _last(lapsed(today))
    if asked.sort == Sort.REVIEWED:
        return [first_those_reviewed, "-last_reviewed", "trial_id"]
    if asked.sort == Sort.UPDATED:
        return [first_those_reviewed, "-status_date", "trial_id"]
    in_title = (
        [_first(reduce(and_, (says(term, "title_words") for term in question.terms)))]
        if question.terms
        else []
    )
    invites = _confirmed(today) & ~Q(page_id__in=question.held_back)
    recruiting = _first(_has_status(TAKING_IN, question.place) & invites)
    return [first_those_reviewed, *in_title, recruiting, "-last_reviewed", "trial_id"]


def _first(rows: Q) -> Case:
    return Case(When(rows, then=Value(0)), default=Value(1))


def _last(rows: Q) -> Case:
    return Case(When(rows, then=Value(1)), default=Value(0))
