"""Words of the other language inside a text, so that they are spoken with the right voice."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .signs import Lang

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_LATIN_RUN = re.compile(rf"[{_LATIN}0-9 .,;:&()\[\]'’/?=#%_@+®™–-]+")
_LETTERS = re.compile(rf"[{_LATIN}0-9]+")
_UNIT = re.compile(r"[mnpuk]?mol|[mnpu]?Osm|mmHg|kcal")
_PIECE = re.compile("[^ ]+")

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_RUN = re.compile(rf"[{_HAN}](?:[{_HAN}0-9\u3000-\u303f\uff00-\uff65 ·—“”‘’]*[{_HAN}\u3001-\u303f）])?")


def by_language(text: str, lang: Lang, names: tuple[str, ...] = ()) -> Iterator[tuple[str, str | None]]:
    """The text in order as (part, language); the language is None where it is the text's own.

    Under Chinese a run of Latin counts as English when it holds an ordinary word; abbreviations, codes and
    units (BCMA, NCT06279026, CAR-T, mmol/L) alone are read by the Chinese voice. `names` are of the other
    language whatever their shape.
    """
    here = 0
    for start, end in foreign_spans(text, lang, names):
        if start > here:
            yield text[here:start], None
        yield text[start:end], "zh-Hans" if lang == "en" else "en"
        here = end
    if here < len(text):
        yield text[here:], None


def foreign_spans(text: str, lang: Lang, names: tuple[str, ...] = ()) -> list[tuple[int, int]]:
    """Where the other language stands in the text, in order, none touching another."""
    found = [*(_han_runs(text) if lang == "en" else _english_runs(text)), *name_spans(text, lang, names)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def name_spans(text: str, lang: Lang, names: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where those of `names` stand that are foreign to `lang`, each as a whole word."""
    pattern = _any_of(names, lang) if names else None
    return [found.span() for found in pattern.finditer(text)] if pattern else []


@lru_cache(maxsize=256)
def _any_of(names: tuple[str, ...], lang: Lang) -> re.Pattern[str] | None:
    # A name in the script of the text itself is no stranger there.
    foreign = [name for name in names if name and bool(re.search(f"[{_HAN}]", name)) == (lang == "en")]
    if not foreign:
        return None
    longest_first = "|".join(re.escape(name) for name in sorted(foreign, key=len, reverse=True))
    return re.compile(rf"(?<![{_LATIN}0-9])(?:{longest_first})(?![{_LATIN}0-9])")


def _han_runs(text: str) -> Iterator[tuple[int, int]]:
    for run in _HAN_RUN.finditer(text):
        yield run.span()


def _english_runs(text: str) -> Iterator[tuple[int, int]]:
    for run in _LATIN_RUN.finditer(text):
        if any(_is_word(letters) for letters in _LETTERS.findall(run.group())):
            start, end = _phrase(run.group())
            yield run.start() + start, run.start() + end


def _is_word(letters: str) -> bool:
    """Four letters or more, three of them small, no digit: Gilbert, Find; not BCMA, HBsAg, UTAA17 or mmol."""
    small = sum(letter.islower() for letter in letters)
    return len(letters) > 3 and small > 2 and letters.isalpha() and not _UNIT.fullmatch(letters)


def _phrase(run: str) -> tuple[int, int]:
    """Where in the run the English stands, without numbers, spaces and brackets of the Chinese beside it."""
    pieces = [piece for piece in _PIECE.finditer(run) if any(sign.isalpha() for sign in piece.group())]
    start, end = pieces[0].start(), pieces[-1].end()
    while run[start] in "([,;:.?/+=#%&–-'’":
        start += 1
    excess = sum(run.count(sign, start, end) for sign in ")]") - sum(
        run.count(sign, start, end) for sign in "(["
    )
    while run[end - 1] in "([,;:/+=#&–-'’" or (excess > 0 and run[end - 1] in ")]"):
        excess -= (run[end - 1] in ")]") - (run[end - 1] in "([")
        end -= 1
    return start, end
