"""Latin words in a Chinese text: which are codes, units and known names, and which are plain English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ"
_WORD = re.compile(rf"[{_LETTERS}0-9_]+(?:['’][{_LETTERS}]+)?")
_ADDRESS = re.compile(
    r"https?://[!-~]+|www\.[!-~]+|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|(?:[A-Za-z0-9-]+\.)+(?:gov|com|org|cn|net|edu|eu|int|info)(?![A-Za-z])(?:/[!-~]*)?"
)
# Chinese characters and Chinese punctuation end a passage of English; spaces, digits and ASCII signs do not.
_NEARBY = re.compile(r"[\x00-\x7f\u00a0\u2009\u202f‐–—’“”×≥≤]*")
_PLAIN = re.compile(rf"[{_LETTERS}]?[a-zß-öø-ÿ]+(?:['’][a-z]+)?|[AaI]")
_UNIT = re.compile(
    "[cdkmnpu]?(?:g|l|m|mol|osm|gy|bq|w|hz|pa|s|cal|iu|u)|mmhg|mci|kj|kda|kb|bp|vg|cfu|pfu|m?eq"
    "|h|hrs?|min|d|wk|mo|yr|po|iv|im|sc|qd|bid|tid|qid|vs"
)
FEWEST_WORDS = 3
LONG_ENOUGH = 4


@dataclass(frozen=True)
class Strange:
    """English in a Chinese text: whole passages, and words that stand alone, each once."""

    passages: tuple[str, ...]
    words: tuple[str, ...]


def strange_latin(
    text: str, *, known: frozenset[str] = frozenset(), names: tuple[tuple[int, int], ...] = ()
) -> Strange:
    """What is English in the text and not `known` (in small letters), nor within the spans of `names`.

    A passage has three ordinary words or more; a lone word counts from four letters on.
    """
    passages: list[str] = []
    words: dict[str, None] = {}
    for run in _runs(text, names):
        plain = [word for word in run if _is_plain(word.group(), known)]
        if len(plain) >= FEWEST_WORDS and any(len(word.group()) >= LONG_ENOUGH for word in plain):
            passages.append(text[plain[0].start() : plain[-1].end()])
        else:
            words |= {word.group(): None for word in plain if len(word.group()) >= LONG_ENOUGH}
    return Strange(tuple(dict.fromkeys(passages)), tuple(words))


def _runs(text: str, names: tuple[tuple[int, int], ...]) -> Iterator[list[re.Match[str]]]:
    """The Latin words between which nothing Chinese stands, addresses and names left out."""
    left_out = [*names, *(address.span() for address in _ADDRESS.finditer(text))]
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if any(start <= word.start() < end for start, end in left_out):
            continue
        if run and not _NEARBY.fullmatch(text, run[-1].end(), word.start()):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_plain(word: str, known: frozenset[str]) -> bool:
    """Small letters after the first, or three of them: Find, PersonGen; not BCMA, HBsAg, UTAA17, mmol."""
    small = word.lower()
    looks_plain = _PLAIN.fullmatch(word) or (word.isalpha() and sum(map(str.islower, word)) > 2)
    return bool(looks_plain) and not _UNIT.fullmatch(small) and small not in known
