"""One way to write content down, so that the same words always give the same bytes.

A signature is worth what its bytes are worth: keys sorted, no spaces, UTF-8, NFC left to the
editor's text as it is. Frozen dataclasses go in, plain JSON comes out, and back again.
"""

import hashlib
import json
import types
import typing
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin


class ContentUnreadable(ValueError):
    """Stored content does not have the shape its schema promises; names the place."""


def canonical_text(plain: Any) -> str:
    """The one text form of JSON-shaped `plain`; two equal contents give equal text."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest_of(text: str) -> str:
    """SHA-256 of canonical text as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def to_plain(value: Any, *, schema: int) -> Any:
    """Turn frozen dataclasses, tuples and scalars into JSON shapes as written by `schema`.

    A field born after `schema` (metadata "since") is left out, so that an older edition keeps its bytes.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {key: to_plain(part, schema=schema) for key, part in _written(value, schema)}
    if isinstance(value, tuple):
        return [to_plain(part, schema=schema) for part in value]
    return value


def from_plain(kind: Any, plain: Any, *, schema: int, place: str = "content") -> Any:
    """Rebuild `kind` from JSON shapes; raises ContentUnreadable naming the place that is off."""
    if is_dataclass(kind):
        return _dataclass_from(kind, plain, schema, place)
    origin = get_origin(kind)
    if origin is tuple:
        if not isinstance(plain, list):
            raise ContentUnreadable(f"{place}: expected a list")
        part = get_args(kind)[0]
        return tuple(from_plain(part, p, schema=schema, place=f"{place}[{i}]") for i, p in enumerate(plain))
    if origin in (Union, types.UnionType):
        if plain is None:
            return None
        [kind] = [arg for arg in get_args(kind) if arg is not type(None)]
        return from_plain(kind, plain, schema=schema, place=place)
    return _scalar_from(kind, plain, place)


def _scalar_from(kind: type, plain: Any, place: str) -> Any:
    # bool is a subclass of int: a count that became `true` must not pass as 1
    if type(plain) is not kind:
        raise ContentUnreadable(f"{place}: expected {kind.__name__}, found {type(plain).__name__}")
    return plain


def _dataclass_from(kind: type, plain: Any, schema: int, place: str) -> Any:
    if not isinstance(plain, dict):
        raise ContentUnreadable(f"{place}: expected an object")
    known = {key_of(f): f for f in fields(kind) if since(f) <= schema}
    if unknown := set(plain) - set(known):
        raise ContentUnreadable(f"{place}: unknown {', '.join(sorted(unknown))}")
    hints = _hints(kind)
    values = {}
    for key, field in known.items():
        if key in plain:
            values[field.name] = from_plain(
                hints[field.name], plain[key], schema=schema, place=f"{place}.{key}"
            )
        elif not may_be_absent(field):
            raise ContentUnreadable(f"{place}: {key} is missing")
    return kind(**values)


def _written(value: Any, schema: int) -> Iterator[tuple[str, Any]]:
    for field in fields(value):
        part = getattr(value, field.name)
        if since(field) <= schema and not (part is None and may_be_absent(field)):
            yield key_of(field), part


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def key_of(field: Field) -> str:
    """The name of a field in the bytes."""
    return field.metadata.get("key", field.name)


def since(field: Field) -> int:
    """The schema number a field was born with."""
    return field.metadata.get("since", 1)


def may_be_absent(field: Field) -> bool:
    """Whether the bytes leave the field out where it is None."""
    return field.default is None and field.default_factory is MISSING
