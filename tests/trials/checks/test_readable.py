"""How hard texts are to read, in each language."""

import json
from pathlib import Path

import pytest

from editorial.content import Words
from tests.site.seed import seed_content, seed_criteria
from tests.trials.checks.test_plain import hints, plain
from trials.checks.plain import chinese, english
from trials.checks.plain.chinese import chinese_hardness

REWRITES = json.loads((Path(__file__).parent / "rewrites.json").read_text(encoding="utf-8"))
CRITERIA = {row.key: row.text.zh_hans or "" for row in seed_criteria()}
EASY = "The doctors test a drug. You get it at the clinic. They look at your blood. You can stop at any time."
HARD = (
    "Participants undergoing investigational immunotherapy administration receive comprehensive laboratory "
    "evaluation, including pharmacokinetic assessment and immunogenicity determination, at every visit."
)


@pytest.mark.parametrize(
    ("word", "number"),
    [("study", 2), ("medicine", 3), ("looked", 1), ("treated", 2), ("table", 2), ("role", 1), ("BCMA", 1)],
)
def test_syllables(word, number):
    assert english.syllables(word) == number


def test_grade_is_that_of_the_formula():
    # 10 words, 2 sentences, 11 syllables.
    text = "You get the drug. The doctors look at your blood."

    assert english.grade(text) == pytest.approx(0.39 * 10 / 2 + 11.8 * 11 / 10 - 15.59)


def test_grade_of_nothing_is_zero():
    assert english.grade("") == english.grade("18–75 ≥") == 0.0


def test_easy_english_is_easier_than_hard():
    assert english.grade(EASY) < english.GOOD_GRADE < english.HARD_GRADE < english.grade(HARD)


def test_point_inside_a_number_or_address_ends_no_sentence():
    text = "Take 2.5 mg, e.g. at noon. See ClinicalTrials.gov for more.\n- One\n- Two"

    assert english.sentences(text) == [
        "Take 2.5 mg, e.g. at noon",
        "See ClinicalTrials.gov for more",
        "One",
        "Two",
    ]


def test_hard_english_is_hinted_at_once_for_the_page():
    text = Words(f"{EASY} {HARD}", "请问医生。")

    assert [hint[:3] for hint in hints(plain(rights=text, costs=text))] == [
        ("reading-grade", "costs", "en"),
    ]


def test_sentence_of_more_than_25_words_is_hinted_at():
    text = " ".join(["go"] * 26) + ". " + " ".join(["go"] * 25) + "."

    assert hints(plain(costs=Words(text, "请问医生。"))) == [("long-sentence", "costs", "en", "1")]


def test_sentence_of_more_than_40_characters_is_hinted_at():
    long, longest = "看" * 41, "看" * 40

    assert hints(plain(costs=Words("Ask.", f"{long}。{longest}。好。好。好。"))) == [
        ("long-sentence", "costs", "zh-hans", "1")
    ]


def test_chinese_of_long_sentences_on_average_is_hinted_at():
    text = Words("Ask.", "看" * 39 + "。")
    names = ("summary", "good_fit", "not_a_fit", "potential_benefit", "what_it_studies", "possible_harms")

    one_is_long = hints(plain(costs=text))
    most_are_long = hints(plain(**dict.fromkeys((*names, "costs", "rights", "not_known"), text)))

    assert one_is_long == []
    assert most_are_long == [("mean-sentence", "summary", "zh-hans", "29.4")]


def test_numbers_and_latin_words_are_read_as_one():
    assert chinese.length("UTAA17注射液≥0.75 mg/dL") == 6


def test_every_criterion_of_the_seed_has_a_plain_rewrite():
    assert list(REWRITES) == list(CRITERIA)


@pytest.mark.parametrize("key", CRITERIA)
def test_criterion_is_harder_than_its_plain_rewrite(key):
    assert chinese_hardness(CRITERIA[key]) > 1.5 * chinese_hardness(REWRITES[key])


def test_length_alone_would_not_rank_them():
    longer = [
        key for key in CRITERIA if chinese.mean_length([CRITERIA[key]]) > chinese.mean_length([REWRITES[key]])
    ]

    assert len(longer) < len(CRITERIA)


def test_hardness_of_nothing_is_zero():
    assert chinese_hardness("") == 0.0


def test_seed_is_hard_english():
    content = seed_content()

    assert english.grade(content.what_it_studies.en) > english.HARD_GRADE
