"""The lines of an eligibility text, each with its place, its list marker and its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trials.registry.criteria_headings import Heading, bare_heading, heading_in

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
BULLET = re.compile(r"(?:[*•●○▪◦‣■·–—-]|\\-)(?=\s|$)|[•●○▪◦‣■]|[-–—](?=[A-Z\u4e00-\u9fff])")
NUMBER = re.compile(
    r"(?:\\?[(（]\d{1,3}(?:\\?[)）])|\d{1,3}(?:\\?[.)])(?=\s|$)|\d{1,3}[、．）]|\d{1,3}\\?\)|"
    r"\d{1,2}\\?\.(?=[A-Za-z≥≤\u4e00-\u9fff]))"
)
LETTER = re.compile(
    r"(?:\\?\((?:[a-zA-Z]|i{1,3}|iv|vi{0,3}|ix)\\?\)|(?:[a-zA-Z]|i{1,3}|iv|vi{0,3}|ix)\\?\))|"
    # "E. coli" and "C. difficile" are no list items, "A. Adults" is one.
    r"(?:[a-z]|i{1,3}|iv|vi{0,3}|ix)\\?\.(?=\s)|[A-Z]\\?\.(?=\s+[A-Z0-9≥≤])"
)
LETTER_AFTER_BULLET = re.compile(r"\\?\(?[a-zA-Z]\\?\)(?=\s)")
DIGITS = re.compile(r"\d+")
TAB = 4


@dataclass(frozen=True)
class Line:
    """`raw` begins with the blank lines before it; `column` counts a tab up to the next multiple of four."""

    raw: str
    body: str
    column: int = 0
    after_blank: bool = True
    marker: str = ""
    heading: Heading | None = None

    @property
    def ordered(self) -> bool:
        return any(sign.isalnum() for sign in self.marker)

    @property
    def family(self) -> str:
        """Lines of one list share it: the kind of sign and how it closes."""
        kept = DIGITS.sub("1", self.marker.replace("\\", ""))
        return re.sub(r"[a-zA-Z]+", "a", "".join(kept.split()))

    @property
    def number(self) -> int | None:
        found = DIGITS.search(self.marker)
        return int(found.group()) if found else None


def lines(text: str) -> Iterator[Line]:
    """Cut a text into lines that hold words; joining every `raw` gives the text, blank tail included."""
    waiting, blank = "", True
    for raw in LINE.findall(text):
        content = raw.rstrip("\r\n")
        if _wordless(content):
            waiting, blank = waiting + raw, True
            continue
        yield from _classified(waiting, raw, content, blank)
        waiting, blank = "", False
    if waiting:
        yield Line(raw=waiting, body="")


def _wordless(content: str) -> bool:
    return _marker(content.strip()) == content.strip()


def _classified(waiting: str, raw: str, content: str, blank: bool) -> Iterator[Line]:
    indent = len(content) - len(content.lstrip())
    marker = _marker(content[indent:])
    body = content[indent + len(marker) :]
    heading = bare_heading(body) if marker else heading_in(body)
    if heading is None:
        yield Line(waiting + raw, body.strip(), _column(content[:indent]), blank, marker.strip())
        return
    cut = indent + len(marker) + heading.end
    if not content[cut:].strip():
        yield Line(waiting + raw, body.strip(), heading=heading)
        return
    yield Line(waiting + content[:cut], body[: heading.end].strip(), heading=heading)
    rest = content[cut:].lstrip()
    marker = _marker(rest)
    yield Line(raw[cut:], rest[len(marker) :].strip(), marker=marker.strip())


def _marker(content: str) -> str:
    """The list marker a line begins with, with the space behind it; "" for a line of text."""
    first = BULLET.match(content)
    if first is None:
        return _with_space(content, NUMBER.match(content) or LETTER.match(content))
    bullet = _with_space(content, first)
    rest = content[len(bullet) :]
    second = (
        NUMBER.match(rest)
        or LETTER_AFTER_BULLET.match(rest)
        or (BULLET.match(rest) if bullet != first.group() else None)
    )
    return bullet + _with_space(rest, second)


def _with_space(content: str, found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    rest = content[found.end() :]
    return content[: found.end() + len(rest) - len(rest.lstrip())]


def _column(indent: str) -> int:
    column = 0
    for character in indent:
        column = (column // TAB + 1) * TAB if character == "\t" else column + 1
    return column
