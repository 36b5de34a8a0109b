import ctypes
import re
import subprocess
from dataclasses import replace

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
from trials.take_away.printing import Order, printed

pytestmark = pytest.mark.thorough

WIDE = ctypes.POINTER(pypdfium2.raw.FPDF_WCHAR)


def told(command: str, pdf: bytes, *options: str) -> str:
    run = subprocess.run([command, *options, "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode()


def language_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    told = ctypes.create_string_buffer(40)
    length = pypdfium2.raw.FPDFCatalog_GetLanguage(document, ctypes.cast(told, WIDE), len(told))
    return told.raw[: length - 2].decode("utf-16-le")


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
def test_pdf_says_every_criterion_word_for_word_with_the_number_of_the_page(lang):
    pdf = seed_file("pdf", lang)

    behind_the_card = text_of(pdf, "-raw", "-f", "2")
    rows = criteria_texts(marked_content(*DECISIVE), lang)
    wanted = [number + "".join(typeset.shown(text, lang).split()) for number, text in rows]
    assert len(wanted) == 31
    assert [row for row in wanted if row not in behind_the_card] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_says_every_criterion_in_the_other_language_too(lang):
    pdf = seed_file("pdf", lang)
    other = other_than(lang)

    behind_the_card = text_of(pdf, "-raw", "-f", "2")
    wanted = [
        "".join(typeset.shown(text, other).split())
        for _n, text in criteria_texts(marked_content(*DECISIVE), other)
    ]
    assert len(wanted) == 31
    assert [text for text in wanted if text not in behind_the_card] == []


def test_pdf_of_a_page_in_english_only_has_no_other_language():
    content = marked_content(*DECISIVE).withhold_chinese()

    behind_the_card = soup(ordered("pdf", showing_of(content, lang="en")).rest)

    assert behind_the_card.select(".other") == []


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
        "Inclusion Criteria 1",
        "Inclusion Criteria 3",
        "3.1",
        "3.2",
        "3.3",
        "3.4",
        "3.5",
        "Exclusion Criteria 2",
    ]


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
        f"Exclusion Criteria 1{rule.en} 1.1 · Part of 1{exception.en}"
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
    shown = first.count("InclusionCriteria")
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
