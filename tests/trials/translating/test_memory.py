"""The translation memory: what editions in force say, and what is like a text that needs Chinese."""

from dataclasses import replace

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from editorial.content import Words
from editorial.models import Edition
from editorial.signoff import withdraw
from tests.trials.factories import make_trial
from tests.trials.posting import autosaved, form_values, opened
from trials.models import MemoryUnit, TrialPage
from trials.translating import memory
from trials.translating.memory import matches, sentence_matches
from trials.translating.reused import FROM_MEMORY, token_of
from trials.translating.sentences import chinese_sentences, english_sentences, paired

pytestmark = pytest.mark.django_db
ANC = "Absolute neutrophil count of at least 1.0×10^9/L within 7 days before the infusion"
ANC_ZH = "输注前7天内中性粒细胞绝对计数至少1.0×10^9/L"


@pytest.fixture(autouse=True)
def forgotten():
    """No memory of the test before: its numbers come again after a rollback."""
    memory._known.cache_clear()


@pytest.fixture
def other(author):
    return make_trial(owner=author, trial_id="NCT00000002")


def known(page, english=ANC, chinese=ANC_ZH, place="criteria.i9.text"):
    return MemoryUnit.objects.create(page=page, place=place, english=english, chinese=chinese)


def units(page):
    return set(MemoryUnit.objects.filter(page=page).values_list("place", "english", "chinese"))


def test_draft_is_not_remembered(trial):
    assert units(trial) == set()


def test_edition_is_remembered_without_shared_names(live_trial):
    found = units(live_trial)

    assert ("headline", "English headline.", "中文headline。") in found
    assert ("criteria.i1.text", "Adults", "成年人") in found
    assert len(found) == 22
    assert not {place for place, _english, _chinese in found if place.startswith(memory.NAMES)}


def test_withdrawn_edition_is_forgotten(live_trial, lead):
    withdraw(live_trial, by=lead, reason=Words("Wrong drug.", ""), now=timezone.now())

    assert units(live_trial) == set()


def test_rebuild_published_writes_the_memory_again(live_trial, other):
    before = units(live_trial)
    MemoryUnit.objects.all().delete()
    known(other)

    call_command("rebuild_published")

    assert (units(live_trial), units(other)) == (before, set())


def test_edition_without_chinese_is_not_remembered(live_trial):
    content = Edition.objects.get().load().withhold_chinese()

    assert list(memory._units(live_trial.pk, content)) == []


def test_chinese_of_a_machine_is_not_remembered(trial):
    content = trial.get_latest_revision_as_object().build_content()
    by_machine = replace(content, machine_translated=("headline", "criteria.i1.text"))

    places = {unit.place for unit in memory._units(trial.pk, by_machine)}

    assert {"headline", "criteria.i1.text", "summary"} & places == {"summary"}


def test_sentences_are_paired_where_both_languages_have_as_many():
    english = "Take 2.5 mg daily. Do not stop.\n\n- Ring us, e.g. at night"
    chinese = "每天服用2.5毫克。不要停药。\n\n- 打电话给我们，例如夜里"

    assert paired(english, chinese) == [
        ("Take 2.5 mg daily.", "每天服用2.5毫克。"),
        ("Do not stop.", "不要停药。"),
        ("Ring us, e.g. at night", "打电话给我们，例如夜里"),
    ]
    assert paired("One. Two.", "一。二。三。") == []
    assert paired("Only one.", "只有一句。") == []


def test_sentences_end_where_a_reader_ends_them():
    assert english_sentences("Dr. x. Age ≥ 3.5? Yes; No.") == ["Dr. x.", "Age ≥ 3.5?", "Yes;", "No."]
    assert chinese_sentences("甲。乙？丙") == ["甲。", "乙？", "丙"]


def test_same_english_is_an_exact_match(other):
    known(other)

    (match,) = matches(ANC)

    assert (match.is_exact, match.percent, match.chinese, match.page) == (True, 100, ANC_ZH, other)
    assert match.numbers == ("", "")


