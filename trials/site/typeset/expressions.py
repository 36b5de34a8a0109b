"""Comparators, multiples and ranges with the numbers beside them: one expression, heard as one phrase.

Numbers are taken in because a screen reader on a phone stops at each piece: "at least 50 times 10 to the
power 9" is one stop, not four.
"""

import re

from .powers import LONE_CARET, NUMBER, POWER, said_power, shown_power
from .signs import SAID, SUPERSCRIPT_DIGITS, Lang

_SPACE = "[ \u00a0\u2009\u202f]?"
_SIGNS = {
    "at_least": r"[>＞][=＝]|=>(?= ?[0-9])|[≥≧⩾]",
    "at_most": r"[<＜][=＝]|=[<＜]|[≤≦⩽]",
    "arrow": r"(?<![-=])[-=]+>(?! ?[0-9])|(?<!\S)-+>(?!\S)",
    "substitution": r"(?<=[0-9][ACGT])>(?=[ACGT](?![A-Za-z]))",  # a point mutation, c.2573T>G
    "more": r"[>＞]",
    "less": r"[<＜]",
    # A letter x or a star stands for × only beside what can be multiplied.
    "times": r"[×✕⨯]|(?<=[0-9])[xX*](?=10[\^" + SUPERSCRIPT_DIGITS + r"]|ULN)"
    r"|(?<=[0-9] )[xX*](?= (?:[0-9]|ULN|(?:the )?upper|正常))",
    "plus_minus": "±",
    "tilde": r"[~～∼](?= ?[0-9])",
    "caret": LONE_CARET,
    "plus": rf"⁺(?![{SUPERSCRIPT_DIGITS}])",
    "minus": rf"⁻(?![{SUPERSCRIPT_DIGITS}])",
}
_SIGN = "(?:" + "|".join(_SIGNS.values()) + ")"
_LABEL = "(?:ULN|LLN|[IVX]+)(?![A-Za-z])"  # limits of normal, and classes such as NYHA III
_AMOUNT = f"(?:{POWER}|{NUMBER}%?|{_LABEL})"

EXPRESSION = (
    # Not the 6 of IL6>5 nor of -6<x.
    rf"(?:(?<![A-Za-z0-9.\-]){_AMOUNT}{_SPACE})?{_SIGN}(?:{_SPACE}{_AMOUNT})?"
    rf"(?:{_SPACE}{_SIGN}(?:{_SPACE}{_AMOUNT})?)*|{POWER}"
)
_TOKEN = re.compile(
    rf"(?P<power>{POWER})|(?P<number>{NUMBER}%?)|"
    + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _SIGNS.items())
    + rf"|(?P<label>{_LABEL})"
)
_RANGE_BEGINS = re.compile(r"[0-9][^\s0-9，。；、,;]{0,4}\s?$")
_BARE_POWER = "^⁺⁻" + SUPERSCRIPT_DIGITS
_OPENING = tuple("([（【“‘ \u00a0\u2009\u202f\n\t")
_CLOSING = tuple(")]）】”’ \u00a0\u2009\u202f\n\t,.;:，。；：、")


def shown_expression(text: str, start: int, end: int) -> str:
    """The expression `text[start:end]` for the eye: as typed, whole exponents raised."""
    out, here = [], start
    for token in _tokens(text, start, end):
        word, before = token.group(), _beside(text, token)[0]
        out += [text[here : token.start()], shown_power(word, before) if token.lastgroup == "power" else word]
        here = token.end()
    return "".join(out) + text[here:end]


def said_expression(text: str, start: int, end: int, lang: Lang) -> str:
    """The expression `text[start:end]` for the ear, with the spaces its neighbours need in English."""
    tokens = _tokens(text, start, end)
    words = [_said(text, tokens, place, lang) for place in range(len(tokens))]
    if lang != "en":
        return "".join(words)
    left = " " if _runs_on_from(_beside(text, tokens[0])[0], tokens[0]) else ""
    right = " " if _runs_into(tokens[-1], _beside(text, tokens[-1])[1]) else ""
    return left + " ".join(words) + right


def _tokens(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The signs and amounts, each seen in its place: what stands beside an expression decides its meaning."""
    tokens = []
    for token in _TOKEN.finditer(text, start):
        if token.start() >= end:
            break
        tokens.append(token)
    return tokens


def _said(text: str, tokens: list[re.Match[str]], place: int, lang: Lang) -> str:
    token = tokens[place]
    kind, start = str(token.lastgroup), token.start()
    if kind in ("number", "label"):
        return token.group()
    if kind == "power":
        before, after = _beside(text, token)
        return said_power(token.group(), lang, before=before, after=after)
    if kind == "tilde":
        kind = "range" if _RANGE_BEGINS.search(text[max(start - 8, 0) : start]) else "about"
    if kind == "times" and _is_fold(tokens, place):
        kind = "fold"
    return SAID[lang][kind]


def _is_fold(tokens: list[re.Match[str]], place: int) -> bool:
    """2.5×ULN is so many *fold* the limit; 0.75×10⁹ is a product."""
    follows = place + 1 < len(tokens) and tokens[place + 1].lastgroup in ("number", "power")
    return place > 0 and tokens[place - 1].lastgroup in ("number", "power") and not follows


def _beside(text: str, token: re.Match[str]) -> tuple[str, str]:
    """The characters before and after a token, "" at the ends of the text."""
    return text[max(token.start() - 1, 0) : token.start()], text[token.end() : token.end() + 1]


def _runs_on_from(before: str, token: re.Match[str]) -> bool:
    """Whether the token's words would stick to the character before them."""
    if not before or before in _OPENING or token.lastgroup in ("number", "label"):
        return False
    return token.lastgroup != "power" or token.group()[0] in _BARE_POWER


def _runs_into(token: re.Match[str], after: str) -> bool:
    """Whether the character after them would stick to the token's words."""
    if not after or after in _CLOSING or token.lastgroup in ("number", "label"):
        return False
    return token.lastgroup != "power" or after.isalnum()
