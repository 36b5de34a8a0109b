"""What changed in a trial since an edition: facts and numbers as they were and are, other words by place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from editorial.changes import TextChange, fact_changes, text_changes
from editorial.content import CHINESE, ENGLISH, Words
from editorial.questions import Numbers, changed_numbers, plain_values
from editorial.worddiff import numbers
from editorial.worded import ORDER, FactRow, changed_facts, row_of
from trials.content import TrialContent
from trials.models import TrialPage
from trials.reviewing import marks
from trials.reviewing.places import row_label
from trials.site.languages import other_than
from trials.site.report_items import SECTIONS
from trials.site.sentences.changes import change_sentence

NOT_READ = ("foreign_words", *marks.NAMES)
"""Facts that change no word of the page."""
MOVED = (".group", ".level")
NAMED_BY_WORDS = ("explanations", "sites")
"""Rows that are called by their own words, which the page may not say any more."""
REGISTRY_FACTS = ("identifiers", "sponsor", "collaborators", "conditions", "interventions", "registry")
ANCHORS = {field: anchor for anchor, section in SECTIONS.items() for field in section.fields}
ANCHORS |= dict.fromkeys(REGISTRY_FACTS, "registry") | {"facts": "glance"}
MOST_TOLD = 60


@dataclass(frozen=True)
class Change:
    place: str
    """What the place is called on the paper."""
    place_now: str
    """What it is called now, where that differs."""
    lines: tuple[str, ...]
    anchor: str
    """Where it stands on the page in force; "" for its top."""


@dataclass(frozen=True)
class ChangedSince:
    facts: tuple[Change, ...]
    texts: tuple[Change, ...]
    new_criteria: tuple[str, ...]
    gone_criteria: tuple[str, ...]
    """By the numbers they have on the paper."""
    more: str
    """How many changes are not told one by one; ""."""
    nothing: bool
    """Whether every word and every fact is what it was, in both languages."""
    summary: str
    """Everything that changed, in a sentence without a word of it."""


def changed_since(before: TrialContent, after: TrialContent, *, lang: str) -> ChangedSince:
    """What `after` says otherwise than `before`, in the active language.

    Of a text that is not said any more no word is told but its numbers.
    """
    facts, texts = list(_facts(before, after)), list(_texts(before, after, lang))
    left = len(facts) + len(texts) - MOST_TOLD
    return ChangedSince(
        facts=tuple(facts[:MOST_TOLD]),
        texts=tuple(texts[: max(0, MOST_TOLD - len(facts))]),
        new_criteria=_only_in(after, before),
        gone_criteria=_only_in(before, after),
        more=ngettext("%(count)s more change", "%(count)s more changes", left) % {"count": left}
        if left > 0
        else "",
        nothing=not any(text_changes(before, after)) and not any(fact_changes(before, after)),
        summary=change_sentence(before, after),
    )


def _facts(before: TrialContent, after: TrialContent) -> Iterator[Change]:
    for row in changed_facts(TrialPage, before, after):
        place = row.changes[0].place
        if not {place, place.rpartition(".")[2]} & {*NOT_READ}:
            named = row_of(place) if place.endswith(MOVED) else place
            name, now = (row.label, "") if len(row.changes) > 1 else _names(named, before, after)
            if _field_of(place) in TrialPage.folded_places and not row.before:
                name, now = row.label, ""
            yield Change(name, now, (_fact_line(row),), _anchor(place, after))


def _fact_line(row: FactRow) -> str:
    place = row.changes[0].place
    if place.endswith(".level"):
        return _("is part of another criterion, or of none: read it on the page")
    # An order, and names by the hundred, are told by what happened to them.
    if not row.before and (place.endswith(ORDER) or len(row.changes) > 1):
        return row.after
    return _was(row.before, row.after)


def _texts(before: TrialContent, after: TrialContent, lang: str) -> Iterator[Change]:
    """Texts whose numbers differ come before those that are worded differently alone."""
    only_worded = []
    for change in text_changes(before, after):
        numbers_told, worded = list(_lines(change, lang)), list(_worded(change, lang))
        if not (numbers_told or worded):
            continue
        name, now = _names(change.place, before, after)
        told = Change(name, now, (*numbers_told, *worded), _anchor(change.place, after))
        if numbers_told:
            yield told
        else:
            only_worded.append(told)
    yield from only_worded


def _names(place: str, before: TrialContent, after: TrialContent) -> tuple[str, str]:
    """What a place is called on the paper, and what now where that differs."""
    field, row = (*place.split("."), "")[:2]
    then, today = _keys_of(before, field), _keys_of(after, field)
    if field in NAMED_BY_WORDS and row:
        name = TrialPage.labels(after)(place) if row in today else row_label(field, str(then.index(row) + 1))
        return name, ""
    stood, stands = TrialPage.labels(before)(place), TrialPage.labels(after)(place)
    if row not in then:
        return stands, ""
    return stood, stands if row in today and stands != stood else ""


def _keys_of(content: TrialContent, field: str) -> list[str]:
    """Keys of a list of rows; [""] for what is no list."""
    rows = getattr(content, field.removesuffix(ORDER), None)
    if not isinstance(rows, tuple) or field.endswith(ORDER):
        return [""]
    return [getattr(row, "key", str(number)) for number, row in enumerate(rows)]


def _anchor(place: str, after: TrialContent) -> str:
    field, row = (*place.split("."), "")[:2]
    if field == "criteria" and row in _keys_of(after, field):
        return row
    return ANCHORS.get(_field_of(place), "")


def _field_of(place: str) -> str:
    return place.partition(".")[0].removesuffix(ORDER)


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
        (word if word in after else "", went, came)
        for word, went, came in changed_numbers(before, after)
        if not _is_still_said(went, came, after) and not _is_still_said(came, went, before)
    ]


def _is_still_said(ours: Sequence[str], theirs: Sequence[str], text: str) -> bool:
    """Whether numbers that stand on one side alone are said elsewhere on the other."""
    return not theirs and {*ours} <= {number.replace(" ", "") for number, _place in numbers(text)}


def _worded(change: TextChange, lang: str) -> Iterator[str]:
    """That a text says otherwise what is no number, without its words; of either language."""
    if change.before is None or change.after is None:
        if not (change.place.startswith("criteria.") and change.place.endswith(".text")):
            yield _("new: read it on the page") if change.before is None else _("not said any more")
        return
    told = _("worded differently: read it on the page")
    if _says_otherwise(change, lang):
        yield told
    elif _says_otherwise(change, other_than(lang)):
        sentence = _("English text: %(change)s") if lang != ENGLISH else _("Chinese text: %(change)s")
        yield sentence % {"change": told}


def _says_otherwise(change: TextChange, lang: str) -> bool:
    """Whether more differs in one language than the numbers that are told."""
    if lang == CHINESE and None in (change.before.zh_hans, change.after.zh_hans):
        return False
    before, after = change.before.in_language(lang), change.after.in_language(lang)
    return before != after and (
        not _differing(change, lang) or _without_numbers(before) != _without_numbers(after)
    )


def _without_numbers(text: str) -> str:
    rest, end = [], 0
    for number, start in numbers(text):
        rest.append(text[end:start])
        end = start + len(number)
    return "\0".join([*rest, text[end:]])


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
