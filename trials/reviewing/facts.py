"""The facts of a trial in words of the active language, one by one, for whoever compares them."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from trials import labels
from trials.reviewing.places import place_label
from trials.site.sentences import date_words

UNASKED = ("path", "key", "snapshot", "country_code", "schema")
"""Parts that stand for something else a reader sees, or that only machines read."""
CODES: Mapping[str, type[TextChoices]] = {
    "study_type": labels.StudyType,
    "status": labels.Status,
    "sex": labels.Sex,
    "enrolment_kind": labels.FactKind,
    "kind": labels.FactKind,
    "unit": labels.AgeUnit,
    "group": labels.CriterionGroup,
    "who_can_tell": labels.WhoCanTell,
    "source": labels.CriterionSource,
    "type": labels.InterventionType,
    "agency_class": labels.AgencyClass,
    "role": labels.ContactRole,
    "registry": labels.Registry,
    "name": labels.Registry,
}
ABOUT_TEXTS = ("machine_translated", "asked_about")
"""Facts that list places of texts."""
DATES = ("date", "status_date", "ethics_date", "checked_on", "accessed_on", "processed_on")


def fact_words(place: str, value: Any, *, label: Callable[[str], str] = place_label) -> str:
    """`value` as people say it; "" where nothing stands and for what nobody is asked about.

    `label` calls the places of texts by name.
    """
    part = place.rsplit(".", 1)[-1]
    if value in (None, "", ()) or part in UNASKED:
        return ""
    if place.endswith("[]"):
        return ngettext("%(number)d row", "%(number)d rows", len(value)) % {"number": len(value)}
    if place in ABOUT_TEXTS:
        return pgettext("between names", ", ").join(map(label, value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return _saying(part)(value)


def _saying(part: str) -> Callable[[Any], str]:
    if part == "foreign_words":
        return pgettext("between names", ", ").join
    if part == "phases":
        return lambda codes: "/".join(labels.label(labels.Phase, code) for code in codes)
    if part in CODES:
        return lambda code: labels.label(CODES[part], code)
    return date_words if part in DATES else str
