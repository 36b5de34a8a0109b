"""One form of writing for what is searched and what is asked."""

import pytest

from trials.finding.grams import asked_grams, grams_of
from trials.finding.normal import normalise, searchable


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("多發性骨髓瘤", "多发性骨髓瘤"),
        ("ＣＡＲ－Ｔ細胞", "cart 细胞"),
        ("CAR-T CAR T CART CAR‑T", "cart cart cart cart"),
        ("CAR-NK细胞", "carnk 细胞"),
        ("scar tissue, car Treatment", "scar tissue car treatment"),
        ("BCMA/GPRC5D", "bcma gprc5d"),
        ("PD-1 PD1 IL-6", "pd1 pd1 il6"),
        ("2 型糖尿病", "2 型糖尿病"),
        ("２型糖尿病", "2 型糖尿病"),
        ("复发/难治", "复发 难治"),
        ("Non-Hodgkin non Hodgkin", "nonhodgkin nonhodgkin"),
        ("Sjögren’s", "sjogren s"),
        ("a\0b\ud800c", "a bc"),
        ("。，！ ", ""),
    ],
)
def test_writing_that_means_the_same_has_one_form(written, normal):
    assert normalise(written) == normal


def test_searched_lines_stand_apart_with_a_space_at_both_ends():
    assert searchable(["骨髓瘤", "", "骨髓瘤", "MM"]) == " 骨髓瘤 \n mm "


def test_tokens_are_ascii_letters_and_digits():
    tokens = grams_of("骨髓瘤 cart 𠮷野 β")

    assert tokens.replace(" ", "").isascii()
    assert tokens.replace(" ", "").isalnum()


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("骨髓瘤", "多发性骨髓瘤"),
        ("瘤", "骨髓瘤"),
        ("骨", "骨髓瘤"),
        ("myel", "myeloma"),
        ("cart", "cart 细胞"),
        ("𠮷", "𠮷野"),
    ],
)
def test_text_that_contains_a_wording_has_its_tokens(wording, text):
    stored = grams_of(text).split()

    for token in asked_grams(wording):
        assert any(each == token or (token[-1] == "*" and each.startswith(token[:-1])) for each in stored)
