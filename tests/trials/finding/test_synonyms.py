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
