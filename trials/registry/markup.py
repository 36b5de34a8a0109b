"""The registry's markdown as plain text: a blank line parts paragraphs, `- ` begins a list item."""

import re

# CommonMark lets a backslash stand before any ASCII punctuation; the registry makes wide use of it.
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
BOLD = re.compile(r"(?<![\\*])\*\*(?=[^\s*])(.{1,500}?)(?<=[^\s\\*])\*\*(?!\*)")
SPACES = re.compile(r"[ \t]+")
LIST_ITEM = re.compile(r"[ \t]*(?:[*+•]|-)[ \t]+(?=\S)")
NUMBERED = re.compile(r"[ \t]*[0-9]{1,3}[.)][ \t]+\S")
LINE_END = re.compile(r"\r\n?|\n")


def plain_line(text: str) -> str:
    """One line without markdown: escapes and bold marks gone, runs of spaces and tabs as one space."""
    return SPACES.sub(" ", ESCAPE.sub(r"\1", BOLD.sub(r"\1", text))).strip()


def plain_text(markdown: str) -> str:
    """A description as plain text; numbered lines become paragraphs, so that their numbers stay."""
    blocks: list[list[str]] = [[]]
    for line in LINE_END.split(markdown):
        _place(line, blocks)
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _place(line: str, blocks: list[list[str]]) -> None:
    bullet = LIST_ITEM.match(line)
    text = plain_line(line[bullet.end() :] if bullet else line)
    in_list = bool(blocks[-1]) and blocks[-1][0].startswith("- ")
    if not text:
        blocks.append([])
    elif bullet:
        _list_of(blocks).append(f"- {text}")
    elif NUMBERED.match(line) or (in_list and not line[:1].isspace()):
        blocks.append([text])
    elif in_list:
        blocks[-1][-1] += f" {text}"
    else:
        blocks[-1].append(text)


def _list_of(blocks: list[list[str]]) -> list[str]:
    """The list a new item belongs to: the one before it, even across blank lines, or a new one."""
    while len(blocks) > 1 and not blocks[-1]:
        blocks.pop()
    if not blocks[-1] or not blocks[-1][0].startswith("- "):
        blocks.append([])
    return blocks[-1]
