"""Records in a `.zip`: nothing is unpacked to disk, and no more is read than the limits allow."""

import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from trials.registry.found import (
    NO_STUDIES,
    Found,
    Limits,
    found_in,
    found_in_lines,
    printable,
    too_large,
)
from trials.registry.sentences import Sentence, gettext_noop

NOT_A_ZIP = gettext_noop("this is not a zip archive, or a damaged one")
DAMAGED = gettext_noop("this part of the archive is damaged, encrypted or packed in an unknown way")
INNER_ZIP = gettext_noop("an archive inside an archive is not opened; unpack it first")
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError)


LINES = (".jsonl", ".ndjson")
HOLDS_RECORDS = (".json", ".zip", *LINES)


def found_in_zip(archive: IO[bytes], place: str, limits: Limits) -> Iterator[Found]:
    """The records of an archive's `.json` and `.jsonl` members, in order of their names."""
    try:
        opened = zipfile.ZipFile(archive)
    except BROKEN:
        yield Found(place, problem=Sentence(NOT_A_ZIP))
        return
    with opened:
        members = sorted(
            (member for member in opened.infolist() if _counts(member)), key=lambda each: each.filename
        )
        if not members:
            yield Found(place, problem=Sentence(NO_STUDIES))
        left = limits.source
        for member in members:
            # zipfile never reads more of a member than the size its directory names.
            left -= member.file_size
            if left < 0:
                yield Found(place, problem=too_large(limits.source))
                return
            yield from _found_in_member(opened, member, place, limits)


def _counts(member: zipfile.ZipInfo) -> bool:
    """Folders, hidden files and what some systems add (`__MACOSX/`) hold no records."""
    steps = member.filename.split("/")
    hidden = any(step.startswith((".", "__MACOSX")) for step in steps)
    return not hidden and member.filename.lower().endswith(HOLDS_RECORDS)


def _found_in_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str, limits: Limits
) -> Iterator[Found]:
    inside = f"{place}!{printable(member.filename)}"
    name = member.filename.lower()
    if name.endswith(".zip"):
        yield Found(inside, problem=Sentence(INNER_ZIP))
        return
    try:
        with archive.open(member) as stream:
            if name.endswith(LINES):
                yield from found_in_lines(stream, inside, limits)
            else:
                yield from _found_whole(stream, inside, limits)
    except BROKEN:
        yield Found(inside, problem=Sentence(DAMAGED))


def _found_whole(stream: IO[bytes], place: str, limits: Limits) -> Iterator[Found]:
    content = stream.read(limits.file + 1)
    if len(content) > limits.file:
        yield Found(place, problem=too_large(limits.file))
    else:
        yield from found_in(content, place, limits)
