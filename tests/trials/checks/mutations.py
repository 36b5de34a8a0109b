"""Single mistakes a translator or a typist could make, put into one language of a pair of texts."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from editorial.content import CHINESE, ENGLISH, LANGUAGES, Pair, Words

# {"comparator": {"en": {"at least": ["at most", "more than", ""]}}}: what may be written instead of what.
MISTAKES = json.loads((Path(__file__).parent / "mistakes.json").read_text(encoding="utf-8"))
Spans = Iterator[tuple[int, int, str]]
"""(where it begins, where it ends, what is written instead)."""

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_NUMBER = re.compile(r"[\d三两四二半十百]|\b(?:one|two|three|four|ten|twelve|half|I{1,3}V?)\b|[IVX]{2}")
_MEASURED = re.compile(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹三两四十半] ?$|three prior $|times the $|(?:of|×) ?$|[倍×]正常值$")
# Different, adverse; and comparators, which are changed elsewhere.
_NO_DENIAL = re.compile(
    "不(?:同|良|低于|少于|小于|超过|高于|大于|足)|未满|not (?:less|more|exceed)| no (?:more|less|greater)"
)
_BESIDE = 12


@dataclass(frozen=True)
class Mutation:
    kind: str
    """ "number", "comparator", "unit" or "negation"."""
    place: str
    language: str
    before: str
    after: str
    words: Words
    """The pair after the mistake."""

    def __str__(self) -> str:
        text = self.words.in_language(self.language)
        return f"{self.kind} {self.language} {self.place}: {self.before!r} → {self.after!r} in {text[:120]!r}"


def mutations(pair: Pair) -> Iterator[Mutation]:
    """Every single mistake we know, in either language of a pair."""
    for lang in LANGUAGES:
        for kind, of in KINDS.items():
            for start, end, after in of(pair.words.in_language(lang), lang):
                yield _mutated(pair, lang, kind, (start, end), after)


def numbers(text: str, lang: str) -> Spans:
    for found in _DIGITS.finditer(text):
        yield from ((*found.span(), other) for other in _other_numbers(found.group()))
    for found in _RAISED.finditer(text):
        yield *found.span(), "⁶" if found.group() != "⁶" else "⁹"
    yield from _swaps("number", text, lang)


def comparators(text: str, lang: str) -> Spans:
    """Comparators changed or lost, where they stand beside a number or a class."""
    for start, end, other in _swaps("comparator", text, lang):
        if _NUMBER.search(text[max(start - _BESIDE, 0) : end + _BESIDE]):
            yield start, end, other


def units(text: str, lang: str) -> Spans:
    """Swapped units, where they stand after a number."""
    for start, end, other in _swaps("unit", text, lang):
        if _MEASURED.search(text[:start]):
            yield start, end, other


def denials(text: str, lang: str) -> Spans:
    """Denials lost or won."""
    for start, end, other in _swaps("negation", text, lang):
        if not _NO_DENIAL.match(text, start):
            yield start, end, other


KINDS: dict[str, Callable[[str, str], Spans]] = {
    "number": numbers,
    "comparator": comparators,
    "unit": units,
    "negation": denials,
}


def _other_numbers(number: str) -> Iterator[str]:
    """One more, ten times as much, its digits turned round, its point lost."""
    if not number.isdecimal():
        yield from (f"{number}5", number.replace(".", ""))
    elif number.startswith("0"):
        yield from (f"{number}1", f"1{number}")
    else:
        yield from (str(int(number) + 1), f"{number}0")
        if number[:2] != number[1::-1]:
            yield number[1::-1] + number[2:]


def _swaps(kind: str, text: str, lang: str) -> Spans:
    for word, others in MISTAKES[kind][lang].items():
        for found in re.finditer(_whole(word), text):
            yield from ((*found.span(), other) for other in others)


def _whole(word: str) -> str:
    """The word not inside another: "mg" not in "mg/dL", "more than" not in "no more than"."""
    before = r"(?<![A-Za-z])(?<!no )(?<!not )" if re.match("[A-Za-z]", word) else r"(?<![不<>])"
    after = r"(?![A-Za-z/])" if re.search("[A-Za-z]$", word) else r"(?!=)"
    return before + re.escape(word) + after


def _mutated(pair: Pair, lang: str, kind: str, span: tuple[int, int], after: str) -> Mutation:
    text = pair.words.in_language(lang)
    start, end = span
    changed = {lang: text[:start] + after + text[end:]}
    english, chinese = (changed.get(each, pair.words.in_language(each)) for each in (ENGLISH, CHINESE))
    return Mutation(kind, pair.place, lang, text[start:end], after, Words(english, chinese))
