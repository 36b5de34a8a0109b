from collections.abc import Iterator

import pytest
from django.utils import translation

from tests.editorial.desk import (  # noqa: F401  fixtures
    draft,
    home,
    published,
    reviewed,
    submit,
    submitted,
    trials,
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are compared in English; a request of another test may have left its language active."""
    with translation.override("en"):
        yield
