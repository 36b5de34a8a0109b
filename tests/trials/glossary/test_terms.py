import pytest

from editorial.content import Words
from tests.trials.glossary.words import CAR_T, EVENT, MYELOMA, REACTION, SMALL, THERAPY
from trials.glossary.terms import NOTHING, Glossary, Term, forbidden_in


def found_in_english(text, glossary=SMALL):
    return [(use.term.key, text[use.start : use.end]) for use in glossary.uses_in_english(text)]


def found_in_chinese(text, glossary=SMALL):
    return [(use.term.key, text[use.start : use.end]) for use in glossary.uses_in_chinese(text)]


@pytest.mark.parametrize(
    "text",
    [
        "CAR-T",
        "CAR T",
        "CAR\u00a0T",
        "CAR‑T",
        "CAR–T",
        "CAR-T cells",
        "CAR T cell",
        "CAR-T\ncells",
    ],
)
def test_hyphen_space_and_plural_are_the_same_term(text):
    assert found_in_english(f"Earlier {text}, again") == [("car-t", text)]


@pytest.mark.parametrize("text", ["line of therapy", "lines of therapy", "Lines of Therapies"])
def test_what_is_counted_of_something_has_a_plural(text):
    assert found_in_english(text) == [("line-of-therapy", text)]


@pytest.mark.parametrize("text", ["Multiple Myeloma", "multiple myelomas", "MULTIPLE-myeloma", "MM", "MMs"])
def test_capitals_do_not_matter_in_words(text):
    assert found_in_english(text) == [("multiple-myeloma", text)]


@pytest.mark.parametrize(
    "text", ["5 mm wide", "multiplex myeloma", "multiple myelomatosis", "CART", "SMM", "car t"]
)
def test_other_words_are_not_the_term(text):
    assert found_in_english(text) == []


def test_what_is_called_non_is_another_thing():
    assert found_in_english("non-measurable disease") == []
    assert found_in_english("Non-measurable disease") == []
    assert found_in_english("measurable disease") == [("measurable-disease", "measurable disease")]


def test_longest_term_wins():
    longer = Term("smouldering", "multiple myeloma in remission", "缓解期多发性骨髓瘤")
    glossary = Glossary((MYELOMA, longer))

    assert found_in_english("multiple myeloma in remission", glossary) == [
        ("smouldering", "multiple myeloma in remission")
    ]
    assert found_in_chinese("缓解期多发性骨髓瘤", glossary) == [("smouldering", "缓解期多发性骨髓瘤")]


@pytest.mark.parametrize("order", [1, -1])
def test_terms_come_in_the_order_of_their_first_use_whatever_their_order_in_the_glossary(order):
    glossary = Glossary(SMALL.terms[::order])

    terms = glossary.in_english("After 3 lines of therapy, MM.", "CAR-T for multiple myeloma")

    assert terms == [THERAPY, MYELOMA, CAR_T]


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("复发的多发性骨髓瘤。", "多发性骨髓瘤"),
        ("多发性 骨髓瘤", "多发性 骨髓瘤"),
        ("即MM患者", "MM"),
    ],
)
def test_chinese_is_found_within_a_sentence(text, stretch):
    assert found_in_chinese(text) == [("multiple-myeloma", stretch)]


@pytest.mark.parametrize("text", ["SMM患者", "5 mm", "MMR阴性"])
def test_latin_in_chinese_stands_alone(text):
    assert found_in_chinese(text) == []


@pytest.mark.parametrize(
    "text", ["CAR-T细胞", "CAR T细胞", "CART", "嵌合抗原受体T细胞", "嵌合抗原受体 T 细胞"]
)
def test_any_approved_wording_says_the_term(text):
    assert CAR_T.stands_in_chinese(text)


def test_another_wording_does_not_say_the_term():
    assert not MYELOMA.stands_in_chinese("骨髓癌")


def test_brackets_of_either_width_are_the_same():
    term = Term("x", "x", "单克隆蛋白（M蛋白）")

    assert term.stands_in_chinese("单克隆蛋白(M蛋白)")


def test_forbidden_wording_is_found():
    assert forbidden_in("出现不良反应时停药", [EVENT]) == {EVENT: ["不良反应"]}


def test_forbidden_wording_is_right_where_the_english_says_what_it_stands_for():
    assert forbidden_in("不良事件和不良反应", [EVENT, REACTION]) == {}


def test_name_holds_the_abbreviation_once():
    assert MYELOMA.named == Words("multiple myeloma (MM)", "多发性骨髓瘤（MM）")
    assert Term("car-t", "CAR-T cell", "CAR-T细胞", abbreviation="CAR-T").named == Words(
        "CAR-T cell", "CAR-T细胞"
    )


def test_latin_words_are_those_of_approved_chinese_and_abbreviations():
    gilbert = Term("g", "Gilbert syndrome", "Gilbert综合征", abbreviation="GS")

    assert Glossary((gilbert, CAR_T)).latin_words == {"gilbert", "gs", "car", "t"}


def test_empty_glossary_finds_nothing():
    assert NOTHING.in_english("multiple myeloma") == NOTHING.in_chinese("多发性骨髓瘤") == []
