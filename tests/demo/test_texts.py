"""The lay texts of the demonstration: both languages say the same numbers and have the same shape."""

import re
from collections import Counter

import pytest

from demo.acts import sign
from demo.office import Office
from demo.pages import write_trial
from demo.stories import waits_for_its_second_sign_off
from editorial.content import Words
from editorial.desk import open_desk
from trials.checks.structure import shape_of
from trials.content import TrialContent
from trials.models import TrialPage

COMPLETE = ("NCT06279026", "NCT05901974", "NCT05905653", "NCT05688046", "NCT06331169")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
NUMBER_OR_COMPARATOR = re.compile(r"\d+(?:\.\d+)?|[<>≤≥]")


def written(trial_id: str, office: Office) -> TrialContent:
    team = office.team
    page = write_trial(
        trial_id,
        author=team["author"],
        translator=team["translator"],
        parent=office.tree.trials,
        at=office.now,
    )
    return page.build_content()


def numbers(text: str) -> Counter[str]:
    return Counter(NUMBER_OR_COMPARATOR.findall(text.replace("^", "").translate(RAISED)))


def differ(words: Words) -> bool:
    return numbers(words.en) != numbers(words.zh_hans or "")


@pytest.mark.parametrize("trial_id", COMPLETE)
def test_both_languages_say_the_same_numbers(office: Office, trial_id: str) -> None:
    content = written(trial_id, office)

    assert [pair for pair in content.pairs() if differ(pair.words)] == []


@pytest.mark.parametrize("trial_id", COMPLETE)
def test_both_languages_have_the_same_shape(office: Office, trial_id: str) -> None:
    content = written(trial_id, office)

    pairs = [pair.words for pair in content.pairs() if pair.words.zh_hans]
    assert [words for words in pairs if shape_of(words.en) != shape_of(words.zh_hans)] == []


@pytest.mark.parametrize("trial_id", COMPLETE)
def test_complete_trial_has_nothing_that_blocks(office: Office, trial_id: str) -> None:
    content = written(trial_id, office)

    assert [finding.message for finding in TrialPage.findings(content) if finding.blocks] == []


@pytest.mark.parametrize("trial_id", COMPLETE)
def test_harms_begin_with_the_sentence_for_a_silent_registry(office: Office, trial_id: str) -> None:
    harms = written(trial_id, office).possible_harms

    assert harms.en.splitlines()[0] == "The registry does not say; ask the study team."
    assert harms.zh_hans.splitlines()[0] == "登记信息没有说明，请询问研究团队。"


def test_trial_that_waits_for_sign_off_can_be_signed(office: Office) -> None:
    waits_for_its_second_sign_off("NCT05901974", office)
    page = TrialPage.objects.get(trial_id="NCT05901974")

    edition = sign(page, by=office.team["signer"], now=office.now)

    assert edition.digest == open_desk(page.pk).digest
