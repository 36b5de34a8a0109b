"""No file shows a box where a sign should stand."""

from dataclasses import replace
from pathlib import Path

import pytest

from editorial.content import Words
from tests.site.seed import seed_content
from tests.site.take_away.showings import ordered, showing_of, text_of
from trials.take_away.lettering import Lettering, require_letters
from trials.take_away.printing import printed
from trials.take_away.share import Share, drawn
from trials.take_away.tools import CannotMake

ROOT = Path(__file__).parents[3]
WRITTEN = [
    *ROOT.glob("demo/texts/**/*"),
    *ROOT.glob("demo/records/**/*.json"),
    *ROOT.glob("tests/golden/*.json"),
]
SIGNS = (
    "≥≤⩾⩽≧≦±×÷µμ°²³⁰¹⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉αβγδκλω→½¼¾‰℃∼∙•–—…“”‘’™®©\u00a0\u2009\u202f\u200b"
    "şŞšŠİıŁłçöüßéèñøåæąęśćńóżźřžčůőűğățș"
)
HAN = "血小板"


@pytest.mark.parametrize("file", [file for file in WRITTEN if file.is_file()], ids=lambda file: file.name)
def test_fonts_have_every_character_we_publish(file):
    assert require_letters(file.read_text()) is None


@pytest.mark.thorough
def test_pdf_keeps_and_draws_every_sign_without_a_font_of_the_machine():
    headline = Words(f"Signs {SIGNS}", f"{HAN}{SIGNS}50")

    pdf = printed(ordered("pdf", showing_of(seed_content(headline=headline), lang="zh-hans")))

    unseen = str.maketrans("", "", "\u00a0\u2009\u202f\u200b")
    assert headline.zh_hans.translate(unseen) in text_of(pdf).translate(unseen)


def test_share_image_draws_each_added_sign_in_a_shape_of_its_own():
    shapes = [drawn(Share("A", f"Title {sign}", "NCT1", "")) for sign in "⩾₂⁹şŁ"]

    assert len(set(shapes)) == 5
    assert Lettering(40).length("\u2009") < Lettering(40).length(" ") * 2


@pytest.mark.parametrize("sign", ["\U0001f600", "א", "\ue000"])
def test_character_no_font_has_is_named_and_no_file_is_made(sign):
    content = replace(seed_content(schema=4), headline=Words(f"A {sign}", f"甲{sign}"))
    order = ordered("pdf", showing_of(content, lang="en"))

    with pytest.raises(CannotMake, match=f"U\\+{ord(sign):04X}"):
        printed(order)
    with pytest.raises(CannotMake, match=f"U\\+{ord(sign):04X}"):
        drawn(Share("A", f"Title {sign}", "NCT1", ""))
