"""What a source of records holds: studies, and problems that are told instead of raised."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, NoReturn

from trials.registry.notes import UNUSABLE
from trials.registry.sentences import Sentence, gettext_noop

MEGABYTE = 1_000_000

NOT_UTF8 = gettext_noop("this is not UTF-8 text (byte %(byte)d)")
NOT_JSON = gettext_noop("this is not JSON: %(reason)s (line %(line)d, column %(column)d)")
NO_NUMBER = gettext_noop("this is not JSON: %(reason)s")
TOO_DEEP = gettext_noop("this JSON is nested too deeply")
TOO_LARGE = gettext_noop("this is larger than %(megabytes)d MB")
NOT_A_STUDY = gettext_noop("this is not a study record")
NO_STUDIES = gettext_noop("there are no studies in it")


@dataclass(frozen=True)
class Found:
    """One record found at `place`, or a `problem`: a sentence that says why there is none."""

    place: str
    study: dict[str, Any] | None = None
    problem: Sentence | None = None


@dataclass(frozen=True)
class Limits:
    """Bytes that are read at most: of one record, of one file or archive member, of a whole source."""

    record: int = 20 * MEGABYTE
    file: int = 200 * MEGABYTE
    source: int = 20_000 * MEGABYTE


LIMITS = Limits()
UPLOAD_LIMITS = Limits(file=50 * MEGABYTE, source=200 * MEGABYTE)


class Unreadable(Exception):
    """Carries the sentence that says why some bytes are no JSON."""

    def __init__(self, problem: Sentence) -> None:
        super().__init__(problem)
        self.problem = problem


def printable(name: str) -> str:
    """A file's name that can be printed and stored, whatever bytes it is made of."""
    return UNUSABLE.sub("\ufffd", name).replace("\n", "\ufffd").replace("\r", "\ufffd")


def too_large(limit: int) -> Sentence:
    return Sentence(TOO_LARGE, megabytes=max(1, limit // MEGABYTE))


def decode(content: bytes) -> Any:
    """JSON bytes as values; raises Unreadable, with line and column where there are any."""
    try:
        text = content.decode("utf-8-sig")
        return json.loads(text, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise Unreadable(Sentence(NOT_UTF8, byte=error.start + 1)) from error
    except json.JSONDecodeError as error:
        problem = Sentence(NOT_JSON, reason=error.msg, line=error.lineno, column=error.colno)
        raise Unreadable(problem) from error
    except RecursionError as error:
        raise Unreadable(Sentence(TOO_DEEP)) from error
    except ValueError as error:
        raise Unreadable(Sentence(NO_NUMBER, reason=error)) from error


def found_in(content: bytes, place: str, limits: Limits) -> Iterator[Found]:
    """The study or studies in the bytes of one JSON file."""
    try:
        value = decode(content)
    except Unreadable as error:
        yield Found(place, problem=error.problem)
        return
    studies = value.get("studies") if isinstance(value, dict) and "protocolSection" not in value else value
    if isinstance(studies, list):
        yield from _listed(studies, place)
    elif len(content) > limits.record:
        yield Found(place, problem=too_large(limits.record))
    else:
        yield study_at(value, place)


def study_at(value: Any, place: str) -> Found:
    if isinstance(value, dict) and "protocolSection" in value:
        return Found(place, value)
    return Found(place, problem=Sentence(NOT_A_STUDY))


def _listed(studies: list[Any], place: str) -> Iterator[Found]:
    if not studies:
        yield Found(place, problem=Sentence(NO_STUDIES))
    for number, study in enumerate(studies, start=1):
        yield study_at(study, f"{place} study {number}")


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def found_in_lines(stream: IO[bytes], place: str, limits: Limits) -> Iterator[Found]:
    """The study on each line of a `.jsonl` file; blank lines say nothing."""
    empty = True
    for number, line in enumerate(_lines(stream, limits.record), start=1):
        here = f"{place} line {number}"
        if len(line) > limits.record:
            yield Found(here, problem=too_large(limits.record))
        elif line.strip():
            yield from found_in(line, here, limits)
        empty = empty and not line.strip()
    if empty:
        yield Found(place, problem=Sentence(NO_STUDIES))


def _lines(stream: IO[bytes], longest: int) -> Iterator[bytes]:
    """Lines, of which an over-long one is cut one byte past the limit and its rest passed over."""
    while line := stream.readline(longest + 1):
        rest = line
        while len(rest) > longest and not rest.endswith(b"\n"):
            rest = stream.readline(longest + 1)
        yield line
