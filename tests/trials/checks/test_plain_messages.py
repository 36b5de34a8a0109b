"""What each hint says to an editor."""

import pytest

from editorial.content import Words
from tests.trials.checks.test_plain import plain
from trials.checks.plain import plain_language


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            Words("Give ≥0.75×109/L.", "好。"),
            "“what is not known”: a reader or listener loses a sign in “×109/L”. Write a power as 10^9 or "
            "10⁹, and a comparison as ≥, ≤, > or <.",
        ),
        (
            Words("Free treatment.", "好。"),
            "“what is not known” stresses what is free: “Free treatment”. Say under “costs and payments” "
            "what is paid for and what is not.",
        ),
        (
            Words("See the red box.", "好。"),
            "“what is not known” names something by its colour: “red box”. Say it so that who sees no "
            "colours can find it too.",
        ),
        (
            Words("Click here.", "好。"),
            "“what is not known” points without saying where to: “Click here”. Name what is found there.",
        ),
        (
            Words("Ask.", "按IMWG标准。"),
            "The Chinese has abbreviations nobody explains: IMWG; first in “what is not known”. Write the "
            "Chinese first and the abbreviation in brackets.",
        ),
        (
            Words("go " * 26, "好。"),
            "1 English sentence has more than 25 words: what is not known, "
            "“go go go go go go go go go go go go go go go go go go go go…”. Make two of it.",
        ),
        (
            Words("Ask.", "看" * 41),
            "1 Chinese sentence has more than 40 characters: what is not known, "
            f"“{'看' * 41}”. Make two of it.",
        ),
        (
            Words("Immunotherapy necessitates evaluation. " * 12, "好。"),
            "The English reads at school grade 13.6; 6 is good, above 8 is hard. "
            "Hardest: “what is not known”.",
        ),
    ],
)
def test_hint_says_where_what_and_what_to_do(words, message):
    [first, *_others] = plain_language(plain(not_known=words))

    assert first.message == message


def test_claim_without_a_source_says_what_to_add():
    [hint] = plain_language(plain(similar_studies=Words("It worked.", "有效。")))

    assert hint.message == (
        "“how similar studies have performed” says how well something worked (“worked” · “有效”), but the "
        "page names no source. Add one under “Sources”."
    )
