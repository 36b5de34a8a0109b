"""Records that are wrong in part or wholly: refused with a reason, or read with what is wrong listed."""

from typing import Any

import pytest

from tests.registry.records import minimal_study
from trials.registry import parts
from trials.registry.facts import NOT_A_LINK
from trials.registry.notes import TOO_MANY
from trials.registry.read import ID_PLACE, read_study
from trials.registry.records import Age, Milestone, PartialDate, RecordRefused, TrialRecord

PROTOCOL = "protocolSection"


def listed(record: TrialRecord) -> list[tuple[str, str, str]]:
    return [(each.place, each.value, each.why) for each in record.not_understood]


@pytest.mark.parametrize("study", [None, [], "NCT00000001", 7, True])
def test_study_that_is_no_object_is_refused(study):
    with pytest.raises(RecordRefused, match=r"^the study is not a JSON object$"):
        read_study(study)


@pytest.mark.parametrize(
    "study",
    [
        {},
        {"protocolSection": None},
        {"protocolSection": []},
        {"protocolSection": {"identificationModule": "NCT00000001"}},
        minimal_study(None),
        minimal_study(""),
    ],
)
def test_study_without_an_id_is_refused(study):
    with pytest.raises(RecordRefused) as refused:
        read_study(study)

    assert str(refused.value) == f"{ID_PLACE}: the record has no trial id"


@pytest.mark.parametrize(
    ("trial_id", "why"),
    [
        ("NCT0000001", '"NCT0000001" is not a trial id of the registry (NCT and eight digits)'),
        ("NCT000000011", '"NCT000000011" is not a trial id of the registry (NCT and eight digits)'),
        (
            "NCT０００００００１",
            '"NCT０００００００１" is not a trial id of the registry (NCT and eight digits)',
        ),
        ("../../admin", '"../../admin" is not a trial id of the registry (NCT and eight digits)'),
        (5, "5 is not a trial id of the registry (NCT and eight digits)"),
        (["NCT00000001"], '["NCT00000001"] is not a trial id of the registry (NCT and eight digits)'),
        ("NCT00000001\x00", "the trial id holds the control character U+0000"),
        ("NCT\x1b00000001", "the trial id holds the control character U+001B"),
        ("\x85NCT00000001", "the trial id holds the control character U+0085"),
    ],
)
def test_bad_id_is_refused_with_its_reason(trial_id, why):
    with pytest.raises(RecordRefused) as refused:
        read_study(minimal_study(trial_id))

    assert (refused.value.place, refused.value.why) == (ID_PLACE, why)


@pytest.mark.parametrize("written", ["nct00000001", " NCT00000001\n", "\tNCT00000001"])
def test_id_in_small_letters_or_with_space_around_is_the_id(written):
    assert read_study(minimal_study(written)).trial_id == "NCT00000001"


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_number_that_json_does_not_know_is_refused(number):
    with pytest.raises(RecordRefused, match="cannot be written as JSON"):
        read_study(minimal_study(extra=number))


def test_unknown_codes_are_kept_and_listed():
    record = read_study(
        minimal_study(
            statusModule={"overallStatus": "PAUSED"},
            designModule={"phases": ["PHASE3", "PHASE5"]},
            eligibilityModule={"sex": "BOTH"},
        )
    )

    assert (record.status, record.phases, record.sex) == ("PAUSED", ("PHASE3", "PHASE5"), "BOTH")
    assert listed(record) == [
        (f"{PROTOCOL}.statusModule.overallStatus", '"PAUSED"', parts.NEW_CODE),
        (f"{PROTOCOL}.designModule.phases", '"PHASE5"', parts.NEW_CODE),
        (f"{PROTOCOL}.eligibilityModule.sex", '"BOTH"', parts.NEW_CODE),
    ]


@pytest.mark.parametrize("written", ["2024-13", "2024-02-30", "May 2024", "24-05-01", "2024-5", "0000"])
def test_bad_date_is_listed_and_left_empty(written):
    record = read_study(minimal_study(statusModule={"startDateStruct": {"date": written, "type": "ACTUAL"}}))

    assert record.start is None
    assert listed(record) == [
        (f"{PROTOCOL}.statusModule.startDateStruct.date", f'"{written}"', parts.NOT_DATE)
    ]


def test_month_is_not_made_a_day():
    record = read_study(minimal_study(statusModule={"startDateStruct": {"date": "2024-05"}}))

    assert record.start == Milestone(PartialDate(2024, 5))


@pytest.mark.parametrize(
    ("written", "age"),
    [
        ("18 Years", Age(18, "YEARS")),
        ("1 Year", Age(1, "YEARS")),
        ("6 Months", Age(6, "MONTHS")),
        ("2 Weeks", Age(2, "WEEKS")),
        ("30 Days", Age(30, "DAYS")),
        ("12 Hours", Age(12, "HOURS")),
        ("1 Minute", Age(1, "MINUTES")),
        ("N/A", None),
    ],
)
def test_age_is_read_with_its_unit(written, age):
    record = read_study(minimal_study(eligibilityModule={"minimumAge": written}))

    assert (record.minimum_age, listed(record)) == (age, [])


