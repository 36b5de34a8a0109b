"""Who wrote a passage is an author of every page that repeats it, nearly, in one language, anywhere."""

import pytest

from editorial.authors import written_by
from tests.editorial.desk import save_draft
from tests.trials.passages.conftest import approved, write_passage
from trials.models import Passage
from trials.passages.repeated import passages_in

pytestmark = pytest.mark.django_db
ENGLISH = "In a phase 1 trial a medicine is given to people for the first time.\n\nIts aim is a safe dose."
CHINESE = "在I期临床试验中，药物首次用于人体，研究者观察受试者的反应。\n\n目的是找到安全的剂量。"


@pytest.fixture
def passage(author, language_reviewer):
    passage = write_passage(author, "First time", text_en=ENGLISH, text_zh_hans=CHINESE)
    approved(passage, language_reviewer)
    return passage


def wrote(page, person):
    revision = page.get_latest_revision()
    return "First time" in written_by(person, revision.as_object(), revision)


def names(page):
    return [passage.name for passage in passages_in(page.get_latest_revision_as_object())]


def test_who_wrote_a_passage_wrote_it_with_one_character_changed(trial, passage, author, translator):
    page = save_draft(trial, translator, rights_en="", rights_zh_hans=CHINESE.replace("首次", "第一次"))

    assert wrote(page, author)


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("zh_hans", CHINESE)])
def test_one_language_is_enough(trial, passage, author2, language, text):
    page = save_draft(trial, author2, **{f"rights_{language}": text})

    assert names(page) == ["First time"]


def test_one_paragraph_within_another_is_enough(trial, passage, author2):
    first = ENGLISH.split("\n\n")[0]
    page = save_draft(
        trial, author2, rights_en=f"Before. {first} After that comes a good deal more of it. " * 2
    )

    assert names(page) == ["First time"]


@pytest.mark.parametrize("name", ["text", "note"])
def test_a_passage_in_a_criterion_counts(trial, passage, author2, name):
    page = trial.get_latest_revision_as_object()
    setattr(page.criteria.all()[0], f"{name}_zh_hans", CHINESE)
    page.save_revision(user=author2, clean=False)

    assert names(page) == ["First time"]


def test_a_wording_approved_before_counts(trial, passage, author, author2):
    write_passage(author, "First time", text_en="Wholly other words.", text_zh_hans="完全不同的话。")
    page = save_draft(trial, author2, rights_en=ENGLISH)

    assert names(page) == ["First time"]


def test_a_wording_nobody_approved_counts(trial, author, author2):
    write_passage(author, "First time", text_en=ENGLISH, text_zh_hans=CHINESE)
    page = save_draft(trial, author2, rights_zh_hans=CHINESE)

    assert names(page) == ["First time"]


def test_other_words_on_the_same_matter_are_not_the_passage(trial, passage, author2):
    page = save_draft(
        trial, author2, rights_en="Your doctor tells you the phase of it.", rights_zh_hans="医生会说明。"
    )

    assert names(page) == []


def test_passages_of_a_page_are_found_in_one_query(trial, passage, author, django_assert_num_queries):
    for number in range(5):
        write_passage(author, f"Another {number}", text_en=f"Text {number}.")
    page = trial.get_latest_revision_as_object()
    page.build_content()

    with django_assert_num_queries(1):
        passages_in(page)


def delete(passage, client, person, address):
    client.force_login(person)
    answer = client.post(address, follow=True)
    return Passage.objects.filter(pk=passage.pk).exists(), answer.content.decode()


@pytest.mark.parametrize(
    "address", ["snippets/trials/passage/delete/{}/", "bulk/trials/passage/delete/?id={}"]
)
def test_an_approved_passage_is_not_deleted(passage, client, superuser, address):
    is_there, answer = delete(passage, client, superuser, f"/admin/{address.format(passage.pk)}")

    assert is_there
    assert "“First time” was approved, and pages may repeat it: it cannot be deleted." in answer


def test_a_passage_nobody_approved_is_deleted(phase1, client, superuser):
    address = f"/admin/snippets/trials/passage/delete/{phase1.pk}/"

    is_there, _answer = delete(phase1, client, superuser, address)

    assert not is_there
