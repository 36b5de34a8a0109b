"""Recruitment status as a sentence with its date and how far it can be trusted.

Registries let a status go stale: ClinicalTrials.gov itself calls one unknown when it was not confirmed
for two years after the completion date. A page must not send anyone travelling on an old "Recruiting".
"""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.freshness import Freshness, freshness_of
from trials.content import Facts
from trials.labels import Status, label
from trials.site.sentences.dates import (
    date_span,
    date_words,
    months_later,
    review_day,
    short_date_words,
)
from trials.site.sentences.joining import followed_by
from trials.site.sentences.review import next_review_line

FRESH = "fresh"
AGEING = "ageing"
CANNOT_CONFIRM = "cannot_confirm"

FRESH_MONTHS = 6
OLD_MONTHS = 24

# Statuses that may send somebody to a hospital; for all others an old date does no harm.
GOES_STALE = {
    Status.RECRUITING,
    Status.NOT_YET_RECRUITING,
    Status.ENROLLING_BY_INVITATION,
    Status.AVAILABLE,
}

TONES = {
    Status.RECRUITING: "open",
    Status.AVAILABLE: "open",
    Status.NOT_YET_RECRUITING: "waiting",
    Status.SUSPENDED: "paused",
    Status.TEMPORARILY_NOT_AVAILABLE: "paused",
    Status.ENROLLING_BY_INVITATION: "closed",
    Status.ACTIVE_NOT_RECRUITING: "closed",
    Status.COMPLETED: "closed",
    Status.APPROVED_FOR_MARKETING: "closed",
    Status.TERMINATED: "stopped",
    Status.WITHDRAWN: "stopped",
    Status.NO_LONGER_AVAILABLE: "stopped",
}

CLAUSES = {
    Status.RECRUITING: _("Recruiting"),
    Status.NOT_YET_RECRUITING: _("Not yet recruiting"),
    Status.ENROLLING_BY_INVITATION: _("Only people who were invited can take part"),
    Status.ACTIVE_NOT_RECRUITING: _("The trial is running but takes no new participants"),
    Status.COMPLETED: _("The trial is completed and takes no new participants"),
    Status.SUSPENDED: _("The trial is paused and takes no new participants for now"),
    Status.TERMINATED: _("The trial was stopped early and takes no new participants"),
    Status.WITHDRAWN: _("The trial was cancelled before the first participant joined"),
    Status.UNKNOWN: _("The current status is not known, as nobody confirmed it for more than two years"),
    Status.AVAILABLE: _("The treatment can be requested outside a trial"),
    Status.NO_LONGER_AVAILABLE: _("The treatment is no longer available outside a trial"),
    Status.TEMPORARILY_NOT_AVAILABLE: _("The treatment is not available outside a trial for now"),
    Status.APPROVED_FOR_MARKETING: _("The treatment has been approved for sale"),
    Status.WITHHELD: _("The status is not made public"),
}

RECRUITING_DOUBTS = {
    "old": _(
        "We cannot confirm that this trial is recruiting. The registry last said so on %(date)s. "
        "Ask the hospital before you travel."
    ),
    "ended": _(
        "We cannot confirm that this trial is recruiting. The registry last said so on %(date)s, and the end "
        "it gives for the trial (%(end)s) has passed. Ask the hospital before you travel."
    ),
    "undated": _(
        "We cannot confirm that this trial is recruiting. The registry says so but gives no date. "
        "Ask the hospital before you travel."
    ),
    "lapsed": _(
        "We cannot confirm that this trial is recruiting, because this page was due for review by %(due)s "
        "and has not been reviewed since. The registry last said so on %(date)s. "
        "Ask the hospital before you travel."
    ),
}

