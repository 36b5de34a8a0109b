"""The language tests begin in."""

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are compared in English; a request of another test may have left its language active."""
    with translation.override("en"):
        yield
