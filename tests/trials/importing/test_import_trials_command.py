"""The command `import_trials`: what it prints, how it ends."""

import json
import zipfile
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.models.signals import post_save
from wagtail.models import Revision

from tests.registry.records import RECORDS, SEED, TRIAL_IDS, minimal_study
from tests.registry.registry_server import running_registry
from trials.models import CriterionRow, TrialPage

pytestmark = pytest.mark.django_db

FIRST, SECOND = minimal_study("NCT00000001"), minimal_study("NCT00000002")


def run(*sources: Any, **options: Any) -> list[str]:
    out = StringIO()
    try:
        call_command("import_trials", *map(str, sources), stdout=out, stderr=StringIO(), **options)
    except CommandError as error:
        return [*out.getvalue().splitlines(), f"exit {error.returncode}: {error}"]
    return out.getvalue().splitlines()


def write(path: Path, value: Any) -> Path:
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_all_real_records_are_imported_and_a_second_time_nothing_is():
    first = run(RECORDS)
    revisions = Revision.objects.count()
    second = run(RECORDS)

    odd = "texts of editors kept: 0, not understood: 2; -v 2 lists them"
    created, unchanged = (
        [f"{trial_id} {outcome}" for trial_id in TRIAL_IDS] for outcome in ("created", "unchanged")
    )
    assert first == [*created, "14 created, 0 updated, 0 unchanged, 0 refused", odd]
    assert second == [*unchanged, "0 created, 0 updated, 14 unchanged, 0 refused", odd]
    assert (TrialPage.objects.filter(live=True).count(), Revision.objects.count()) == (0, revisions)


def test_seed_record_counts_its_criteria():
    run(RECORDS / f"{SEED}.json")

    rows = CriterionRow.objects.values_list("group", "level")
    assert {each: list(rows).count(each) for each in set(rows)} == {
        ("inclusion", 1): 10,
        ("inclusion", 2): 10,
        ("exclusion", 1): 11,
    }


def test_refused_record_ends_in_exit_code_one(tmp_path):
    good, bad = write(tmp_path / "good.json", FIRST), tmp_path / "bad.json"
    bad.write_text('{"protocolSection": ', encoding="utf-8")

    assert run(tmp_path) == [
        f"{bad} refused: this is not JSON: Expecting value (line 1, column 21)",
        "NCT00000001 created",
        "1 created, 0 updated, 0 unchanged, 1 refused",
        "exit 1: 1 refused",
    ]
    assert good.exists()


def test_archive_lines_and_search_result_are_sources(tmp_path):
    third, fourth = minimal_study("NCT00000003"), minimal_study("NCT00000004")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.json", json.dumps(FIRST))
    (tmp_path / "b.jsonl").write_text(f"{json.dumps(SECOND)}\n\n{json.dumps(third)}\n", encoding="utf-8")
    write(tmp_path / "c.json", {"studies": [fourth]})

    assert run(*(tmp_path / name for name in ("a.zip", "b.jsonl", "c.json"))) == [
        "NCT00000001 created",
        "NCT00000002 created",
        "NCT00000003 created",
        "NCT00000004 created",
        "4 created, 0 updated, 0 unchanged, 0 refused",
    ]


def test_trial_in_two_sources_is_refused_the_second_time(tmp_path):
    one, two = write(tmp_path / "one.json", FIRST), write(tmp_path / "two.json", FIRST)

    assert run(one, two) == [
        "NCT00000001 created",
        f"{two} refused: NCT00000001 came before, at {one}; this one was left out",
        "1 created, 0 updated, 0 unchanged, 1 refused",
        "exit 1: 1 refused",
    ]


def test_trial_id_is_fetched_from_the_registry(settings):
    with running_registry() as registry:
        registry.says("NCT00000001", (200, {}, FIRST))
        settings.REGISTRY_URL = registry.url

        lines = run("nct00000001")

    assert lines == ["NCT00000001 created", "1 created, 0 updated, 0 unchanged, 0 refused"]


def test_trial_id_the_registry_does_not_know_is_refused(settings):
    with running_registry() as registry:
        registry.says("NCT00000404", (404, {}, {}))
        settings.REGISTRY_URL = registry.url

        lines = run("NCT00000404")

    assert lines == [
        "NCT00000404 refused: the registry has no trial with this id",
        "0 created, 0 updated, 0 unchanged, 1 refused",
        "exit 1: 1 refused",
    ]


def test_file_named_like_a_trial_is_read_not_fetched(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "NCT00000001", FIRST)

    assert run("NCT00000001")[0] == "NCT00000001 created"


def test_missing_source_is_refused(tmp_path):
    assert run(tmp_path / "nowhere")[0] == f"{tmp_path / 'nowhere'} refused: there is no such file or folder"


def test_dry_run_writes_nothing(tmp_path):
    lines = run(write(tmp_path / "one.json", FIRST), dry_run=True)

    assert lines == [
        "NCT00000001 created",
        "1 created, 0 updated, 0 unchanged, 0 refused (dry run, nothing written)",
    ]
    assert TrialPage.objects.count() == 0


def test_limit_stops_after_so_many(tmp_path):
    source = write(tmp_path / "two.json", [FIRST, SECOND])

    assert run(source, limit=1) == ["NCT00000001 created", "1 created, 0 updated, 0 unchanged, 0 refused"]


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_limit_that_is_no_number_is_refused(limit):
    with pytest.raises(CommandError, match="argument --limit: expected a whole number above 0"):
        call_command("import_trials", str(RECORDS), f"--limit={limit}")


def test_drafts_are_by_the_person_named(tmp_path, author):
    run(write(tmp_path / "one.json", FIRST), user="author")

    assert (TrialPage.objects.get().owner, Revision.objects.get().user) == (author, author)


def test_person_nobody_knows_is_refused(tmp_path):
    assert run(write(tmp_path / "one.json", FIRST), user="nobody") == [
        "exit 1: There is nobody with the user name 'nobody'."
    ]


def test_interrupted_import_says_what_is_in(tmp_path):
    def interrupt(sender, instance, **kwargs):
        if instance.trial_id == "NCT00000002":
            raise KeyboardInterrupt

    post_save.connect(interrupt, sender=TrialPage)
    try:
        lines = run(write(tmp_path / "two.json", [FIRST, SECOND]))
    finally:
        post_save.disconnect(interrupt, sender=TrialPage)

    assert lines == [
        "NCT00000001 created",
        "exit 130: Interrupted. What is listed is in: 1 created, 0 updated, 0 unchanged, 0 refused.",
    ]


def test_notes_are_listed_when_asked_for(tmp_path):
    source = write(tmp_path / "one.json", minimal_study("NCT00000001", statusModule={"overallStatus": "ODD"}))
    note = (
        'protocolSection.statusModule.overallStatus: "ODD": '
        "The registry uses a code here that this program does not know; it was kept."
    )

    assert run(source, verbosity=2)[:2] == ["NCT00000001 created", f"  {note}"]
    assert run(source)[2] == "texts of editors kept: 0, not understood: 1; -v 2 lists them"
