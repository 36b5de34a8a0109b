"""Are there characters nobody can see, which turn round what is read or break what is searched?"""

import unicodedata
from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from editorial.content import CHINESE, ENGLISH, SignedContent
from editorial.findings import Finding, Weight
from trials.checks.naming import called, split


def hidden_characters(content: SignedContent, *, name: Callable[[str], str] = called) -> Iterator[Finding]:
    """No text holds a control or format character but line ends: Unicode's categories Cc, Cf, Cn, Co, Cs.

    Among them are the marks that turn the direction of writing, spaces of no width and soft hyphens.
    `name` says what the place of a pair is called.
    """
    for pair in content.pairs():
        field, within = split(pair.place)
        for lang in content.languages:
            if found := ", ".join(hidden_in(pair.words.in_language(lang))):
                yield Finding(
                    check="hidden-character",
                    weight=Weight.BLOCKING,
                    field=field,
                    place=within,
                    language=lang,
                    found=found,
                    message=_sentence(lang) % {"field": name(pair.place), "characters": found},
                )


def hidden_in(text: str) -> list[str]:
    """The code points of hidden characters ("U+202E"), each once, in the order they stand in the text."""
    seen = text.replace("\n", "")
    if seen.isprintable():
        return []
    # Every category of "other" begins with C; separators are not printable either, but they are seen.
    hidden = dict.fromkeys(sign for sign in seen if unicodedata.category(sign).startswith("C"))
    return [f"U+{ord(sign):04X}" for sign in hidden]


def _sentence(lang: str) -> str:
    return {
        ENGLISH: _(
            "The English of “%(field)s” holds characters nobody can see: %(characters)s. "
            "Delete them, or type the passage anew."
        ),
        CHINESE: _(
            "The Chinese of “%(field)s” holds characters nobody can see: %(characters)s. "
            "Delete them, or type the passage anew."
        ),
    }[lang]
