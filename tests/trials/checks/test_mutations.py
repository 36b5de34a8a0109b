"""What a patient's safety rests on: a single mistake in a number, comparator, unit or denial is found."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from editorial.content import CHINESE, ENGLISH, LANGUAGES, UNWRITTEN, Pair, Words
from editorial.findings import Finding
from tests.site.seed import seed_content
from tests.trials.checks.mutations import Mutation, mutations
from trials.checks import negation, quantities, turning
from trials.checks.naming import split
from trials.checks.quantities.stated import compared
from trials.content import Criterion, TrialContent

SEED = seed_content()
CONTENT = [pair for pair in SEED.pairs() if split(pair.place)[0] != "sites"]
CRITERIA = [
    Pair(f"criteria.m{number}.text", Words(pair[ENGLISH], pair[CHINESE]))
    for number, pair in enumerate(json.loads((Path(__file__).parent / "pairs.json").read_text("utf-8")))
]
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SIGN = re.compile("[≥≤<>]")
OTHER_SIGN = {"≥": "≤", "≤": "≥", ">": "<", "<": ">"}
RANDOM_MUTATIONS = 500
REQUIRED = 0.98


def found_in(content: TrialContent) -> list[Finding]:
    checks = (
        quantities.same_amounts,
        quantities.amounts_in_order,
        negation.same_negations,
        turning.before_or_after,
    )
    return [finding for check in checks for finding in check(content)]


def bare(content: TrialContent) -> TrialContent:
    """The page without a text and without rows."""
    texts = {f.name: UNWRITTEN for f in fields(content) if isinstance(getattr(content, f.name), Words)}
    rows = dict.fromkeys(
        ("interventions", "taking_part", "how_to_participate", "sources", "explanations"), ()
    )
    return replace(content, **texts, **rows, sites=())


BARE = bare(SEED)


def of_words(words: Words) -> list[Finding]:
    """The findings of a page whose only text is a criterion that says this."""
    return found_in(replace(BARE, criteria=(Criterion("m1", "inclusion", 1, False, "editors", words),)))


def with_words(value: Any, place: str, words: Words, here: str = "") -> Any:
    """The same content with other words at one place."""
    if isinstance(value, Words):
        return words if here == place else value
    if isinstance(value, tuple):
        keys = (getattr(part, "key", "") or str(number) for number, part in enumerate(value))
        return tuple(
            with_words(part, place, words, f"{here}.{key}") for key, part in zip(keys, value, strict=True)
        )
    if is_dataclass(value) and not isinstance(value, type):
        named = {f.name: f"{here}.{f.name}" if here else f.name for f in fields(value)}
        return replace(
            value, **{name: with_words(getattr(value, name), place, words, at) for name, at in named.items()}
        )
    return value


def each(pattern: re.Pattern[str], lang: str) -> Iterator[tuple[Pair, re.Match[str]]]:
    return ((pair, match) for pair in CONTENT for match in pattern.finditer(pair.words.in_language(lang)))


def changed(pair: Pair, lang: str, match: re.Match[str], after: str) -> TrialContent:
    text = pair.words.in_language(lang)
    other = {lang: text[: match.start()] + after + text[match.end() :]}
    words = Words(other.get(ENGLISH, pair.words.en), other.get(CHINESE, pair.words.zh_hans))
    return with_words(SEED, pair.place, words)


def told(finding: Finding, lang: str) -> str:
    """What a finding says that a language says."""
    return finding.expected if lang == ENGLISH else finding.found


def other_number(number: str) -> str:
    return number + "7" if "." in number or number.startswith("0") else str(int(number) + 7)


def missed(mistakes: list[Mutation]) -> list[Mutation]:
    return [mistake for mistake in mistakes if not of_words(mistake.words)]


def caught(mistakes: list[Mutation], what: str) -> float:
    """The share of mistakes that are found; prints the others."""
    escaped = missed(mistakes)
    share = 1 - len(escaped) / len(mistakes)
    print(f"\n{what}: {len(mistakes) - len(escaped)} of {len(mistakes)} caught ({share:.1%})")
    print(*escaped, sep="\n")
    return share


def test_seed_has_no_finding() -> None:
    assert found_in(SEED) == []


def test_seed_states_45_numbers_and_21_comparators() -> None:
    counted = [len(list(each(pattern, ENGLISH))) for pattern in (NUMBER, SIGN)]

    assert counted == [45, 21]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_number_of_the_seed_is_caught_and_named(lang: str) -> None:
    unnamed = []
    for pair, match in each(NUMBER, lang):
        after = other_number(match.group())
        findings = found_in(changed(pair, lang, match, after))
        named = [f for f in findings if (f.field, f.place) == split(pair.place) and after in told(f, lang)]
        if not (named and named[0].check == "number" and named[0].blocks):
            unnamed.append((pair.place, match.group()))

    assert unnamed == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_comparator_of_the_seed_is_caught_and_named(lang: str) -> None:
    unnamed = []
    for pair, match in each(SIGN, lang):
        after = OTHER_SIGN[match.group()]
        findings = found_in(changed(pair, lang, match, after))
        [finding] = [f for f in findings if (f.field, f.place) == split(pair.place)]
        if finding.check != "comparator" or after not in told(finding, lang):
            unnamed.append((pair.place, match.group()))

    assert unnamed == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("unit", "other"), [("g/L", "mg/dL"), ("mg/dL", "g/L")])
def test_each_swapped_unit_of_the_seed_is_caught_and_named(lang: str, unit: str, other: str) -> None:
    # “1.0g /L” stands in the seed.
    swapped = re.compile(rf"(?<=[\d ]){unit}|(?<=\d)g /L" if unit == "g/L" else unit)

    checks = {
        (finding.check, other in told(finding, lang))
        for pair, match in each(swapped, lang)
        for finding in found_in(changed(pair, lang, match, other))
    }

    assert checks == {("unit", True)}


def test_two_amounts_swapped_in_chinese_are_noticed() -> None:
    [blood] = [pair for pair in CONTENT if "ANC" in pair.words.en]
    swapped = (blood.words.zh_hans or "").replace(">0.75", "#").replace("≥0.3", ">0.75").replace("#", "≥0.3")

    [finding] = found_in(with_words(SEED, blood.place, Words(blood.words.en, swapped)))

    assert (finding.check, finding.blocks, finding.place) == ("amount-order", False, "i15.text")


def test_random_mutations_of_the_seed_are_caught() -> None:
    every = [mistake for pair in compared(SEED) for mistake in mutations(pair)]
    drawn = random.Random(20260826).sample(every, RANDOM_MUTATIONS)

    assert caught(drawn, "seed") >= REQUIRED


def test_hand_checked_pairs_have_no_finding() -> None:
    assert [(pair.words.en, of_words(pair.words)) for pair in CRITERIA if of_words(pair.words)] == []


def test_mutations_of_hand_checked_pairs_are_caught() -> None:
    every = [mistake for pair in CRITERIA for mistake in mutations(pair)]

    assert caught(every, "hand-checked pairs") >= REQUIRED
