"""Which numbers and facts of a trial changed since an edition; no other word of it is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from editorial.changes import TextChange, text_changes
from editorial.content import ENGLISH, Words
from editorial.questions import Numbers, changed_numbers, plain_values
from editorial.worddiff import numbers
from editorial.worded import changed_facts
from trials.content import TrialContent
from trials.models import TrialPage
from trials.site.languages import other_than
from trials.site.sentences.changes import change_sentence

FACTS = ("facts.", "contacts", "sites")
MOST_TOLD = 60


@dataclass(frozen=True)
class Change:
    place: str
    """What the place is called on the paper."""
    place_now: str
    """What it is called now, where that differs."""
    lines: tuple[str, ...]


@dataclass(frozen=True)
class ChangedSince:
    facts: tuple[Change, ...]
    numbers: tuple[Change, ...]
    new_criteria: tuple[str, ...]
    gone_criteria: tuple[str, ...]
    """By the numbers they have on the paper."""
    more: str
    """How many changes are not told one by one; ""."""
    summary: str
    """Everything that changed, in a sentence without a word of it."""


def changed_since(before: TrialContent, after: TrialContent, *, lang: str) -> ChangedSince:
    """What `after` says otherwise than `before`, in the active language."""
    facts, told = list(_facts(before, after)), list(_numbers(before, after, lang))
    left = len(facts) + len(told) - MOST_TOLD
    return ChangedSince(
        facts=tuple(facts[:MOST_TOLD]),
        numbers=tuple(told[: max(0, MOST_TOLD - len(facts))]),
        new_criteria=_only_in(after, before),
        gone_criteria=_only_in(before, after),
        more=ngettext("%(count)s more change", "%(count)s more changes", left) % {"count": left}
        if left > 0
        else "",
        summary=change_sentence(before, after),
    )


def _facts(before: TrialContent, after: TrialContent) -> Iterator[Change]:
    for row in changed_facts(TrialPage, before, after):
        if row.changes[0].place.startswith(FACTS):
            yield Change(row.label, "", (_was(row.before, row.after),))


def _numbers(before: TrialContent, after: TrialContent, lang: str) -> Iterator[Change]:
    stood, stands = TrialPage.labels(before), TrialPage.labels(after)
    for change in text_changes(before, after):
        lines = tuple(_lines(change, lang))
        if not lines:
            continue
        name = stands(change.place) if change.before is None else stood(change.place)
        now = "" if change.after is None else stands(change.place)
        yield Change(name, now if now != name else "", lines)


def _only_in(content: TrialContent, other: TrialContent) -> tuple[str, ...]:
    known, label = {row.key for row in other.criteria}, TrialPage.labels(content)
    return tuple(label(f"criteria.{row.key}.text") for row in content.criteria if row.key not in known)


def _lines(change: TextChange, lang: str) -> Iterator[str]:
    """The numbers of one text that differ; of the other language where it differs otherwise."""
    if None in (change.before, change.after) and change.place.startswith("criteria."):
        return  # A criterion that is new or gone is told as one.
    ours, theirs = _differing(change, lang), _differing(change, other_than(lang))
    yield from map(_told, ours)
    if plain_values(ours) != plain_values(theirs):
        sentence = _("English text: %(change)s") if lang != ENGLISH else _("Chinese text: %(change)s")
        yield from (sentence % {"change": _told(each)} for each in theirs)


def _differing(change: TextChange, lang: str) -> Numbers:
    """The numbers that differ in one language; none where one side is withheld in it."""
    sides = (change.before or _empty(change.after), change.after or _empty(change.before))
    if any(lang != ENGLISH and side.zh_hans is None for side in sides):
        return []
    before, after = (side.in_language(lang) for side in sides)
    if [number for number, _place in numbers(before)] == [number for number, _place in numbers(after)]:
        return []
    # A word that only the superseded edition has is not shown beside its number.
    return [
        (word if word in after else "", went, came) for word, went, came in changed_numbers(before, after)
    ]


def _empty(like: Words | None) -> Words:
    return Words(en="", zh_hans=None if like is None or like.zh_hans is None else "")


def _told(change: tuple[str, Sequence[str], Sequence[str]]) -> str:
    word, went, came = change
    between = pgettext("between names", ", ")
    told = {"word": word, "change": _was(between.join(went), between.join(came))}
    return _("%(word)s: %(change)s") % told if word else told["change"]


def _was(before: str, after: str) -> str:
    told = {"before": before, "after": after}
    if not before:
        return _("new: %(after)s") % told
    if not after:
        return _("was %(before)s; not said any more") % told
    return _("was %(before)s; now %(after)s") % told
