"""A file whose tests differ in their kind of transaction is refused while it is collected."""

import re

import pytest

from tests.database import refuse_mixed_files


@pytest.fixture
def collected(request):
    """Return a function that collects a test of this file, marked for the database as told."""

    def collect(**asked):
        item = pytest.Function.from_parent(request.node.parent, name="test_collected", callobj=lambda: None)
        item.add_marker(pytest.mark.django_db(**asked))
        return item

    return collect


def test_a_file_with_both_kinds_is_refused_by_its_name(collected):
    with pytest.raises(pytest.UsageError, match=f"a file of their own: {re.escape(__file__)}$"):
        refuse_mixed_files([collected(), collected(transaction=True)])


@pytest.mark.parametrize("asked", [{}, {"transaction": True}])
def test_a_file_of_one_kind_is_collected(collected, asked):
    assert refuse_mixed_files([collected(**asked), collected(**asked)]) is None
