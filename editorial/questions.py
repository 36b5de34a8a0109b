"""Questions made from a change: each number and each fact that differs is asked about by name."""

import re
from collections.abc import Iterable
from typing import Any
from unicodedata import normalize

from django.utils.translation import gettext as _

from editorial.canonical import canonical_text, digest_of
from editorial.changes import FactChange, TextChange, text_changes
from editorial.content import CHINESE, ENGLISH, LANGUAGES, SignedContent, Words
from editorial.worddiff import Kind, Segment, numbers, segments
from editorial.worded import FactRow, changed_facts

LONGEST = 240
# The word a number belongs to: one word, or up to six Han characters.
CONTEXT = re.compile(r"(?:[^\W\d_\u2e80-\u9fff]+|[\u3400-\u9fff]{1,6})(?=\s*\Z)")
RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
NOTHING = "–"

Numbers = list[tuple[str, tuple[str, ...], tuple[str, ...]]]
"""[(the word before, numbers that went, numbers that came)]"""


def questions_of(page: Any, before: SignedContent | None, after: SignedContent) -> dict[str, str]:
    """Sentences to tick by their keys; none for a first edition, which is read as a whole.

    A key stands for the change itself, so that a tick never speaks of another one.
    """
    if before is None:
        return {}
    stood, stands = page.labels(before), page.labels(after)
    asked = {}
    for change in text_changes(before, after):
        label = stood if change.after is None else stands
        asked[_key([change])] = of_text(label(change.place), change)
    asked |= {_key(row.changes): _of_fact(row) for row in changed_facts(page, before, after) if row.is_asked}
    return {key: question for key, question in asked.items() if question}


def of_text(place: str, change: TextChange) -> str:
    """The question about the numbers of one pair; "" where none differs."""
    if change.before is None or change.after is None:
        return _of_whole(place, change)
    english, chinese = (
        changed_numbers(change.before.in_language(lang), change.after.in_language(lang)) for lang in LANGUAGES
    )
    told = {"place": place, "numbers": _in_both(english, chinese)}
    if not told["numbers"]:
        return ""
    return _("%(place)s: %(numbers)s. I compared these numbers with the source.") % told


def changed_numbers(before: str, after: str) -> Numbers:
    """The numbers that differ, each with the word before it, in reading order."""
    found: Numbers = []
    for context, removed, added in _hunks(segments(before, after)):
        went, came = _differing(_numbers(removed), _numbers(added))
        if went or came:
            found.append((_word_before(context, removed if went else added), went, came))
    return found


def _word_before(context: str, text: str) -> str:
    """The word the first number of `text` belongs to."""
    [(_number, start), *_others] = numbers(text)
    word = CONTEXT.search(context + text[:start])
    return word.group() if word else ""


def _hunks(parts: Iterable[Segment]) -> Iterable[tuple[str, str, str]]:
    """Each change as (what stands before it, what went, what came)."""
    context = removed = added = ""
    for part in parts:
        if part.kind is Kind.REMOVED:
            removed = part.text
        elif part.kind is Kind.ADDED:
            added = part.text
        else:
            if removed or added:
                yield context, removed, added
            context, removed, added = part.text, "", ""
    if removed or added:
        yield context, removed, added


def _differing(went: list[str], came: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if len(went) == len(came):
        pairs = [(old, new) for old, new in zip(went, came, strict=True) if old != new]
        return tuple(old for old, _new in pairs), tuple(new for _old, new in pairs)
    return tuple(old for old in went if old not in came), tuple(new for new in came if new not in went)


def _in_both(english: Numbers, chinese: Numbers) -> str:
    """The numbers that changed; told once where both languages changed alike."""
    if english and plain_values(english) == plain_values(chinese):
        return _("%(numbers)s, in both languages") % {"numbers": _told(english)}
    sides = {
        ENGLISH: _("English %(numbers)s") % {"numbers": _told(english)} if english else "",
        CHINESE: _("Chinese %(numbers)s") % {"numbers": _told(chinese)} if chinese else "",
    }
    return "; ".join(filter(None, sides.values()))


def plain_values(changes: Numbers) -> list[tuple[list[str], list[str]]]:
    """What changed, whatever the words around it and however it is typed: 10⁹ is 10^9."""
    return [(list(map(_plainly, went)), list(map(_plainly, came))) for _word, went, came in changes]


def _plainly(number: str) -> str:
    return normalize("NFKC", RAISED.sub(lambda power: f"^{power.group()}", number))


def _told(changes: Numbers) -> str:
    sides = (
        f"{word} {', '.join(went) or NOTHING} → {', '.join(came) or NOTHING}".strip()
        for word, went, came in changes
    )
    return _short("; ".join(sides))


def _of_whole(place: str, change: TextChange) -> str:
    """A text that is new or gone, asked about where it holds a number."""
    words = change.after or change.before or Words(en="")
    found = dict.fromkeys(number for lang in LANGUAGES for number in _numbers(words.in_language(lang)))
    told = {"place": place, "numbers": _short(", ".join(found))}
    if not found:
        return ""
    if change.after is None:
        return _("%(place)s is gone; it said %(numbers)s. The source does not say it any more.") % told
    return _("%(place)s is new and says %(numbers)s. I compared these numbers with the source.") % told


def _of_fact(row: FactRow) -> str:
    told = {"place": row.label, "before": row.before or NOTHING, "after": row.after or NOTHING}
    if row.before:
        return _("%(place)s: %(before)s → %(after)s. The source says so.") % told
    return _("%(place)s: %(after)s. The source says so.") % told


def _numbers(text: str) -> list[str]:
    # Typed as 10^9 or with a space before the unit, it is the same number.
    return [number.replace(" ", "") for number, _start in numbers(text)]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def _key(changes: Iterable[TextChange | FactChange]) -> str:
    sides = [[each.place, _plain(each.before), _plain(each.after)] for each in changes]
    return f"change-{digest_of(canonical_text(sides))[:16]}"


def _plain(side: Any) -> Any:
    return [side.en, side.zh_hans] if isinstance(side, Words) else side
