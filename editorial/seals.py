"""HMAC seals over evidence: a row written without the key, or altered after, does not verify.

The first of settings.EDITION_KEYS seals; every one of them verifies, so that keys can be changed.
"""

import hashlib
import hmac
from datetime import UTC, date, datetime
from typing import Any, ClassVar, Protocol

from django.conf import settings

from editorial.canonical import canonical_text


class Sealed(Protocol):
    SEALED: ClassVar[tuple[str, ...]]
    seal: str


def seal_of(row: Sealed) -> str:
    """The seal `row` must carry, with the newest key, as 64 hexadecimal digits."""
    return _hmac(settings.EDITION_KEYS[0], _statement(row))


def is_sealed(row: Sealed) -> bool:
    return _matches(_statement(row), row.seal)


def end_seal_of(edition: Any) -> str:
    """Seals that and why an edition ended, so that an end can be neither forged nor undone unseen."""
    return _hmac(settings.EDITION_KEYS[0], _end_statement(edition))


def is_end_sealed(edition: Any) -> bool:
    if edition.ended_at is None:
        return not (edition.end_seal or edition.ended_reason or edition.withdrawn_because)
    return _matches(_end_statement(edition), edition.end_seal)


def redaction_seal_of(edition: Any) -> str:
    """Seals that an edition's words were removed on a demand of erasure; its digest stays."""
    return _hmac(settings.EDITION_KEYS[0], _redaction_statement(edition))


def is_redaction_sealed(edition: Any) -> bool:
    """Whether the words were removed by somebody who holds the key, or stand."""
    if edition.redacted_at is None:
        return not (edition.redaction_seal or edition.redacted_because)
    return edition.content == "" and _matches(_redaction_statement(edition), edition.redaction_seal)


def act_seal_of(row: Sealed, act: str, *columns: str) -> str:
    """Seals a later act upon a sealed row (a notice confirmed or lifted): what `columns` say of it."""
    return _hmac(settings.EDITION_KEYS[0], _act_statement(row, act, columns))


def is_act_sealed(row: Sealed, act: str, seal: str, *columns: str) -> bool:
    return _matches(_act_statement(row, act, columns), seal)


def _act_statement(row: Sealed, act: str, columns: tuple[str, ...]) -> str:
    return canonical_text([act, row.seal, {name: _plain(getattr(row, name)) for name in columns}])


def _redaction_statement(edition: Any) -> str:
    told = [_plain(edition.redacted_at), edition.redacted_because]
    return canonical_text(["redaction", edition.seal, *told])


def _statement(row: Sealed) -> str:
    named = {name: _plain(getattr(row, name)) for name in row.SEALED}
    younger = ((name, getattr(row, name)) for name in getattr(row, "SEALED_WHERE_WRITTEN", ()))
    named |= {name: _plain(value) for name, value in younger if value}
    return canonical_text([type(row).__name__, named])


def _end_statement(edition: Any) -> str:
    told = [edition.withdrawn_because_en, edition.withdrawn_because_zh_hans]
    return canonical_text(["end", edition.seal, _plain(edition.ended_at), edition.ended_reason, *told])


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value


def _matches(statement: str, seal: str) -> bool:
    return any(hmac.compare_digest(_hmac(key, statement), seal) for key in settings.EDITION_KEYS)


def _hmac(key: str | bytes, statement: str) -> str:
    secret = key.encode("utf-8") if isinstance(key, str) else key
    return hmac.new(secret, statement.encode("utf-8"), hashlib.sha256).hexdigest()
