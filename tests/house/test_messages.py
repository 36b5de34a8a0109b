"""The Chinese catalogue says all that the code says, in Chinese, with Chinese punctuation.

A second one says what Wagtail says to our editors and its own Chinese does not; it may only become shorter.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.apps import apps
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
OF_WAGTAIL = tuple(
    ROOT / "locale" / "wagtail" / "zh_Hans" / "LC_MESSAGES" / name for name in ("django.po", "djangojs.po")
)
every_catalogue = pytest.mark.parametrize(
    "path", [CATALOGUE, *OF_WAGTAIL], ids=("ours", "Wagtail’s", "scripts")
)
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

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|\{\w+\}")
TAG = re.compile(r"<[^>]+>")
HAN = r"[\u4e00-\u9fff]"
# Names and codes that Chinese readers write in Latin letters too; roman numerals name phases.
REGISTRIES = {"CDE", "CTIS", "ChiCTR", "ClinicalTrials.gov", "EudraCT", "NCT", "NIH"}
COMPUTING = {
    "CSV",
    "ICP",
    "JSON",
    "JavaScript",
    "KB",
    "MB",
    "PDF",
    "PNG",
    "Pango",
    "SHA",
    "TBX",
    "TMX",
    "UTF",
    "Wagtail",
    "http",
    "https",
    "XLIFF",
    "XML",
    "import_trials",
    "import_translation",
    "jsonl",
    "xlf",
    "zip",
}
# The paper A4, and the digits of a printed code.
LETTERS = {"A", "a", "f"}
LATIN = REGISTRIES | COMPUTING | LETTERS | {"NA", "I", "II", "III", "IV"}
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


def catalogue(path: Path = CATALOGUE) -> list[Message]:
    with path.open("rb") as file:
        return [message for message in read_po(file, locale="zh_Hans") if message.id]


def test_catalogue_holds_every_message_and_no_other():
    written = {(message.context, message.id) for message in catalogue()}

    spoken = set(spoken_messages())

    assert spoken - written == set(), "not translated"
    assert written - spoken == set(), "no longer said"


@pytest.mark.parametrize("path", OF_WAGTAIL, ids=("Wagtail’s", "scripts"))
def test_second_catalogue_says_only_what_wagtail_leaves_in_english(path):
    ours = {called(message) for message in catalogue(path)}

    assert ours - installed("en", path.name) == set(), "Wagtail does not say it"
    assert ours & installed("zh_Hans", path.name) == set(), "Wagtail says it in Chinese by now"


@every_catalogue
def test_catalogue_has_no_fuzzy_and_no_empty_message(path):
    unfinished = [m.id for m in catalogue(path) if m.fuzzy or not all(translations(m))]

    assert unfinished == []


@every_catalogue
def test_catalogue_has_the_one_plural_of_chinese(path):
    with path.open("rb") as file:
        assert read_po(file, locale="zh_Hans").plural_forms == "nplurals=1; plural=0;"


@every_catalogue
def test_placeholders_are_the_same_on_both_sides(path):
    differing = [m.id for m in catalogue(path) if placeholders(originals(m)) != placeholders(translations(m))]

    assert differing == []


@every_catalogue
def test_chinese_has_no_latin_prose(path):
    found = {(m.id, word) for m in prose(path) for word in latin_words(m)}

    assert found == set()


@every_catalogue
@pytest.mark.parametrize("slip", SLIPS)
def test_chinese_has_no_slips_of_width(slip, path):
    slipped = [text for m in prose(path) for text in bare(translations(m)) if re.search(SLIPS[slip], text)]

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


def installed(lang: str, name: str) -> set[tuple[str | None, str]]:
    """What the installed applications, not ours, say in their catalogues of `lang`."""
    folders = (Path(app.path) for app in apps.get_app_configs())
    files = (folder / "locale" / lang / "LC_MESSAGES" / name for folder in folders)
    return {called(m) for path in files if path.exists() for m in catalogue(path) if lang == "en" or said(m)}


def called(message: Message) -> tuple[str | None, str]:
    return message.context, originals(message)[0]


def said(message: Message) -> bool:
    return not message.fuzzy and all(translations(message))


def prose(path: Path = CATALOGUE) -> list[Message]:
    """The messages that are words, and Chinese: no date formats, no link to the English page."""
    return [
        m for m in catalogue(path) if not (m.context or "").startswith(("date format", "link in English"))
    ]


def originals(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def translations(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def placeholders(texts: list[str]) -> set[str]:
    return {found for text in texts for found in PLACEHOLDER.findall(text)}


def bare(texts: list[str]) -> list[str]:
    # A placeholder stands for Chinese words or digits, so it counts as Chinese beside punctuation.
    return [PLACEHOLDER.sub("某", TAG.sub("", text)) for text in texts]


def latin_words(message: Message) -> set[str]:
    return {
        word
        for text in translations(message)
        for word in re.findall(r"[A-Za-z][A-Za-z._]*", PLACEHOLDER.sub("", TAG.sub("", text)))
        if word not in LATIN
    }
