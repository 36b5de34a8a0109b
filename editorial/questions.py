"""Questions made from a change: each number and each fact that differs is asked about by name."""

import re
from typing import Any

from django.utils.translation import gettext as _

from editorial.canonical import canonical_text, digest_of
from editorial.changes import FactChange, TextChange, fact_changes, text_changes
from editorial.content import LANGUAGES, SignedContent, Words

NUMBER = re.compile(r"[<>≤≥=±~]?\s*\d+(?:[.,]\d+)*\s*%?")
LONGEST = 160


def questions_of(page: Any, before: SignedContent | None, after: SignedContent) -> dict[str, str]:
    """Sentences to tick by their keys; none for a first edition, which is read as a whole.

    A key stands for the change itself, so that a tick never speaks of another one.
    """
    if before is None:
        return {}
    asked = {_key(change): _of_text(page, change) for change in text_changes(before, after)}
    asked |= {_key(change): _of_fact(page, change) for change in fact_changes(before, after)}
    return {key: question for key, question in asked.items() if question}


def _of_text(page: Any, change: TextChange) -> str:
    before, after = _numbers(change.before), _numbers(change.after)
    if change.before is None or change.after is None or before == after:
        return ""
    told = {"place": page.place_label(change.place), "before": before or "–", "after": after or "–"}
    return _("%(place)s: %(before)s → %(after)s. I compared these numbers with the source.") % told


def _of_fact(page: Any, change: FactChange) -> str:
    before, after = (page.fact_words(change.place, value) for value in (change.before, change.after))
    if before == after:
        return ""
    told = {"place": page.place_label(change.place), "before": before or "–", "after": after or "–"}
    return _("%(place)s: %(before)s → %(after)s. The source says so.") % told


def _numbers(words: Words | None) -> str:
    """The numbers of a pair with their signs, English then Chinese where it has others."""
    if words is None:
        return ""
    found = [" ".join(NUMBER.findall(words.in_language(lang))) for lang in LANGUAGES]
    return " / ".join(dict.fromkeys(filter(None, found)))[:LONGEST]


def _key(change: TextChange | FactChange) -> str:
    sides = [
        side if not isinstance(side, Words) else [side.en, side.zh_hans]
        for side in (change.before, change.after)
    ]
    return f"change-{digest_of(canonical_text([change.place, *sides]))[:16]}"
