"""The contract of everything that can be signed: words in two languages, one digest.

`SignedContent` is the canonical form a person signs and the public reads. A page type builds it,
checks take it, templates render it; nothing else reaches a public template.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, ClassVar, Self

from editorial.canonical import ContentUnreadable, canonical_text, digest_of, from_plain, to_plain

ENGLISH = "en"
CHINESE = "zh-hans"
LANGUAGES = (ENGLISH, CHINESE)


@dataclass(frozen=True)
class Words:
    """One text in both languages; Chinese is None where it is withheld (absent from the bytes)."""

    en: str
    zh_hans: str | None = field(default=None, metadata={"key": CHINESE})

    def in_language(self, lang: str) -> str:
        """The text in `lang`; empty when that language is withheld. Never the other language."""
        return self.en if lang == ENGLISH else (self.zh_hans or "")

    def __bool__(self) -> bool:
        return bool(self.en or self.zh_hans)


FRAME = ("schema", "languages")
"""What content says of itself and not to readers."""
UNWRITTEN = Words(en="", zh_hans="")


@dataclass(frozen=True)
class Pair:
    """An English text and its Chinese, with the place where they stand ("criteria.i3.text")."""

    place: str
    words: Words


@dataclass(frozen=True, kw_only=True)
class SignedContent:
    """Base of TrialContent and ProseContent: frozen dataclasses of str, int, bool, None and tuples."""

    kind: ClassVar[str]
    current_schema: ClassVar[int] = 1

    schema: int
    path: str
    """The signed address below the language prefix, "" for home, "trials/nct06279026/" for a trial."""
    languages: tuple[str, ...]

    def to_json(self) -> str:
        """The exact canonical text that is signed, stored and served."""
        return canonical_text({"kind": self.kind, **to_plain(self, schema=self.schema)})

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> Self:
        """Rebuild from parsed JSON; raises ContentUnreadable when kind, schema or shape is not ours."""
        rest = {key: value for key, value in plain.items() if key != "kind"}
        if plain.get("kind") != cls.kind:
            raise ContentUnreadable(f"content: expected kind {cls.kind}, found {plain.get('kind')!r}")
        schema = rest.get("schema")
        if type(schema) is not int or not 1 <= schema <= cls.current_schema:
            raise ContentUnreadable(f"content: schema {schema!r} is not one this release reads")
        return from_plain(cls, rest, schema=schema)

    @property
    def digest(self) -> str:
        """Scope `final`: every fact and every word."""
        return digest_of(self.to_json())

    @property
    def language_digest(self) -> str:
        """Scope `zh-hans`: every (English, Chinese) pair and no facts, so a status edit voids nothing."""
        rows = sorted([pair.place, pair.words.en, pair.words.zh_hans] for pair in self.pairs())
        return digest_of(canonical_text(rows))

    def is_known_as(self, digest: str) -> bool:
        """Whether `digest` stands for these very words, written by this release or an earlier one.

        A field born since counts as unchanged while it is empty, so that a release voids no signature.
        """
        schemas = range(self.schema, 0, -1)
        return any(older.digest == digest for older in map(self._as_written_in, schemas) if older)

    def _as_written_in(self, schema: int) -> Self | None:
        """The same words under an older schema; None when it has no place for some of them."""
        older = replace(self, schema=schema)
        again = self.from_json(json.loads(older.to_json()))
        return older if again == older else None

    def pairs(self) -> Iterator[Pair]:
        """Every bilingual text with its place, in reading order, the empty ones left out."""
        return iter(self._written_pairs)

    @cached_property
    def _written_pairs(self) -> tuple["Pair", ...]:
        # Every check asks for them, and content never changes.
        return tuple(pair for pair in _pairs(self, "") if pair.words)

    def every_fact(self) -> Iterator[tuple[str, Any]]:
        """Everything but the texts, each value with its place; the order of rows of their own as keys."""
        return (fact for fact in _facts(self, "") if fact[0] not in FRAME)

    def texts(self, lang: str) -> list[str]:
        """Every non-empty text in one language, in reading order."""
        return [text for pair in self.pairs() if (text := pair.words.in_language(lang))]

    def withhold_chinese(self) -> Self:
        """The same content with the Chinese absent, for a page published in English only."""
        return replace(_without_chinese(self), languages=(ENGLISH,))


def _pairs(value: Any, place: str) -> Iterator[Pair]:
    if isinstance(value, Words):
        yield Pair(place, value)
    elif is_dataclass(value):
        for f in fields(value):
            yield from _pairs(getattr(value, f.name), f"{place}.{f.name}" if place else f.name)
    elif isinstance(value, tuple):
        for name, part in _named(value):
            yield from _pairs(part, f"{place}.{name}")


def _facts(value: Any, place: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Words):
        return
    if is_dataclass(value):
        for f in fields(value):
            yield from _facts(getattr(value, f.name), f"{place}.{f.name}" if place else f.name)
    elif isinstance(value, tuple) and not any(map(is_dataclass, value)):
        yield place, value
    elif isinstance(value, tuple):
        yield f"{place}[]", tuple(name for name, _part in _named(value))
        for name, part in _named(value):
            yield from _facts(part, f"{place}.{name}")
    else:
        yield place, value


def _named(parts: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    # Rows carry a key that outlives re-ordering; a place named by it stays put when rows move.
    for number, part in enumerate(parts):
        yield (getattr(part, "key", "") or str(number)), part


def _without_chinese(value: Any) -> Any:
    if isinstance(value, Words):
        return Words(en=value.en)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _without_chinese(getattr(value, f.name)) for f in fields(value)})
    if isinstance(value, tuple):
        return tuple(_without_chinese(part) for part in value)
    return value
