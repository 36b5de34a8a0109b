"""DATABASE_URL as Django's settings of a database: SQLite or PostgreSQL."""

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote

from config import env

NAME = "DATABASE_URL"
EXPECTED = (
    "sqlite:///folder/file.sqlite3 (three slashes: from the project's folder; four: from the root) "
    "or postgres://user:password@host:5432/name?pool_min=1&pool_max=10 "
    "(a socket's folder: postgres://user@/name?host=/run/postgresql)"
)
POOL = {"pool_min": "min_size", "pool_max": "max_size", "pool_timeout": "timeout"}
LIBPQ = frozenset({"host", "sslmode", "sslrootcert", "connect_timeout", "application_name"})
# Deferred transactions of several writers end in "database is locked"; immediate ones wait their turn.
# Foreign keys are not named: Django turns them on for every connection.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
}


def database(address: str, *, base: Path) -> dict[str, Any]:
    """Return the settings of the database at an address; raises BadEnvironment for any other text."""
    parts = env.split(NAME, address, expected=EXPECTED)
    if parts.scheme == "sqlite":
        return _sqlite(parts, base)
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgres(parts)
    raise env.BadEnvironment(NAME, EXPECTED)


def _sqlite(parts: SplitResult, base: Path) -> dict[str, Any]:
    path = unquote(parts.path).removeprefix("/")
    if not path or parts.netloc or parts.query:
        raise env.BadEnvironment(NAME, EXPECTED)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(base / path),
        "OPTIONS": dict(SQLITE_OPTIONS),
        "ATOMIC_REQUESTS": True,
    }


def _postgres(parts: SplitResult) -> dict[str, Any]:
    name = unquote(parts.path).removeprefix("/")
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    if not name or "/" in name or not options.keys() <= POOL.keys() | LIBPQ:
        raise env.BadEnvironment(NAME, EXPECTED)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": _postgres_options(options),
        "ATOMIC_REQUESTS": True,
        "CONN_HEALTH_CHECKS": True,
    }


def _postgres_options(options: dict[str, str]) -> dict[str, Any]:
    pool = {"min_size": 1, "max_size": 10, "timeout": 10}
    for ours, theirs in POOL.items():
        size = options.pop(ours, str(pool[theirs]))
        if not (size.isascii() and size.isdecimal() and int(size) > 0):
            raise env.BadEnvironment(NAME, EXPECTED)
        pool[theirs] = int(size)
    if pool["min_size"] > pool["max_size"]:
        raise env.BadEnvironment(NAME, EXPECTED)
    return {**options, "pool": pool}
