"""One sentence after the other: with a space between in English, without one in Chinese."""

from functools import reduce

from django.utils.translation import gettext


def followed_by(*sentences: str) -> str:
    """The sentences in one paragraph, the empty ones left out."""
    return reduce(_after, filter(None, sentences), "")


def _after(text: str, sentence: str) -> str:
    if not text:
        return sentence
    return gettext("%(sentence)s %(further)s") % {"sentence": text, "further": sentence}
