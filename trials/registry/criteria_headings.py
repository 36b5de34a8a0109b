"""Which lines of an eligibility text are headings, and of what kind of criteria."""

import re
from typing import NamedTuple

INCLUSION, EXCLUSION, OTHER = "inclusion", "exclusion", "other"
LONGEST_HEADING = 120
WORD = (
    r"(?:(?:in|ex)clusion\s*/\s*)?"
    r"(?P<word>(?:non[\s-]?)?(?:inclu|exclu)(?:sion|sive|sionary)|(?:in)?eligibility)"
)
TAIL = r"(?P<tail>(?:[^:：.;]|\.(?=\d)){0,60}?)"
CRITERIA = r"criteri(?:a|on|as|ons)"
OTHER_KINDS = (
    r"withdrawal|discontinuation|elimination|rejection|removal|termination|drop-?\s?out|exit|suspension|"
    r"stopping|re-?treatment|randomi[sz]ation|enrol+ment|screening"
)
MARKS = r"[\s*_#]*"

BARE = re.compile(
    rf"{MARKS}(?:(?:key|main|major|general|patient|subject|participant|study|trial|additional|specific|core|"
    rf"protocol|overall|principal|primary)(?:'s|s'?)?\s+){{0,3}}{WORD}(?:\s+{CRITERIA})?[\W_]*",
    re.IGNORECASE,
)
WITH_COLON = re.compile(
    rf"{MARKS}(?P<lead>(?:[^\s:：.;]+\s+){{0,10}}){WORD}\s+{CRITERIA}{TAIL}[:：]{MARKS}",
    re.IGNORECASE,
)
FOR_WORD = re.compile(
    rf"{MARKS}(?P<lead>(?:[^\s:：.;]+\s+){{0,3}}){CRITERIA}\s+for\s+(?:the\s+)?{WORD}{TAIL}[:：]{MARKS}",
    re.IGNORECASE,
)
WORD_COLON = re.compile(rf"{MARKS}{WORD}{MARKS}[:：]{MARKS}", re.IGNORECASE)
NO_COLON = re.compile(
    rf"{MARKS}(?P<lead>(?:[^\s:：.;]+\s+){{0,4}}){WORD}\s+{CRITERIA}{TAIL}[\s*_-]*",
    re.IGNORECASE,
)
OTHER_HEADING = re.compile(
    rf"{MARKS}(?:\S+\s+)?(?:{OTHER_KINDS})\s+{CRITERIA}[\s*_]*[:：]?[\s*_]*", re.IGNORECASE
)
CHINESE = re.compile(
    r"[\s*_#]*(?:主要|关键)?(?:(?P<inclusion>入选|纳入|入组)|(?P<exclusion>排除))(?:标准|条件)[\s*_]*(?:[:：][\s*_]*|$)"
)
BOTH = re.compile(
    r"\b(?:in|ex)clusion(?:\s+criteria)?\s*(?:/|and|or|&|\\&|and/or)\s*(?:in|ex)clusion\b", re.IGNORECASE
)
SPOKEN = re.compile(
    r"\b(?:no|not|none|any|all|meet|meets|meeting|met|fulfil|fulfils|fulfill|satisfy|who|with|these|per|see|same|"
    r"apply|applies|other|is|are|if|listed|protocol-defined)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(?:no|not|without)\b", re.IGNORECASE)


class Heading(NamedTuple):
    """`end` is where the heading stops in its line; criteria may follow on the same line."""

    kind: str
    end: int


def heading_in(content: str) -> Heading | None:
    """The heading a line without a list marker begins with, or None."""
    start = content[: LONGEST_HEADING * 2]
    if chinese := CHINESE.match(start):
        return Heading(EXCLUSION if chinese["exclusion"] else INCLUSION, chinese.end())
    if bare := bare_heading(content):
        return bare
    for pattern in (WORD_COLON, WITH_COLON, FOR_WORD):
        match = pattern.match(start)
        if match and not NEGATED.search(match.groupdict().get("lead") or ""):
            return Heading(_kind(match), match.end())
    return _spoken_heading(content)


def bare_heading(content: str) -> Heading | None:
    """A line that is nothing but a heading; such a line is one even behind a list marker."""
    if len(content) > LONGEST_HEADING:
        return None
    if OTHER_HEADING.fullmatch(content):
        return Heading(OTHER, len(content))
    match = BARE.fullmatch(content)
    return Heading(_kind(match), len(content)) if match else None


def names_both(content: str) -> bool:
    """Whether a line speaks of inclusion and exclusion at once, such as "Other … criteria apply"."""
    return len(content) <= LONGEST_HEADING * 2 and BOTH.search(content) is not None


def _spoken_heading(content: str) -> Heading | None:
    if len(content) > LONGEST_HEADING:
        return None
    match = NO_COLON.fullmatch(content)
    if not match or SPOKEN.search(match["lead"]) or SPOKEN.search(match["tail"]):
        return None
    return Heading(_kind(match), len(content))


def _kind(match: re.Match[str]) -> str:
    word = match["word"].lower()
    if BOTH.search(match.string[: LONGEST_HEADING * 2]) or word == "eligibility":
        return OTHER
    return EXCLUSION if word.startswith(("exclu", "non", "inelig")) else INCLUSION
