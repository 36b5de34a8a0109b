"""What each sign says, in both languages."""

import pytest

from tests.site.typeset.reading import heard_text, visible_text
from trials.site.typeset import heard, shown, typeset


def test_power_is_raised_for_the_eye_and_spoken_for_the_ear():
    assert typeset("Platelet ≥50×10^9 /L", "en") == (
        'Platelet <span class="u-heard" aria-hidden="true"> [</span>'
        '<span class="u-heard">'
        "at least 50 times 10 to the power 9"
        '</span><span class="u-heard" aria-hidden="true">] </span>'
        '<span aria-hidden="true">≥50×10⁹</span> /L'
    )
    assert typeset("血小板≥50×10⁹/L", "zh-hans") == (
        '血小板<span class="u-heard" aria-hidden="true"> [</span>'
        '<span class="u-heard">'
        "大于等于50乘以10的9次方"
        '</span><span class="u-heard" aria-hidden="true">] </span><span aria-hidden="true">≥50×10⁹</span>/L'
    )


def test_text_without_signs_stays_as_it_is():
    assert typeset("The ECOG score is 0 or 1.", "en") == "The ECOG score is 0 or 1."


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        (">60 g/L", "more than 60 g/L", "大于60 g/L"),
        ("< 92%", "less than 92%", "小于92%"),
        ("≥ 10%", "at least 10%", "大于等于10%"),
        ("≤2.5×ULN", "at most 2.5 times ULN", "小于等于2.5倍ULN"),
        (">= 18", "at least 18", "大于等于18"),
        ("=> 18", "at least 18", "大于等于18"),
        ("<=1.25", "at most 1.25", "小于等于1.25"),
        ("=< 7", "at most 7", "小于等于7"),
        ("＞＝3", "at least 3", "大于等于3"),
        ("＜3", "less than 3", "小于3"),
        ("≧2", "at least 2", "大于等于2"),
        ("≥III", "at least III", "大于等于III"),
        ("p<0.05", "p less than 0.05", "p小于0.05"),
        ("0<IHC<1+", "0 less than IHC less than 1+", "0小于IHC小于1+"),
        ("IL6>5", "IL6 more than 5", "IL6大于5"),
        ("(>3)", "(more than 3)", "(大于3)"),
        ("±5%", "plus or minus 5%", "正负5%"),
        ("TKI ± x", "TKI plus or minus x", "TKI 正负 x"),
        ("3~6 mg", "3 to 6 mg", "3至6 mg"),
        ("3～6", "3 to 6", "3至6"),
        ("3mg~6mg", "3mg to 6mg", "3mg至6mg"),
        ("~5 mg", "about 5 mg", "约5 mg"),
        ("a ~ b", "a ~ b", "a ~ b"),
        ("c.2573T>G", "c.2573T to G", "c.2573T变为G"),
        ("a -> b", "a arrow b", "a 箭头 b"),
        ("T->B", "T arrow B", "T箭头B"),
        ("3->5", "3- more than 5", "3-大于5"),
    ],
)
def test_sign_is_heard(text, english, chinese):
    assert (heard(text, "en"), heard(text, "zh-hans")) == (english, chinese)


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("0.75×10^9 /L", "0.75 times 10 to the power 9 /L", "0.75乘以10的9次方 /L"),
        ("10⁹", "10 to the power 9", "10的9次方"),
        ("10^-9", "10 to the power minus 9", "10的负9次方"),
        ("10⁻⁹ M", "10 to the power minus 9 M", "10的负9次方 M"),
        ("10^9cells", "10 to the power 9 cells", "10的9次方cells"),
        ("10^(n+1)", "10 to the power n+1", "10的n+1次方"),
        ("(a+b)^2", "(a+b) to the power 2", "(a+b)的2次方"),
        ("1x10^6", "1 times 10 to the power 6", "1乘以10的6次方"),
        ("1X10^6", "1 times 10 to the power 6", "1乘以10的6次方"),
        ("1.5 x 10^9", "1.5 times 10 to the power 9", "1.5乘以10的9次方"),
        ("2.5 x ULN", "2.5 times ULN", "2.5倍ULN"),
        ("2.5*ULN", "2.5 times ULN", "2.5倍ULN"),
        ("1500/mm^3", "1500/mm cubed", "1500/立方毫米"),
        ("1.73m²", "1.73m squared", "1.73平方米"),
        ("min⁻¹", "min to the power minus 1", "min的负1次方"),
        ("CD8⁺ T", "CD8 plus T", "CD8加 T"),
        ("¹⁸F-FDG", "18 F-FDG", "18F-FDG"),
        ("note²", "note superscript 2", "note上标2"),
        ("^ below", "caret below", "脱字符 below"),
        ("m2", "m2", "m2"),
    ],
)
def test_power_is_heard(text, english, chinese):
    assert (heard(text, "en"), heard(text, "zh-hans")) == (english, chinese)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("10^9", "10⁹"),
        ("10^-12", "10⁻¹²"),
        ("m^2", "m²"),
        ("(a)^2", "(a)²"),
        ("10^0.5", "10^0.5"),
        ("10^n", "10^n"),
        (">= 3 x 10⁹", ">= 3 x 10⁹"),
    ],
)
def test_only_whole_exponents_are_raised(typed, seen):
    assert shown(typed, "en") == seen
    assert visible_text(typeset(typed, "zh-hans")) == seen


def test_product_with_an_unnamed_limit_is_a_multiple_in_chinese():
    assert heard("≤2.5×正常值上限", "zh-hans") == "小于等于2.5倍正常值上限"


def test_words_do_not_stick_to_their_neighbours():
    assert heard("AST≥abc", "en") == "AST at least abc"
    assert heard_text(typeset("AST≥abc", "en")) == "AST at least abc"


def test_address_is_left_alone():
    address = "https://example.org/~3?a=5"

    assert typeset(f"See {address}.", "en") == f"See {address}."
