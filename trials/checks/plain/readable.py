"""Is what patients read easy to read? One hint for a page and kind, at its hardest place."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.content import CHINESE, ENGLISH, Pair
from editorial.findings import Finding
from trials.checks.plain import chinese, english
from trials.checks.plain.hints import Call, hint, lay_pairs
from trials.content import TrialContent

FEWEST_WORDS = 30
"""Flesch and Kincaid say nothing of fewer words."""
FEWEST_SENTENCES = 4
SHOWN_OF_A_SENTENCE = 60


def grade(content: TrialContent, name: Call) -> Iterator[Finding]:
    """English for patients reads at grade 6; 6 to 8 is worth another look, above 8 is hard."""
    pairs = [pair for pair in lay_pairs(content) if pair.words.en]
    whole = "\n".join(pair.words.en for pair in pairs)
    reached = english.grade(whole)
    if len(english.words(whole)) < FEWEST_WORDS or reached <= english.GOOD_GRADE:
        return
    hardest = max(pairs, key=_grade_of_a_longer_text)
    sentence = (
        _("The English reads at school grade %(grade)s; 6 is good, above 8 is hard. Hardest: “%(field)s”.")
        if reached > english.HARD_GRADE
        else _("The English reads at school grade %(grade)s; 6 is good. Look again at “%(field)s”.")
    )
    told = sentence % {"grade": f"{reached:.1f}", "field": name(hardest.place)}
    found = f"{reached:.1f}"
    expected = f"≤ {english.GOOD_GRADE}"
    yield hint("reading-grade", hardest.place, told, language=ENGLISH, found=found, expected=expected)


def mean_of_chinese(content: TrialContent, name: Call) -> Iterator[Finding]:
    """Chinese for patients has at most 25 characters a sentence on average."""
    pairs = _with_chinese(content)
    texts = [pair.words.zh_hans or "" for pair in pairs]
    mean = chinese.mean_length(texts)
    number = sum(len(chinese.sentences(text)) for text in texts)
    if number < FEWEST_SENTENCES or mean <= chinese.GOOD_MEAN:
        return
    hardest = max(pairs, key=lambda pair: chinese.chinese_hardness(pair.words.zh_hans or ""))
    sentence = _("The Chinese has %(mean)s characters a sentence; at most 25 are good. Hardest: “%(field)s”.")
    told = sentence % {"mean": f"{mean:.1f}", "field": name(hardest.place)}
    expected = f"≤ {chinese.GOOD_MEAN}"
    yield hint("mean-sentence", hardest.place, told, language=CHINESE, found=f"{mean:.1f}", expected=expected)


def long_english(content: TrialContent, name: Call) -> Iterator[Finding]:
    """No sentence for patients has more than 25 words."""
    found = [
        (pair, sentence) for pair in lay_pairs(content) for sentence in english.long_sentences(pair.words.en)
    ]
    if found:
        told = ngettext(
            "%(number)d English sentence has more than 25 words: %(field)s, “%(start)s”. Make two of it.",
            "%(number)d English sentences have more than 25 words; the longest: %(field)s, “%(start)s”. "
            "Make two of each.",
            len(found),
        )
        longest = max(found, key=lambda each: len(english.words(each[1])))
        yield _about_sentence(ENGLISH, longest, len(found), told, name)


def long_chinese(content: TrialContent, name: Call) -> Iterator[Finding]:
    """No sentence for patients has more than 40 characters."""
    found = [
        (pair, sentence)
        for pair in _with_chinese(content)
        for sentence in chinese.long_sentences(pair.words.zh_hans or "")
    ]
    if found:
        told = ngettext(
            "%(number)d Chinese sentence has more than 40 characters: %(field)s, “%(start)s”. "
            "Make two of it.",
            "%(number)d Chinese sentences have more than 40 characters; the longest: %(field)s, "
            "“%(start)s”. Make two of each.",
            len(found),
        )
        longest = max(found, key=lambda each: chinese.length(each[1]))
        yield _about_sentence(CHINESE, longest, len(found), told, name)


def abbreviations(content: TrialContent, name: Call) -> Iterator[Finding]:
    """An abbreviation in Chinese for patients is spelt out once on the page, or meant to stay."""
    explained = "\n".join([pair.words.zh_hans or "" for pair in (*_with_chinese(content), *_terms(content))])
    meant = {*content.foreign_words, *(row.name.zh_hans or "" for row in content.interventions)}
    where: dict[str, Pair] = {}
    for pair in _with_chinese(content):
        for short in chinese.abbreviations(pair.words.zh_hans or ""):
            if short not in meant and not chinese.explains(explained, short):
                where.setdefault(short, pair)
    if where:
        found = ", ".join(where)
        first = next(iter(where.values()))
        sentence = _(
            "The Chinese has abbreviations nobody explains: %(found)s; first in “%(field)s”. Write the "
            "Chinese first and the abbreviation in brackets."
        )
        told = sentence % {"found": found, "field": name(first.place)}
        yield hint("abbreviation", first.place, told, language=CHINESE, found=found)


def _grade_of_a_longer_text(pair: Pair) -> float:
    return english.grade(pair.words.en) if len(english.words(pair.words.en)) >= FEWEST_WORDS else 0.0


def _with_chinese(content: TrialContent) -> list[Pair]:
    return [pair for pair in lay_pairs(content) if pair.words.in_language(CHINESE)]


def _terms(content: TrialContent) -> list[Pair]:
    return [pair for pair in content.pairs() if pair.place.startswith("explanations.")]


def _about_sentence(language: str, longest: tuple[Pair, str], number: int, told: str, name: Call) -> Finding:
    pair, sentence = longest
    start = sentence[:SHOWN_OF_A_SENTENCE].rstrip() + ("…" if len(sentence) > SHOWN_OF_A_SENTENCE else "")
    message = told % {"number": number, "field": name(pair.place), "start": start}
    return hint("long-sentence", pair.place, message, language=language, found=str(number))
