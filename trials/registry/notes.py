"""The list of what was not understood in one study."""

import json
import re
from typing import Any

from trials.registry.refusals import NotUnderstood
from trials.registry.sentences import Sentence, gettext_noop

TOO_MANY = Sentence(gettext_noop("There is more that was not understood than is listed here."))
# Neither PostgreSQL (U+0000, lone surrogates) nor a page can hold these.
UNUSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
SHOWN = 120
LISTED = 500


class Notes:
    """What was not understood, in reading order, each thing once."""

    def __init__(self) -> None:
        self.listed: dict[tuple[str, Sentence], NotUnderstood] = {}

    def add(self, place: str, value: Any, why: Sentence) -> None:
        if len(self.listed) < LISTED:
            self.listed.setdefault((place, why), NotUnderstood(place, shown(value), why))
        else:
            self.listed.setdefault(("", TOO_MANY), NotUnderstood("", "", TOO_MANY))


def shown(value: Any) -> str:
    """A value as short, printable JSON."""
    try:
        text = json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
    except RecursionError:
        return "…"
    text = UNUSABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
