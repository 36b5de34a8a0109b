"""Forty made-up trials and what patients type: what is found is meant, and most of what is meant is found."""

import json
from datetime import date
from pathlib import Path

import pytest

from editorial.content import Words
from tests.trials.finding.made import trial
from trials.finding.answer import answer_to
from trials.finding.asked import Asked

CORPUS = json.loads((Path(__file__).parent / "corpus.json").read_text(encoding="utf-8"))
TODAY = date(2026, 5, 20)
RECALL = {"queries": 0.85, "hard": 0.95}


@pytest.fixture
def corpus(publish, starter_synonyms):
    for number, made in enumerate(CORPUS["trials"]):
        publish(trial(number, made["title"], summary=Words("", made["summary"])))


def found(query):
    rows = answer_to(Asked(q=query), today=TODAY).rows
    return {int(trial_id[3:]) for trial_id in rows.values_list("trial_id", flat=True)}


def meant(tags):
    return {n for n, made in enumerate(CORPUS["trials"]) if set(tags) <= set(made["tags"])}


@pytest.mark.parametrize("kind", ["queries", "hard"])
def test_queries_of_patients_find_what_they_mean_and_nothing_else(corpus, kind):
    pairs = [(found(each["query"]), meant(each["tags"])) for each in CORPUS[kind]]

    wrong = {each["query"]: hits - right for each, (hits, right) in zip(CORPUS[kind], pairs, strict=True)}
    recall = sum(len(hits & right) / len(right) for hits, right in pairs) / len(pairs)
    assert {query: extra for query, extra in wrong.items() if extra} == {}
    assert recall >= RECALL[kind]
