"""Words that mean the same: the ones to begin with, and those editors keep."""

import pytest

from trials.finding.normal import normalise
from trials.finding.synonyms import ensure_starter_synonyms, known_words
from trials.models import Synonym


def test_starter_is_loaded_once(db):
    first, second = ensure_starter_synonyms(), ensure_starter_synonyms()

    assert first == Synonym.objects.count()
    assert second == 0


def test_starter_leaves_alone_what_editors_have(db):
    Synonym.objects.create(words="ＭＭ\n多發性骨髓瘤")

    ensure_starter_synonyms()

    assert [row.words for row in Synonym.objects.all() if "mm" in map(normalise, row.wordings)] == [
        "ＭＭ\n多發性骨髓瘤"
    ]


def test_no_word_of_the_starter_stands_in_two_groups(db):
    ensure_starter_synonyms()

    words = [word for group in known_words().groups for word in group]

    assert [word for word in words if words.count(word) > 1] == []


def test_group_is_normalised_when_it_is_read(db):
    Synonym.objects.create(words="ＭＭ\n\n 多發性骨髓瘤 \nmm")

    assert known_words().groups == (("mm", "多发性骨髓瘤"),)


def wordings_of(word):
    return known_words().wordings_of(normalise(word))


@pytest.mark.parametrize("wide", ["blood cancer", "cancer", "癌症", "肿瘤", "血液病"])
def test_wide_word_finds_its_kinds_with_what_means_the_same(starter_synonyms, wide):
    kinds = {"白血病", "leukaemia", "淋巴瘤", "lymphoma", "骨髓瘤", "myeloma"}

    assert kinds - set(wordings_of(wide)) == set()


def test_kind_does_not_find_the_wide_word_nor_another_kind(db):
    Synonym.objects.create(words="血液肿瘤\nblood cancer\n＞白血病\n>淋巴瘤")

    assert wordings_of("血液肿瘤") == ("血液肿瘤", "blood cancer", "白血病", "淋巴瘤")
    assert wordings_of("白血病") == ("白血病",)


@pytest.mark.parametrize("said", ["细胞治疗", "細胞治療", "细胞疗法", "cell therapy", "嵌合抗原受体"])
def test_cell_therapy_finds_car_t(starter_synonyms, said):
    assert "cart" in set(wordings_of(said))


ADD = "/admin/snippets/trials/synonym/add/"


@pytest.mark.parametrize(
    ("words", "kept"),
    [("MM\n多发性骨髓瘤", 1), ("MM", 0), ("MM\nＭＭ\nmm", 0), ("\n".join(f"w{n}x" for n in range(25)), 0)],
)
def test_editors_keep_groups_of_two_words_or_more(client, author, words, kept):
    client.force_login(author)

    client.post(ADD, {"words": words})

    assert Synonym.objects.count() == kept


def test_signer_may_look_and_not_change(client, signer):
    client.force_login(signer)

    client.post(ADD, {"words": "MM\n多发性骨髓瘤"})

    assert Synonym.objects.count() == 0
    assert client.get("/admin/snippets/trials/synonym/").status_code == 200
