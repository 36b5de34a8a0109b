"""One Chinese text put right, and what was changed in it. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from trials.typography.characters import full_width, traditional
from trials.typography.punctuation import brackets, punctuation, spaces
from trials.typography.quotes import quotes
from trials.typography.signs import Edit

RULES: tuple[tuple[str, Callable[[str], Iterator[Edit]]], ...] = (
    ("traditional", traditional),
    ("full-width", full_width),
    ("quotes", quotes),
    ("punctuation", brackets),
    ("punctuation", punctuation),
    ("spaces", spaces),
)
SHOWN_AROUND = 3
MOST_ROUNDS = 6
_ADDRESS = r"https?://[!-~]+|[\w.+-]+@[\w-]+\.[\w.-]+"
_STANDS_FOR_ANOTHER = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True)
class Correction:
    """A stretch as typed and as put right, with a few characters around it."""

    kind: str
    before: str
    after: str


def put_right_text(text: str, *, names: Iterable[str] = ()) -> tuple[str, tuple[Correction, ...]]:
    """The Chinese text put right, and each change; addresses and `names` stay as they are.

    Numbers, comparators, units and Latin phrases are never touched. Put right again, nothing changes.
    """
    if _STANDS_FOR_ANOTHER.search(text):
        return text, ()
    kept, hidden = _hide(text, names)
    corrections: list[Correction] = []
    for _round in range(MOST_ROUNDS):
        before = kept
        for kind, rule in RULES:
            kept, found = _apply(kind, list(rule(kept)), kept)
            corrections += found
        if kept == before:
            break
    shown = [
        Correction(each.kind, _show(each.before, hidden), _show(each.after, hidden)) for each in corrections
    ]
    return _show(kept, hidden), tuple(shown)


def _apply(kind: str, edits: list[Edit], text: str) -> tuple[str, list[Correction]]:
    found = []
    for near in _near_one_another(sorted(edits)):
        start, end = max(near[0].start - SHOWN_AROUND, 0), near[-1].end + SHOWN_AROUND
        found.append(Correction(kind, text[start:end], _edited(text, near, start, end)))
    return _edited(text, sorted(edits), 0, len(text)), found


def _near_one_another(edits: list[Edit]) -> Iterator[list[Edit]]:
    """Edits in groups that an editor sees as one change."""
    group: list[Edit] = []
    for edit in edits:
        if group and edit.start - group[-1].end > SHOWN_AROUND:
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _edited(text: str, edits: list[Edit], start: int, end: int) -> str:
    out = []
    for edit in edits:
        out += [text[start : edit.start], edit.new]
        start = edit.end
    return "".join(out) + text[start:end]


def _hide(text: str, names: Iterable[str]) -> tuple[str, list[str]]:
    """The text with one sign of no meaning in place of each name and address, and what they stand for."""
    longest_first = sorted(filter(None, names), key=len, reverse=True)
    pattern = "|".join([*map(re.escape, longest_first), _ADDRESS])
    hidden: list[str] = []

    def stand_in(found: re.Match[str]) -> str:
        hidden.append(found.group())
        return chr(0xE000 + len(hidden) - 1)

    most = 0xF8FF - 0xE000
    return re.sub(pattern, stand_in, text, count=most), hidden


def _show(text: str, hidden: list[str]) -> str:
    return _STANDS_FOR_ANOTHER.sub(lambda found: hidden[ord(found.group()) - 0xE000], text)
