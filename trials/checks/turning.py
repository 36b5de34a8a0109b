"""Does one language say “before” where the other says “after”?"""

import re
from collections.abc import Callable, Iterator
from itertools import zip_longest

from django.utils.translation import gettext as _

from editorial.content import CHINESE, ENGLISH, Words
from editorial.findings import Finding, Weight
from trials.checks.naming import called, split
from trials.checks.quantities.stated import compared
from trials.content import TrialContent

_BEFORE, _AFTER = "before", "after"
_OPPOSITE = {_BEFORE: _AFTER, _AFTER: _BEFORE}
# Words of time, not 目前 (now), 前列腺 (prostate), 预后 (prognosis) or 然后 (then).
_SAYS = {
    (ENGLISH, _BEFORE): r"\bbefore\b|\bprior to\b|\bpreceding\b|\bpre-",
    (ENGLISH, _AFTER): r"(?<!look )(?<!looked )(?<!looking )\bafter\b|\bpost-|(?<!the )\bfollowing\b",
    (CHINESE, _BEFORE): "(?:之前|以前|(?<![目当提空眼])前)(?![列瞻臂驱体者额庭哨沿景提往来])",
    (CHINESE, _AFTER): "(?:之后|以后|(?<![预最然背落滞今此随])后)(?![续果代天遗方卫顾者盾发])",
}
# What may answer them, counted generously: a finding must be worth reading.
_MAY_SAY = {
    (ENGLISH, _BEFORE): r"\b(?:before\w*|prior|previous\w*|preceding|pre-|until|till|ago|earlier|by)",
    (
        ENGLISH,
        _AFTER,
    ): r"\b(?:after\w*|post\w*|follow\w*|then|thereafter|later|subsequent\w*|once|since|upon|from)",
    (CHINESE, _BEFORE): "前|先|既往|预",
    (CHINESE, _AFTER): "后|再|随|起",
}
_SAID = {key: re.compile(said, re.IGNORECASE) for key, said in _SAYS.items()}
_MAY_BE = {key: re.compile(said, re.IGNORECASE) for key, said in _MAY_SAY.items()}


def before_or_after(content: TrialContent, *, name: Callable[[str], str] = called) -> Iterator[Finding]:
    """Line by line, no “before” of one language is an “after” of the other."""
    for pair in compared(content):
        turned = next(filter(None, map(_turned, _lines(pair.words))), None)
        if turned:
            yield _finding(pair.place, *turned, name(pair.place))


def _lines(words: Words) -> Iterator[Words]:
    english, chinese = words.en.splitlines(), (words.zh_hans or "").splitlines()
    if len(english) != len(chinese):
        return iter((words,))
    return (Words(*line) for line in zip_longest(english, chinese))


def _turned(words: Words) -> tuple[str, str] | None:
    """What each language says where one is left without an answer and the other says the opposite."""
    for side in (_BEFORE, _AFTER):
        # Chinese first, because it is quickly read.
        chinese = _unanswered(words, CHINESE, _OPPOSITE[side])
        english = chinese and _unanswered(words, ENGLISH, side)
        if english:
            return english, chinese
    return None


def _unanswered(words: Words, lang: str, side: str) -> str:
    """The word of one language that the other has fewer of, or "" if each may be answered."""
    other = ENGLISH if lang == CHINESE else CHINESE
    said = _SAID[lang, side].findall(words.in_language(lang))
    if not said:
        return ""
    answers = _MAY_BE[other, side].findall(words.in_language(other))
    return said[0] if len(said) > len(answers) else ""


def _finding(place: str, english: str, chinese: str, called_so: str) -> Finding:
    field, within = split(place)
    return Finding(
        check="before-after",
        weight=Weight.ADVISORY,
        field=field,
        place=within,
        language=CHINESE,
        expected=english,
        found=chinese,
        message=_(
            "%(field)s: the English says “%(english)s”, the Chinese says “%(chinese)s”. "
            "See whether before and after are the same in both."
        )
        % {"field": called_so, "english": english, "chinese": chinese},
    )
