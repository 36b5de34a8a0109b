from pathlib import Path

import pytest
from django.db import connection

from config.databases import database
from config.env import BadEnvironment

BASE = Path("/srv/site")


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("sqlite:///var/site.sqlite3", "/srv/site/var/site.sqlite3"),
        ("sqlite:////var/lib/site.sqlite3", "/var/lib/site.sqlite3"),
        ("sqlite:///a%20folder/site.sqlite3", "/srv/site/a folder/site.sqlite3"),
    ],
)
def test_sqlite_address_gives_a_file(address, file):
    settings = database(address, base=BASE)

    assert settings["ENGINE"] == "django.db.backends.sqlite3"
    assert settings["NAME"] == file
    assert settings["ATOMIC_REQUESTS"] is True


def test_postgres_address_gives_every_part():
    address = "postgres://editor:p%40ss@db.example.org:5433/trials?sslmode=require&pool_min=2&pool_max=8"

    settings = database(address, base=BASE)

    assert settings == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "trials",
        "USER": "editor",
        "PASSWORD": "p@ss",
        "HOST": "db.example.org",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require", "pool": {"min_size": 2, "max_size": 8, "timeout": 10}},
        "ATOMIC_REQUESTS": True,
        "CONN_HEALTH_CHECKS": True,
    }


def test_postgres_address_may_lead_to_a_socket():
    settings = database("postgresql://editor@/trials?host=/run/postgresql", base=BASE)

    assert (settings["HOST"], settings["PORT"], settings["USER"]) == ("/run/postgresql", "", "editor")


@pytest.mark.parametrize(
    "address",
    [
        "site.sqlite3",
        "sqlite://",
        "sqlite:///",
        "sqlite://host/file",
        "mysql://host/name",
        "postgres://host/",
        "postgres://host:port/name",
        "postgres://host/name?pool_max=many",
        "postgres://host/name?pool_min=9&pool_max=3",
        "postgres://host/name?pool_size=9",
    ],
)
def test_other_addresses_are_refused(address):
    with pytest.raises(BadEnvironment, match="DATABASE_URL"):
        database(address, base=BASE)


@pytest.mark.django_db
def test_connection_keeps_foreign_keys_and_waits_for_other_writers():
    if connection.vendor == "postgresql":
        assert connection.pool.max_size == 10
        return

    with connection.cursor() as cursor:
        pragmas = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("foreign_keys", "journal_mode", "busy_timeout")
        }

    assert pragmas == {"foreign_keys": 1, "journal_mode": "wal", "busy_timeout": 20_000}
    assert connection.transaction_mode == "IMMEDIATE"
