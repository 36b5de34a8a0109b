import pytest
from django.db import connection

from editorial import people, triggers
from tests.database import is_transactional, uses_database


@pytest.mark.django_db
def test_evidence_is_append_only_in_every_test():
    assert triggers.missing(connection) == []


def test_kind_of_a_test_is_told_from_its_fixtures_and_marks(request):
    here = request.node

    assert (uses_database(here), is_transactional(here)) == (False, False)

    here.fixturenames.append("db")
    assert (uses_database(here), is_transactional(here)) == (True, False)

    here.fixturenames.append("live_server")
    assert (uses_database(here), is_transactional(here)) == (True, True)


def test_people_are_in_one_group_each(author, translator, language_reviewer, signer, lead, superuser):
    everyone = [author, translator, language_reviewer, signer, lead, superuser]
    groups = [[group.name for group in person.groups.all()] for person in everyone]

    assert groups == [
        [people.AUTHORS],
        [people.TRANSLATORS],
        [people.LANGUAGE_REVIEWERS],
        [people.SIGNERS],
        [people.LEADS],
        [],
    ]
