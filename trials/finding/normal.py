"""One form of writing for whatever is searched and whatever is asked for."""

import re
import unicodedata
from collections.abc import Iterable

from opencc import OpenCC

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
DASHES = re.compile("[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
CAR_CELLS = re.compile(r"(?<![a-z0-9])car[ -]?(t|nk)(?![a-z])")
NEGATED = re.compile(r"(?<![a-z])non[ -](?=[a-z])")
# PD-1, IL-6, COVID-19: people write them with a dash, without, and never agree.
INSIDE_A_CODE = re.compile(r"(?<=[a-z])-(?=\d)|(?<=\d)-(?=[a-z])")

_to_simplified = OpenCC("t2s")


def normalise(text: str) -> str:
    """Runs of Han characters and other words with one space between, in simplified lower-case letters.

    Width, case, script, accents, dashes and punctuation make no difference: "ＣＡＲ－Ｔ細胞" is "cart 细胞".
    """
    plain = _without_accents(unicodedata.normalize("NFKC", _sound(text)).lower())
    plain = DASHES.sub("-", _to_simplified.convert(plain))
    plain = NEGATED.sub("non", CAR_CELLS.sub(r"car\1", plain))
    return " ".join(RUN.findall(INSIDE_A_CODE.sub("", plain)))


def searchable(lines: Iterable[str]) -> str:
    """Each line normalised with a space at both ends, so that a word can be looked for with its bounds."""
    normal = dict.fromkeys(filter(None, map(normalise, lines)))
    return "\n".join(f" {line} " for line in normal)


def is_han(word: str) -> bool:
    return bool(re.match(rf"[{HAN}]", word))


def _sound(text: str) -> str:
    # Lone surrogates cannot be stored or asked for; NUL ends a text on PostgreSQL.
    return text.encode("utf-8", "ignore").decode().replace("\0", " ")


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in apart if unicodedata.category(c) != "Mn"))
