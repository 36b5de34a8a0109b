"""Sign-offs and editions are written once: by Django, and by whoever has the database."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from editorial import triggers
from editorial.models import Edition, SignOff
from editorial.models.append_only import WrittenOnce

TABLES = ["editorial_edition", "editorial_signoff"]


def raw(sql):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_the_triggers_stand(db):
    assert triggers.missing(connection) == []


@pytest.mark.parametrize("model", [Edition, SignOff])
def test_a_row_cannot_be_saved_again(published, model):
    row = model.objects.first()
    row.digest = "0" * 64

    with pytest.raises(WrittenOnce, match="never changed"):
        row.save()


@pytest.mark.parametrize("model", [Edition, SignOff])
def test_a_row_cannot_be_deleted(published, model):
    with pytest.raises(WrittenOnce, match="never deleted"):
        model.objects.first().delete()
    with pytest.raises(WrittenOnce, match="never deleted"):
        model.objects.all().delete()


@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_an_update(published, table):
    with pytest.raises(DatabaseError, match="written once"):
        raw(f"UPDATE {table} SET digest = 'x'")


@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_a_delete(published, table):
    with pytest.raises(DatabaseError, match="written once"):
        raw(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_to_empty_a_table(published, table):
    # SQLite knows no TRUNCATE; its DELETE without a condition must meet the trigger all the same.
    connection.check_constraints()  # PostgreSQL truncates no table with constraints still to be checked
    empty = "TRUNCATE {} CASCADE" if connection.vendor == "postgresql" else "DELETE FROM {}"

    with pytest.raises(DatabaseError, match="written once"):
        raw(empty.format(table))


def test_the_database_lets_an_edition_end_once(published):
    raw("UPDATE editorial_edition SET ended_at = published_at")

    with pytest.raises(DatabaseError, match="written once"):
        raw("UPDATE editorial_edition SET ended_at = NULL")


def test_a_signed_page_cannot_be_deleted(published):
    with pytest.raises(ProtectedError):
        published.delete()


def test_a_signed_revision_cannot_be_deleted(published):
    with pytest.raises(ProtectedError):
        Edition.objects.get().revision.delete()


def test_who_signed_cannot_be_deleted(published, signer):
    with pytest.raises(ProtectedError):
        signer.delete()


@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_to_replace_a_row(published, table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE digest <> ''")
        columns = [column[0] for column in cursor.description]
    # PostgreSQL knows no REPLACE: there the same row cannot be inserted a second time.
    insert = "INSERT" if connection.vendor == "postgresql" else "INSERT OR REPLACE"
    names = ", ".join(columns)
    refusal = "duplicate key" if connection.vendor == "postgresql" else "written once"

    with pytest.raises(DatabaseError, match=refusal):
        raw(f"{insert} INTO {table} ({names}) SELECT {names} FROM {table}")
