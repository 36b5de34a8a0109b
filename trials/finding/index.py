"""The database's own index of the tokens: FTS5 on SQLite, kept in step by triggers; GIN on PostgreSQL."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "trials_publishedtrial"
INDEX = "trials_published_grams"

_OLD = f"INSERT INTO {INDEX} ({INDEX}, rowid, grams) VALUES ('delete', old.id, old.grams);"
_NEW = f"INSERT INTO {INDEX} (rowid, grams) VALUES (new.id, new.grams);"
TRIGGERS = {
    f"{INDEX}_inserted": f"AFTER INSERT ON {TABLE} BEGIN {_NEW} END",
    f"{INDEX}_deleted": f"AFTER DELETE ON {TABLE} BEGIN {_OLD} END",
    f"{INDEX}_updated": f"AFTER UPDATE OF id, grams ON {TABLE} BEGIN {_OLD} {_NEW} END",
}
FTS5 = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {INDEX} USING fts5("
    f"grams, content='{TABLE}', content_rowid='id', tokenize='ascii', detail='none', columnsize=0)"
)
GIN = f"CREATE INDEX IF NOT EXISTS {INDEX} ON {TABLE} USING gin (to_tsvector('simple', grams))"


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the index where it is missing; fill it anew where the table was remade since (SQLite)."""
    with connection.cursor() as cursor:
        if "grams" not in _columns(connection, cursor):
            return
        if connection.vendor == "postgresql":
            cursor.execute(GIN)
        elif missing(connection):
            cursor.execute(FTS5)
            for name, rule in TRIGGERS.items():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
                cursor.execute(f"CREATE TRIGGER {name} {rule}")
            cursor.execute(f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')")


def drop(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP INDEX IF EXISTS {INDEX}")
            return
        for name in TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        cursor.execute(f"DROP TABLE IF EXISTS {INDEX}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of what ought to stand in this database and does not."""
    if connection.vendor == "postgresql":
        wanted, query = [INDEX], "SELECT indexname FROM pg_indexes"
    else:
        wanted, query = [INDEX, *TRIGGERS], "SELECT name FROM sqlite_master"
    with connection.cursor() as cursor:
        cursor.execute(query)
        standing = {row[0] for row in cursor.fetchall()}
    return [name for name in wanted if name not in standing]


def _columns(connection: BaseDatabaseWrapper, cursor: object) -> set[str]:
    if TABLE not in connection.introspection.table_names(cursor):
        return set()
    return {column.name for column in connection.introspection.get_table_description(cursor, TABLE)}
