"""The Chinese catalogue says all that the code says, in Chinese, with Chinese punctuation."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
FOLDERS = ("config", "editorial", "trials", "templates")

SIMPLE = {"_", "gettext", "gettext_lazy", "gettext_noop"}
KEYWORDS = dict.fromkeys(SIMPLE) | {
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%")
HAN = r"[\u4e00-\u9fff]"
# Names and codes that Chinese readers write in Latin letters too; roman numerals name phases.
REGISTRIES = {"CDE", "CTIS", "ChiCTR", "ClinicalTrials.gov", "EudraCT", "NCT", "NIH"}
COMPUTING = {"ICP", "JSON", "MB", "SHA", "UTF", "http", "https", "import_trials", "jsonl", "zip"}
LATIN = REGISTRIES | COMPUTING | {"NA", "I", "II", "III", "IV"}
SLIPS = {
    "half-width punctuation beside Chinese": rf"{HAN}[,;:?!()]|[,;:?!()]{HAN}",
    "half-width full stop after Chinese": rf"{HAN}\.",
    "straight quotation marks beside Chinese": rf"{HAN}[\"']|[\"']{HAN}",
    "space beside Chinese": rf"{HAN} (?![·→])|(?<!·) {HAN}",
    "space beside full-width punctuation": r" [，。；：？！（）、]|[，。；：？！（）、] ",
    "full-width letters or digits": r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]",
    "three dots": r"\.\.\.",
    "the familiar form of address": "你",
}
SLIPPED = ["中,", "中.", '"中', "中 a", "a。 b", "１", "...", "你"]


def catalogue() -> list[Message]:
    with CATALOGUE.open("rb") as file:
        return [message for message in read_po(file, locale="zh_Hans") if message.id]


def test_catalogue_holds_every_message_and_no_other():
    written = {(message.context, message.id) for message in catalogue()}

    spoken = set(spoken_messages())

    assert spoken - written == set(), "not translated"
    assert written - spoken == set(), "no longer said"


def test_catalogue_has_no_fuzzy_and_no_empty_message():
    unfinished = [m.id for m in catalogue() if m.fuzzy or not all(translations(m))]

    assert unfinished == []


def test_catalogue_has_the_one_plural_of_chinese():
    with CATALOGUE.open("rb") as file:
        assert read_po(file, locale="zh_Hans").plural_forms == "nplurals=1; plural=0;"


def test_placeholders_are_the_same_on_both_sides():
    differing = [m.id for m in catalogue() if placeholders(originals(m)) != placeholders(translations(m))]

    assert differing == []


def test_chinese_has_no_latin_prose():
    found = {(m.id, word) for m in prose() for word in latin_words(m)}

    assert found == set()


@pytest.mark.parametrize("slip", SLIPS)
def test_chinese_has_no_slips_of_width(slip):
    slipped = [text for m in prose() for text in bare(translations(m)) if re.search(SLIPS[slip], text)]

    assert slipped == []


@pytest.mark.parametrize(("slip", "text"), zip(SLIPS, SLIPPED, strict=True))
def test_slips_are_seen_where_they_are(slip, text):
    assert re.search(SLIPS[slip], text)


def test_english_has_no_full_width_punctuation():
    english = [text for m in catalogue() for text in originals(m) if not re.search(HAN, text)]

    slipped = [text for text in english if re.search(r"[，。；：？！（）、]", text)]

    assert slipped == []


def spoken_messages() -> Iterator[tuple[str | None, str | tuple[str, str]]]:
    """Context and text of every message in our Python files and templates."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix not in {".py", ".html", ".txt"} or "migrations" in path.parts:
                continue
            source = path.read_text(encoding="utf-8")
            if path.suffix != ".py":
                # What stands between messages comes back as letters, whose indents are no Python.
                source = "\n".join(map(str.strip, templatize(source, origin=str(path)).splitlines()))
            for _line, text, _comments, context in extract("python", BytesIO(source.encode()), KEYWORDS):
                yield context, text


def prose() -> list[Message]:
    """The messages that are words, and Chinese: no date formats, no link to the English page."""
    return [m for m in catalogue() if not (m.context or "").startswith(("date format", "link in English"))]


def originals(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def translations(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def placeholders(texts: list[str]) -> set[str]:
    return {found for text in texts for found in PLACEHOLDER.findall(text)}


def bare(texts: list[str]) -> list[str]:
    # A placeholder stands for Chinese words or digits, so it counts as Chinese beside punctuation.
    return [PLACEHOLDER.sub("某", text) for text in texts]


def latin_words(message: Message) -> set[str]:
    return {
        word
        for text in translations(message)
        for word in re.findall(r"[A-Za-z][A-Za-z._]*", PLACEHOLDER.sub("", text))
        if word not in LATIN
    }
