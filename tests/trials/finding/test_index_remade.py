"""In a file of its own: a table that is remade, as a migration on SQLite does, and a flush."""

from datetime import date

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, models

from tests.trials.finding.made import trial
from trials.finding import index
from trials.finding.answer import answer_to
from trials.finding.asked import Asked
from trials.models import PublishedTrial

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def kinds_known():
    """The signal below empties the cache of content types, which the next test's pages are read with."""
    yield
    ContentType.objects.get_for_models(*apps.get_models())


def found(query):
    return answer_to(Asked(q=query), today=date(2026, 5, 20)).rows.count()


def remake_table():
    standing = PublishedTrial._meta.get_field("path")
    longer = models.CharField(max_length=300)
    longer.set_attributes_from_name("path")
    longer.model = PublishedTrial
    for before, after in ((standing, longer), (longer, standing)):
        with connection.schema_editor() as editor:
            editor.alter_field(PublishedTrial, before, after)


def test_search_works_on_after_the_table_was_remade(publish):
    publish(trial(1, "骨髓瘤"))

    remake_table()
    # As `migrate` does at its end.
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    publish(trial(2, "骨髓瘤"))

    assert index.missing(connection) == []
    assert found("骨髓瘤") == 2
