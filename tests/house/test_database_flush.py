"""In a file of their own: what a flush takes away is put back before the next transactional test only."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from wagtail.models import Page

from editorial import people, triggers


@pytest.mark.parametrize("turn", ["first", "second"])
@pytest.mark.django_db(transaction=True)
def test_transactional_test_begins_with_the_migrated_database(turn):
    groups = set(Group.objects.values_list("name", flat=True))

    assert groups >= set(people.GROUPS)
    assert Page.get_first_root_node() is not None
    assert triggers.missing(connection) == []

    # Taken away for good here, so that the second turn sees whether it was put back.
    Group.objects.all().delete()
