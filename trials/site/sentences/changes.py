"""What changed from one edition of a trial to the next, in a sentence of a reader's words."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from editorial.changes import fact_changes, text_changes
from trials.checks.naming import FIELDS
from trials.content import TrialContent
from trials.site.criteria import numbers_by_key

MOST_NAMED = 8
MOST_CRITERIA_NAMED = 3
TELEPHONE = {"telephone", "checked_on"}

# Beside those of the editing screen: facts, by the part of their place that readers tell apart.
NAMES: Mapping[str, Promise] = FIELDS | {
    "facts.study_type": _("study type"),
    "facts.phases": _("phase of the trial"),
    "facts.status": _("recruitment status"),
    "facts.status_date": _("date of the recruitment status"),
    "facts.enrolment": _("number of participants"),
    "facts.enrolment_kind": _("number of participants"),
    "facts.minimum_age": _("ages"),
    "facts.maximum_age": _("ages"),
    "facts.sex": _("sex"),
    "facts.healthy_volunteers": _("healthy volunteers"),
    "facts.start": _("dates of the trial"),
    "facts.primary_completion": _("dates of the trial"),
    "facts.completion": _("dates of the trial"),
    "facts.ethics_approval": _("ethics approval"),
    "facts.ethics_version": _("ethics approval"),
    "facts.ethics_date": _("ethics approval"),
    "trial_id": _("trial number"),
    "registry": _("date of the registry’s facts"),
}


def change_sentence(before: TrialContent, after: TrialContent) -> str:
    """ "Changed: inclusion criterion 3, recruitment status; new: 2 places." in the active language."""
    languages = _languages(before, after)
    if languages:
        # A language that came or went is one change and not a change of every text.
        before, after = before.withhold_chinese(), after.withhold_chinese()
    parts = [languages, *_parts(before, after)]
    told = pgettext("between changes", "; ").join(filter(None, parts))
    return gettext("%(changes)s.") % {"changes": capfirst(told)} if told else gettext("No words changed.")


def _languages(before: TrialContent, after: TrialContent) -> str:
    if before.languages == after.languages:
        return ""
    if len(after.languages) > len(before.languages):
        return gettext("the Chinese text was added")
    return gettext("the Chinese text is left out")


def _parts(before: TrialContent, after: TrialContent) -> Iterable[str]:
    touched = _touched(before, after)
    changed, new, gone = [], [], []
    for field in fields(after):
        places = touched.get(field.name, ())
        rows, former = (_rows(getattr(content, field.name)) for content in (after, before))
        if rows is None or former is None:
            changed += [_name(place) for place in places]
            continue
        new += _named_rows(after, field.name, [key for key in rows if key not in former], ())
        gone += _named_rows(before, field.name, [key for key in former if key not in rows], ())
        both = [key for key in _keys(places) if key in rows and key in former]
        changed += _named_rows(after, field.name, both, places)
        if places and not both and set(rows) == set(former):
            changed.append(gettext("order of a list"))
    yield _listed(gettext("changed: %(what)s"), changed)
    yield _listed(gettext("new: %(what)s"), new)
    yield _listed(gettext("removed: %(what)s"), gone)


def _touched(before: TrialContent, after: TrialContent) -> dict[str, list[str]]:
    """The places that differ, by the field of the content they stand in."""
    touched: dict[str, list[str]] = {}
    for change in (*text_changes(before, after), *fact_changes(before, after)):
        field = change.place.partition(".")[0].removesuffix("[]")
        touched.setdefault(field, []).append(change.place)
    return touched


def _rows(value: object) -> list[str] | None:
    """Keys of a list of rows as places name them; None for anything else."""
    if not isinstance(value, tuple):
        return None
    return [getattr(row, "key", "") or str(number) for number, row in enumerate(value)]


def _keys(places: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(place.split(".")[1] for place in places if "." in place))


def _named_rows(content: TrialContent, field: str, keys: list[str], places: Iterable[str]) -> list[str]:
    if not keys:
        return []
    if field == "criteria" and len(keys) <= MOST_CRITERIA_NAMED:
        numbers = numbers_by_key(content.criteria)
        return [_criterion(*numbers[key]) for key in keys]
    parts = {place.rpartition(".")[2] for place in places if "." in place}
    if field == "contacts" and parts and parts <= TELEPHONE:
        return [gettext("contact telephone")]
    return [_counted(field, len(keys))]


def _criterion(group: str, number: str) -> str:
    sentence = {
        "inclusion": gettext("inclusion criterion %(number)s"),
        "exclusion": gettext("exclusion criterion %(number)s"),
    }.get(group, gettext("other condition %(number)s"))
    return sentence % {"number": number}


def _counted(field: str, n: int) -> str:
    sentence = {
        "criteria": ngettext("%(count)s criterion", "%(count)s criteria", n),
        "sites": ngettext("%(count)s place", "%(count)s places", n),
        "contacts": ngettext("%(count)s contact", "%(count)s contacts", n),
        "sources": ngettext("%(count)s source", "%(count)s sources", n),
        "explanations": ngettext("%(count)s explained word", "%(count)s explained words", n),
        "interventions": ngettext("%(count)s treatment tested", "%(count)s treatments tested", n),
        "conditions": ngettext("%(count)s condition", "%(count)s conditions", n),
        "identifiers": ngettext("%(count)s trial number", "%(count)s trial numbers", n),
        "collaborators": ngettext("%(count)s collaborator", "%(count)s collaborators", n),
        "taking_part": ngettext("%(count)s step of taking part", "%(count)s steps of taking part", n),
    }.get(field, ngettext("%(count)s step of how to join", "%(count)s steps of how to join", n))
    return sentence % {"count": f"{n:,}"}


def _name(place: str) -> str:
    """What readers call a place: "ages" for "facts.minimum_age.number"."""
    while place and place not in NAMES:
        place = place.rpartition(".")[0]
    return str(NAMES.get(place) or _("other facts"))


def _listed(sentence: str, names: list[str]) -> str:
    once = list(dict.fromkeys(names))
    if not once:
        return ""
    shown, more = once[:MOST_NAMED], len(once) - MOST_NAMED
    if more > 0:
        shown.append(ngettext("%(count)s more", "%(count)s more", more) % {"count": more})
    return sentence % {"what": pgettext("between names", ", ").join(shown)}
