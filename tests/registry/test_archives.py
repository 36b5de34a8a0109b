"""Records in a zip, the damaged and the hostile ones too."""

import io
import json
import struct
import zipfile
from typing import Any

from tests.registry.records import minimal_study
from trials.registry.sources import Found, Limits, open_source, open_upload

FIRST, SECOND = minimal_study("NCT00000001"), minimal_study("NCT00000002")


def zipped(members: dict[str, Any]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in members.items():
            archive.writestr(name, value if isinstance(value, bytes) else json.dumps(value).encode())
    return packed.getvalue()


def test_archive_is_read_in_order_of_names(tmp_path):
    source = tmp_path / "file.zip"
    source.write_bytes(
        zipped({"more/b.json": SECOND, "a.json": FIRST, "README.md": b"#", "__MACOSX/a.json": b"\0"})
    )

    assert list(open_source(source)) == [
        Found(f"{source}!a.json", FIRST),
        Found(f"{source}!more/b.json", SECOND),
    ]


def test_uploaded_archive_is_known_by_its_bytes():
    assert list(open_upload("download", zipped({"a.json": FIRST}))) == [Found("download!a.json", FIRST)]


def test_lines_in_an_archive_are_found():
    lines = b"\n".join(json.dumps(each).encode() for each in (FIRST, SECOND))

    assert [found.place for found in open_upload("f.zip", zipped({"x.jsonl": lines}))] == [
        "f.zip!x.jsonl line 1",
        "f.zip!x.jsonl line 2",
    ]


def test_bad_member_costs_only_itself():
    found = list(
        open_upload("f.zip", zipped({"a.json": b"{", "b.json": FIRST, "c.json": FIRST, "d.zip": b"PK"}))
    )

    assert found == [
        Found(
            "f.zip!a.json",
            problem="this is not JSON: Expecting property name enclosed in double quotes (line 1, column 2)",
        ),
        Found("f.zip!b.json", FIRST),
        Found("f.zip!c.json", problem="NCT00000001 came before, at f.zip!b.json; this one was left out"),
        Found("f.zip!d.zip", problem="an archive inside an archive is not opened; unpack it first"),
    ]


def test_damaged_member_costs_only_itself():
    content = bytearray(zipped({"a.json": FIRST, "b.json": SECOND}))
    start = content.index(b"a.json") + len(b"a.json")
    content[start : start + 4] = b"\xff\xff\xff\xff"

    assert list(open_upload("f.zip", bytes(content))) == [
        Found(
            "f.zip!a.json",
            problem="this part of the archive is damaged, encrypted or packed in an unknown way",
        ),
        Found("f.zip!b.json", SECOND),
    ]


def test_encrypted_member_is_told():
    content = bytearray(zipped({"a.json": FIRST}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(signature) + offset
        content[at : at + 2] = struct.pack("<H", struct.unpack("<H", content[at : at + 2])[0] | 1)

    assert list(open_upload("f.zip", bytes(content))) == [
        Found(
            "f.zip!a.json",
            problem="this part of the archive is damaged, encrypted or packed in an unknown way",
        )
    ]


def test_member_that_unpacks_to_too_much_is_not_read():
    limits = Limits(record=1_000, file=2_000_000, source=10_000_000)
    bomb = zipped({"a.json": b" " * 2_000_001, "b.json": FIRST})

    assert list(open_upload("f.zip", bomb, limits=limits)) == [
        Found("f.zip!a.json", problem="this is larger than 2 MB"),
        Found("f.zip!b.json", FIRST),
    ]


def test_archive_that_unpacks_to_too_much_is_read_up_to_the_limit():
    limits = Limits(record=1_000, file=2_000_000, source=3_000_000)
    bomb = zipped({"a.json": FIRST, "b.jsonl": (b" " * 999 + b"\n") * 2_900, "c.json": b" " * 200_000})

    assert list(open_upload("f.zip", bomb, limits=limits)) == [
        Found("f.zip!a.json", FIRST),
        Found("f.zip!b.jsonl", problem="there are no studies in it"),
        Found("f.zip", problem="this is larger than 3 MB"),
    ]


def test_archive_without_records_says_so():
    assert list(open_upload("f.zip", zipped({"README.md": b"#"}))) == [
        Found("f.zip", problem="there are no studies in it")
    ]
