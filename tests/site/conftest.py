from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User
from django.utils import translation

from editorial.content import SignedContent
from editorial.models import Edition
from tests.site import publishing
from trials.models import HomePage

REVIEWED = datetime(2026, 5, 15, 3, 0, tzinfo=UTC)
# Pages are read on the day the tests run; a review that is due some day would turn up in all of them.
NOT_DUE = date(2126, 5, 15)


@pytest.fixture(autouse=True)
def no_language_left_active() -> Iterator[None]:
    yield
    translation.deactivate()


@pytest.fixture
def home(db: None) -> HomePage:
    return publishing.build_site()


@pytest.fixture
def publish(home: HomePage, signer: User) -> Callable[..., Edition]:
    """Return a function that puts content in force as signed on 15 May 2026, not due for re-review."""

    def put(content: SignedContent, now: datetime = REVIEWED, **options: object) -> Edition:
        options = {"review_due": NOT_DUE} | options
        return publishing.publish(content, home=home, signer=signer, now=now, **options)

    return put
