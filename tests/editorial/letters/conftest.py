from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from wagtail.users.models import UserProfile

from editorial.models import Letter
from tests.mail_server import mail_server  # noqa: F401  fixture

NOON = datetime(2026, 5, 15, 4, tzinfo=UTC)
"""In Shanghai."""


@pytest.fixture
def letter(signer: User) -> Callable[..., Letter]:
    """Return a function that writes a letter to the signer, or to somebody else."""

    def write(subject: str = "A letter", **columns: Any) -> Letter:
        fields = {
            "person": signer,
            "kind": Letter.Kind.CHANGES,
            "language": "en",
            "body": "Hello.\n",
            "made_at": NOON,
        }
        return Letter.objects.create(subject=subject, **fields | columns)

    return write


@pytest.fixture
def speaks() -> Callable[..., None]:
    """Return a function that chooses the language a person works in."""

    def choose(person: User, language: str) -> None:
        profile = UserProfile.get_for_user(person)
        profile.preferred_language = language
        profile.save()

    return choose
