"""The state of the database before and after each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from editorial import triggers

DATABASE_FIXTURES = frozenset({"db", "transactional_db", "live_server"})
TRANSACTIONAL_FIXTURES = frozenset({"transactional_db", "live_server"})


def uses_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(item.fixturenames))


def is_transactional(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    asked = bool(marker and marker.kwargs.get("transaction"))
    return asked or bool(TRANSACTIONAL_FIXTURES & set(item.fixturenames))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # A flush also takes what the migrations wrote: root page, groups, workflow. Django puts it back before
    # the next transactional test only, so these run last: pytest-django sorts them so, and pytest-xdist
    # keeps the order of files when told --no-loadscope-reorder.
    for item in filter(is_transactional, items):
        marker = item.get_closest_marker("django_db")
        asked = marker.kwargs if marker else {}
        whole = pytest.mark.django_db(**asked | {"transaction": True, "serialized_rollback": True})
        item.add_marker(whole, append=False)
    refuse_mixed_files(items)


def refuse_mixed_files(items: list[pytest.Item]) -> None:
    """A file is transactional as a whole or not at all: handed out by the file, it keeps its order."""
    kinds: dict[Path, set[bool]] = {}
    for item in filter(uses_database, items):
        kinds.setdefault(item.path, set()).add(is_transactional(item))
    if mixed := sorted(str(path) for path, found in kinds.items() if len(found) > 1):
        raise pytest.UsageError(f"Move the transactional tests to a file of their own: {', '.join(mixed)}")


@pytest.fixture(autouse=True)
def append_only(request: pytest.FixtureRequest) -> Iterator[None]:
    """Sign-offs and editions are append-only in every test; only the flush after a test may empty them."""
    if not uses_database(request.node):
        yield
        return
    request.getfixturevalue("db")
    if triggers.missing(connection):
        triggers.install(connection)
    yield
    if is_transactional(request.node):
        triggers.drop(connection)
