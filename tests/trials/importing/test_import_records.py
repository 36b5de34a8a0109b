"""Many records at once: each alone, bad ones refused with place and reason, the rest imported."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError
from django.db.models.signals import post_save
from django.utils import timezone, translation

from tests.registry.records import minimal_study
from tests.trials.drafting.records import MAY
from tests.trials.factories import make_index
from trials.importing import Tally, import_records
from trials.models import CriterionRow, RegistrySnapshot, TrialPage
from trials.registry.found import Found

pytestmark = pytest.mark.django_db

ELIGIBILITY = {"eligibilityCriteria": "Inclusion Criteria:\n\n* Adults"}


def study(number: int, **identification: Any) -> dict[str, Any]:
    return minimal_study(
        f"NCT0000000{number}", identificationModule=identification, eligibilityModule=ELIGIBILITY
    )


def found(*studies: Any) -> list[Found]:
    return [Found(f"f.json study {number}", each) for number, each in enumerate(studies, start=1)]


def importing(records: Any, **options: Any) -> Iterator[Any]:
    return import_records(records, parent=make_index(), user=None, now=MAY, **options)


def told(records: Any, **options: Any) -> list[str]:
    return [str(line) for line in importing(records, **options)]


def trial_ids() -> list[str]:
    return sorted(TrialPage.objects.values_list("trial_id", flat=True))


def test_each_record_is_told():
    records = found(study(1), study(2))

    assert told(records) == ["NCT00000001 created", "NCT00000002 created"]
    assert told(records) == ["NCT00000001 unchanged", "NCT00000002 unchanged"]
    assert told(found(study(1, briefTitle="New"))) == ["NCT00000001 updated"]


@pytest.mark.parametrize(
    ("bad", "line"),
    [
        (
            minimal_study(None),
            "f.json study 2 refused: protocolSection.identificationModule.nctId: the record has no trial id",
        ),
        (
            minimal_study("NCT1"),
            "f.json study 2 refused: protocolSection.identificationModule.nctId: "
            '"NCT1" is not a trial id of the registry (NCT and eight digits)',
        ),
        (
            minimal_study("NCT00000002\0"),
            "f.json study 2 refused: protocolSection.identificationModule.nctId: "
            "the trial id holds the control character U+0000",
        ),
    ],
)
def test_bad_record_is_refused_and_the_rest_imported(bad, line):
    assert told(found(study(1), bad, study(3))) == ["NCT00000001 created", line, "NCT00000003 created"]
    assert trial_ids() == ["NCT00000001", "NCT00000003"]


def test_trial_met_twice_is_refused_naming_both_places():
    assert told(found(study(1), study(2), study(1, briefTitle="Other"))) == [
        "NCT00000001 created",
        "NCT00000002 created",
        "f.json study 3 refused: NCT00000001 came before, at f.json study 1; this one was left out",
    ]


def test_locked_page_is_refused_with_the_place_of_its_record():
    told(found(study(1)))
    TrialPage.objects.update(locked=True, locked_at=timezone.now())

    assert told(found(study(1, briefTitle="New"), study(2))) == [
        "NCT00000001 refused: f.json study 1: the page is locked; unlock it, then import again",
        "NCT00000002 created",
    ]


def test_error_in_one_record_is_logged_and_the_rest_imported(caplog):
    def fail(sender, instance, **kwargs):
        if instance.page.trial_id == "NCT00000002":
            raise DatabaseError("disk full")

    post_save.connect(fail, sender=CriterionRow)
    try:
        lines = told(found(study(1), study(2), study(3)))
    finally:
        post_save.disconnect(fail, sender=CriterionRow)

    assert lines == [
        "NCT00000001 created",
        "NCT00000002 refused: f.json study 2: an unexpected error, told in the log (DatabaseError)",
        "NCT00000003 created",
    ]
    assert trial_ids() == ["NCT00000001", "NCT00000003"]
    errors = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert errors == ["The import of NCT00000002 from f.json study 2 failed"]


def test_interrupted_import_keeps_what_was_told_and_nothing_of_the_rest():
    def interrupt(sender, instance, **kwargs):
        if instance.page.trial_id == "NCT00000002":
            raise KeyboardInterrupt

    lines = []
    post_save.connect(interrupt, sender=CriterionRow)
    try:
        with pytest.raises(KeyboardInterrupt):
            lines.extend(map(str, importing(found(study(1), study(2), study(3)))))
    finally:
        post_save.disconnect(interrupt, sender=CriterionRow)

    assert (trial_ids(), RegistrySnapshot.objects.count()) == (["NCT00000001"], 1)
    assert told(found(study(1), study(2), study(3))) == [
        "NCT00000001 unchanged",
        "NCT00000002 created",
        "NCT00000003 created",
    ]


def test_dry_run_tells_the_same_and_writes_nothing():
    records = found(study(1), minimal_study(None), study(1))

    lines = told(records, dry_run=True)

    assert TrialPage.objects.count() == RegistrySnapshot.objects.count() == 0
    assert lines == told(records)


def test_limit_stops_after_so_many_records():
    assert told(found(study(1), study(2), study(3)), limit=2) == [
        "NCT00000001 created",
        "NCT00000002 created",
    ]
    assert trial_ids() == ["NCT00000001", "NCT00000002"]


def test_records_are_drafted_as_they_come():
    lines = importing(found(study(1), study(2)))

    next(lines)

    assert trial_ids() == ["NCT00000001"]


def test_what_was_not_understood_is_told_with_its_place():
    [line] = importing(found(minimal_study("NCT00000001", statusModule={"overallStatus": "PAUSED"})))

    assert line.odd == (
        'protocolSection.statusModule.overallStatus: "PAUSED": '
        "The registry uses a code here that this program does not know; it was kept.",
    )
    assert line.page == TrialPage.objects.get()


def test_tally_counts_outcomes_and_notes():
    lines = list(importing(found(study(1), study(1), minimal_study("NCT00000002", newModule={}))))

    tally = Tally.of(lines)

    assert str(tally) == "2 created, 0 updated, 0 unchanged, 1 refused"
    assert (tally.refused, tally.kept, tally.odd) == (1, 0, 1)


def test_refusal_speaks_the_language_of_the_person():
    told(found(study(1)))
    TrialPage.objects.update(locked=True, locked_at=timezone.now())

    with translation.override("zh-hans"):
        [line] = importing(found(study(1, briefTitle="New")))

    assert line.why.removeprefix("f.json study 1: ") == translation_of(
        "the page is locked; unlock it, then import again"
    )


def translation_of(sentence: str) -> str:
    with translation.override("zh-hans"):
        return translation.gettext(sentence)
