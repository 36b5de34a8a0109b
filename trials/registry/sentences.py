"""Sentences for editors, in English and ready to be translated where Django is at hand."""

from collections.abc import Callable
from typing import Any


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for the message catalogue; the reader itself speaks English."""
    return sentence


class Sentence(str):
    """An English sentence that remembers its catalogue entry (`msgid`) and what was filled in (`values`)."""

    msgid: str
    values: dict[str, Any]

    def __new__(cls, msgid: str, **values: Any) -> "Sentence":
        sentence = super().__new__(cls, msgid % values if values else msgid)
        sentence.msgid = msgid
        sentence.values = values
        return sentence

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        return (self.msgid,), self.values

    def translated(self, gettext: Callable[[str], str]) -> str:
        """The sentence in the language `gettext` speaks."""
        return gettext(self.msgid) % self.values if self.values else gettext(self.msgid)
