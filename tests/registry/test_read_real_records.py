"""What the real records say, read into facts."""

import hashlib
import json

import pytest

from tests.registry.records import MANY_SITES, SEED, TRIAL_IDS, study_of
from trials.registry.dates import Age, Milestone, PartialDate
from trials.registry.parts import NEW_KEY
from trials.registry.read import read_study
from trials.registry.records import Identifier, Intervention, Organisation, Outcome, Site


def test_seed_record_is_read_whole():
    record = read_study(study_of(SEED))

    assert (record.trial_id, record.registry, record.acronym) == (SEED, "ctgov", "")
    assert record.brief_title == "UTAA17 Injection in the Treatment of Relapsed/Refractory Multiple Myeloma"
    assert record.identifiers == (Identifier("ctgov", SEED, "nct"),)
    assert (record.study_type, record.phases, record.status) == ("INTERVENTIONAL", ("NA",), "RECRUITING")
    assert record.start == Milestone(PartialDate(2024, 4, 1), "")
    assert (record.primary_completion, record.completion, record.status_verified) == (None, None, None)
    assert record.last_update == PartialDate(2024, 2, 26)
    assert (record.enrolment, record.enrolment_kind) == (15, "ESTIMATED")
    assert (record.minimum_age, record.maximum_age, record.sex) == (Age(18, "YEARS"), None, "ALL")
    assert record.healthy_volunteers is None
    assert record.sponsor == Organisation("PersonGen BioTherapeutics (Suzhou) Co., Ltd.", "INDUSTRY")
    assert record.conditions == ("Relapsed/Refractory Multiple Myeloma",)
    assert record.interventions == (Intervention(type="", name="UTAA17 Injection"),)
    assert record.primary_outcomes == (Outcome("DLT"), Outcome("RP2D"))
    assert record.contacts == ()
    assert record.processed_on is None
    assert record.not_understood == ()


def test_seed_site_is_read_with_its_place():
    (site,) = read_study(study_of(SEED)).sites

    assert site == Site(
        key=site.key,
        facility="The Second Affiliated Hospital of Soochow University",
        city="Suzhou",
        state="Jiangsu",
        zip="215000",
        country="China",
        status="RECRUITING",
        lat=31.30408,
        lon=120.59538,
    )


@pytest.mark.parametrize(
    ("trial_id", "status", "phases", "study_type"),
    [
        ("NCT02526537", "TERMINATED", (), "OBSERVATIONAL"),
        ("NCT03058094", "WITHDRAWN", ("PHASE3",), "INTERVENTIONAL"),
        ("NCT04040387", "ENROLLING_BY_INVITATION", ("NA",), "INTERVENTIONAL"),
        ("NCT04267848", "RECRUITING", ("PHASE3",), "INTERVENTIONAL"),
        ("NCT04856215", "RECRUITING", ("PHASE2",), "INTERVENTIONAL"),
        ("NCT05378763", "SUSPENDED", ("PHASE3",), "INTERVENTIONAL"),
        ("NCT05480501", "RECRUITING", ("EARLY_PHASE1",), "INTERVENTIONAL"),
        ("NCT05688046", "COMPLETED", (), "OBSERVATIONAL"),
        ("NCT05739409", "NOT_YET_RECRUITING", ("NA",), "INTERVENTIONAL"),
        ("NCT05827016", "NOT_YET_RECRUITING", ("PHASE3",), "INTERVENTIONAL"),
        ("NCT05901974", "RECRUITING", ("PHASE2",), "INTERVENTIONAL"),
        ("NCT05905653", "RECRUITING", ("PHASE1",), "INTERVENTIONAL"),
        ("NCT06279026", "RECRUITING", ("NA",), "INTERVENTIONAL"),
        ("NCT06331169", "RECRUITING", ("PHASE1",), "INTERVENTIONAL"),
    ],
)
def test_status_and_phase_of_a_real_record(trial_id, status, phases, study_type):
    record = read_study(study_of(trial_id))

    assert (record.status, record.phases, record.study_type) == (status, phases, study_type)


@pytest.mark.parametrize("trial_id", TRIAL_IDS)
def test_real_record_is_understood_but_for_fields_the_registry_does_not_document(trial_id):
    record = read_study(study_of(trial_id))

    undocumented = {"NCT05827016", "NCT05905653"}
    expected = [("protocolSection.contactsLocationsModule.locations_nested", NEW_KEY)]
    listed = [(each.place, each.why) for each in record.not_understood]
    assert listed == (expected if trial_id in undocumented else [])


@pytest.mark.parametrize("trial_id", TRIAL_IDS)
def test_real_record_is_kept_whole_as_canonical_json(trial_id):
    study = study_of(trial_id)

    record = read_study(study)

    assert json.loads(record.raw) == study
    assert record.sha256 == hashlib.sha256(record.raw.encode()).hexdigest()


def test_same_study_with_keys_in_another_order_has_the_same_digest():
    study = study_of(SEED)
    turned = json.loads(json.dumps(study), object_pairs_hook=lambda pairs: dict(reversed(pairs)))

    assert read_study(turned) == read_study(study)


def test_suspended_record_says_why_it_stopped():
    record = read_study(study_of("NCT05378763"))

    assert record.why_stopped == (
        "The study has not enrolled any patients. The study design is under discussion and will likely be "
        "redesigned in consultation with the FDA."
    )
    assert record.status_verified == PartialDate(2025, 11)
    assert record.processed_on == PartialDate(2025, 12, 9)
    assert record.completion == Milestone(PartialDate(2028, 12, 25), "ESTIMATED")


def test_identifiers_of_several_registries_are_kept():
    record = read_study(study_of("NCT05827016"))

    assert record.identifiers == (
        Identifier("ctgov", "NCT05827016", "nct"),
        Identifier("", "IM048-022", "org"),
        Identifier("EUDRACT_NUMBER", "2022-501515-14", "secondary"),
        Identifier("REGISTRY", "U1111-1280-9492", "secondary", "WHO"),
    )


def test_record_of_many_sites_has_a_key_for_each():
    record = read_study(study_of(MANY_SITES))

    assert (len(record.sites), len({site.key for site in record.sites})) == (1148, 1148)
    assert {contact.site_key for contact in record.contacts} <= {site.key for site in record.sites}


@pytest.mark.parametrize("trial_id", TRIAL_IDS)
def test_names_and_addresses_of_people_are_in_no_contact(trial_id):
    contacts = repr(read_study(study_of(trial_id)).contacts)

    assert ("Contact 1" in contacts, "@" in contacts) == (False, False)
