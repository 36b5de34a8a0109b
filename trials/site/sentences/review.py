"""Who stands behind the page and since when, and what the registry's terms ask to be told."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext, pgettext

from editorial.freshness import Freshness, freshness_of
from trials import content as trial
from trials.labels import Registry, label
from trials.site.sentences.dates import review_day, short_date_words


def review_line(reviewed: date, *, team: str, with_people: Sequence[str] = ()) -> str:
    """ "Last reviewed 2026-05-15 by the Find a Trial editorial team and a haematologist."

    `team` and `with_people` in the active language; people as their bylines say, with their article.
    """
    who = _listed([team, *with_people])
    return gettext("Last reviewed %(date)s by the %(team)s.") % {"date": review_day(reviewed), "team": who}


def next_review_line(due: date, *, today: date) -> str:
    """When the page is read again; says so when that day has come or passed."""
    day = {"date": review_day(due)}
    if today > due:
        return gettext("This page was due for review by %(date)s and has not been reviewed since.") % day
    if today == due:
        return gettext("This page is due for review today, %(date)s.") % day
    return gettext("Next review due by %(date)s.") % day


def due_note(due: date | None, *, today: date) -> str:
    """The note beside the review line from the due day on; "" before."""
    if due is None or freshness_of(due, today) < Freshness.DUE:
        return ""
    return next_review_line(due, today=today)


def overdue_sentences(reviewed: date, due: date, *, today: date) -> tuple[str, ...]:
    """What the banner of a page says whose review is two weeks late or more; nothing before."""
    if freshness_of(due, today) < Freshness.OVERDUE:
        return ()
    told = {"reviewed": review_day(reviewed), "due": review_day(due)}
    return (
        gettext("This page has not been reviewed in time."),
        gettext(
            "It was last reviewed on %(reviewed)s, was due for review by %(due)s and has not been reviewed "
            "since. What it says may no longer be right."
        )
        % told,
    )


def _listed(names: list[str]) -> str:
    """ "the team", "the team and a nurse", "the team, a nurse and a haematologist"."""
    *first, last = names
    if not first:
        return last
    told = {"first": pgettext("between names", ", ").join(first), "last": last}
    return pgettext("who reviewed", "%(first)s and %(last)s") % told


def from_the_registry(content: trial.TrialContent) -> str:
    """The visible label of words that are the registry's and not ours, with the best date it gives."""
    processed, updated = content.registry.processed_on, content.facts.status_date
    if processed:
        return gettext("From the registry, %(date)s") % {"date": short_date_words(processed)}
    if updated:
        return gettext("From the registry, updated %(date)s") % {"date": short_date_words(updated)}
    return gettext("From the registry")


def registry_attribution(content: trial.TrialContent) -> str:
    """Source, processing date and what was changed, as the terms of ClinicalTrials.gov ask of re-users."""
    return gettext("%(source)s. We put the registry’s codes into words, arranged and translated them.") % {
        "source": _source(content)
    }


def _source(content: trial.TrialContent) -> str:
    name = label(Registry, content.registry.name)
    processed, updated = content.registry.processed_on, content.facts.status_date
    if processed:
        told = {"registry": name, "date": short_date_words(processed)}
        return gettext("From %(registry)s, processed %(date)s") % told
    if updated:
        told = {"registry": name, "date": short_date_words(updated)}
        return (
            gettext("From %(registry)s, last updated there %(date)s, which gives no processing date") % told
        )
    return gettext("From %(registry)s, which gives no processing date") % {"registry": name}
