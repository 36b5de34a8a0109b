"""How a Chinese term sounds, so that readers find it where they look it up."""

import re
from functools import lru_cache

# Characters of several readings that the dictionary of everyday words gives the wrong one in medicine.
READINGS = {
    "似然": "si ran",
    "剥脱": "bo tuo",
    "校正": "jiao zheng",
    "泊沙": "bo sha",
    "泊马度胺": "bo ma du an",
    "薄壁": "bo bi",
    "调强": "tiao qiang",
    "重排": "chong pai",
}
_OURS = re.compile(f"({'|'.join(READINGS)})")


@lru_cache(maxsize=4096)
def pinyin_of(term: str) -> str:
    """The term syllable by syllable, in small letters without tones, "v" for ü; Latin stays as it is."""
    # The dictionary is large, and only publishing needs it.
    from pypinyin import lazy_pinyin

    syllables: list[str] = []
    for part in filter(None, _OURS.split(term)):
        syllables += READINGS[part].split() if part in READINGS else lazy_pinyin(part)
    return " ".join(" ".join(syllables).lower().split())
