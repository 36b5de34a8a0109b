"""Sentences that say how well a treatment worked, in texts where only a source can know."""

import re
from collections.abc import Iterator

from editorial.content import CHINESE, ENGLISH

CLAIMS = {
    ENGLISH: r"success(?:ful)?|results? (?:show|suggest|were)|(?:have|has) shown|showed|demonstrated|proved"
    r"|proven|effective|worked|respon(?:ded|se rates?)|improve[ds]?|cured|remission|lived longer"
    r"|shrank|[0-9] ?%",
    CHINESE: r"成功|结果(?:显示|表明|提示)|研究(?:显示|表明|证实)|显示出|证明|有效|疗效(?:好|良好|显著)|缓解"
    r"|治愈|改善|生存(?:期|时间)(?:延长|更长)|缩小|[0-9] ?%|百分之",
}
DENIED = {
    ENGLISH: r"\b(?:no|not|none|nobody|whether|unknown|unclear|may|might|wants? to (?:find|know))\b|n[’']t\b",
    CHINESE: r"不|没有|未|无|尚|是否|也许|或许|想(?:了解|知道)",
}
"""What makes a sentence no claim: it denies or asks."""
_CLAIMS = {lang: re.compile(words, re.IGNORECASE) for lang, words in CLAIMS.items()}
_DENIED = {lang: re.compile(words, re.IGNORECASE) for lang, words in DENIED.items()}
_SENTENCE = {
    ENGLISH: re.compile(r"[^.!?\n]*(?:\.[0-9][^.!?\n]*)*[.!?\n]?"),
    CHINESE: re.compile(r"[^。！？\n]+"),
}


def claims_in(text: str, lang: str) -> list[str]:
    """The words by which a text says that something worked; a sentence that denies or asks says nothing."""
    return list(dict.fromkeys(_claims(text, lang)))


def _claims(text: str, lang: str) -> Iterator[str]:
    for sentence in _SENTENCE[lang].findall(text):
        if not _DENIED[lang].search(sentence):
            yield from (found.group() for found in _CLAIMS[lang].finditer(sentence))
