"""JSON-LD of a trial page: known to schema.org, equal to what was signed, and never an invitation."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from editorial.content import Words
from editorial.models import UrgentNotice
from tests.site.conftest import REVIEWED as REVIEWED_AT
from tests.site.publishing import sign_again, site_settings
from tests.site.schema_org import STUDY_STATUSES, faults
from tests.site.seed import seed_content, seed_facts
from tests.site.seen import TODAY, showing, soup
from trials.content import Intervention, Organisation, Site
from trials.site.structured import STATUSES, structured_record, study_status

SITE = "https://trials.example.org"
TRIAL = "trials/nct06279026/"
FRESH = "2026-05-01"


@pytest.fixture
def record_of(publish, settings):
    settings.SITE_URL = SITE

    def record(content, lang="en", **changes):
        edition = publish(content)
        return json.loads(structured_record(showing(content, lang, edition=edition, **changes)))

    return record


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_record_says_nothing_schema_org_does_not_know(record_of, lang):
    assert faults(record_of(seed_content(facts=seed_facts(status_date=FRESH)), lang)) == []


def test_table_of_types_finds_what_is_wrong():
    trial = {"@type": "MedicalTrial", "phase": "2", "status": "Recruiting", "sponsor": {"@type": "City"}}

    assert faults({"@type": "MedicalWebPage", "mainEntity": trial}) == [
        "page.mainEntity.phase: not a property of MedicalTrial",
        "page.mainEntity.status: 'Recruiting' is none of ['MedicalStudyStatus']",
        "page.mainEntity.sponsor: City is none of ['Organization', 'Person']",
    ]


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_every_word_of_the_record_is_signed_or_named_by_the_site(record_of, lang):
    content, site = seed_content(), site_settings()
    signed = set(content.texts(lang)) | {content.trial_id, content.registry.url}
    named = {site.words(name).in_language(lang) for name in ("site_name", "editorial_team", "publisher")}

    said = set(literals(record_of(content, lang)))

    assert said - signed - named == {
        "https://schema.org",
        f"{SITE}/{lang}/",
        f"{SITE}/{lang}/{TRIAL}",
        f"{SITE}/{lang}/{TRIAL}#trial",
        {"en": "en", "zh-hans": "zh-Hans"}[lang],
        "ClinicalTrials.gov",
        "2026-05-15",
    }


def literals(value):
    if isinstance(value, dict):
        return [text for key, part in value.items() if key != "@type" for text in literals(part)]
    if isinstance(value, list):
        return [text for part in value for text in literals(part)]
    return [value] if isinstance(value, str) else []


def test_record_of_the_page(record_of):
    page = record_of(seed_content())

    assert {key: page[key] for key in ("@type", "url", "inLanguage", "version", "lastReviewed")} == {
        "@type": "MedicalWebPage",
        "url": f"{SITE}/en/{TRIAL}",
        "inLanguage": "en",
        "version": 1,
        "lastReviewed": "2026-05-15",
    }
    assert page["reviewedBy"] == [{"@type": "Organization", "name": "Find a Trial editorial team"}]
    assert page["isBasedOn"] == ["https://clinicaltrials.gov/study/NCT06279026"]


def test_record_of_the_trial(record_of):
    content = seed_content()

    trial = record_of(content, "zh-hans")["mainEntity"]

    assert trial["@type"] == "MedicalTrial"
    assert trial["alternateName"] == content.headline.zh_hans
    assert trial["identifier"] == [
        {"@type": "PropertyValue", "propertyID": "ClinicalTrials.gov", "value": "NCT06279026"}
    ]
    assert trial["sponsor"] == {"@type": "Organization", "name": "博生吉医药科技（苏州）有限公司"}
    assert trial["studySubject"] == [
        {"@type": "MedicalEntity", "name": "CAR-T细胞"},
        {"@type": "Drug", "name": "化疗"},
    ]
    assert trial["studyLocation"] == [
        {"@type": "City", "name": "苏州市", "containedInPlace": {"@type": "Country", "name": "中国"}}
    ]


def test_people_the_review_line_names_reviewed_the_page(record_of):
    page = record_of(seed_content(), reviewed_with=Words("a haematologist", "一位血液科医生"))

    assert page["reviewedBy"][1:] == [{"@type": "Person", "description": "a haematologist"}]


def test_page_says_since_when_it_is_there(publish, settings):
    publish(seed_content())
    second = publish(seed_content(), REVIEWED_AT + timedelta(days=3))

    page = json.loads(structured_record(showing(seed_content(), edition=second)))

    assert (page["datePublished"], page["dateModified"], page["version"]) == ("2026-05-15", "2026-05-18", 2)


@pytest.mark.parametrize(
    ("study_type", "kind"),
    [
        ("INTERVENTIONAL", "MedicalTrial"),
        ("OBSERVATIONAL", "MedicalObservationalStudy"),
        ("EXPANDED_ACCESS", "MedicalStudy"),
        ("A_NEW_ONE", "MedicalStudy"),
    ],
)
def test_study_is_of_its_own_kind(record_of, study_type, kind):
    assert record_of(seed_content(facts=seed_facts(study_type=study_type)))["mainEntity"]["@type"] == kind


def test_trial_in_many_cities_is_placed_by_countries(record_of):
    city = Words("City", "市")
    sites = tuple(
        Site(f"s{n}", city, Words(f"City {n}", f"城市{n}"), city, Words(f"Land {n % 2}", "国"), "", "")
        for n in range(13)
    )

    places = record_of(seed_content(sites=sites))["mainEntity"]["studyLocation"]

    assert places == [{"@type": "Country", "name": "Land 0"}, {"@type": "Country", "name": "Land 1"}]


def test_nothing_empty_is_said(record_of):
    bare = seed_content(sponsor=None, official_title=Words("", ""), conditions=(), interventions=(), sites=())

    trial = record_of(bare)["mainEntity"]

    assert set(trial) == {"@type", "@id", "name", "alternateName", "identifier", "sameAs"}


HOSTILE = '</script><script>alert(1)</script><!-- & \u2028"'


def test_no_word_of_a_page_ends_its_script_element(client, publish):
    content = seed_content(
        headline=Words(HOSTILE, HOSTILE),
        sponsor=Organisation(Words(HOSTILE, HOSTILE), "INDUSTRY"),
        interventions=(Intervention("v1", "DRUG", Words(HOSTILE, HOSTILE)),),
    )
    publish(content)

    page = soup(client.get(f"/en/{TRIAL}").content)

    [script] = page.find_all("script")
    assert script["type"] == "application/ld+json"
    assert json.loads(script.string)["name"] == HOSTILE
    assert {char for char in "<>&\u2028" if char in script.string} == set()


def status_of(status, *, today=TODAY, notices=(), review_due=date(2026, 11, 11), **facts):
    content = seed_content(facts=seed_facts(status=status, **{"status_date": FRESH} | facts))
    return study_status(showing(content, today=today, notices=notices, review_due=review_due))


@pytest.mark.parametrize(("code", "said"), STATUSES.items())
def test_status_confirmed_lately_is_said_in_schema_orgs_words(code, said):
    assert status_of(code) == said
    assert f"https://schema.org/{said}" in STUDY_STATUSES


@pytest.mark.parametrize("code", ["UNKNOWN", "WITHHELD", "AVAILABLE", "NO_LONGER_AVAILABLE", "A_NEW_ONE", ""])
def test_status_without_an_equivalent_is_not_said(code):
    assert status_of(code) == ""


@pytest.mark.parametrize(
    "doubt",
    [
        {"status_date": "2024-02-26"},
        {"status_date": ""},
        {"status_date": "2025-10-01"},
        {"today": date(2027, 3, 1)},
        {"notices": (UrgentNotice(kind="paused"),)},
        {"notices": (UrgentNotice(kind="safety"),)},
        {"notices": (UrgentNotice(kind="closed"),)},
    ],
    ids=["two years old", "undated", "ageing", "page lapsed", "paused", "safety", "closed"],
)
@pytest.mark.parametrize("code", ["RECRUITING", "NOT_YET_RECRUITING", "ENROLLING_BY_INVITATION"])
def test_status_in_doubt_invites_nobody(code, doubt):
    assert status_of(code, **doubt) == ""


def test_notice_on_contacts_doubts_no_status():
    assert status_of("RECRUITING", notices=(UrgentNotice(kind="contact"),)) == "Recruiting"


def test_old_date_of_a_completed_trial_does_no_harm():
    assert status_of("COMPLETED", status_date="2020-01-01") == "Completed"


def test_page_reviewed_again_says_its_new_day(client, publish, settings):
    edition = publish(seed_content())
    sign_again(edition, now=REVIEWED_AT + timedelta(days=5))

    record = json.loads(soup(client.get(f"/zh-hans/{TRIAL}").content).script.string)

    assert (record["lastReviewed"], record["dateModified"]) == ("2026-05-20", "2026-05-15")


@pytest.mark.parametrize("below", ["sites/", "print/", "history/"])
def test_record_stands_on_the_page_only(client, publish, below):
    publish(seed_content())

    assert soup(client.get(f"/en/{TRIAL}{below}").content).find_all("script") == []


def test_withheld_language_has_no_record(client, publish):
    publish(seed_content().withhold_chinese())

    page = soup(client.get(f"/zh-hans/{TRIAL}").content)

    assert (page.find_all("script"), page.select("meta[property^=og]")) == ([], [])


def test_record_names_what_is_signed_and_no_site_key(record_of):
    moved = replace(seed_content().sites[0], city=Words("", ""))

    places = record_of(seed_content(sites=(moved,)))["mainEntity"]["studyLocation"]

    assert places == [{"@type": "Country", "name": "China"}]
