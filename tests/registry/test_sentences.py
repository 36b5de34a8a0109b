import copy
import pickle

from trials.registry.sentences import Sentence, gettext_noop


def chinese(msgid: str) -> str:
    return {"%(count)d of 100%%": "100%% 中的 %(count)d", "none": "无"}[msgid]


def test_sentence_reads_in_english_and_in_another_language():
    sentence = Sentence(gettext_noop("%(count)d of 100%%"), count=3)

    assert (sentence, sentence.translated(chinese)) == ("3 of 100%", "100% 中的 3")


def test_sentence_without_values_is_translated_as_it_is():
    assert Sentence("none").translated(chinese) == "无"


def test_sentence_survives_a_copy_and_a_pickle():
    sentence = Sentence("%(count)d of 100%%", count=3)

    assert [each.values for each in (copy.deepcopy(sentence), pickle.loads(pickle.dumps(sentence)))] == [
        {"count": 3},
        {"count": 3},
    ]
