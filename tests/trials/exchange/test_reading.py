"""A file from outside is refused whole, with the file and the line or unit named, or read as it stands."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from trials.translating.exchange import archives, reading
from trials.translating.exchange.archives import read_files, zip_of
from trials.translating.exchange.reading import UnitRead, read_xliff
from trials.translating.exchange.refused import ExchangeRefused

UNIT = '<trans-unit id="headline"><source>A</source><target state="translated">甲</target></trans-unit>'
FILE = (
    '<file original="{original}" source-language="{source}" target-language="{target}" datatype="plaintext">'
    "<body>{units}</body></file>"
)
ROOT = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
XLIFF = f'<?xml version="1.0"?>\n{ROOT}{{files}}</xliff>'
BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<xliff>&b;</xliff>"
)
FETCHED = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xliff>&e;</xliff>'


def file_of(units: str = UNIT, *, original="NCT00000001", source="en", target="zh-Hans") -> str:
    return FILE.format(original=original, source=source, target=target, units=units)


def xliff(*files: str) -> bytes:
    return XLIFF.format(files="".join(files or (file_of(),))).encode()


def unit(inside: str, attributes: str = 'id="headline"') -> str:
    return f"<trans-unit {attributes}>{inside}</trans-unit>"


def zipped(**members: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def test_unit_is_read_as_it_stands():
    (trial,) = read_xliff("a.xlf", xliff())

    assert (trial.trial_id, trial.units) == (
        "NCT00000001",
        (UnitRead("headline", "A", "甲", is_done=True),),
    )


def test_signs_and_marks_of_tools_are_read_as_text():
    target = '<mrk mtype="seg" mid="0">&lt; 3</mrk> <!-- no -->×10^9'
    marked = f"<source>&lt; 3 &#215;10^9</source><target>{target}</target>"

    (trial,) = read_xliff("a.xlf", xliff(file_of(unit(marked))))

    assert (trial.units[0].source, trial.units[0].target) == ("< 3 ×10^9", "< 3 ×10^9")


@pytest.mark.parametrize(
    ("qualifier", "maker"),
    [
        ("mt-suggestion", "machine"),
        ("leveraged-mt", "machine"),
        ("exact-match", "memory"),
        ("leveraged-tm", "memory"),
        ("id-match", ""),
        ("", ""),
    ],
)
def test_qualifier_of_a_target_says_who_made_it(qualifier, maker):
    inside = f'<source>A</source><target state-qualifier="{qualifier}">甲</target>'

    (trial,) = read_xliff("a.xlf", xliff(file_of(unit(inside))))

    assert trial.units[0].maker == maker


@pytest.mark.parametrize("target", ["zh-Hans", "zh-CN", "zh", "zh-hans-cn"])
def test_names_of_simplified_chinese_are_known(target):
    (trial,) = read_xliff("a.xlf", xliff(file_of(source="en-US", target=target)))

    assert len(trial.units) == 1


LANGUAGES = "a.xlf, line 2: the languages are {} and {}, not English and simplified Chinese."
MALFORMED = "a.xlf, line {}: this is not well-formed XML."
NO_DOCTYPE = "a.xlf, line {}: a document type or entities are not allowed."
NO_XLIFF = "a.xlf is not an XLIFF 1.2 file."


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<xliff>\n<file>\n</xliff>", MALFORMED.format(3)),
        (b"", MALFORMED.format(1)),
        (b"\xff\xfe\x00", MALFORMED.format(1)),
        (b'<?xml version="1.0" encoding="rot13"?><a/>', MALFORMED.format(1)),
        (b"<a>" * 1000 + b"</a>" * 1000, MALFORMED.format(1)),
        (BOMB.encode(), NO_DOCTYPE.format(2)),
        (FETCHED.encode(), NO_DOCTYPE.format(1)),
        (FETCHED.replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16"), NO_DOCTYPE.format(1)),
        (b"<html/>", NO_XLIFF),
        (xliff().replace(b'"1.2"', b'"2.0"'), NO_XLIFF),
        (xliff().replace(b"document:1.2", b"document:1.1"), NO_XLIFF),
        (XLIFF.format(files="").encode(), NO_XLIFF),
        (xliff(file_of(original="")), "a.xlf, line 2: the <file> names no trial."),
        (xliff(file_of(target="de")), LANGUAGES.format("en", "de")),
        (xliff(file_of(target="zh-TW")), LANGUAGES.format("en", "zh-TW")),
        (xliff(file_of(source="zh-Hans")), LANGUAGES.format("zh-Hans", "zh-Hans")),
        (xliff(file_of(f"{UNIT}\n{UNIT}")), "a.xlf, line 3: the unit headline comes twice."),
        (xliff(file_of(unit("<source>A</source>", ""))), "a.xlf, line 2: a unit has no id."),
        (xliff(file_of(unit("<target>甲</target>"))), "a.xlf, line 2: the unit headline has no source."),
        (xliff(file_of(), file_of()), "a.xlf: NCT00000001 came before, in a.xlf."),
    ],
)
def test_file_is_refused_whole(content, why):
    with pytest.raises(ExchangeRefused) as refused:
        read_files("a.xlf", content)

    assert str(refused.value) == why


def test_large_file_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 100)

    with pytest.raises(ExchangeRefused) as refused:
        read_files("a.xlf", xliff())

    assert str(refused.value) == "a.xlf is larger than 0 MB."


def test_zip_gives_every_trial_and_nothing_hidden():
    second = xliff(file_of(original="NCT00000002"))
    packed = zipped(**{"b.xlf": second, "a.xliff": xliff(), "__MACOSX/._a.xlf": b"x", "read.txt": b"x"})

    assert [trial.trial_id for trial in read_files("t.zip", packed)] == ["NCT00000001", "NCT00000002"]


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ({"../a.xlf": xliff()}, "t.zip: the name ../a.xlf leads out of the archive."),
        ({"/a.xlf": xliff()}, "t.zip: the name /a.xlf leads out of the archive."),
        ({"x\\..\\..\\a.xlf": xliff()}, "t.zip: the name x\\..\\..\\a.xlf leads out of the archive."),
        ({"c:/a.xlf": xliff()}, "t.zip: the name c:/a.xlf leads out of the archive."),
        ({".": xliff()}, "There is no XLIFF file in t.zip."),
        ({"a.txt": b"x"}, "There is no XLIFF file in t.zip."),
        ({"a.xlf": xliff(), "b.xlf": xliff()}, "t.zip/b.xlf: NCT00000001 came before, in t.zip/a.xlf."),
        ({"a.xlf": xliff(), "b.xlf": b"<html/>"}, "t.zip/b.xlf is not an XLIFF 1.2 file."),
    ],
)  # fmt: skip
def test_zip_is_refused_whole(members, why):
    with pytest.raises(ExchangeRefused) as refused:
        read_files("t.zip", zipped(**members))

    assert str(refused.value) == why


def test_zip_that_unpacks_too_large_is_refused():
    bomb = zipped(**{f"{number}.xlf": b" " * 9_000_000 for number in range(23)})

    with pytest.raises(ExchangeRefused) as refused:
        read_files("t.zip", bomb)

    assert len(bomb) < 300_000
    assert str(refused.value) == "t.zip is too large when it is unpacked."


def test_zip_of_too_many_files_is_refused(monkeypatch):
    monkeypatch.setattr(archives, "MOST_FILES", 1)

    with pytest.raises(ExchangeRefused) as refused:
        read_files("t.zip", zip_of([("a.xlf", xliff()), ("b.xlf", xliff())]))

    assert str(refused.value) == "t.zip is too large when it is unpacked."


def test_damaged_zip_is_refused():
    with pytest.raises(ExchangeRefused) as refused:
        read_files("t.zip", zipped(**{"a.xlf": xliff()})[:-30])

    assert str(refused.value) == "t.zip is not a zip archive, or a damaged one."


def test_a_file_of_too_many_units_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_UNITS", 2)
    units = [unit("<source>A</source>", f'id="{number}"') for number in range(3)]

    with pytest.raises(ExchangeRefused, match=r"a\.xlf holds more than 2 texts"):
        read_xliff("a.xlf", xliff(file_of("".join(units))))
