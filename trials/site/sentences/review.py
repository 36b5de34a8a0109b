"""Who stands behind the page and since when, and what the registry's terms ask to be told."""

from datetime import date

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext, pgettext

from trials import content as trial
from trials.labels import Registry, label
from trials.site.sentences.dates import short_date_words


def review_line(reviewed: date, *, team: str) -> str:
    """ "Last reviewed 2026-05-15 by the Find a Trial editorial team."; `team` in the active language."""
    return gettext("Last reviewed %(date)s by the %(team)s.") % {"date": _day(reviewed), "team": team}


def next_review_line(due: date, *, today: date) -> str:
    """When the page is read again; says so when that day has passed."""
    if today > due:
        return gettext("This page was due for review by %(date)s and has not been reviewed since.") % {
            "date": _day(due)
        }
    return gettext("Next review due by %(date)s.") % {"date": _day(due)}


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


def _day(day: date) -> str:
    return format_date(day, pgettext("date format of the review line", "Y-m-d"))
