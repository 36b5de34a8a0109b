"""Is each text written in its own language, but for names that are meant to stay in the other?"""

import re
from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from editorial.content import CHINESE, ENGLISH
from editorial.findings import Finding, Weight
from trials.checks.completeness import NAMES_MAY_STAY_ENGLISH
from trials.checks.latin import strange_latin
from trials.checks.naming import called, split
from trials.content import Organisation, TrialContent
from trials.glossary.terms import NOTHING, Glossary
from trials.site.typeset.foreign import foreign_spans, name_spans

# A work is called by the title it was published under.
NAMED_AS_THEY_ARE = ("sites", "sources")
SHOWN = 5
_LATIN = re.compile("[A-Za-z]")


def language_of_parts(
    content: TrialContent, *, name: Callable[[str], str] = called, glossary: Glossary = NOTHING
) -> Iterator[Finding]:
    """No Chinese characters in English; no English in Chinese but names, codes, units, glossary words.

    What stays foreign on purpose is named in `content.foreign_words`, and marked for readers. A passage
    of English (three words or more) blocks, a single word is a hint.
    """
    for pair in content.pairs():
        field, _within = split(pair.place)
        if field in NAMED_AS_THEY_ARE:
            continue
        yield from _han_in_english(content, pair.place, pair.words.en, name)
        if CHINESE in content.languages and field not in NAMES_MAY_STAY_ENGLISH:
            chinese = pair.words.in_language(CHINESE)
            yield from _english_in_chinese(content, pair.place, chinese, name, glossary)


def _han_in_english(
    content: TrialContent, place: str, text: str, name: Callable[[str], str]
) -> Iterator[Finding]:
    if text.isascii():
        return
    meant = name_spans(text, "en", content.foreign_words)
    spans = [span for span in foreign_spans(text, "en") if not _within(span, meant)]
    if spans:
        found = _in_short([text[start:end] for start, end in spans])
        sentence = _(
            "The English of “%(field)s” holds Chinese: %(found)s. Translate it, or write it under "
            "“Names that stay foreign”."
        )
        yield _finding("han-in-english", place, ENGLISH, found, sentence, name, blocks=True)


def _english_in_chinese(
    content: TrialContent, place: str, text: str, name: Callable[[str], str], glossary: Glossary
) -> Iterator[Finding]:
    if not _LATIN.search(text):
        return
    names = (*content.foreign_words, *(each for each in _may_stay_english(content) if each in text))
    strange = strange_latin(text, known=glossary.latin_words, names=tuple(name_spans(text, "zh-hans", names)))
    if strange.passages:
        sentence = _(
            "The Chinese of “%(field)s” holds a passage in English: %(found)s. Translate it, or write it "
            "under “Names that stay foreign”."
        )
        found = _in_short(strange.passages)
        yield _finding("untranslated", place, CHINESE, found, sentence, name, blocks=True)
    if strange.words:
        sentence = _(
            "The Chinese of “%(field)s” holds English words: %(found)s. Translate them, or write them "
            "under “Names that stay foreign” or into the glossary."
        )
        found = _in_short(strange.words)
        yield _finding("english-word", place, CHINESE, found, sentence, name, blocks=False)


def _may_stay_english(content: TrialContent) -> Iterator[str]:
    """Names the page shows in English where they have no Chinese."""
    organisations: tuple[Organisation | None, ...] = (content.sponsor, *content.collaborators)
    yield from (each.name.en for each in organisations if each is not None and each.name.en)
    yield from (site.facility.en for site in content.sites if site.facility.en)


def _within(span: tuple[int, int], meant: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in meant)


def _in_short(found: tuple[str, ...] | list[str]) -> str:
    each_once = list(dict.fromkeys(found))
    return ", ".join(f"“{words}”" for words in each_once[:SHOWN]) + (" …" if len(each_once) > SHOWN else "")


def _finding(
    check: str,
    place: str,
    language: str,
    found: str,
    sentence: str,
    name: Callable[[str], str],
    *,
    blocks: bool,
) -> Finding:
    field, within = split(place)
    return Finding(
        check=check,
        weight=Weight.BLOCKING if blocks else Weight.ADVISORY,
        field=field,
        place=within,
        language=language,
        found=found,
        message=sentence % {"field": name(place), "found": found},
        overridable=blocks,
    )
