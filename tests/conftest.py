"""What every test stands on: each concern is a plugin of its own beside this file."""

import pytest
from django.core.cache import cache

pytest_plugins = [
    "tests.browser",
    "tests.database",
    "tests.demo_site",
    "tests.languages",
    "tests.people",
    "tests.selection",
]


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """What the finder counted for the list of another test is gone: primary keys come again."""
    cache.clear()
