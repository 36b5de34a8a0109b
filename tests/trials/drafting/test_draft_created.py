"""A record becomes a draft page: facts, names, rows and places, by nobody's hand and before nobody's eyes."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from editorial.content import Words
from tests.registry.records import SEED, TRIAL_IDS, study_of
from tests.trials.drafting.records import MAY, draft, imported, record
from trials.content import Age, DatedFact, Facts, Identifier, Registry
from trials.models import Condition, Organisation, Place, RegistrySnapshot, TrialPage
from trials.registry.read import read_study

pytestmark = pytest.mark.django_db


def real(trial_id: str) -> TrialPage:
    return imported(read_study(study_of(trial_id))).page


def test_seed_record_gives_the_facts_of_its_page():
    content = real(SEED).build_content()

    assert content.facts == Facts(
        study_type="INTERVENTIONAL",
        phases=("NA",),
        status="RECRUITING",
        status_date="2024-02-26",
        why_stopped=Words("", ""),
        enrolment=15,
        enrolment_kind="ESTIMATED",
        minimum_age=Age(18, "year"),
        maximum_age=None,
        sex="ALL",
        healthy_volunteers=None,
        start=DatedFact("2024-04-01", ""),
        primary_completion=None,
        completion=None,
        ethics_approval="",
    )
    assert content.identifiers == (Identifier("ctgov", SEED),)
    assert content.sponsor.name.en == "PersonGen BioTherapeutics (Suzhou) Co., Ltd."
    assert [site.city for site in content.sites] == [Words("Suzhou", "")]


def test_record_with_every_fact_keeps_each_of_them():
    content = real("NCT05827016").build_content()

    assert (content.facts.phases, content.facts.maximum_age) == (("PHASE3",), None)
    assert content.facts.start == DatedFact("2023-06-15", "ESTIMATED")
    assert content.facts.completion == DatedFact("2036-01-01", "ESTIMATED")
    assert [(each.type, each.name.en) for each in content.interventions] == [
        ("DRUG", "Iberdomide"),
        ("DRUG", "Lenalidomide"),
    ]
    assert content.identifiers == (
        Identifier("ctgov", "NCT05827016"),
        Identifier("sponsor", "IM048-022"),
        Identifier("eudract", "2022-501515-14"),
        Identifier("other", "U1111-1280-9492"),
    )


def test_draft_is_named_addressed_and_never_live():
    page = real(SEED)

    assert page.title == f"{SEED} UTAA17 Injection in the Treatment of Relapsed/Refractory Multiple Myeloma"
    assert (page.slug, page.live, page.get_parent().slug) == (SEED.lower(), False, "trials")
    assert (page.headline_en, page.headline_zh_hans) == (page.title.removeprefix(f"{SEED} "), "")
    assert page.official_title_en.startswith("Single-arm, Open-label, Early-stage")


def test_draft_is_one_revision_of_its_importer(author):
    page = imported(record(), user=author).page

    assert list(page.revisions.values_list("user_id", flat=True)) == [author.pk]
    assert TrialPage.objects.get().owner == author


def test_lay_texts_are_left_to_people():
    page = real(SEED)

    written = {
        name for name in TrialPage.WORDS if getattr(page, f"{name}_en") or getattr(page, f"{name}_zh_hans")
    }
    assert written == {"headline", "official_title"}


def test_registry_record_is_kept_beside_the_page():
    made_of = read_study(study_of(SEED))
    page = imported(made_of).page

    assert page.registry_record == RegistrySnapshot.objects.get()
    assert (page.registry_record.sha256, page.registry_record.raw) == (made_of.sha256, made_of.raw)
    assert page.build_content().registry == Registry(
        name="ctgov",
        url=f"https://clinicaltrials.gov/study/{SEED}",
        processed_on="",
        snapshot=made_of.sha256,
        criteria_understood=True,
    )


def test_record_is_the_first_source_with_the_day_it_was_read():
    [source] = imported(record(), now=MAY).page.build_content().sources

    assert source.title == Words(
        "ClinicalTrials.gov record NCT00000001", "ClinicalTrials.gov登记记录 NCT00000001"
    )
    assert (source.url, source.accessed_on) == ("https://clinicaltrials.gov/study/NCT00000001", "2026-05-31")


def test_contacts_are_roles_and_telephones():
    person = {"name": "Li Hua", "email": "li@example.org", "role": "CONTACT", "phone": "+86 512 1234 5678"}
    site = {"facility": "First Hospital", "city": "Suzhou", "country": "China"}
    page = imported(
        record(contacts=({**person, "phoneExt": "12"},), sites=({**site, "contacts": [person, person]},))
    ).page

    [central, local] = page.build_content().contacts
    assert (central.role, central.telephone, central.site) == ("CONTACT", "+86 512 1234 5678 ext. 12", "")
    assert (local.role, local.telephone, local.site) == ("CONTACT", "+86 512 1234 5678", page.sites[0]["key"])
    assert "Li Hua" not in page.build_content().to_json()


def test_names_are_shared_between_trials():
    imported(record(conditions=("Lymphoma", "lymphoma", "Leukaemia"), collaborators=("Beta",)))
    imported(record(trial_id="NCT00000002", conditions=("LYMPHOMA",), sponsor="Beta"))

    assert list(Condition.objects.values_list("name_en", flat=True)) == ["Leukaemia", "Lymphoma"]
    assert list(Organisation.objects.values_list("name_en", "agency_class")) == [
        ("Acme", "INDUSTRY"),
        ("Beta", "OTHER"),
    ]
    assert draft("NCT00000002").sponsor == Organisation.objects.get(name_en="Beta")


def test_names_are_in_english_whoever_imports():
    with translation.override("zh-hans"):
        page = imported(record()).page

    assert (Condition.objects.get().name_en, Condition.objects.get().name_zh_hans) == ("Lymphoma", "")
    assert (page.headline_en, page.headline_zh_hans) == ("Drug A in lymphoma", "")


def test_date_of_month_precision_gets_no_day():
    page = imported(record(statusModule={"startDateStruct": {"date": "2024-04"}})).page

    assert (page.start_date, page.start_date_kind) == ("2024-04", "")


def test_codes_the_registry_invents_are_kept_where_they_can_be_shown():
    page = imported(
        record(status="PAUSED_BY_SPONSOR", interventions=({"type": "APP", "name": "An app"},))
    ).page

    assert page.status == "PAUSED_BY_SPONSOR"
    assert [row.type for row in page.interventions.all()] == ["APP"]


def test_kind_the_registry_invents_is_left_unsaid():
    made_of = record(designModule={"enrollmentInfo": {"count": 3, "type": "GUESSED_BY_SPONSOR"}})

    page = imported(made_of).page

    assert (page.enrolment, page.enrolment_kind) == (3, "")


def test_text_too_long_for_its_column_is_cut_and_told():
    drafted = imported(record(sponsor="S" * 301, interventions=({"type": "DRUG", "name": "D" * 501},)))

    assert Organisation.objects.get().name_en == "S" * 299 + "…"
    assert [len(row.name_en) for row in drafted.page.interventions.all()] == [500]
    assert drafted.cut == (
        f"name: longer than the 300 characters kept here; it was cut: “{'S' * 80}…”",
        f"name: longer than the 500 characters kept here; it was cut: “{'D' * 80}…”",
    )


def test_title_of_any_length_makes_a_page():
    page = imported(record(title="T" * 400)).page

    assert (len(page.title), page.headline_en) == (255, "T" * 400)


def test_markup_in_a_record_stays_text():
    page = imported(record(title="<script>alert(1)</script> & co", inclusion=("<b>Adults</b>",))).page

    content = page.build_content()
    assert content.headline.en == "<script>alert(1)</script> & co"
    assert content.criteria[0].text.en == "<b>Adults</b>"


@pytest.mark.parametrize("trial_id", TRIAL_IDS)
def test_real_record_becomes_a_draft_that_can_be_read_back(trial_id):
    made_of = read_study(study_of(trial_id))
    drafted = imported(made_of)

    content = draft(trial_id).build_content()
    assert (drafted.outcome, drafted.kept, drafted.cut) == ("created", (), ())
    assert content == drafted.page.build_content()
    assert len(content.sites) == len(made_of.sites)
    assert [row.text.en for row in content.criteria] == [each.text for each, _, _ in made_of.criteria.walk()]


def test_sites_cost_no_query_each():
    with CaptureQueriesContext(connection) as three:
        imported(record(sites=clinics(3)))
    with CaptureQueriesContext(connection) as sixty:
        imported(record(trial_id="NCT00000002", sites=clinics(60)))

    assert Place.objects.filter(kind="city").count() == 60
    assert len(sixty) <= len(three)


def clinics(number: int) -> tuple[dict[str, str], ...]:
    return tuple(
        {"facility": f"Clinic {each}", "city": f"City {each}", "country": "China"} for each in range(number)
    )


def test_day_of_reading_is_the_wall_day_of_the_site():
    late = MAY.replace(hour=23, minute=59)

    assert imported(record(), now=late).page.sources.get().accessed_on == date(2026, 5, 31)
