"""Database triggers that refuse to change evidence, for whoever does not come through Django.

Dropped before migrations (they may have to rewrite tables) and made again after them.
"""

from collections.abc import Iterable, Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from editorial.models import Edition, UrgentNotice

EDITION, SIGN_OFF, NOTICE = "editorial_edition", "editorial_signoff", "editorial_urgentnotice"
TABLES = {"edition": EDITION, "sign_off": SIGN_OFF, "notice": NOTICE}
NAMES = tuple(f"{thing}_{rule}" for thing in TABLES for rule in ("written_once", "never_deleted"))
# SQLite's REPLACE deletes rows without asking a DELETE trigger; PostgreSQL knows no REPLACE, but TRUNCATE.
SQLITE_ONLY = tuple(f"{thing}_never_replaced" for thing in TABLES)
POSTGRESQL_ONLY = tuple(f"{thing}_never_truncated" for thing in TABLES)
CONFIRMED, LIFTED = UrgentNotice.MAY_CHANGE[:4], UrgentNotice.MAY_CHANGE[4:]


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers on a database whose evidence tables exist; does nothing where they stand."""
    drop(connection)
    with connection.cursor() as cursor:
        if EDITION not in connection.introspection.table_names(cursor):
            return
        for statement in _statements(connection):
            cursor.execute(statement)


def drop(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for name, table in _owners():
            if table in tables and connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
            elif table in tables:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of triggers that ought to stand on this database and do not."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        standing = {row[0] for row in cursor.fetchall()}
    return [name for name, _table in _owners() if _expected(name, connection) and name not in standing]


def _owners() -> list[tuple[str, str]]:
    names = (*NAMES, *SQLITE_ONLY, *POSTGRESQL_ONLY)
    return [(name, TABLES[thing]) for name in names for thing in TABLES if name.startswith(f"{thing}_")]


def _expected(name: str, connection: BaseDatabaseWrapper) -> bool:
    return name not in (SQLITE_ONLY if connection.vendor == "postgresql" else POSTGRESQL_ONLY)


def _statements(connection: BaseDatabaseWrapper) -> Iterator[str]:
    differ = "IS DISTINCT FROM" if connection.vendor == "postgresql" else "IS NOT"
    rules = {
        "edition": _edition_rule(_columns(connection, EDITION), differ),
        "sign_off": "1 = 1",
        "notice": _notice_rule(_columns(connection, NOTICE), differ),
    }
    return (_postgresql if connection.vendor == "postgresql" else _sqlite)(rules)


def _columns(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    with connection.cursor() as cursor:
        return [c.name for c in connection.introspection.get_table_description(cursor, table)]


def _changed(columns: Iterable[str], differ: str) -> str:
    return "(" + " OR ".join(f"OLD.{name} {differ} NEW.{name}" for name in columns) + ")"


def _edition_rule(columns: list[str], differ: str) -> str:
    """When an update of an edition is refused: it may end once, and its words be removed once after that."""
    fixed = _changed([name for name in columns if name not in Edition.MAY_CHANGE], differ)
    removed = _changed(("content", *Edition.REDACTION), differ)
    return (
        f"{fixed} OR OLD.redacted_at IS NOT NULL"
        f" OR (OLD.ended_at IS NOT NULL AND {_changed(Edition.END, differ)})"
        f" OR (NEW.redacted_at IS NULL AND {removed})"
        f" OR (NEW.redacted_at IS NOT NULL AND (NEW.content <> '' OR OLD.ended_at IS NULL))"
    )


def _notice_rule(columns: list[str], differ: str) -> str:
    """When an update of a notice is refused: it is confirmed once and lifted once."""
    fixed = _changed([name for name in columns if name not in UrgentNotice.MAY_CHANGE], differ)
    confirmed = _changed([name for name in columns if name in CONFIRMED], differ)
    return f"{fixed} OR OLD.lifted_at IS NOT NULL OR (OLD.confirmed_at IS NOT NULL AND {confirmed})"


# What a row inserted over another would replace.
SAME_ROW = {
    "edition": "id = NEW.id OR signed_by_id = NEW.signed_by_id"
    " OR (page_id = NEW.page_id AND number = NEW.number)"
    " OR (NEW.ended_at IS NULL AND ended_at IS NULL AND (page_id = NEW.page_id OR path = NEW.path))",
    "sign_off": "id = NEW.id",
    "notice": "id = NEW.id OR seal = NEW.seal",
}


def _sqlite(rules: dict[str, str]) -> Iterator[str]:
    refuse = "BEGIN SELECT RAISE(ABORT, 'editions and sign-offs are written once'); END"
    for thing, table in TABLES.items():
        yield f"CREATE TRIGGER {thing}_written_once BEFORE UPDATE ON {table} WHEN {rules[thing]} {refuse}"
        yield f"CREATE TRIGGER {thing}_never_deleted BEFORE DELETE ON {table} {refuse}"
        yield (
            f"CREATE TRIGGER {thing}_never_replaced BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {SAME_ROW[thing]}) {refuse}"
        )


def _postgresql(rules: dict[str, str]) -> Iterator[str]:
    refuse = "EXECUTE FUNCTION editorial_written_once()"
    yield (
        "CREATE OR REPLACE FUNCTION editorial_written_once() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'editions and sign-offs are written once'; END $$"
    )
    for thing, table in TABLES.items():
        yield (
            f"CREATE TRIGGER {thing}_written_once BEFORE UPDATE ON {table} FOR EACH ROW "
            f"WHEN ({rules[thing]}) {refuse}"
        )
        yield f"CREATE TRIGGER {thing}_never_deleted BEFORE DELETE ON {table} FOR EACH ROW {refuse}"
        yield f"CREATE TRIGGER {thing}_never_truncated BEFORE TRUNCATE ON {table} {refuse}"
