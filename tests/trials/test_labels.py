"""Every code of the registry has words in both languages, and a new one does no harm."""

import pytest
from django.utils.translation import override

from trials import labels
from trials.labels import AgencyClass, InterventionType, Phase, SiteStatus, Status, label, plain_label

# Enumerations of the registry's API, version 2.0.5.
CODES = {
    labels.Status: (
        "ACTIVE_NOT_RECRUITING COMPLETED ENROLLING_BY_INVITATION NOT_YET_RECRUITING RECRUITING SUSPENDED "
        "TERMINATED WITHDRAWN AVAILABLE NO_LONGER_AVAILABLE TEMPORARILY_NOT_AVAILABLE "
        "APPROVED_FOR_MARKETING WITHHELD UNKNOWN"
    ),
    labels.SiteStatus: (
        "ACTIVE_NOT_RECRUITING COMPLETED ENROLLING_BY_INVITATION NOT_YET_RECRUITING RECRUITING SUSPENDED "
        "TERMINATED WITHDRAWN AVAILABLE"
    ),
    labels.StudyType: "EXPANDED_ACCESS INTERVENTIONAL OBSERVATIONAL",
    labels.Phase: "NA EARLY_PHASE1 PHASE1 PHASE2 PHASE3 PHASE4",
    labels.Sex: "FEMALE MALE ALL",
    labels.FactKind: "ACTUAL ESTIMATED",
    labels.AgencyClass: "NIH FED OTHER_GOV INDIV INDUSTRY NETWORK AMBIG OTHER UNKNOWN",
    labels.InterventionType: (
        "BEHAVIORAL BIOLOGICAL COMBINATION_PRODUCT DEVICE DIAGNOSTIC_TEST DIETARY_SUPPLEMENT DRUG GENETIC "
        "PROCEDURE RADIATION OTHER"
    ),
}
OURS = [
    labels.Registry,
    labels.ContactRole,
    labels.AgeUnit,
    labels.CriterionGroup,
    labels.CriterionSource,
]
PROPER_NAMES = {"ClinicalTrials.gov", "EudraCT"}


@pytest.mark.parametrize("kind", CODES, ids=lambda kind: kind.__name__)
def test_codes_are_exactly_the_registrys(kind):
    assert sorted(kind.values) == sorted(CODES[kind].split())


@pytest.mark.parametrize("kind", [*CODES, *OURS], ids=lambda kind: kind.__name__)
def test_every_code_has_its_own_words_in_both_languages(kind):
    with override("en"):
        english = [label(kind, code) for code in kind.values]
    with override("zh-hans"):
        chinese = [label(kind, code) for code in kind.values]

    untranslated = {word for word, same in zip(english, chinese, strict=True) if word == same}
    assert untranslated - PROPER_NAMES == set()
    assert len(set(english)) == len(set(chinese)) == len(kind.values)


def test_words_that_are_one_in_english_part_in_chinese():
    with override("en"):
        english = label(InterventionType, "OTHER"), label(AgencyClass, "OTHER").capitalize()
    with override("zh-hans"):
        chinese = label(InterventionType, "OTHER"), label(AgencyClass, "OTHER")

    assert english == ("Other", "Other")
    assert chinese == ("其他", "其他（医院、大学等）")


@pytest.mark.parametrize(
    ("kind", "code", "chinese"),
    [
        (Phase, "NA", "不适用（NA）"),
        (Status, "ENROLLING_BY_INVITATION", "仅限受邀者参加"),
        (Status, "UNKNOWN", "状态不明"),
        (SiteStatus, "ACTIVE_NOT_RECRUITING", "进行中，不再招募"),
        (AgencyClass, "INDUSTRY", "企业"),
    ],
)
def test_label_speaks_the_vocabulary(kind, code, chinese):
    with override("zh-hans"):
        assert label(kind, code) == chinese


@pytest.mark.parametrize(
    ("kind", "code", "chinese"),
    [
        (Phase, "NA", "不分期"),
        (Status, "UNKNOWN", "已超过两年没有更新，目前状态不明"),
        (Status, "WITHDRAWN", "在第一名参加者入组之前已取消"),
        (AgencyClass, "UNKNOWN", "机构类别未知"),
        (AgencyClass, "INDUSTRY", "企业"),
        (Phase, "PHASE2", "II期"),
    ],
)
def test_plain_label_explains_what_would_puzzle(kind, code, chinese):
    with override("zh-hans"):
        assert plain_label(kind, code) == chinese


def test_label_of_an_unknown_code_quotes_the_registry():
    with override("en"):
        english = label(Status, "NEW_STATUS")
    with override("zh-hans"):
        chinese = plain_label(Status, "NEW_STATUS")

    assert english == "“new status” (the registry’s own term)"
    assert chinese == "“new status”（登记处原词）"


def test_label_of_no_code_is_not_stated():
    with override("en"):
        english = label(Phase, "")
    with override("zh-hans"):
        chinese = label(Phase, "")

    assert (english, chinese) == ("Not stated", "未说明")
