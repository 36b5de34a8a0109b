"""How a query becomes terms."""

import pytest

from trials.finding.cutting import MOST_TERMS, MOST_WORDINGS, Known, terms_of

KNOWN = Known(
    groups=(
        ("多发性骨髓瘤", "骨髓瘤", "mm", "multiple myeloma"),
        ("复发难治", "复发 难治"),
        ("cart", "cart 细胞"),
        ("非小细胞肺癌", "nsclc"),
        ("小细胞肺癌", "sclc"),
        ("2 型糖尿病", "t2d"),
        ("癌症", "癌"),
    ),
    names=frozenset({"苏州", "suzhou"}),
)


def pieces(query):
    return [(term.said, term.wordings[0]) for term in terms_of(query, KNOWN)]


@pytest.mark.parametrize(
    ("query", "wordings"),
    [
        ("苏州CAR-T", ["苏州", "cart"]),
        ("苏州 CAR-T", ["苏州", "cart"]),
        ("复发难治多发性骨髓瘤", ["复发难治", "多发性骨髓瘤"]),
        ("苏州的骨髓瘤临床试验", ["苏州", "骨髓瘤"]),
        ("multiple myeloma in Suzhou", ["multiple myeloma", "suzhou"]),
        ("2 型糖尿病", ["2 型糖尿病"]),
        ("3期胆管癌", ["3 期胆管癌"]),
        ("B细胞", ["b 细胞"]),
        ("HER2阳性", ["her2", "阳性"]),
        ("杭州市", ["杭州"]),
        ("sarcomas", ["sarcoma"]),
        ("骨髓瘤 骨髓瘤", ["骨髓瘤"]),
        ("男性乳房", ["男性乳房"]),
        ("临床试验", []),
        ("' \" * ( ) % \\ 的", []),
    ],
)
def test_query_is_cut_round_known_words_and_where_the_script_changes(query, wordings):
    assert [wording for _said, wording in pieces(query)] == wordings


def test_terms_are_told_as_the_reader_wrote_them():
    assert [said for said, _wording in pieces("苏州CAR-T ＭＭ")] == ["苏州", "CAR-T", "ＭＭ"]


def test_kinds_of_an_illness_are_looked_for_and_not_what_it_is_a_kind_of():
    [cancer], [kind] = terms_of("肺癌", KNOWN), terms_of("NSCLC", KNOWN)

    assert cancer.wordings == ("肺癌", "非小细胞肺癌", "nsclc", "小细胞肺癌", "sclc")
    assert kind.wordings == ("nsclc", "非小细胞肺癌")


def test_word_with_non_before_it_is_another():
    [term] = terms_of("小细胞肺癌", KNOWN)

    assert term.wordings == ("小细胞肺癌", "sclc")
    assert term.never_inside("小细胞肺癌") == ["非小细胞肺癌"]


def test_query_without_end_is_cut_short():
    terms = terms_of(" ".join(f"word{n}" for n in range(500)), KNOWN)

    assert len(terms) == MOST_TERMS


def test_no_term_has_wordings_without_end():
    known = Known(tuple((f"{n}病", f"x{n}") for n in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"))

    [term] = terms_of(
        "糖尿病",
        Known(
            (*known.groups, tuple(f"{n}糖尿病" for n in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地人"))
        ),
    )

    assert len(term.wordings) == MOST_WORDINGS