OTHER_DOUBTS = {
    "old": _(
        "We cannot confirm the status of this trial. The registry last said “%(status)s” on %(date)s. "
        "Ask the hospital before you travel."
    ),
    "ended": _(
        "We cannot confirm the status of this trial. The registry last said “%(status)s” on %(date)s, and "
        "the end it gives for the trial (%(end)s) has passed. Ask the hospital before you travel."
    ),
    "undated": _(
        "We cannot confirm the status of this trial. The registry says “%(status)s” but gives no date. "
        "Ask the hospital before you travel."
    ),
    "lapsed": _(
        "We cannot confirm the status of this trial, because this page was due for review by %(due)s and "
        "has not been reviewed since. The registry last said “%(status)s” on %(date)s. "
        "Ask the hospital before you travel."
    ),
}


@dataclass(frozen=True)
class StatusSentence:
    text: str
    confidence: str
    """ "fresh", "ageing" or "cannot_confirm"; "fresh" also where an old date misleads nobody."""
    tone: str
    """ "open", "waiting", "paused", "closed", "stopped" or "unknown"; never "open" when unconfirmed."""


def status_sentence(facts: Facts, *, today: date, review_due: date | None = None) -> StatusSentence:
    """Say what the registry says of recruitment, when it said so, and whether that still holds `today`.

    A page long past its review vouches for no recruitment, and says so whatever the status is.
    """
    if review_due is None or freshness_of(review_due, today) < Freshness.LAPSED:
        return _standing(facts, today)
    if facts.status in GOES_STALE and not _doubt(facts, today):
        return StatusSentence(_doubting(facts, "lapsed", review_due), CANNOT_CONFIRM, "unknown")
    standing = _standing(facts, today)
    late = next_review_line(review_due, today=today)
    return replace(standing, text=followed_by(standing.text, late))


def _standing(facts: Facts, today: date) -> StatusSentence:
    if doubt := _doubt(facts, today):
        return StatusSentence(_doubting(facts, doubt), CANNOT_CONFIRM, "unknown")
    if facts.status not in TONES:
        return StatusSentence(_reported(facts), CANNOT_CONFIRM, "unknown")
    if facts.status in GOES_STALE and _is_older(facts, FRESH_MONTHS, today):
        return StatusSentence(_ageing(facts), AGEING, TONES[facts.status])
    return StatusSentence(_reported(facts), FRESH, TONES[facts.status])


def _doubt(facts: Facts, today: date) -> str:
    if facts.status not in GOES_STALE:
        return ""
    if date_span(facts.status_date) is None:
        return "undated"
    if _is_older(facts, OLD_MONTHS, today):
        return "old"
    return "ended" if _is_over(facts, today) else ""


def _is_older(facts: Facts, months: int, today: date) -> bool:
    said = date_span(facts.status_date)
    return said is not None and today > months_later(said[0], months)


def _is_over(facts: Facts, today: date) -> bool:
    end = date_span(_end(facts))
    return end is not None and today > end[1]


def _end(facts: Facts) -> str:
    return facts.completion.date if facts.completion else ""


def _doubting(facts: Facts, doubt: str, due: date | None = None) -> str:
    doubts = RECRUITING_DOUBTS if facts.status == Status.RECRUITING else OTHER_DOUBTS
    return doubts[doubt] % {
        "status": label(Status, facts.status),
        "date": date_words(facts.status_date),
        "end": date_words(_end(facts)),
        "due": review_day(due) if due else "",
    }


def _ageing(facts: Facts) -> str:
    sentence = gettext(
        "%(status)s, said the registry on %(date)s. That is more than six months ago. "
        "Ask the hospital before you travel."
    )
    return sentence % {"status": _clause(facts.status), "date": date_words(facts.status_date)}


def _reported(facts: Facts) -> str:
    if not facts.status:
        return gettext("The registry does not say whether this trial is recruiting.")
    if not facts.status_date:
        sentence = gettext("%(status)s, says the registry, which gives no date.")
        return sentence % {"status": _clause(facts.status)}
    sentence = gettext("%(status)s, says the registry (updated %(date)s).")
    return sentence % {"status": _clause(facts.status), "date": short_date_words(facts.status_date)}


def _clause(status: str) -> str:
    return str(CLAUSES.get(status) or label(Status, status))
