"""Database triggers that refuse to change evidence, for whoever does not come through Django.

Dropped before migrations (they may have to rewrite tables) and made again after them.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from editorial.models import Edition

EDITION, SIGN_OFF = "editorial_edition", "editorial_signoff"
NAMES = ("edition_written_once", "edition_never_deleted", "sign_off_written_once", "sign_off_never_deleted")
# SQLite's REPLACE deletes rows without asking a DELETE trigger; PostgreSQL knows no REPLACE, but TRUNCATE.
SQLITE_ONLY = ("edition_never_replaced", "sign_off_never_replaced")
POSTGRESQL_ONLY = ("edition_never_truncated", "sign_off_never_truncated")
END_COLUMNS = set(Edition.MAY_CHANGE)


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
    return [(name, EDITION if name.startswith("edition") else SIGN_OFF) for name in names]


def _expected(name: str, connection: BaseDatabaseWrapper) -> bool:
    return name not in (SQLITE_ONLY if connection.vendor == "postgresql" else POSTGRESQL_ONLY)


def _statements(connection: BaseDatabaseWrapper) -> list[str]:
    if connection.vendor == "postgresql":
        return _postgresql(_fixed_columns(connection))
    return _sqlite(_fixed_columns(connection))


def _fixed_columns(connection: BaseDatabaseWrapper) -> list[str]:
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, EDITION)
    return [column.name for column in columns if column.name not in END_COLUMNS]


def _sqlite(fixed: list[str]) -> list[str]:
    changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in fixed)
    refuse = "BEGIN SELECT RAISE(ABORT, 'editions and sign-offs are written once'); END"
    return [
        f"CREATE TRIGGER edition_written_once BEFORE UPDATE ON {EDITION} "
        f"WHEN {changed} OR OLD.ended_at IS NOT NULL {refuse}",
        f"CREATE TRIGGER edition_never_deleted BEFORE DELETE ON {EDITION} {refuse}",
        f"CREATE TRIGGER edition_never_replaced BEFORE INSERT ON {EDITION} WHEN EXISTS ("
        f"SELECT 1 FROM {EDITION} WHERE id = NEW.id OR signed_by_id = NEW.signed_by_id "
        f"OR (page_id = NEW.page_id AND number = NEW.number)) {refuse}",
        f"CREATE TRIGGER sign_off_written_once BEFORE UPDATE ON {SIGN_OFF} {refuse}",
        f"CREATE TRIGGER sign_off_never_deleted BEFORE DELETE ON {SIGN_OFF} {refuse}",
        f"CREATE TRIGGER sign_off_never_replaced BEFORE INSERT ON {SIGN_OFF} WHEN EXISTS ("
        f"SELECT 1 FROM {SIGN_OFF} WHERE id = NEW.id) {refuse}",
    ]


def _postgresql(fixed: list[str]) -> list[str]:
    changed = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in fixed)
    refuse = "EXECUTE FUNCTION editorial_written_once()"
    return [
        "CREATE OR REPLACE FUNCTION editorial_written_once() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'editions and sign-offs are written once'; END $$",
        f"CREATE TRIGGER edition_written_once BEFORE UPDATE ON {EDITION} FOR EACH ROW "
        f"WHEN ({changed} OR OLD.ended_at IS NOT NULL) {refuse}",
        f"CREATE TRIGGER edition_never_deleted BEFORE DELETE ON {EDITION} FOR EACH ROW {refuse}",
        f"CREATE TRIGGER edition_never_truncated BEFORE TRUNCATE ON {EDITION} {refuse}",
        f"CREATE TRIGGER sign_off_written_once BEFORE UPDATE ON {SIGN_OFF} FOR EACH ROW {refuse}",
        f"CREATE TRIGGER sign_off_never_deleted BEFORE DELETE ON {SIGN_OFF} FOR EACH ROW {refuse}",
        f"CREATE TRIGGER sign_off_never_truncated BEFORE TRUNCATE ON {SIGN_OFF} {refuse}",
    ]
