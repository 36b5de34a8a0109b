"""Does one language deny what the other does not: a “not” lost or won in translation?"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from editorial.content import CHINESE, ENGLISH, Words
from editorial.findings import Finding, Weight
from trials.checks.denying import DENIALS, MAY_DENY, SAME
from trials.checks.naming import called, split
from trials.checks.quantities.stated import compared
from trials.content import TrialContent

NOTHING = "–"
# In a long paragraph a turn of phrase may deny in one language only (take your time, 不要着急).
SENTENCES_TO_A_TURN = 5
_SENTENCE = re.compile(r"[.!?](?=\s|$)|[。！？]")


@dataclass(frozen=True)
class Denied:
    """The words that deny in a passage; those of `perhaps` may stand without a counterpart."""

    surely: tuple[str, ...]
    perhaps: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return self.surely + self.perhaps


def same_negations(content: TrialContent, *, name: Callable[[str], str] = called) -> Iterator[Finding]:
    """Line by line, both languages deny as often: not, no, without, except are 不, 未, 无, 除外."""
    for pair in compared(content):
        differing = tuple(_differing(pair.words))
        if differing:
            yield _finding(pair.place, differing, name(pair.place))


@lru_cache(maxsize=4096)
def denied(text: str, lang: str) -> Denied:
    """The denials of a passage in the order they stand, those of a comparator (“no more than”) left out."""
    small = text.lower()
    found = [(match.lastgroup, match.group()) for match in DENIALS[lang].finditer(small)]
    return Denied(
        surely=tuple(word for kind, word in found if kind == "denies"),
        perhaps=tuple(SAME.get(word.lower(), word) for kind, word in found if kind == MAY_DENY),
    )


def _differing(words: Words) -> Iterator[tuple[Denied, Denied]]:
    chinese = words.zh_hans or ""
    lines = list(zip(words.en.splitlines(), chinese.splitlines(), strict=False))
    if len(words.en.splitlines()) != len(chinese.splitlines()):
        lines = [(words.en, chinese)]
    for one, other in lines:
        english, translated = denied(one, ENGLISH), denied(other, CHINESE)
        turns = len(_SENTENCE.findall(one)) // SENTENCES_TO_A_TURN
        if _gap(english, translated) > turns:
            yield english, translated


def _gap(one: Denied, other: Denied) -> int:
    """By how many denials two passages differ at the least."""
    # What stands in both (NSCLC, refractory) says nothing of either.
    shared = (Counter(one.perhaps) & Counter(other.perhaps)).total()
    return max(len(one.surely) - len(other.words), len(other.surely) - len(one.words)) + shared


def _finding(place: str, differing: tuple[tuple[Denied, Denied], ...], called_so: str) -> Finding:
    field, within = split(place)
    english, chinese = (
        "; ".join(word for line in side for word in line.words) for side in zip(*differing, strict=True)
    )
    fewer = sum(len(one.words) - len(other.words) for one, other in differing) >= 0
    return Finding(
        check="negation",
        weight=Weight.ADVISORY,
        field=field,
        place=within,
        language=CHINESE if fewer else ENGLISH,
        expected=english if fewer else chinese,
        found=chinese if fewer else english,
        message=_(
            "“%(field)s”: one language denies more than the other (English: %(english)s; "
            "Chinese: %(chinese)s). See whether both say the same."
        )
        % {"field": called_so, "english": english or NOTHING, "chinese": chinese or NOTHING},
    )
