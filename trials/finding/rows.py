"""Which rows of the list answer what was asked, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_

from django.db.models import Case, Q, QuerySet, Value, When

from editorial.freshness import Freshness, newest_due
from trials.finding.asked import Asked, Sort, Standing
from trials.finding.cutting import Term
from trials.finding.matching import HasGrams, found_by, says
from trials.finding.normal import normalise
from trials.labels import Sex, Status
from trials.models.published import PublishedPlace, PublishedTrial

TAKING_IN = (Status.RECRUITING, Status.AVAILABLE)
GOES_STALE = (*TAKING_IN, Status.NOT_YET_RECRUITING, Status.ENROLLING_BY_INVITATION)
NOT_KNOWN = (Status.UNKNOWN, Status.WITHHELD, "")
CONFIRMED_FOR_YEARS = 2
YEAR = 365.25


@dataclass(frozen=True)
class Question:
    """What was asked, as it is understood today."""

    asked: Asked
    terms: tuple[Term, ...]
    today: date


def rows_for(question: Question) -> QuerySet[PublishedTrial]:
    """The rows that answer, those not reviewed in time after all others."""
    rows = PublishedTrial.objects.filter(found_by(question.terms), _filters(question))
    return rows.order_by(*_order(question))


def lapsed(today: date) -> Q:
    return Q(review_due__lte=newest_due(Freshness.LAPSED, today))


def at_place(city: str) -> Q:
    """Rows of places in a city or province, by its English or Chinese name."""
    return Q(city_en=city) | Q(region_en=city)


def _filters(question: Question) -> Q:
    asked, chosen = question.asked, []
    if asked.city:
        chosen.append(Q(pk__in=_places(asked.city, ())))
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
    asked, today = question.asked, question.today
    confirmed = _confirmed(today)
    if asked.status == Standing.RECRUITING:
        return _has_status(TAKING_IN, asked.city) & confirmed
    if asked.status == Standing.NOT_YET:
        return _has_status((Status.NOT_YET_RECRUITING,), asked.city) & confirmed
    if asked.status == Standing.UNCLEAR:
        return Q(status__in=NOT_KNOWN) | (Q(status__in=GOES_STALE) & ~confirmed)
    if asked.status == Standing.CLOSED:
        closed = [code for code in Status.values if code not in GOES_STALE[:-1] and code not in NOT_KNOWN]
        return _has_status(closed, asked.city) & (confirmed | ~Q(status__in=GOES_STALE))
    return _has_status((asked.status,), asked.city)


def _has_status(codes: Iterable[str], city: str) -> Q:
    return Q(pk__in=_places(city, codes)) if city else Q(status__in=list(codes))


def _places(city: str, codes: Iterable[str]) -> QuerySet[PublishedPlace]:
    rows = PublishedPlace.objects.filter(at_place(city))
    if codes := list(codes):
        rows = rows.filter(status__in=codes)
    return rows.values("published_id")


def _confirmed(today: date) -> Q:
    """Said by the registry less than two years ago, before the end it gives, on a page that is reviewed.

    As `trials.site.sentences.status` tells readers. Dates are ISO, some without a day or month.
    """
    said_since = today.replace(year=today.year - CONFIRMED_FOR_YEARS, day=min(today.day, 28)).isoformat()
    now = today.isoformat()
    runs_on = Q(completion_date="") | Q(completion_date__gte=now) | Q(completion_date__in=(now[:7], now[:4]))
    return Q(status_date__gte=said_since) & runs_on & ~_is_lapsed(today)


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
    recruiting = _first(_has_status(TAKING_IN, asked.city) & _confirmed(today))
    return [first_those_reviewed, *in_title, recruiting, "-last_reviewed", "trial_id"]


def _first(rows: Q) -> Case:
    return Case(When(rows, then=Value(0)), default=Value(1))


def _last(rows: Q) -> Case:
    return Case(When(rows, then=Value(1)), default=Value(0))
