"""Who a trial takes in, in plain words, for a card."""

from collections.abc import Iterator

from django.utils.translation import gettext, npgettext, pgettext

from trials.content import Age, Facts
from trials.labels import Sex

GROWN_UP_YEARS = 18


def who_line(facts: Facts) -> str:
    """ "18 years and older · women and men · healthy people can take part"; "" says the registry nothing."""
    return pgettext("between facts", " · ").join(filter(None, _parts(facts)))


def _parts(facts: Facts) -> Iterator[str]:
    yield _ages(facts)
    yield _sexes(facts)
    if facts.healthy_volunteers:
        yield gettext("healthy people can take part")


def _ages(facts: Facts) -> str:
    youngest, oldest = facts.minimum_age, facts.maximum_age
    if youngest and oldest:
        told = {"minimum": _age(youngest), "maximum": _age(oldest)}
        return pgettext("ages on a card", "%(minimum)s to %(maximum)s") % told
    if youngest:
        return pgettext("ages on a card", "%(age)s and older") % {"age": _age(youngest)}
    if oldest:
        return pgettext("ages on a card", "up to %(age)s") % {"age": _age(oldest)}
    return pgettext("ages on a card", "any age")


def _age(age: Age) -> str:
    n = age.number
    words = {
        "year": npgettext("age on a card", "%(number)s year", "%(number)s years", n),
        "month": npgettext("age on a card", "%(number)s month", "%(number)s months", n),
        "week": npgettext("age on a card", "%(number)s week", "%(number)s weeks", n),
        "day": npgettext("age on a card", "%(number)s day", "%(number)s days", n),
        "hour": npgettext("age on a card", "%(number)s hour", "%(number)s hours", n),
        "minute": npgettext("age on a card", "%(number)s minute", "%(number)s minutes", n),
    }.get(age.unit, "%(number)s %(unit)s")
    return words % {"number": n, "unit": age.unit}


def _sexes(facts: Facts) -> str:
    oldest = facts.maximum_age
    are_children = bool(oldest and (oldest.unit != "year" or oldest.number < GROWN_UP_YEARS))
    if are_children:
        return {
            Sex.ALL: gettext("girls and boys"),
            Sex.FEMALE: gettext("girls only"),
            Sex.MALE: gettext("boys only"),
        }.get(facts.sex, "")
    return {
        Sex.ALL: gettext("women and men"),
        Sex.FEMALE: gettext("women only"),
        Sex.MALE: gettext("men only"),
    }.get(facts.sex, "")
