import json
from dataclasses import replace

from editorial.content import CHINESE, ENGLISH, LANGUAGES, Words
from editorial.prose import ProseContent

ABOUT = ProseContent(
    schema=1,
    path="about/",
    languages=LANGUAGES,
    title=Words(en="About us", zh_hans="关于我们"),
    body=Words(en="We explain trials.", zh_hans="我们解释临床试验。"),
    description=Words(en="", zh_hans=""),
)


def test_json_comes_back_as_the_same_content_and_bytes():
    again = ProseContent.from_json(json.loads(ABOUT.to_json()))

    assert again == ABOUT
    assert again.to_json() == ABOUT.to_json()


def test_pairs_name_places_and_leave_out_empty_texts():
    assert [(pair.place, pair.words.en) for pair in ABOUT.pairs()] == [
        ("title", "About us"),
        ("body", "We explain trials."),
    ]


def test_language_digest_changes_with_a_word_and_not_with_a_fact():
    moved = replace(ABOUT, path="about-us/")
    reworded = replace(ABOUT, body=Words(en="We explain trials.", zh_hans="我们讲解临床试验。"))

    assert moved.language_digest == ABOUT.language_digest
    assert moved.digest != ABOUT.digest
    assert reworded.language_digest != ABOUT.language_digest


def test_a_withheld_language_is_absent_from_the_bytes():
    english = ABOUT.withhold_chinese()

    assert english.languages == (ENGLISH,)
    assert CHINESE not in english.to_json()
    assert english.texts(CHINESE) == []
    assert ProseContent.from_json(json.loads(english.to_json())) == english
