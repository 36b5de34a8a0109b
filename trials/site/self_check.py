"""The self-check: the criteria a reader can tell alone, to tick as on paper. No score, nothing is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.showing import Showing
from trials.content import TrialContent
from trials.labels import CriterionGroup, WhoCanTell, label
from trials.site.criteria import Item, criteria_groups
from trials.site.marks import marks_of
from trials.site.public import absent, moved_to, showing_at
from trials.site.reading import read_trial
from trials.site.self_checkable import checkable, covered, leaves
from trials.site.serving import public, unless_unchanged
from trials.site.sharing import shared_title
from trials.site.trial import frame_below

BELOW = "check/"


@dataclass(frozen=True)
class Asked:
    """A criterion to tick, its parts with it."""

    item: Item
    within: tuple[Item, ...]
    """The criteria it is a part of, outermost first; without them its words say something else."""


@dataclass(frozen=True)
class AskedGroup:
    heading: str
    """Which way round the sentences below are meant."""
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class Teller:
    heading: str
    groups: tuple[AskedGroup, ...]


@public
def self_check(request: HttpRequest, trial_id: str) -> HttpResponse:
    """The self-check of the edition in force; raises Http404 where its author marked nothing to ask."""
    path = f"trials/{trial_id.lower()}/"
    if trial_id != trial_id.lower():
        return moved_to(request, path + BELOW)
    showing = showing_at(request, path)
    if showing is None:
        return absent(request, path, below=BELOW)
    if not checkable(showing.content):
        raise Http404
    return unless_unchanged(request, showing, lambda: _render(showing), part=BELOW)


def items(content: TrialContent, lang: str) -> tuple[Teller, ...]:
    """What is asked, in the active language: by who can tell, then by group, in the page's order."""
    keys = checkable(content)
    rows = {row.key: row for row in content.criteria}
    found: dict[tuple[str, str], list[Asked]] = {}
    for group in criteria_groups(content.criteria, lang=lang, marks=marks_of(content, lang=lang)):
        for asked in _asked(group.items, keys, ()):
            row = rows[asked.item.anchor]
            found.setdefault((row.who_can_tell, row.group), []).append(asked)
    told = (_teller(who, found) for who in (WhoCanTell.YOU, WhoCanTell.PAPERS))
    return tuple(teller for teller in told if teller.groups)


def left_to_the_doctor(content: TrialContent) -> int:
    """How many points are not asked; a criterion made of parts counts by its parts."""
    return len(leaves(content.criteria) - covered(content))


def _teller(who: str, found: dict[tuple[str, str], list[Asked]]) -> Teller:
    groups = dict.fromkeys(group for teller, group in found if teller == who)
    return Teller(
        heading=label(WhoCanTell, who),
        groups=tuple(AskedGroup(_heading(group), tuple(found[who, group])) for group in groups),
    )


def _heading(group: str) -> str:
    if group == CriterionGroup.INCLUSION:
        return _("You can take part only if:")
    if group == CriterionGroup.EXCLUSION:
        return _("You cannot take part if:")
    return label(CriterionGroup, group)


def _asked(found: Sequence[Item], keys: frozenset[str], within: tuple[Item, ...]) -> Iterator[Asked]:
    for item in found:
        if item.anchor in keys:
            yield Asked(item, within)
        else:
            yield from _asked(item.items, keys, (*within, replace(item, items=())))


def _render(showing: Showing) -> HttpResponse:
    content, withheld = showing.content, showing.lang not in showing.content.languages
    with translation.override(showing.lang):
        t, frame = read_trial(showing, explains=False), frame_below(showing, BELOW)
        heading = _("Check for yourself")
        context = {
            "t": t,
            "frame": frame,
            "title": f"{heading} – {shared_title(showing)} – {frame.site_name}",
            "heading": heading,
            "tellers": items(content, showing.lang),
            "left_line": _left_line(left_to_the_doctor(content)),
        }
        return HttpResponse(
            render_to_string("pages/withheld.html" if withheld else "pages/self_check.html", context)
        )


def _left_line(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "There is %(count)s more point that only the study doctor can check.",
        "There are %(count)s more points that only the study doctor can check.",
        count,
    ) % {"count": count}
