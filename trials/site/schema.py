"""The JSON Schema of content.json, made from the dataclasses that are signed, so that it cannot lie.

Draft 2020-12. A dataclass is described once for each schema number at which it changed: "Facts.2" is what
Facts became with schema 2, and content says in `schema` which of them it was written in.
"""

import typing
from dataclasses import Field, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from editorial.canonical import key_of, may_be_absent, since
from editorial.content import LANGUAGES, SignedContent
from trials.content import TrialContent
from trials.site.serving import public, unless_same

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PATH = "/schemas/trial.json"
SCALARS: dict[type, str] = {str: "string", int: "integer", bool: "boolean"}
DIGEST = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
MOMENT = {"type": "string", "format": "date-time"}
TEXT = {"type": "string"}

Schema = dict[str, Any]


@public
def content_schema(request: HttpRequest) -> HttpResponse:
    """The schema of every content.json of this site."""
    response = JsonResponse(record_schema(), json_dumps_params={"ensure_ascii": False})
    response.headers["Content-Type"] = "application/schema+json"
    return unless_same(request, response)


def schema_address() -> str:
    return settings.SITE_URL + PATH


def record_schema() -> Schema:
    """The schema of a whole content.json: what is served about the content, and the content."""
    kinds = [f"#/$defs/{_name(TrialContent, number)}" for number in _numbers(TrialContent)]
    return {
        "$schema": DIALECT,
        "$id": schema_address(),
        "title": "Signed content of a trial page, and what proves it",
        "description": "`digest` is the SHA-256 of `content` written with sorted keys, no spaces, UTF-8.",
        **_object(
            {
                "$schema": TEXT,
                "path": {"type": "string", "pattern": "^trials/[a-z0-9-]+/$"},
                "number": {"type": "integer", "minimum": 1},
                "digest": DIGEST,
                "languages": _languages(),
                "published_at": MOMENT,
                "last_reviewed": DAY,
                "review_due": {"anyOf": [DAY, {"type": "null"}]},
                "sign_offs": {"type": "array", "items": _sign_off()},
                "notices": {"type": "array", "items": _notice()},
                "content": {"oneOf": [{"$ref": kind} for kind in kinds]},
            }
        ),
        "$defs": dict(_definitions(TrialContent)),
    }


def _sign_off() -> Schema:
    both = _object(dict.fromkeys(LANGUAGES, TEXT))
    told = {"role": TEXT, "scope": TEXT, "digest": DIGEST, "public_role": both, "signed_on": DAY}
    return _object(told | {"name": TEXT}, required=list(told))


def _notice() -> Schema:
    return _object({"code": TEXT, "source": TEXT, "set_at": MOMENT})


def _definitions(root: type[SignedContent]) -> typing.Iterator[tuple[str, Schema]]:
    """Each dataclass below `root` with each of the forms it had, by name."""
    for kind in dict.fromkeys(_kinds(root)):
        for number in _numbers(kind):
            yield _name(kind, number), _described(kind, number)


def _described(kind: type, number: int) -> Schema:
    """One dataclass as content of schema `number` writes it."""
    written = {key_of(field): field for field in fields(kind) if since(field) <= number}
    hints = _hints(kind)
    described = {key: _of_type(hints[field.name], number, field) for key, field in written.items()}
    required = [key for key, field in written.items() if not may_be_absent(field)]
    if not issubclass(kind, SignedContent):
        return _object(described, required=required)
    described |= {"kind": {"const": kind.kind}, "languages": _languages(), "schema": {"const": number}}
    return _object(described, required=[*required, "kind"])


def _of_type(hint: Any, number: int, field: Field | None = None) -> Schema:
    if hint in SCALARS:
        return {"type": SCALARS[hint]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _of_type(get_args(hint)[0], number)}
    if get_origin(hint) in (Union, UnionType):
        [inner] = [each for each in get_args(hint) if each is not type(None)]
        described = _of_type(inner, number)
        # What may be absent is left out where there is none; it is never null.
        return described if field and may_be_absent(field) else {"anyOf": [described, {"type": "null"}]}
    return {"$ref": f"#/$defs/{_name(hint, number)}"}


def _name(kind: type, number: int) -> str:
    """ "Facts.2" for schemas 2 and later, as long as nothing in Facts changed again."""
    return f"{kind.__name__}.{max(each for each in _numbers(kind) if each <= number)}"


@cache
def _numbers(kind: type) -> tuple[int, ...]:
    """The schema numbers at which this dataclass, or one within it, took its form."""
    if issubclass(kind, SignedContent):
        return tuple(range(1, kind.current_schema + 1))
    return tuple(sorted({1, *(since(field) for part in _kinds(kind) for field in fields(part))}))


def _kinds(kind: type) -> typing.Iterator[type]:
    """This dataclass and those within it."""
    yield kind
    for hint in _hints(kind).values():
        for part in _parts(hint):
            yield from _kinds(part)


def _parts(hint: Any) -> list[type]:
    if is_dataclass(hint):
        return [hint]
    return [part for arg in get_args(hint) for part in _parts(arg)]


def _hints(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _languages() -> Schema:
    return {"type": "array", "items": {"enum": list(LANGUAGES)}, "minItems": 1, "uniqueItems": True}


def _object(properties: Schema, *, required: list[str] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else required,
        "additionalProperties": False,
    }
