"""What the review desk asks of a trial page: places, facts and the registry's words."""

from dataclasses import replace

import pytest
from django.utils import translation

from editorial.content import Words
from trials.content import Site
from trials.models import TrialPage
from trials.reviewing.facts import fact_words


@pytest.fixture
def content(trial):
    return trial.build_content()


def test_rows_are_called_by_the_number_a_reader_sees(content):
    label = TrialPage.labels(content)

    names = [label(f"criteria.{row.key}.text") for row in content.criteria]

    assert names == ["Inclusion criterion 1", "Inclusion criterion 1.1", "Exclusion criterion 1"]


def test_a_row_keeps_the_number_seen_when_the_first_is_gone(content):
    later = replace(content, criteria=content.criteria[2:])

    assert TrialPage.labels(later)("criteria.e1.text") == "Exclusion criterion 1"


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("headline", "Headline"),
        ("facts.status", "Recruitment status"),
        ("facts.minimum_age.number", "Youngest age"),
        ("facts.start.date", "Start"),
        ("facts.completion.kind", "Completion: actual or estimated"),
        ("criteria[]", "Criteria"),
        ("criteria.i1.level", "Inclusion criterion 1: level"),
        ("contacts.c1.telephone", "Study contact 1: telephone"),
        ("taking_part.t1.text", "What taking part involves: step 1"),
        ("taking_part.t1.time", "What taking part involves: step 1: when"),
        ("how_to_participate.h1.text", "How to participate: step 1"),
        ("interventions.v1.type", "Intervention 1: type"),
        (
            "sites.0a1b2c3d4e5f.status",
            "The First Affiliated Hospital of Soochow University: recruitment status",
        ),
        ("disclaimer.version", "Version of the disclaimer"),
    ],
)
def test_every_place_has_a_name(content, place, name):
    assert TrialPage.labels(content)(place) == name


def test_findings_call_texts_as_the_screen_does(content):
    first, *others = content.criteria
    nobody_rings = replace(content.contacts[0], telephone="")
    wrong = replace(
        content,
        criteria=(replace(first, text=Words(first.text.en, "")), *others),
        contacts=(nobody_rings, *content.contacts[1:]),
    )

    said = [finding.message for finding in TrialPage.findings(wrong) if finding.blocks]

    assert said == [
        "“Inclusion criterion 1” has no Chinese text.",
        "“Study contact 1” has no telephone number.",
    ]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("minimum_age_unit", "Unit"),
        ("summary", "One-line summary"),
        ("criteria.text", "Criterion"),
        ("contacts.telephone", "Study contact: telephone"),
    ],
)
def test_what_somebody_wrote_is_called_by_its_column(place, name):
    assert TrialPage.place_label(place) == name


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        ("facts.status", "RECRUITING", "Recruiting"),
        ("facts.status", "PAUSED_BY_MOON", "“paused by moon” (the registry’s own term)"),
        ("facts.phases", ("PHASE1", "PHASE2"), "Phase 1/Phase 2"),
        ("facts.minimum_age.number", 18, "18"),
        ("facts.minimum_age.unit", "year", "Years"),
        ("facts.start.date", "2024-03", "March 2024"),
        ("facts.healthy_volunteers", False, "no"),
        ("facts.enrolment", 0, "0"),
        ("contacts.c1.telephone", "+86 512 1111 1111", "+86 512 1111 1111"),
        ("contacts.c1.checked_on", "2026-05-01", "1 May 2026"),
        ("criteria[]", ("i1", "i2"), "2 rows"),
        ("criteria.i1.source", "editors", "Editors’ wording"),
        ("disclaimer.version", 2, "2"),
        ("registry.snapshot", "ab" * 32, ""),
        ("path", "trials/nct00000001/", ""),
        ("criteria.i1.key", "i1", ""),
        ("facts.maximum_age", None, ""),
    ],
)
def test_a_fact_is_told_in_words_or_not_at_all(place, value, words):
    assert fact_words(place, value) == words


def test_facts_are_told_in_the_active_language():
    with translation.override("zh-hans"):
        words = fact_words("facts.status", "RECRUITING")

    assert words == "招募中"


def test_every_fact_of_a_trial_has_a_name(content):
    label = TrialPage.labels(content)

    nameless = [
        place for place, _value in content.every_fact() if place in label(place) or "_" in label(place)
    ]

    assert nameless == []


def test_a_criterion_has_the_words_of_its_own_row_of_the_record(trial):
    words = trial.source_words()

    assert {place: text for place, text in words.items() if place.startswith("criteria.")} == {
        "criteria.i1.text": "Adults",
        "criteria.i2.text": "ECOG: 0 or 1",
        "criteria.e1.text": "Preg.",
    }


def test_titles_have_the_titles_of_the_record(trial):
    words = trial.source_words()

    assert (words["headline"], words["official_title"]) == ("<b>UTAA17</b> in myeloma", "A study of UTAA17")


def test_a_criterion_editors_added_has_no_words_of_the_registry(trial):
    rows = list(trial.criteria.all())
    rows[0].registry_text = ""
    trial.criteria = rows

    assert trial.source_words().get("criteria.i1.text", "") == ""


def test_a_text_is_set_as_the_public_reads_it():
    assert TrialPage.typeset("Hb >60", "en") == (
        '<p>Hb <span class="u-heard" aria-hidden="true"> [</span>'
        '<span class="u-heard">'
        "more than 60"
        '</span><span class="u-heard" aria-hidden="true">] </span><span aria-hidden="true">&gt;60</span></p>'
    )


def test_a_text_is_escaped():
    assert TrialPage.typeset_line("<b>", "en").count("<b>") == 0


def test_parts_of_the_page_have_headings_in_reading_order(content):
    assert list(TrialPage.headings(content).values()) == [
        "Names",
        "At the top",
        "What this trial studies",
        "Who should consider this trial",
        "What taking part involves",
        "Why it matters",
        "Costs and rights",
        "How to participate",
        "For search engines",
        "Inclusion Criteria",
        "Exclusion Criteria",
        "Names",
    ]


def test_a_site_without_a_name_is_called_by_its_key(content):
    nameless: Site = replace(content.sites[0], facility=replace(content.sites[0].facility, en=""))

    label = TrialPage.labels(replace(content, sites=(nameless,)))

    assert label("sites.0a1b2c3d4e5f.city") == "Site 0a1b2c3d4e5f: city"
