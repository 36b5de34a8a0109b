"""The people of an editorial team; each is in one group only, so that refusals are seen."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User

from editorial import people

PASSWORD = "demo"


@pytest.fixture
def person(db: None) -> Callable[..., User]:
    """Return a function that makes an active user of the groups named."""

    def make(username: str, *groups: str, **fields: object) -> User:
        user = User.objects.create_user(
            username, f"{username}@example.org", PASSWORD, first_name=username.capitalize(), **fields
        )
        user.groups.set([Group.objects.get(name=name) for name in groups])
        return user

    return make


@pytest.fixture
def author(person: Callable[..., User]) -> User:
    return person("author", people.AUTHORS)


@pytest.fixture
def author2(person: Callable[..., User]) -> User:
    return person("author2", people.AUTHORS)


@pytest.fixture
def translator(person: Callable[..., User]) -> User:
    return person("translator", people.TRANSLATORS)


@pytest.fixture
def language_reviewer(person: Callable[..., User]) -> User:
    return person("language-reviewer", people.LANGUAGE_REVIEWERS)


@pytest.fixture
def signer(person: Callable[..., User]) -> User:
    return person("signer", people.SIGNERS)


@pytest.fixture
def signer2(person: Callable[..., User]) -> User:
    return person("signer2", people.SIGNERS)


@pytest.fixture
def lead(person: Callable[..., User]) -> User:
    return person("lead", people.LEADS)


@pytest.fixture
def superuser(person: Callable[..., User]) -> User:
    return person("admin", is_staff=True, is_superuser=True)
