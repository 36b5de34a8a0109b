"""Editions of every release so far: they load, keep their bytes, and nothing of them is lost on the page.

A release that changes the content adds its files here; a file that is here never changes.
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from editorial.canonical import digest_of
from editorial.carrying import covered_by, open_pairs
from editorial.content import LANGUAGES
from editorial.kinds import content_class
from editorial.models import SignOff
from tests.site.seen import article, one_line, words_of
from trials.content import TrialContent

FOLDER = Path(__file__).parent
DIGESTS = {
    "prose_0_1": "4e680183df0b6ae8f0aba3ec4b0e9e61ef2527bb3adab80cf7c23823a5248e07",
    "trial_0_1": "f84b3860dcd0e39a45dd812f3416961963f64cd6311fbe4c362480fc5eb4c11c",
    "trial_english_only_0_1": "b784d76f3ed12b72a2996e60c401ca80253b0ba43d3f0b9af63ba65580cf8822",
    "trial_0_2": "57277286e6fdf81e2fd66586042e60c2716a291d309b7a94dd14c834d20a7e35",
    "trial_0_3": "2bffed13eb61ba4b1e2216b2321d5acf30a2c4e5726757ad467d2d392d8aa2e0",
    "trial_0_4": "8b53df3e62fd1515a8627bf8abc1fee64984fadbb20d95935c46ffac1e5deb7b",
}
TRIALS = [name for name in DIGESTS if name.startswith("trial")]


def text_of(name):
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def content_of(name):
    plain = json.loads(text_of(name))
    return content_class(plain["kind"]).from_json(plain)


def test_every_golden_file_is_listed():
    assert {path.stem for path in FOLDER.glob("*.json")} == set(DIGESTS)


def test_this_release_has_a_golden_file_of_its_schema():
    assert max(content_of(name).schema for name in TRIALS) == TrialContent.current_schema


@pytest.mark.parametrize("name", DIGESTS)
def test_an_old_edition_keeps_its_bytes_and_its_digest(name):
    content = content_of(name)

    assert content.to_json() == text_of(name)
    assert content.digest == digest_of(text_of(name)) == DIGESTS[name]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", TRIALS)
def test_every_string_of_an_old_edition_is_on_todays_page(name, lang):
    content = content_of(name)
    if lang not in content.languages:
        assert content.texts(lang) == []
        return
    page = words_of(article(content, lang))
    # In the page's head, and left out where every place is in one country.
    told_elsewhere = {"seo_description", "sites.s1.country"}

    lost = [
        pair.place
        for pair in content.pairs()
        if pair.place not in told_elsewhere
        and not all(as_set(part) in page for part in pair.words.in_language(lang).splitlines())
    ]

    assert lost == []


def as_set(text):
    """A line as the page sets it: a typed power raised, the mark of a list item drawn by the browser."""
    return one_line(text.removeprefix("- ").replace("10^9", "10⁹"))


def test_a_field_born_later_voids_no_signature_while_it_is_empty():
    old = content_of("trial_0_1")
    today = replace(old, schema=TrialContent.current_schema)

    assert today.digest != old.digest
    assert today.is_known_as(old.digest)


def test_a_field_born_later_voids_the_signature_once_it_says_something():
    old = content_of("trial_0_1")
    facts = replace(old.facts, ethics_version="2.1")

    assert not replace(old, schema=TrialContent.current_schema, facts=facts).is_known_as(old.digest)


def test_another_word_is_not_the_same_whatever_the_schema():
    old = content_of("trial_0_1")
    headline = replace(old.headline, en="Another headline")

    assert not replace(old, schema=TrialContent.current_schema, headline=headline).is_known_as(old.digest)


@pytest.mark.parametrize("covers", ["", covered_by])
def test_a_language_review_of_an_old_edition_still_holds(covers):
    old = content_of("trial_0_1")
    review = SignOff(digest=old.language_digest, covers=covers and covers(old))

    assert list(open_pairs(replace(old, schema=TrialContent.current_schema), review)) == []
