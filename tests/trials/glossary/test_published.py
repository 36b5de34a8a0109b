"""The rows from which the A to Z is found: written with the listing row, made from the edition alone."""

from io import StringIO

import pytest
from django.core.management import call_command

from editorial.models import Edition
from tests.trials.glossary.words import make_term
from trials.glossary.pinyin import pinyin_of
from trials.glossary.starter import starter_terms
from trials.listing import problems, publish_listing
from trials.models import PublishedTrial, PublishedWord

pytestmark = pytest.mark.django_db
COLUMNS = ("key", "term_en", "term_zh_hans", "meaning_en", "meaning_zh_hans", "pinyin")
FIBRE = ("headline", "headline", "headline词", "A line at the top.", "顶上的一行。", "headline ci")


@pytest.fixture
def explaining(request):
    """A trial before the public whose headline says a term of the glossary."""
    make_term("headline", "headline词", meaning_en="A line at the top.", meaning_zh_hans="顶上的一行。")
    return request.getfixturevalue("live_trial")


def test_publication_writes_the_words_of_the_edition(explaining):
    assert list(PublishedWord.objects.values_list(*COLUMNS)) == [FIBRE]
    assert PublishedWord.objects.get().published == PublishedTrial.objects.get()


def test_same_edition_again_leaves_the_rows_alone(explaining):
    before = PublishedWord.objects.values().get()

    publish_listing(Edition.objects.get())

    assert PublishedWord.objects.values().get() == before


def test_changed_word_is_found_and_written_again(explaining):
    PublishedWord.objects.update(meaning_en="A cure.")

    found = list(problems(Edition.objects.in_force()))
    call_command("rebuild_published", stdout=StringIO())

    assert found == ["listing: the words explained by trials/nct00000001/ differ from its edition"]
    assert list(PublishedWord.objects.values_list(*COLUMNS)) == [FIBRE]


def test_lost_word_is_found(explaining):
    PublishedWord.objects.all().delete()

    assert list(problems(Edition.objects.in_force())) == [
        "listing: the words explained by trials/nct00000001/ differ from its edition"
    ]


def test_changed_term_changes_no_row(explaining):
    make_term("English", "英文")

    assert list(PublishedWord.objects.values_list("key", flat=True)) == ["headline"]
    assert list(problems(Edition.objects.in_force())) == []


@pytest.mark.parametrize(
    ("term", "sound"),
    [
        ("多发性骨髓瘤（MM）", "duo fa xing gu sui liu （mm）"),
        ("重度", "zhong du"),
        ("重组", "chong zu"),
        ("基因重排", "ji yin chong pai"),
        ("调强放疗", "tiao qiang fang liao"),
        ("调节剂", "tiao jie ji"),
        ("参加者", "can jia zhe"),
        ("长期", "chang qi"),
        ("单克隆抗体", "dan ke long kang ti"),
        ("泊马度胺", "bo ma du an"),
        ("客观缓解率", "ke guan huan jie lv"),
        ("CAR-T", "car-t"),
        ("II期", "ii qi"),
        ("", ""),
    ],
)
def test_term_sounds_as_the_field_says_it(term, sound):
    assert pinyin_of(term) == sound


def test_every_starting_term_begins_with_a_letter():
    first = {pinyin_of(term.term_zh_hans)[:1] for term in starter_terms()}

    assert {letter for letter in first if not "a" <= letter <= "z"} == set()
