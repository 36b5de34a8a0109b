from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache

from editorial.models import Edition
from tests.site import publishing
from tests.site.conftest import NOT_DUE, REVIEWED
from trials.finding.synonyms import ensure_starter_synonyms


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def starter_synonyms(db: None) -> None:
    ensure_starter_synonyms()


@pytest.fixture
def publish(db: None, signer: Any) -> Callable[..., Edition]:
    """Return a function that puts content in force as signed on 15 May 2026, not due for re-review."""
    home = publishing.build_site()

    def put(content: Any, **options: Any) -> Edition:
        options = {"now": REVIEWED, "review_due": NOT_DUE} | options
        return publishing.publish(content, home=home, signer=signer, **options)

    return put
