"""What differs between two wordings, word by word, for people to read; numbers are never split.

Pure: strings in, segments out. Han characters count singly, Latin words and numbers whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_DIGITS = r"[0-9]+(?:[.,][0-9]+)*"
_POWER = r"(?:\s?[×xX*]\s?10\s?(?:\^\s?[-−]?[0-9]+|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
_UNIT = (
    r"(?:\s?[%％‰]|\s?[×xX*]\s?ULN\b"
    r"|\s?(?:[numkdcµμ]?(?:g|mol|IU|U|L|l|m|Gy|s|h)|min|mmHg|kcal)?/[A-Za-zµμ0-9.²³^]+"
    r"|\s?(?:[numkdcµμ]?(?:g|mol|L|m|Gy)|IU|min|mmHg|kcal|ULN)\b[²³]?)"
)
_SIGN = r"(?:[<>＜＞≤≥≦≧⩽⩾=＝±~～≈]{1,2}\s?|(?<![\w%])[-−+])"
NUMBER = rf"{_SIGN}?{_DIGITS}{_POWER}?{_UNIT}?"
TOKEN = re.compile(
    rf"(?P<number>{NUMBER})|(?P<word>[^\W\d_\u2e80-\u9fff\uf900-\ufaff](?:[^\W_\u2e80-\u9fff\uf900-\ufaff]|[’'-](?=[^\W\d_]))*)"
    r"|(?P<space>\s+)|.",
    re.DOTALL,
)
SENTENCE = re.compile(r"[^.。;；!！?？\n]*[.。;；!！?？\n]*\s*", re.DOTALL)
MOST_COMPARED = 250_000
"""Pairs of tokens compared one by one; longer texts are compared by the sentence."""


class Kind(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Segment:
    kind: Kind
    text: str


def tokens(text: str) -> list[str]:
    """The text in pieces that are compared whole; joined they give the text again."""
    return [found.group() for found in TOKEN.finditer(text)]


def numbers(text: str) -> list[tuple[str, int]]:
    """Every number with its comparator and unit, and where it begins."""
    return [(found.group(), found.start()) for found in TOKEN.finditer(text) if found.lastgroup == "number"]


def segments(before: str, after: str) -> list[Segment]:
    """The two texts as one: what stayed, what went and what came, in reading order.

    Without what was added the segments give `before`, without what was removed `after`.
    """
    return list(_readable(_merged(_compared(before, after))))


def _compared(before: str, after: str) -> Iterator[Segment]:
    old, new = tokens(before), tokens(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    yield Segment(Kind.SAME, "".join(new[:start]))
    yield from _between(old[start : len(old) - end], new[start : len(new) - end])
    yield Segment(Kind.SAME, "".join(new[len(new) - end :]))


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    length = 0
    for ours, theirs in zip(old, new, strict=False):
        if ours != theirs:
            break
        length += 1
    return length


def _between(old: list[str], new: list[str]) -> Iterator[Segment]:
    if len(old) * len(new) > MOST_COMPARED:
        old, new = _sentences(old), _sentences(new)
    if len(old) * len(new) > MOST_COMPARED:
        # Two books: that everything is new is all a reader could use.
        old, new = ["".join(old)], ["".join(new)]
    for _tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if _tag == "equal":
            yield Segment(Kind.SAME, "".join(old[a:b]))
        else:
            yield Segment(Kind.REMOVED, "".join(old[a:b]))
            yield Segment(Kind.ADDED, "".join(new[c:d]))


def _sentences(pieces: list[str]) -> list[str]:
    return [found for found in SENTENCE.findall("".join(pieces)) if found]


def _merged(found: Iterator[Segment]) -> list[Segment]:
    """Neighbours of one kind as one, and a lone space between two changes as part of both."""
    out: list[Segment] = []
    for segment in (each for each in found if each.text):
        if out and out[-1].kind == segment.kind:
            out[-1] = Segment(segment.kind, out[-1].text + segment.text)
        else:
            out.append(segment)
    return out


def _readable(found: list[Segment]) -> Iterator[Segment]:
    removed, added = "", ""
    for place, segment in enumerate(found):
        if segment.kind is Kind.REMOVED:
            removed += segment.text
        elif segment.kind is Kind.ADDED:
            added += segment.text
        elif (removed or added) and not segment.text.strip() and place + 1 < len(found):
            removed, added = removed + segment.text, added + segment.text
        else:
            yield from _changed(removed, added)
            removed = added = ""
            yield segment
    yield from _changed(removed, added)


def _changed(removed: str, added: str) -> Iterator[Segment]:
    if removed:
        yield Segment(Kind.REMOVED, removed)
    if added:
        yield Segment(Kind.ADDED, added)
