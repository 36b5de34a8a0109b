"""Word diffs: what people read of a change, in both languages, with every number whole."""

import random

import pytest

from editorial.worddiff import Kind, Segment, numbers, segments, tokens

SAME, REMOVED, ADDED = Kind.SAME, Kind.REMOVED, Kind.ADDED


def told(before: str, after: str) -> list[tuple[Kind, str]]:
    return [(segment.kind, segment.text) for segment in segments(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "Platelets ≥50×10^9/L; Hb >60 g/L",
            "Platelets ≥75×10^9/L; Hb >60 g/L",
            [
                (SAME, "Platelets "),
                (REMOVED, "≥50×10^9/L"),
                (ADDED, "≥75×10^9/L"),
                (SAME, "; Hb >60 g/L"),
            ],
        ),
        (
            "血小板≥50×10⁹/L，血红蛋白>60 g/L",
            "血小板≥75×10⁹/L，血红蛋白>60 g/L",
            [
                (SAME, "血小板"),
                (REMOVED, "≥50×10⁹/L"),
                (ADDED, "≥75×10⁹/L"),
                (SAME, "，血红蛋白>60 g/L"),
            ],
        ),
        ("ALT ≤2.5×ULN", "ALT ≤2.55×ULN", [(SAME, "ALT "), (REMOVED, "≤2.5×ULN"), (ADDED, "≤2.55×ULN")]),
        ("10% of 1,000", "10.5% of 1,000", [(REMOVED, "10%"), (ADDED, "10.5%"), (SAME, " of 1,000")]),
        ("UTAA17治疗", "UTAA18治疗", [(REMOVED, "UTAA17"), (ADDED, "UTAA18"), (SAME, "治疗")]),
        ("患者怀孕", "患者妊娠", [(SAME, "患者"), (REMOVED, "怀孕"), (ADDED, "妊娠")]),
        ("the old fox", "a new fox", [(REMOVED, "the old"), (ADDED, "a new"), (SAME, " fox")]),
        ("", "New.", [(ADDED, "New.")]),
        ("Gone.", "", [(REMOVED, "Gone.")]),
        ("Same.", "Same.", [(SAME, "Same.")]),
    ],
)
def test_diff_marks_what_changed_and_nothing_else(before, after, expected):
    assert told(before, after) == expected


@pytest.mark.parametrize(
    "number",
    [
        "≥0.75×10^9/L", "<1,500 mg/m2", "≤1.5×ULN", ">60 g/L", "10.5%", "10 mg/dL", "-1", "≥ 18", "2.5",
        "0.75×10⁹/L", "200 mg/24",
    ],
)  # fmt: skip
def test_number_is_one_token(number):
    assert tokens(number) == [number]


def test_range_keeps_its_two_numbers():
    assert [number for number, _start in numbers("Age 18-65 years")] == ["18", "65"]


def test_digits_of_a_name_are_no_number():
    assert numbers("UTAA17, CD19 and HbA1c") == []


@pytest.mark.parametrize("seed", range(20))
def test_both_texts_can_be_read_from_their_diff(seed):
    chance = random.Random(seed)
    words = ["alpha", "beta", "血", "小", "板", "≥50", "60", "g/L", ",", "。", "\n", "10^9", "UTAA17"]
    before, after = (" ".join(chance.choices(words, k=60)) for _side in range(2))

    found = segments(before, after)

    assert "".join(each.text for each in found if each.kind != ADDED) == before
    assert "".join(each.text for each in found if each.kind != REMOVED) == after


def test_long_texts_are_compared_by_the_sentence():
    sentence = "Patients with {} lines of therapy are included. "
    before = "".join(sentence.format(number) for number in range(400))
    after = "".join(sentence.format(number if number % 2 else -number) for number in range(400))

    found = segments(before, after)

    assert found.count(Segment(REMOVED, sentence.format(4))) == 1
    assert "".join(each.text for each in found if each.kind != REMOVED) == after


def test_books_without_a_sentence_are_replaced_as_a_whole():
    before, after = (" ".join(f"{letter}{number}" for number in range(3000)) for letter in "ab")

    assert told(before, after) == [(REMOVED, before), (ADDED, after)]
