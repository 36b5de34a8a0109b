"""What a stylesheet says that a browser of 2019 does not understand, rule by rule.

A declaration it does not know is left out; a selector it does not know takes the whole rule with it. Harmless
is only what follows a way to say the same that it knows, what @supports guards, and what is called optional.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

from tests.site_browser.compat import NEVER, property_since, since, unit_since, value_since

GAPS = ("gap", "row-gap", "column-gap")
ALIGNING, GRID_WORDS = ("align-", "justify-"), ("start", "end")
# A font nobody has is passed over; that is what the list is for.
NAMES = ("font-family",)
NESTED = ("qualified-rule", "at-rule")


@dataclass(frozen=True)
class Unknown:
    line: int
    what: str
    version: int

    def __str__(self) -> str:
        return f"line {self.line}: {self.what} ({'no version' if self.version == NEVER else self.version})"


def unknown(css: str, *, version: int, optional: Collection[str] = ()) -> list[Unknown]:
    """Return what `version` of the browser does not understand and may not go without, in reading order."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    judge = Judge(version, optional, frozenset(_flex_selectors(rules)))
    return [found for found in judge.rules(rules) if found.what not in optional]


class Judge:
    def __init__(self, version: int, optional: Collection[str], flex: frozenset[str]) -> None:
        self.version, self.optional, self.flex = version, optional, flex

    def rules(self, rules: list[Any]) -> Iterator[Unknown]:
        for rule in rules:
            if rule.type == "at-rule":
                yield from self.at_rule(rule)
            elif rule.type == "qualified-rule":
                yield from self.rule(rule)
            elif rule.type == "error":
                yield Unknown(rule.source_line, rule.message, NEVER)

    def at_rule(self, rule: Any) -> Iterator[Unknown]:
        yield from self._late(rule, f"@{rule.lower_at_keyword}", since("at-rules", rule.lower_at_keyword))
        if rule.lower_at_keyword == "media":
            yield from self.media(rule)
            if rule.content is not None:
                yield from self.rules(tinycss2.parse_rule_list(rule.content, True, True))

    def media(self, rule: Any) -> Iterator[Unknown]:
        for block in (token for token in rule.prelude if token.type == "() block"):
            name = next((token.lower_value for token in block.content if token.type == "ident"), "")
            yield from self._late(block, f"@media {name}", since("at-rules", "media", name))
            if any(token.type == "literal" and token.value in "<>=" for token in block.content):
                yield from self._late(block, "@media range", since("at-rules", "media", "range_syntax"))

    def rule(self, rule: Any) -> Iterator[Unknown]:
        parts = _split(rule.prelude)
        late = [list(self.selector(part)) for part in parts]
        for found in (found for part in late for found in part):
            # In a list with others, it takes them along.
            alone = all(part and part[0].what in self.optional for part in late) or len(parts) == 1
            yield found if alone else Unknown(found.line, f"{found.what} in a list", found.version)
        known: list[str] = []
        for line in tinycss2.parse_blocks_contents(rule.content, True, True):
            if line.type in NESTED:
                yield from self._late(line, "nesting", since("selectors", "nesting"))
            elif line.type == "declaration":
                problems = list(self.declaration(line, parts))
                if not any(_says_the_same(earlier, line.lower_name) for earlier in known):
                    yield from problems
                if not problems:
                    known.append(line.lower_name)

    def selector(self, tokens: list[Any]) -> Iterator[Unknown]:
        for number, token in enumerate(tokens):
            if number and tokens[number - 1] == ":" and token.type in ("ident", "function"):
                name = token.lower_value if token.type == "ident" else token.lower_name
                yield from self._late(token, f":{name}", since("selectors", name))
                if name == "not" and any(inner == "," for inner in token.arguments):
                    yield from self._late(token, ":not list", since("selectors", "not", "selector_list"))

    def declaration(self, line: Any, selectors: list[list[Any]]) -> Iterator[Unknown]:
        name = line.lower_name
        if name.startswith("--"):
            return
        if problem := list(self._late(line, name, property_since(name))):
            yield from problem
            return
        in_flex = any(_subject(part) in self.flex for part in selectors)
        if name in GAPS and in_flex:
            yield from self._late(line, f"flex {name}", since("properties", name, "flex_context"))
        for token in [] if name in NAMES else _all(line.value):
            # Grid knew these from its beginning; the data tells when flex learned them.
            if in_flex or not (name.startswith(ALIGNING) and getattr(token, "value", "") in GRID_WORDS):
                yield from self.value(line, token)

    def value(self, line: Any, token: Any) -> Iterator[Unknown]:
        if token.type == "dimension":
            yield from self._late(line, token.lower_unit, unit_since(token.lower_unit))
        elif token.type in ("ident", "function", "string"):
            word = {"ident": "lower_value", "function": "lower_name"}.get(token.type)
            said = getattr(token, word) if word else "string"
            yield from self._late(line, f"{line.lower_name}: {said}", value_since(line.lower_name, said))

    def _late(self, token: Any, what: str, known: int | None) -> Iterator[Unknown]:
        if known is not None and known > self.version:
            yield Unknown(token.source_line, what, known)


def _flex_selectors(rules: list[Any]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
            yield from _flex_selectors(tinycss2.parse_rule_list(rule.content, True, True))
        elif rule.type == "qualified-rule":
            lines = tinycss2.parse_blocks_contents(rule.content, True, True)
            said = {
                tinycss2.serialize(line.value).strip()
                for line in lines
                if line.type == "declaration" and line.lower_name == "display"
            }
            if said & {"flex", "inline-flex"}:
                yield from map(_subject, _split(rule.prelude))


def _split(prelude: list[Any]) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for token in prelude:
        parts.append([]) if token == "," else parts[-1].append(token)
    return parts


def _subject(selector: list[Any]) -> str:
    """The last compound of a selector: what it styles, whatever stands around it."""
    return tinycss2.serialize(selector).replace(">", " ").replace("+", " ").split()[-1]


def _all(tokens: list[Any]) -> Iterator[Any]:
    for token in tokens:
        yield token
        yield from _all(getattr(token, "arguments", None) or getattr(token, "content", None) or [])


def _says_the_same(earlier: str, name: str) -> bool:
    return earlier == name or name.startswith(f"{earlier}-")
