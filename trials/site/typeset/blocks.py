"""Plain text as editors type it: a blank line between paragraphs, `- ` before each item of a list."""

import re
from dataclasses import dataclass

_WIDE = "\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
_BREAK_INSIDE_HAN = re.compile(rf"(?<=[{_WIDE}])\n(?=[{_WIDE}])")


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class BulletList:
    items: tuple[str, ...]


Block = Paragraph | BulletList


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs and lists of a text.

    A single line break is a space, and nothing between two Han characters (CSS Text's rule for breaks in
    source). A line without `- ` right under an item continues it; lists with only blank lines between them
    are one list.
    """
    found: list[Block] = []
    for group in _groups(text):
        items = tuple(line for line in (_join(lines) for lines in group[1:]) if line)
        if group[0]:
            found.append(Paragraph(_join(group[0])))
        if items and found and isinstance(found[-1], BulletList):
            found[-1] = BulletList(found[-1].items + items)
        elif items:
            found.append(BulletList(items))
    return tuple(found)


def one_line(text: str) -> str:
    """The text on one line, without list marks: for descriptions and titles."""
    return _join(list(parts_of(text)))


def parts_of(text: str) -> tuple[str, ...]:
    """The paragraphs and list items of a text, in order."""
    return tuple(part for block in blocks(text) for part in _parts(block))


def _parts(block: Block) -> tuple[str, ...]:
    return block.items if isinstance(block, BulletList) else (block.text,)


def _groups(text: str) -> list[list[list[str]]]:
    """What stands between blank lines, as [lines of the paragraph, lines of item 1, lines of item 2, …]."""
    groups: list[list[list[str]]] = [[[]]]
    for line in (line.strip() for line in text.splitlines()):
        if not line:
            groups.append([[]])
        elif line == "-" or line.startswith("- "):
            groups[-1].append([line[1:].strip()] if line[1:].strip() else [])
        else:
            groups[-1][-1].append(line)
    return groups


def _join(lines: list[str]) -> str:
    return _BREAK_INSIDE_HAN.sub("", "\n".join(lines)).replace("\n", " ")
