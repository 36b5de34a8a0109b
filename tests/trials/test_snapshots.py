import pytest
from django.db import IntegrityError, connection
from django.db.models.deletion import ProtectedError
from django.test.utils import CaptureQueriesContext

from tests.trials.factories import make_snapshot
from trials.editing.registry_words import registry_words
from trials.models import RegistrySnapshot, TrialPage

pytestmark = pytest.mark.django_db


def test_same_record_is_kept_once():
    make_snapshot()

    with pytest.raises(IntegrityError):
        make_snapshot()


def test_record_of_a_page_cannot_be_deleted(trial):
    with pytest.raises(ProtectedError):
        trial.registry_record.delete()


def test_draft_is_rebuilt_without_reading_the_raw_record(trial):
    with CaptureQueriesContext(connection) as queries:
        TrialPage.objects.get(pk=trial.pk).get_latest_revision_as_object().build_content()

    assert [query["sql"] for query in queries if '."raw"' in query["sql"]] == []


def test_registry_words_are_the_passages_of_the_record(trial):
    assert registry_words(trial) == {
        "brief_title": "<b>UTAA17</b> in myeloma",
        "official_title": "A study of UTAA17",
        "eligibility": "Inclusion Criteria:\n\n* Adults",
    }


def test_page_without_a_record_has_no_registry_words(trial):
    trial.registry_record = None

    assert registry_words(trial) == {}


def test_raw_record_is_given_when_asked_for(trial):
    stored = RegistrySnapshot.objects.get()

    assert stored.raw.startswith('{"protocolSection"')
