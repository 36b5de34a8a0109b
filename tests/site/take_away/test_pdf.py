import ctypes
import re
import subprocess
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

import pypdfium2
import pytest

from editorial.content import LANGUAGES, Words
from tests.site.seed import seed_content
from tests.site.seen import soup, words_of
from tests.site.take_away.showings import (
    DECISIVE,
    criteria_texts,
    marked_content,
    ordered,
    seed_file,
    showing_of,
    text_of,
)
from trials.content import Criterion
from trials.site import typeset
from trials.site.languages import HTML_LANG, other_than
from trials.site.reading import read_trial
from trials.take_away.printing import Order, printed

pytestmark = pytest.mark.thorough

WIDE = ctypes.POINTER(pypdfium2.raw.FPDF_WCHAR)
COMPARATORS = "[<>≤≥⩽⩾=]"
INK = (0x17, 0x21, 0x1F)
# The line at the foot of each page says nothing but where the page belongs.
FOOT = 8.5
REVIEW_LINE = {"en": "Last reviewed 2026-05-15", "zh-hans": "2026年5月15日最后审核"}


class Letter(NamedTuple):
    sign: str
    points: float
    colour: tuple[int, int, int]


def told(command: str, pdf: bytes, *options: str) -> str:
    run = subprocess.run([command, *options, "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode()


def language_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    told = ctypes.create_string_buffer(40)
    length = pypdfium2.raw.FPDFCatalog_GetLanguage(document, ctypes.cast(told, WIDE), len(told))
    return told.raw[: length - 2].decode("utf-16-le")


def letters(pdf: bytes, page: int) -> list[Letter]:
    """What is drawn on a page, with its size on paper; blanks and line ends have neither."""
    raw, text = pypdfium2.raw, pypdfium2.PdfDocument(pdf)[page].get_textpage()
    found = []
    for at in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, at) == 0:
            matrix, colour = raw.FS_MATRIX(), [ctypes.c_uint() for _ in range(4)]
            raw.FPDFText_GetMatrix(text, at, matrix)
            raw.FPDFText_GetFillColor(text, at, *colour)
            points = round(raw.FPDFText_GetFontSize(text, at) * matrix.a, 2)
            sign = chr(raw.FPDFText_GetUnicode(text, at))
            found.append(Letter(sign, points, tuple(part.value for part in colour[:3])))
    return found


def languages_of_parts(pdf: bytes) -> Counter[str]:
    """How many tagged parts say that they are in which language."""
    found: Counter[str] = Counter()
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        tree = pypdfium2.raw.FPDF_StructTree_GetForPage(page)
        for at in range(pypdfium2.raw.FPDF_StructTree_CountChildren(tree)):
            found += _languages_below(pypdfium2.raw.FPDF_StructTree_GetChildAtIndex(tree, at))
        pypdfium2.raw.FPDF_StructTree_Close(tree)
    return found


def _languages_below(element: object) -> Counter[str]:
    told = ctypes.create_string_buffer(40)
    length = pypdfium2.raw.FPDF_StructElement_GetLang(element, told, len(told))
    found = Counter([told.raw[: length - 2].decode("utf-16-le")] if length > 2 else [])
    for at in range(pypdfium2.raw.FPDF_StructElement_CountChildren(element)):
        child = pypdfium2.raw.FPDF_StructElement_GetChildAtIndex(element, at)
        if child:
            found += _languages_below(child)
    return found


def set_as(text: str, lang: str) -> str:
    """Signed words as the eye gets them, without the blanks of the layout."""
    return "".join(typeset.shown(text, lang).split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_is_tagged_and_says_its_title_and_language(lang):
    pdf = seed_file("pdf", lang)

    lines = dict(line.split(":", 1) for line in told("pdfinfo", pdf).splitlines())
    headline = seed_content().headline.in_language(lang)
    assert lines["Tagged"].strip() == "yes"
    assert lines["Title"].strip() == f"NCT06279026 – {headline}"
    assert re.findall('pdfuaid:part="(.)"', told("pdfinfo", pdf, "-meta")) == ["1"]
    assert language_of(pdf) == HTML_LANG[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_has_the_simplified_chinese_face_within_it_and_no_other(lang):
    rows = told("pdffonts", seed_file("pdf", lang)).splitlines()[2:]

    names = {row.split()[0].partition("+")[2] for row in rows}
    embedded = {row.split()[-5] for row in rows}
    assert names == {"Noto-Sans-SC", "Noto-Sans-SC-Raised"}
    assert embedded == {"yes"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_says_every_criterion_word_for_word_in_both_languages_under_one_number(lang):
    pdf, content = seed_file("pdf", lang), marked_content(*DECISIVE)

    behind_the_card = text_of(pdf, "-raw", "-f", "2")
    rows = zip(criteria_texts(content, lang), criteria_texts(content, other_than(lang)), strict=True)
    wanted = [
        number + set_as(text, lang) + set_as(other, other_than(lang)) for (number, text), (_, other) in rows
    ]
    assert len(wanted) == 31
    assert [row for row in wanted if row not in behind_the_card] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_has_the_comparators_of_both_languages_and_no_other(lang):
    content = marked_content(*DECISIVE)

    found = re.findall(COMPARATORS, text_of(seed_file("pdf", lang), "-raw", "-f", "2"))

    rows = zip(criteria_texts(content, lang), criteria_texts(content, other_than(lang)), strict=True)
    signed = [
        re.findall(COMPARATORS, set_as(text, lang) + set_as(other, other_than(lang)))
        for (_, text), (_, other) in rows
    ]
    assert found == [sign for row in signed for sign in row]
    assert len(found) > 30


@pytest.mark.parametrize("lang", LANGUAGES)
def test_criteria_pages_begin_with_headline_and_status_in_both_languages(lang):
    showing = showing_of(marked_content(*DECISIVE), lang=lang)

    head = soup(ordered("pdf", showing).rest).select_one("article")

    readings = [read_trial(replace(showing, lang=code)) for code in (lang, other_than(lang))]
    told = head.select(".of") + head.select(".status p")
    assert [words_of(each) for each in told] == [
        *(reading.texts["headline"] for reading in readings),
        *(reading.status.text for reading in readings),
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_tags_the_other_language_with_its_own(lang):
    rest = soup(ordered("pdf", showing_of(marked_content(*DECISIVE), lang=lang)).rest)

    others = rest.select("td .other")
    assert {each["lang"] for each in others} == {HTML_LANG[other_than(lang)]}
    assert len(others) == 31
    # Those, headline, status and source.
    assert languages_of_parts(seed_file("pdf", lang))[HTML_LANG[other_than(lang)]] >= 34


def test_pdf_keeps_note_and_marks_of_the_other_language_in_that_language():
    row = Criterion(
        "i1",
        "inclusion",
        1,
        False,
        "registry",
        Words("At least 8", "不低于8"),
        note=Words("The registry means g/dL", "登记处的意思是g/dL"),
    )
    content = replace(seed_content(schema=4), criteria=(row,), machine_translated=("criteria.i1.text",))

    other = soup(ordered("pdf", showing_of(content, lang="en")).rest).select_one("td .other")

    assert words_of(other.select_one(".note")) == "编辑注 登记处的意思是g/dL"
    assert [words_of(mark) for mark in other.select(".mark")] == ["这段中文由机器翻译，并经人工审核。"]


def test_pdf_of_a_page_in_english_only_has_no_other_language():
    content = marked_content(*DECISIVE).withhold_chinese()

    rest = ordered("pdf", showing_of(content, lang="en")).rest

    assert soup(rest).select(".other, [lang=zh-Hans]") == []


def test_boxes_stand_at_what_can_be_looked_at_and_not_at_what_only_has_parts():
    rest = soup(ordered("pdf", showing_of(marked_content(*DECISIVE), lang="en")).rest)

    rows = rest.select_one("table").select("tbody tr")
    inclusion = {words_of(row.select_one(".number")): len(row.select(".box")) for row in rows}
    assert set(inclusion.values()) == {0, 2}
    assert [number for number, count in inclusion.items() if not count] == ["3", "9"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_to_read_is_too_small_and_the_day_of_review_is_not_grey(lang):
    pdf = seed_file("pdf", lang)

    first, second = (letters(pdf, page) for page in (0, 1))

    told = "".join(letter.sign for letter in first)
    line = REVIEW_LINE[lang]
    start = told.index(line)
    review = first[start : start + len(line)]
    assert {letter.colour for letter in review} == {INK}
    assert min(letter.points for letter in review) >= 10
    assert min(letter.points for letter in second if letter.points != FOOT) >= 9


def test_pdf_loses_no_exponent():
    assert "×10⁹/L" in text_of(seed_file("pdf", "zh-hans"))


def test_card_stands_alone_on_the_first_page():
    first = text_of(seed_file("pdf", "zh-hans"), "-l", "1")

    assert first.count("NCT06279026（ClinicalTrials.gov）") == 1
    assert first.count("/verify/") == 1
    assert text_of(seed_file("pdf", "zh-hans"), "-f", "2").startswith("参加条件（给您和医生看）")


def test_card_has_the_chosen_criteria_with_their_numbers():
    card = ordered("pdf", showing_of(marked_content(*DECISIVE), lang="en")).tries[0]

    numbers = re.findall(r'points__number">([^<]*)<', card)
    assert numbers == [
        "Inclusion criterion 1",
        "Inclusion criterion 3",
        "3.1",
        "3.2",
        "3.3",
        "3.4",
        "3.5",
        "Exclusion criterion 2",
    ]


@pytest.mark.parametrize(("lang", "words"), [("en", "Not divided into phases"), ("zh-hans", "不分期")])
def test_card_says_in_plain_words_that_a_trial_has_no_phase(lang, words):
    content = marked_content(*DECISIVE)

    card = soup(ordered("pdf", showing_of(content, lang=lang)).tries[0])

    assert content.facts.phases == ("NA",)
    assert words_of(card.select("dd")[1]) == words


def test_card_never_says_an_exception_without_the_rule_it_is_taken_from():
    rule = Words("Any cancer in the last five years, except:", "近五年内任何癌症，但以下除外：")
    exception = Words("Skin cancer that was cured", "已治愈的皮肤癌")
    rows = (
        Criterion("e1", "exclusion", 1, False, "registry", rule),
        Criterion("e2", "exclusion", 2, False, "registry", exception, decisive=True),
    )
    content = replace(seed_content(schema=4), criteria=rows)

    points = soup(ordered("pdf", showing_of(content, lang="en")).tries[0]).select(".card > .points > li")

    assert [words_of(point) for point in points] == [
        f"Exclusion criterion 1{rule.en} 1.1 · Part of 1{exception.en}"
    ]


def test_card_keeps_the_note_and_the_marks_of_a_criterion_and_of_its_parts():
    rows = (
        Criterion(
            "i1",
            "inclusion",
            1,
            False,
            "registry",
            Words("At least 8", "不低于8"),
            note=Words("The registry means g/dL", "登记处的意思是g/dL"),
            decisive=True,
        ),
        Criterion("i2", "inclusion", 2, False, "registry", Words("and stable", "且稳定")),
    )
    machine = ("criteria.i1.text", "criteria.i2.text")
    content = replace(seed_content(schema=4), criteria=rows, machine_translated=machine)

    card = soup(ordered("pdf", showing_of(content, lang="zh-hans")).tries[0])

    assert [words_of(note) for note in card.select(".points .note")] == ["编辑注 登记处的意思是g/dL"]
    assert len(card.select(".points .mark")) == 2


def test_card_without_chosen_criteria_says_ages_and_sex_instead():
    chosen, none = (
        ordered("pdf", showing_of(marked_content(*keys), lang="en")).tries[0] for keys in (DECISIVE, ())
    )

    assert [label in chosen for label in ("<dt>Ages</dt>", "<dt>Sex</dt>")] == [False, False]
    assert [label in none for label in ("<dt>Ages</dt>", "<dt>Sex</dt>")] == [True, True]


def test_card_names_the_trial_in_both_languages_unless_one_is_withheld():
    both = marked_content(*DECISIVE)
    one = both.withhold_chinese()

    cards = [ordered("pdf", showing_of(content, lang="en")).tries[0] for content in (both, one)]

    assert [card.count(both.headline.zh_hans) for card in cards] == [1, 0]
    assert [card.count("CAR-T细胞") for card in cards] == [1, 0]


def test_card_of_many_long_criteria_fits_and_says_how_many_more():
    long = Words(
        "A condition that takes very many words to say. " * 12, "一条要用很多字才能说清楚的条件。" * 30
    )
    rows = [Criterion(f"i{n}", "inclusion", 1, False, "registry", long, decisive=True) for n in range(1, 41)]
    content = replace(seed_content(schema=4), criteria=tuple(rows))

    pdf = printed(ordered("pdf", showing_of(content, lang="en")))

    first = text_of(pdf, "-l", "1")
    shown = first.count("Inclusioncriterion")
    assert 0 < shown < 40
    assert f"and{40 - shown}more,amongalltheconditionsonthenextpages" in first
    assert "Informationonthispageisforeducationalpurposes" in first


def test_press_opens_no_address(tmp_path):
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text y="20">SECRET</text></svg>')
    font = '<style>@font-face { font-family: own; src: url("font:sans") } html { font-family: own }</style>'
    html = f'<html lang="en"><title>t</title>{font}<p>read</p><img alt="" src="{secret.as_uri()}">'

    pdf = printed(Order(head="", tries=(html,), rest="", picture=False, most_bytes=100_000))

    assert text_of(pdf) == "read"
