"""Three-way merge of the sites, which are one list of dicts told apart by their keys."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from trials.drafting.columns import kept_sentence
from trials.drafting.fitting import shown
from trials.drafting.weaving import weave
from trials.places import Stored

Sites = Mapping[str, Stored]


def merge_sites(
    base: Iterable[Stored], theirs: Iterable[Stored], ours: Iterable[Stored], *, used: Collection[str]
) -> tuple[list[Stored], list[str]]:
    """The merged sites in the registry's order, and a sentence per site of editors left alone.

    `used` holds keys that something else on the page refers to; such a site stays.
    """
    was, now, here = by_key(base), by_key(theirs), by_key(ours)
    told: list[str] = []
    merged: dict[str, Stored] = {}
    for key in weave(list(now), list(here)):
        if key in now and key in here:
            merged[key] = _followed(was.get(key, here[key]), now[key], here[key], told)
        elif key in now and key not in was:
            merged[key] = now[key]
        elif key in here and (key not in was or here[key] != was[key] or key in used):
            merged[key] = here[key]
            if key in was:
                told.append(
                    _("%(site)s: no longer in the registry; it was kept") % {"site": _name(here[key])}
                )
    return list(merged.values()), told


def by_key(sites: Iterable[Stored]) -> dict[str, Stored]:
    return {site["key"]: site for site in sites}


def _followed(former: Stored, newest: Stored, ours: Stored, told: list[str]) -> Stored:
    if newest == former:
        return ours
    merged = dict(ours)
    for part, value in newest.items():
        if ours.get(part) == former.get(part):
            merged[part] = value
        elif value not in (former.get(part), ours.get(part)):
            told.append(kept_sentence(f"{_name(ours)}, {part}", [_plain(ours.get(part))], [_plain(value)]))
    return merged


def _name(site: Stored) -> str:
    return shown(", ".join(filter(None, (site.get(part) for part in ("facility", "city", "country")))))


def _plain(value: Any) -> str:
    """A part of a site as words: a status, or the telephones of its contacts."""
    return ", ".join(each["telephone"] for each in value) if isinstance(value, list) else str(value or "")
