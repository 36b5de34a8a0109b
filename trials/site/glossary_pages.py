"""The words that published trials explain, from A to Z; in Chinese by their sound (pinyin).

The rows only find the editions: every word shown was read from one that is what was signed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby
from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.content import ENGLISH
from editorial.editions import edition_problems, withdrawal_problems, withdrawn_numbers
from editorial.models import Edition
from trials.content import Explanation, TrialContent
from trials.glossary.patterns import without_bracket
from trials.glossary.pinyin import pinyin_of
from trials.models import PublishedTrial, PublishedWord
from trials.site.frame import frame_of, settings_for
from trials.site.languages import HTML_LANG, address, other_than
from trials.site.serving import alarm, public, unless_same
from trials.site.words import anchor_of

MOST_WORDS = 2000
TRIALS_A_WORD = 3
SIGNS = "#"
"""Stands for the letter of what begins with none."""


@dataclass(frozen=True)
class Way:
    url: str
    text: str


@dataclass(frozen=True)
class Word:
    name: str
    """What it is looked up by."""
    sound: str
    anchor: str
    """"" for an abbreviation that only leads to its word."""
    term: str
    in_other_language: str
    meaning: str
    trials: tuple[Way, ...]
    further: int
    """How many more trials explain it."""

    @property
    def letter(self) -> str:
        first = self.sound[:1].upper()
        return first if "A" <= first <= "Z" else SIGNS


@dataclass(frozen=True)
class Letter:
    sign: str
    anchor: str
    words: tuple[Word, ...]


@public
def words(request: HttpRequest) -> HttpResponse:
    lang = get_language()
    frame = frame_of(settings_for(request), lang=lang, path="words/")
    heading = _("Words explained, A to Z")
    context = {
        "frame": frame,
        "heading": heading,
        "title": f"{heading} – {frame.site_name}",
        "description": _("What the words in our pages on clinical trials mean, in plain language."),
        "letters": letters(lang, _state()),
        "other_lang": other_than(lang),
        "other_html_lang": HTML_LANG[other_than(lang)],
    }
    return unless_same(request, HttpResponse(render_to_string("pages/words.html", context)))


@lru_cache(maxsize=4)
def letters(lang: str, state: tuple[Any, ...]) -> tuple[Letter, ...]:
    """The words by their letters, in the order of `lang`; read anew when `state` of the list changed."""
    ordered = sorted(_words(lang), key=lambda word: (word.letter, word.sound, word.name))
    grouped = groupby(ordered, key=lambda word: word.letter)
    return tuple(Letter(sign, f"letter-{_in_anchor(sign)}", tuple(group)) for sign, group in grouped)


def _state() -> tuple[Any, ...]:
    """What is another after every publication and withdrawal; a few looks into indexes."""
    newest = PublishedTrial.objects.order_by("-edition_id").values_list("edition__seal", flat=True).first()
    return newest, PublishedTrial.objects.count(), PublishedWord.objects.aggregate(Max("pk"))["pk__max"]


def _words(lang: str) -> Iterator[Word]:
    found = _found(lang)
    explained = _explained(newest for newest, _count in found.values())
    for key, (_newest, count) in found.items():
        if told := explained.get(key):
            yield from _entries([each for each in told if each[0].term.in_language(lang)], count, lang)


def _found(lang: str) -> dict[str, tuple[Any, int]]:
    """For every word: the newest edition that explains it, and how many trials do.

    Both queries read indexes or a few columns; the database would join each row of a word to a wide one.
    """
    listed = PublishedTrial.objects.filter(languages__contains=lang).order_by()
    editions = dict(listed.values_list("pk", "edition_id"))
    newest: dict[str, Any] = {}
    counts: dict[str, int] = {}
    rows = PublishedWord.objects.order_by().values_list("key", "published_id")
    for key, published in rows.iterator(chunk_size=5000):
        if edition := editions.get(published):
            newest[key] = max(edition, newest.get(key, edition))
            counts[key] = counts.get(key, 0) + 1
    return {key: (newest[key], counts[key]) for key in sorted(newest)[:MOST_WORDS]}


def _explained(editions: Iterable[Any]) -> dict[str, list[tuple[Explanation, TrialContent]]]:
    """What these editions explain, as signed, by key; the newest edition first."""
    explained: dict[str, list[tuple[Explanation, TrialContent]]] = {}
    rows = Edition.objects.in_force().filter(pk__in=set(editions))
    withdrawn = withdrawn_numbers(rows.values("page_id"))
    for edition in rows.select_related("signed_by").order_by("-pk").iterator(chunk_size=50):
        problems = chain(edition_problems(edition), withdrawal_problems(edition, withdrawn))
        if problem := next(problems, None):
            alarm.critical("Not listed: %s", problem)
            continue
        content = edition.load()
        for each in content.explanations:
            explained.setdefault(each.key, []).append((each, content))
    return explained


def _entries(told: list[tuple[Explanation, TrialContent]], count: int, lang: str) -> Iterator[Word]:
    """The word, and its abbreviation where somebody looks for that under another letter."""
    if not told:
        return
    newest = told[0][0]
    term = newest.term.in_language(lang)
    anchor = anchor_of(newest.key)
    shown = told[:TRIALS_A_WORD]
    ways = (Way(address(lang, f"{each.path}#{anchor}"), each.trial_id) for _said, each in shown)
    word = Word(
        name=term,
        sound=_sound(term, lang),
        anchor=anchor,
        term=term,
        in_other_language=newest.term.in_language(other_than(lang)),
        meaning=newest.meaning.in_language(lang),
        trials=tuple(ways),
        further=max(0, count - len(shown)),
    )
    yield word
    short = without_bracket(term)[1]
    if short and _sound(short, lang)[:1] != word.sound[:1]:
        yield Word(short, _sound(short, lang), "", term, "", "", (Way(f"#{anchor}", term),), 0)


def _sound(name: str, lang: str) -> str:
    return name.casefold() if lang == ENGLISH else pinyin_of(name)


def _in_anchor(sign: str) -> str:
    return "signs" if sign == SIGNS else sign.lower()