@pytest.mark.parametrize(
    "written", ["eighteen", "18", "-1 Years", "18 years", "99999 Years", "18 Fortnights"]
)
def test_unknown_age_is_listed_and_left_empty(written):
    record = read_study(minimal_study(eligibilityModule={"maximumAge": written}))

    assert record.maximum_age is None
    assert listed(record) == [(f"{PROTOCOL}.eligibilityModule.maximumAge", f'"{written}"', parts.NOT_AGE)]


@pytest.mark.parametrize(
    ("count", "shown"), [(-1, "-1"), ("15", '"15"'), (True, "true"), (1.5, "1.5"), (2**31, "2147483648")]
)
def test_enrolment_that_is_no_count_is_listed(count, shown):
    record = read_study(minimal_study(designModule={"enrollmentInfo": {"count": count}}))

    assert record.enrolment is None
    assert listed(record) == [(f"{PROTOCOL}.designModule.enrollmentInfo.count", shown, parts.NOT_NUMBER)]


def test_wrong_types_are_listed_once_and_the_rest_is_read():
    record = read_study(
        minimal_study(
            identificationModule={"briefTitle": ["A", "title"], "officialTitle": "A study"},
            conditionsModule={"conditions": ["MM", 5, {"name": "x"}], "keywords": "MM"},
            eligibilityModule="all adults",
            descriptionModule={"briefSummary": None},
        )
    )

    assert (record.brief_title, record.official_title, record.conditions) == ("", "A study", ("MM",))
    assert sorted(listed(record)) == [
        (f"{PROTOCOL}.conditionsModule.conditions[1]", "5", parts.NOT_TEXT),
        (f"{PROTOCOL}.conditionsModule.conditions[2]", '{"name": "x"}', parts.NOT_TEXT),
        (f"{PROTOCOL}.conditionsModule.keywords", '"MM"', parts.NOT_LIST),
        (f"{PROTOCOL}.eligibilityModule", '"all adults"', parts.NOT_PART),
        (f"{PROTOCOL}.identificationModule.briefTitle", '["A", "title"]', parts.NOT_TEXT),
    ]


def test_fields_the_registry_does_not_document_are_listed_and_remarks_are_not():
    study = minimal_study(newModule={"a": 1}, statusModule={"mood": "good"})
    study |= {"_remark": "mine", "extraSection": {}}

    assert listed(read_study(study)) == [
        ("extraSection", "{}", parts.NEW_KEY),
        (f"{PROTOCOL}.newModule", '{"a": 1}', parts.NEW_KEY),
        (f"{PROTOCOL}.statusModule.mood", '"good"', parts.NEW_KEY),
    ]


def test_control_characters_are_left_out_of_texts_and_listed():
    record = read_study(
        minimal_study(
            identificationModule={"briefTitle": "A\x00 title\x1b[2J"},
            descriptionModule={"briefSummary": "One\x07\r\nTwo\tthree\ud800"},
        )
    )

    assert (record.brief_title, record.brief_summary) == ("A title[2J", "One\nTwo\tthree")
    assert listed(record) == [
        (f"{PROTOCOL}.identificationModule.briefTitle", r'"A\u0000 title\u001b[2J"', parts.CONTROLS),
        (f"{PROTOCOL}.descriptionModule.briefSummary", r'"One\u0007\r\nTwo\tthree\ud800"', parts.CONTROLS),
    ]
    assert r"A\u0000 title" in record.raw
    assert record.raw.encode()


def test_windows_line_ends_and_tabs_in_criteria_are_read():
    text = "Inclusion Criteria:\r\n\r\n*\tAdults\r\n\t-\tMen\r\n"

    criteria = read_study(minimal_study(eligibilityModule={"eligibilityCriteria": text})).criteria

    assert [(found.text, level) for found, level, _ in criteria.walk()] == [("Adults", 1), ("Men", 2)]
    assert criteria.rebuild() == text.replace("\r\n", "\n")


def test_markup_is_carried_as_text():
    title = "<script>alert(1)</script> & \"quotes\" <img src=x onerror='x'>"

    assert read_study(minimal_study(identificationModule={"briefTitle": title})).brief_title == title


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "www.example.org", "https://a b"])
def test_link_that_is_no_web_address_is_left_out_and_listed(url):
    record = read_study(minimal_study(referencesModule={"seeAlsoLinks": [{"label": "More", "url": url}]}))

    assert record.references == ()
    assert [why for _, _, why in listed(record)] == [NOT_A_LINK]


def test_list_of_what_was_not_understood_has_an_end():
    record = read_study(minimal_study(conditionsModule={"conditions": [1] * 2000}))

    assert len(record.not_understood) == 501
    assert record.not_understood[-1].why == TOO_MANY


def test_deeply_nested_value_is_refused_or_read_but_never_a_crash():
    deep: Any = []
    for _ in range(5000):
        deep = [deep]

    with pytest.raises(RecordRefused, match="cannot be written as JSON"):
        read_study(minimal_study(extra=deep))
