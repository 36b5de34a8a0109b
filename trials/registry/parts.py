"""A part of a study's JSON, read key by key; a wrong shape is noted with its place, never raised."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from trials.registry.dates import Age, Milestone, PartialDate
from trials.registry.notes import UNUSABLE, Notes, shown
from trials.registry.sentences import Sentence, gettext_noop

NOT_TEXT = Sentence(gettext_noop("A text was expected here."))
NOT_PART = Sentence(gettext_noop("A group of fields was expected here."))
NOT_LIST = Sentence(gettext_noop("A list was expected here."))
NOT_FLAG = Sentence(gettext_noop("True or false was expected here."))
NOT_NUMBER = Sentence(gettext_noop("A number in the usual range was expected here."))
NOT_DATE = Sentence(gettext_noop("A date such as 2024-05 or 2024-05-31 was expected here."))
NOT_AGE = Sentence(gettext_noop("An age such as 18 Years was expected here."))
NEW_CODE = Sentence(
    gettext_noop("The registry uses a code here that this program does not know; it was kept.")
)
NEW_KEY = Sentence(gettext_noop("The registry has a field here that this program does not know."))
CONTROLS = Sentence(gettext_noop("Control characters were left out of this text."))

LINE_END = re.compile(r"\r\n?")
AGE = re.compile(r"([0-9]{1,4}) (Year|Month|Week|Day|Hour|Minute)s?")
NO_LIMIT = ("N/A", "")
LARGEST_COUNT = 2**31 - 1
Usable = TypeVar("Usable", bool, int, float)


class Part:
    """One JSON object of the study at `place`; an absent or unusable one reads as empty."""

    def __init__(self, value: Any, place: str, notes: Notes) -> None:
        self.place, self.notes = place, notes
        if value is not None and not isinstance(value, Mapping):
            notes.add(place, value, NOT_PART)
        self.fields: Mapping[str, Any] = value if isinstance(value, Mapping) else {}

    def at(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    def part(self, key: str) -> "Part":
        return Part(self.fields.get(key), self.at(key), self.notes)

    def parts(self, key: str) -> Iterator["Part"]:
        for place, value in self._listed(key):
            yield Part(value, place, self.notes)

    def text(self, key: str) -> str:
        """A text of any number of lines, line ends as LF, control characters left out."""
        return self._text(self.fields.get(key), self.at(key))

    def line(self, key: str) -> str:
        """A text on one line, with single spaces."""
        return " ".join(self.text(key).split())

    def lines(self, key: str) -> tuple[str, ...]:
        texts = (" ".join(self._text(value, place).split()) for place, value in self._listed(key))
        return tuple(text for text in texts if text)

    def code(self, key: str, known: frozenset[str]) -> str:
        """A code, kept as it is even when the registry has a new one."""
        return self._known(self.line(key), self.at(key), known)

    def codes(self, key: str, known: frozenset[str]) -> tuple[str, ...]:
        return tuple(self._known(code, self.at(key), known) for code in self.lines(key))

    def flag(self, key: str) -> bool | None:
        value = self.fields.get(key)
        return self._usable(key, value if isinstance(value, bool) else None, NOT_FLAG)

    def count(self, key: str) -> int | None:
        value = self.fields.get(key)
        fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_COUNT
        return self._usable(key, value if fits else None, NOT_NUMBER)

    def degrees(self, key: str, most: int) -> float | None:
        value = self.fields.get(key)
        fits = isinstance(value, int | float) and not isinstance(value, bool) and -most <= value <= most
        return self._usable(key, float(value) if fits and value is not None else None, NOT_NUMBER)

    def date(self, key: str) -> PartialDate | None:
        written = self.line(key)
        try:
            return PartialDate.parse(written) if written else None
        except ValueError:
            self.notes.add(self.at(key), written, NOT_DATE)
            return None

    def milestone(self, key: str, kinds: frozenset[str]) -> Milestone | None:
        struct = self.part(key)
        on, kind = struct.date("date"), struct.code("type", kinds)
        return Milestone(on, kind) if on else None

    def age(self, key: str) -> Age | None:
        written = self.line(key)
        found = AGE.fullmatch(written)
        if not found and written not in NO_LIMIT:
            self.notes.add(self.at(key), written, NOT_AGE)
        return Age(int(found[1]), f"{found[2].upper()}S") if found else None

    def expect(self, known: frozenset[str]) -> None:
        """Note keys that are not among the documented ones; a leading underscore marks a remark."""
        for key in self.fields:
            if key not in known and not str(key).startswith("_"):
                self.notes.add(self.at(shown(str(key))[1:-1]), self.fields[key], NEW_KEY)

    def _listed(self, key: str) -> Iterator[tuple[str, Any]]:
        value = self.fields.get(key)
        if value is not None and not isinstance(value, list):
            self.notes.add(self.at(key), value, NOT_LIST)
        elif value:
            yield from ((f"{self.at(key)}[{position}]", each) for position, each in enumerate(value))

    def _text(self, value: Any, place: str) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            self.notes.add(place, value, NOT_TEXT)
            return ""
        clean = UNUSABLE.sub("", value)
        if clean != value:
            self.notes.add(place, value, CONTROLS)
        return LINE_END.sub("\n", clean)

    def _known(self, code: str, place: str, known: frozenset[str]) -> str:
        if code and code not in known:
            self.notes.add(place, code, NEW_CODE)
        return code

    def _usable(self, key: str, value: Usable | None, why: Sentence) -> Usable | None:
        if value is None and self.fields.get(key) is not None:
            self.notes.add(self.at(key), self.fields[key], why)
        return value
