from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.utils import translation

from editorial.content import SignedContent
from editorial.models import Edition
from tests.site import publishing
from trials.models import HomePage

REVIEWED = datetime(2026, 5, 15, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_language_left_active() -> Iterator[None]:
    yield
    translation.deactivate()


@pytest.fixture
def home(db: None) -> HomePage:
    return publishing.build_site()


@pytest.fixture
def publish(home: HomePage, signer: User) -> Callable[..., Edition]:
    """Return a function that puts content in force as signed on 15 May 2026."""

    def put(content: SignedContent, now: datetime = REVIEWED, **options: object) -> Edition:
        return publishing.publish(content, home=home, signer=signer, now=now, **options)

    return put
