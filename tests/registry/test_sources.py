"""Files, folders, lines, search results and uploads, and what is told about a bad one."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registry.records import RECORDS, TRIAL_IDS, minimal_study
from trials.registry.sources import Found, Limits, open_source, open_upload

FIRST, SECOND = minimal_study("NCT00000001"), minimal_study("NCT00000002")


def written(path: Path, value: Any) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    return path


def problems(records: list[Found]) -> list[tuple[str, str | None]]:
    return [(Path(found.place).name, found.problem) for found in records]


def test_file_of_one_study_is_found(tmp_path):
    source = written(tmp_path / "a.json", FIRST)

    assert list(open_source(source)) == [Found(str(source), FIRST)]


def test_file_with_a_byte_order_mark_is_read(tmp_path):
    source = written(tmp_path / "a.json", b"\xef\xbb\xbf" + json.dumps(FIRST).encode())

    assert list(open_source(str(source))) == [Found(str(source), FIRST)]


def test_folder_is_read_in_order_and_through_its_folders(tmp_path):
    for name, study in [("b.json", SECOND), ("a.json", FIRST), ("more/c.json", minimal_study("NCT00000003"))]:
        written(tmp_path / name, study)
    written(tmp_path / "README.md", b"# no record")
    written(tmp_path / ".hidden.json", b"{")

    assert [Path(found.place).name for found in open_source(tmp_path)] == ["a.json", "b.json", "c.json"]


def test_folder_of_real_records_is_found_whole():
    assert [Path(found.place).stem for found in open_source(RECORDS) if found.study] == TRIAL_IDS


def test_folder_is_read_one_record_at_a_time(tmp_path):
    written(tmp_path / "a.json", FIRST)
    later = written(tmp_path / "b.json", SECOND)
    records = open_source(tmp_path)

    next(records)
    later.write_bytes(b"{")

    assert problems(list(records)) == [
        (
            "b.json",
            "this is not JSON: Expecting property name enclosed in double quotes (line 1, column 2)",
        )
    ]


@pytest.mark.parametrize("whole", [{"studies": [FIRST, SECOND], "nextPageToken": "x"}, [FIRST, SECOND]])
def test_search_result_is_found_study_by_study(tmp_path, whole):
    source = written(tmp_path / "search.json", whole)

    assert list(open_source(source)) == [
        Found(f"{source} study 1", FIRST),
        Found(f"{source} study 2", SECOND),
    ]


def test_lines_are_found_with_their_numbers_and_a_bad_one_costs_only_itself(tmp_path):
    lines = [json.dumps(FIRST).encode(), b"", b"{'a'}", b"\xff", json.dumps(SECOND).encode()]
    source = written(tmp_path / "x.jsonl", b"\n".join(lines))

    assert list(open_source(source)) == [
        Found(f"{source} line 1", FIRST),
        Found(
            f"{source} line 3",
            problem="this is not JSON: Expecting property name enclosed in double quotes (line 1, column 2)",
        ),
        Found(f"{source} line 4", problem="this is not UTF-8 text (byte 1)"),
        Found(f"{source} line 5", SECOND),
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "this is not JSON: Expecting value (line 1, column 1)"),
        (
            b'{"a":\n 1,}',
            "this is not JSON: Expecting property name enclosed in double quotes (line 2, column 4)",
        ),
        ("试验".encode("gb18030"), "this is not UTF-8 text (byte 1)"),
        (json.dumps(FIRST).encode("utf-16"), "this is not UTF-8 text (byte 1)"),
        (b'{"protocolSection": NaN}', "this is not JSON: NaN is not a JSON number"),
        (b'{"protocolSection": -Infinity}', "this is not JSON: -Infinity is not a JSON number"),
        (b"[" * 100_000, "this JSON is nested too deeply"),
        (b'{"a": 1}', "this is not a study record"),
        (b"7", "this is not a study record"),
        (b"[]", "there are no studies in it"),
        (b'{"studies": []}', "there are no studies in it"),
        (b"PK\x03\x04 broken", "this is not a zip archive, or a damaged one"),
    ],
)
def test_file_that_holds_no_study_says_why(tmp_path, content, problem):
    source = written(tmp_path / "a.json", content)

    assert list(open_source(source)) == [Found(str(source), problem=problem)]


def test_number_of_too_many_digits_is_a_problem_and_no_crash(tmp_path):
    (found,) = open_source(written(tmp_path / "a.json", b'{"a": ' + b"1" * 5000 + b"}"))

    assert str(found.problem).startswith("this is not JSON: Exceeds the limit (4300 digits)")


def test_second_record_of_one_trial_names_the_first(tmp_path):
    written(tmp_path / "a.json", FIRST)
    again = written(tmp_path / "b.json", {"studies": [minimal_study(" nct00000001"), SECOND]})

    first, twin, other = open_source(tmp_path)

    assert (first.study, other.study) == (FIRST, SECOND)
    assert twin == Found(
        f"{again} study 1",
        problem=f"NCT00000001 came before, at {first.place}; this one was left out",
    )


def test_key_given_twice_is_no_problem(tmp_path):
    source = written(tmp_path / "a.json", b'{"protocolSection": 1, "protocolSection": {}}')

    assert list(open_source(source)) == [Found(str(source), {"protocolSection": {}})]


def test_file_and_record_that_are_too_large_are_not_read(tmp_path):
    limits = Limits(record=150, file=400, source=10_000)
    big = minimal_study("NCT00000009", descriptionModule={"briefSummary": "x" * 200})
    written(tmp_path / "a.json", big)
    written(tmp_path / "b.json", [big, big])
    written(tmp_path / "c.jsonl", b"\n".join(json.dumps(each).encode() for each in (FIRST, big, SECOND)))

    assert problems(list(open_source(tmp_path, limits=limits))) == [
        ("a.json", "this is larger than 1 MB"),
        ("b.json", "this is larger than 1 MB"),
        ("c.jsonl line 1", None),
        ("c.jsonl line 2", "this is larger than 1 MB"),
        ("c.jsonl line 3", None),
    ]


def test_missing_file_says_so(tmp_path):
    assert problems(list(open_source(tmp_path / "none.json"))) == [
        ("none.json", "there is no such file or folder")
    ]


def test_folder_without_records_says_so(tmp_path):
    written(tmp_path / "notes.txt", b"nothing")

    assert list(open_source(tmp_path)) == [Found(str(tmp_path), problem="there are no studies in it")]


def test_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.json")

    assert problems(list(open_source(tmp_path))) == [("a.json", "this is neither a file nor a folder")]


def test_place_can_be_printed_whatever_the_file_is_called(tmp_path):
    os.mkdir(os.fsencode(tmp_path / "r"))
    source = os.fsencode(tmp_path / "r") + b"/\xff\x1b[2J\n.json"
    Path(os.fsdecode(source)).write_bytes(b"{}")

    assert problems(list(open_source(tmp_path / "r"))) == [
        ("\ufffd\ufffd[2J\ufffd.json", "this is not a study record")
    ]


@pytest.mark.parametrize("name", ["x.jsonl", "a.json", "records.zip", "anything"])
@given(content=st.binary(max_size=60) | st.builds(b"PK\x03\x04".__add__, st.binary(max_size=60)))
def test_any_upload_is_found_or_told(name, content):
    for found in open_upload(name, content):
        assert (found.study is None) != (found.problem is None)


def test_upload_is_found_by_its_name():
    assert list(open_upload("a.json", json.dumps(FIRST).encode())) == [Found("a.json", FIRST)]
    assert list(open_upload("x.jsonl", json.dumps(SECOND).encode())) == [Found("x.jsonl line 1", SECOND)]


def test_upload_that_is_too_large_is_not_read():
    limits = Limits(record=10, file=10, source=10)

    assert list(open_upload("a.json", b"x" * 11, limits=limits)) == [
        Found("a.json", problem="this is larger than 1 MB")
    ]