def test_nearly_the_same_english_tells_the_numbers_that_differ(other):
    known(other)
    asked = ANC.replace("1.0×10^9/L", "1.5×10^9/L").replace("7 days", "14 days")

    (match,) = matches(asked)

    assert match.is_exact is False
    assert 90 <= match.percent < 100
    assert match.numbers == ("1.0×10^9/L 7", "1.5×10^9/L 14")
    assert [(part.text, numbered) for part, numbered in match.marked if part.kind != "same"] == [
        ("1.0×10^9/L", True),
        ("1.5×10^9/L", True),
        ("7", True),
        ("14", True),
    ]


def test_changed_word_is_no_changed_number(other):
    known(other)

    (match,) = matches(ANC.replace("Absolute", "Total"))

    assert not match.numbers_differ
    assert not any(numbered for _part, numbered in match.marked)


def test_less_alike_or_turned_round_is_not_offered(other):
    known(other, english="Platelets of at least 75 before the infusion and no bleeding")

    assert matches("No bleeding and platelets of at least 75 before the infusion") == []
    assert matches("Pregnancy") == []
    assert matches(" ") == []


def test_page_itself_is_not_its_own_memory(trial, other):
    known(trial)
    known(other, chinese="别的译文")

    assert [match.page for match in matches(ANC, but=trial)] == [other]


def test_best_three_are_offered_each_chinese_once(other):
    for ending, chinese in (("", "甲"), ("", "甲"), (" x", "乙"), (" xx", "丙"), (" xxx", "丁")):
        known(other, english=ANC + ending, chinese=chinese)

    assert [match.chinese for match in matches(ANC)] == ["甲", "乙", "丙"]


def test_memory_of_the_process_follows_the_table(other):
    assert matches(ANC) == []

    unit = known(other)
    found = [match.chinese for match in matches(ANC)]
    unit.delete()

    assert (found, matches(ANC)) == ([ANC_ZH], [])


def test_memory_asks_the_database_twice_at_most(other, django_assert_num_queries):
    known(other)
    matches(ANC)

    with django_assert_num_queries(2):
        matches(ANC)


def test_sentences_of_a_longer_text_are_matched_one_by_one(other):
    known(other, english="Take 2.5 mg daily.", chinese="每天服用2.5毫克。")
    text = "You come to the hospital first. Take 5 mg daily."

    assert matches(text) == []
    assert [(match.asked, match.chinese, match.numbers) for match in sentence_matches(text)] == [
        ("Take 5 mg daily.", "每天服用2.5毫克。", ("2.5 mg", "5 mg"))
    ]
    assert sentence_matches("Take 5 mg daily.") == []


def ask(client, page, place="criteria.i1.text", **more):
    return client.get(reverse("trial_memory", args=[page.pk]), {"place": place, **more})


def test_matches_are_shown_beside_a_field_with_a_button(at_desk, trial, other):
    known(other, english="Adults", chinese="成人")

    answer = ask(at_desk, trial, beside="1")

    assert answer.templates[0].name == "trials/memory/matches.html"
    assert [match.chinese for match, _token in answer.context["matches"]] == ["成人"]
    assert answer.content.decode().count("data-memory-use") == 1


def test_matches_are_shown_on_a_page_without_script(at_desk, trial, other):
    known(other, english="Adults", chinese="成人")

    answer = ask(at_desk, trial)

    assert answer.context["label"] == "Inclusion criterion 1"
    assert answer.content.decode().count("data-memory-use") == 0
    assert '<p class="memory__text" lang="zh-Hans" data-memory-chinese>成人</p>' in answer.content.decode()


def test_memory_is_for_who_may_change_the_page(client, trial, person):
    client.force_login(person("stranger"))

    assert ask(client, trial).status_code == 302


def test_memory_of_no_text_is_not_found(at_desk, trial):
    address = reverse("trial_memory", args=[trial.pk])

    assert at_desk.get(address, {"place": "criteria.i77.text"}, follow=True).status_code == 404


def test_chinese_taken_from_the_memory_is_noted_until_somebody_rewords_it(at_desk, trial):
    values = form_values(opened(at_desk, trial))
    values["headline_zh_hans"] = "借来的标题"
    values[FROM_MEMORY] = token_of("headline", "借来的标题")
    autosaved(at_desk, trial, values)
    noted = made_by(trial)

    values["headline_zh_hans"] = "自己的标题"
    autosaved(at_desk, trial, values)

    assert (noted, made_by(trial)) == ({"headline": "memory"}, {})


def made_by(page):
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object().made_by
