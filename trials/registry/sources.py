"""Where records come from: a file, a folder, an archive, lines, a search result, an upload.

Every record is found one at a time, so that a folder of thousands needs the memory of one. Nothing is raised
for a bad one: its place and its problem are told and the rest goes on.
"""

import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from trials.registry.archives import HOLDS_RECORDS, LINES, found_in_zip
from trials.registry.found import (
    LIMITS,
    NO_STUDIES,
    UPLOAD_LIMITS,
    Found,
    Limits,
    found_in,
    found_in_lines,
    printable,
    too_large,
)
from trials.registry.sentences import Sentence, gettext_noop

__all__ = ["Found", "Limits", "open_source", "open_upload"]

NO_SUCH_FILE = gettext_noop("there is no such file or folder")
NOT_A_FILE = gettext_noop("this is neither a file nor a folder")
UNREADABLE = gettext_noop("this cannot be read (%(reason)s)")
CAME_BEFORE = gettext_noop("%(trial_id)s came before, at %(first)s; this one was left out")
ZIP_SIGNATURE = b"PK\x03\x04"


def open_source(source: str | Path, *, limits: Limits = LIMITS) -> Iterator[Found]:
    """Every record of a study JSON file, folder, `.zip`, `.jsonl` or search result, each trial id once."""
    return _each_once(_found_at(Path(source), limits))


def open_upload(name: str, content: bytes, *, limits: Limits = UPLOAD_LIMITS) -> Iterator[Found]:
    """Every record of an uploaded file, by its name and its bytes; the same shapes as a file on disk."""
    place = printable(name)
    if len(content) > limits.file:
        return iter([Found(place, problem=too_large(limits.file))])
    return _each_once(_found_in_stream(io.BytesIO(content), place, limits))


def _found_at(path: Path, limits: Limits) -> Iterator[Found]:
    place = printable(str(path))
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _found_in_folder(path, limits)
        elif stat.S_ISREG(mode):
            with path.open("rb") as stream:
                yield from _found_in_stream(stream, place, limits)
        else:
            yield Found(place, problem=Sentence(NOT_A_FILE))
    except FileNotFoundError:
        yield Found(place, problem=Sentence(NO_SUCH_FILE))
    except (OSError, ValueError) as error:
        yield Found(place, problem=Sentence(UNREADABLE, reason=_reason(error)))


def _found_in_folder(folder: Path, limits: Limits) -> Iterator[Found]:
    problems: list[OSError] = []
    empty = True
    for here, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(HOLDS_RECORDS) and not name.startswith("."):
                empty = False
                yield from _found_at(Path(here, name), limits)
    for problem in problems:
        yield Found(printable(str(problem.filename)), problem=Sentence(UNREADABLE, reason=_reason(problem)))
    if empty and not problems:
        yield Found(printable(str(folder)), problem=Sentence(NO_STUDIES))


def _found_in_stream(stream: IO[bytes], place: str, limits: Limits) -> Iterator[Found]:
    start = stream.read(len(ZIP_SIGNATURE))
    stream.seek(0)
    if start == ZIP_SIGNATURE or place.lower().endswith(".zip"):
        yield from found_in_zip(stream, place, limits)
    elif place.lower().endswith(LINES):
        yield from found_in_lines(stream, place, limits)
    else:
        content = stream.read(limits.file + 1)
        fits = len(content) <= limits.file
        yield from (
            found_in(content, place, limits) if fits else [Found(place, problem=too_large(limits.file))]
        )


def _each_once(records: Iterator[Found]) -> Iterator[Found]:
    first: dict[str, str] = {}
    for found in records:
        trial_id = _trial_id(found)
        if trial_id in first:
            problem = Sentence(CAME_BEFORE, trial_id=trial_id, first=first[trial_id])
            yield Found(found.place, problem=problem)
            continue
        if trial_id:
            first[trial_id] = found.place
        yield found


def _trial_id(found: Found) -> str:
    """The id for telling twins apart; whether it is a good one is for read_study to say."""
    part: object = found.study
    for key in ("protocolSection", "identificationModule", "nctId"):
        part = part.get(key) if isinstance(part, dict) else None
    return printable(part.strip().upper()[:40]) if isinstance(part, str) else ""


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
