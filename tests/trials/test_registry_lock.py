"""The registry's wording stays the registry's, letter by letter, on every way text is written."""

import pytest
from django.core.exceptions import ValidationError

from editorial.content import ENGLISH
from editorial.desk import open_desk
from editorial.refusals import SignOffRefused
from editorial.suggestions import accept, suggest
from tests.editorial.desk import signed
from tests.trials.drafting.records import criterion, draft, edit, imported, record
from tests.trials.factories import NOON, make_trial
from tests.trials.posting import JSON, add_criterion, edit_url, form_values, looked_at, opened, saved
from trials.labels import CriterionSource
from trials.models import TrialPage

pytestmark = pytest.mark.django_db
REGISTRY = CriterionSource.REGISTRY.value
LOCKED = (
    "Inclusion criterion 1 is the registry’s own wording, which is locked. The registry says: “Adults”. Put "
    "its words back, or choose “Editors’ wording”. What you want to say of it goes into the editors’ note."
)
UNKNOWN = (
    "Inclusion criterion 2 cannot count as the registry’s own wording: the registry’s record has no such "
    "words. Choose “Editors’ wording”."
)


def newest(page):
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()


@pytest.fixture
def locked(trial):
    """Its first criterion counts as the registry's wording."""
    page = newest(trial)
    page.criteria.get(key="i1").source = REGISTRY
    page.save_revision()
    return trial


def refused(client, page, **typed):
    """What the form shows after it was sent: the errors of the English fields, by field, and its values."""
    values = form_values(opened(client, page)) | typed
    response = saved(client, page, values)
    assert response.status_code == 200
    screen = response.content.decode()
    found = looked_at(screen).select("[id^=panel-] .error-message, .w-field__errors p")
    return list(dict.fromkeys(each.get_text(strip=True) for each in found)), form_values(screen)


@pytest.mark.parametrize("typed", ["Adults.", "adults", "Adult", "Ad ults", "Adults\u200b", ""])
def test_a_changed_character_is_refused_with_the_registrys_words(at_desk, locked, typed):
    errors, _values = refused(at_desk, locked, **{"criteria-0-text_en": typed})

    assert errors == [LOCKED]
    assert newest(locked).criteria.get(key="i1").text_en == "Adults"


def test_nothing_typed_is_lost_in_a_refused_form(at_desk, locked):
    typed = {"criteria-0-text_en": "Adults only", "costs_en": "Free.", "criteria-2-text_zh_hans": "妊娠"}

    _errors, values = refused(at_desk, locked, **typed)

    assert {name: values[name] for name in typed} == typed


def test_an_autosave_is_refused_and_overwrites_nothing(at_desk, locked):
    values = form_values(opened(at_desk, locked)) | {"criteria-0-text_en": "Adults only"}

    response = at_desk.post(edit_url(locked), values, headers=JSON)

    assert (response.status_code, response.json()["error_code"]) == (400, "validation_error")
    assert newest(locked).criteria.get(key="i1").text_en == "Adults"


@pytest.mark.parametrize("typed", ["Adults\r\n", "  Adults "])
def test_line_ends_and_outer_space_are_no_change(at_desk, locked, typed):
    values = form_values(opened(at_desk, locked)) | {"criteria-0-text_en": typed}

    assert saved(at_desk, locked, values).status_code == 302


def test_the_same_words_under_the_editors_name_are_saved(at_desk, locked):
    typed = {"criteria-0-text_en": "Adults only", "criteria-0-source": "editors"}

    response = saved(at_desk, locked, form_values(opened(at_desk, locked)) | typed)

    assert response.status_code == 302
    assert newest(locked).criteria.get(key="i1").text_en == "Adults only"


def test_a_row_the_record_does_not_have_is_not_the_registrys(at_desk, locked):
    values = form_values(opened(at_desk, locked))
    prefix = add_criterion(values, text_en="New", source=REGISTRY)

    errors, _values = refused(at_desk, locked, **values)

    assert errors == [UNKNOWN]
    assert prefix == "criteria-3"


def test_a_page_typed_by_hand_may_hold_a_registrys_words(at_desk, author):
    page = make_trial(owner=author, trial_id="ChiCTR2600000001")
    values = form_values(opened(at_desk, page))
    add_criterion(values, text_en="As ChiCTR says", source=REGISTRY)

    assert saved(at_desk, page, values).status_code == 302


def test_a_row_that_is_taken_away_is_not_judged(at_desk, locked):
    typed = {"criteria-0-text_en": "Adults only", "criteria-0-DELETE": "1"}

    response = saved(at_desk, locked, form_values(opened(at_desk, locked)) | typed)

    assert response.status_code == 302


def test_a_row_whose_registry_words_have_another_key_is_not_the_registrys(at_desk, locked):
    typed = {"criteria-0-text_en": "ECOG: 0 or 1", "criteria-0-key": "i2", "criteria-1-key": "i1"}

    response = saved(at_desk, locked, form_values(opened(at_desk, locked)) | typed)

    assert response.status_code == 302
    assert newest(locked).criteria.get(key="i2").registry_text == "ECOG: 0 or 1"


# ——— official Chinese stands beside the registry's English, under the same heading


OFFICIAL = {"criteria-0-source": "official", "criteria-0-official_url": "https://www.chictr.org.cn/"}


def test_english_beside_official_chinese_stays_the_registrys(at_desk, locked):
    errors, _values = refused(at_desk, locked, **OFFICIAL, **{"criteria-0-text_en": "Adults (as we say)"})

    assert errors == [LOCKED]


def test_official_chinese_beside_the_registrys_english_is_saved(at_desk, locked):
    typed = OFFICIAL | {"criteria-0-text_zh_hans": "成年参与者"}

    response = saved(at_desk, locked, form_values(opened(at_desk, locked)) | typed)

    assert response.status_code == 302
    assert newest(locked).criteria.get(key="i1").text_zh_hans == "成年参与者"


def test_a_row_the_record_does_not_have_takes_no_official_chinese(at_desk, locked):
    values = form_values(opened(at_desk, locked))
    add_criterion(values, text_en="New", text_zh_hans="新", source="official")

    errors, _values = refused(at_desk, locked, **values)

    assert errors == [
        "Inclusion criterion 2 cannot stand under “From the registry” with official Chinese: the registry’s "
        "record has no such words. Choose “Editors’ wording”."
    ]


def test_changed_english_beside_official_chinese_blocks_the_sign_off(trial):
    page = newest(trial)
    row = page.criteria.get(key="i1")
    row.source, row.text_en = "official", "Adults (as we say)"
    page.save_revision()

    assert [(each.place, each.message) for each in wording_findings(trial)] == [("i1.text", LOCKED)]


def test_english_beside_official_chinese_is_written_by_no_program(trial):
    page = newest(trial)
    page.criteria.get(key="i1").source = "official"

    with pytest.raises(ValidationError, match="which is locked"):
        page.write("criteria.i1.text", "en", "Adults only")


# ——— the list a criterion stands in


def moved(page, key="i1", group="exclusion", **columns):
    draft_page = newest(page)
    row = draft_page.criteria.get(key=key)
    for name, value in {"group": group, **columns}.items():
        setattr(row, name, value)
    draft_page.save_revision()
    return [each.message for each in wording_findings(page)]


@pytest.mark.parametrize("source", ["registry", "official"])
def test_an_inclusion_criterion_among_the_exclusions_is_not_the_registrys(trial, source):
    assert moved(trial, source=source) == [
        "Exclusion criterion 1 is the registry’s own wording, but the registry lists it under “Inclusion "
        "Criteria”. Put it back there, or choose “Editors’ wording”."
    ]


def test_editors_list_their_own_wording_where_they_like(trial):
    assert moved(trial, source="editors") == []


def test_words_the_registry_has_in_several_lists_stand_in_any_of_them(author):
    imported(record(inclusion=("Adults", "Consent"), exclusion=("Consent",)))

    rows = [(row.group, row.text_en) for row in draft().criteria.all()]

    assert rows.count(("inclusion", "Consent")) == rows.count(("exclusion", "Consent")) == 1
    assert wording_findings(draft()) == []
    assert moved(draft(), key="e1", group="inclusion") == []


# ——— suggestions


def test_another_english_is_not_suggested_for_a_locked_row(locked, signer):
    with pytest.raises(SignOffRefused) as refusal:
        suggest(
            locked, person=signer, place="criteria.i1.text", language="en", wording="Adults only", now=NOON
        )

    assert str(refusal.value) == LOCKED


def test_chinese_of_a_locked_row_is_suggested_and_accepted(locked, signer, author):
    wanted = {"place": "criteria.i1.text", "language": "zh-hans", "wording": "成人"}

    accept(suggest(locked, person=signer, **wanted, now=NOON), by=author, now=NOON)

    assert newest(locked).criteria.get(key="i1").text_zh_hans == "成人"


def test_a_suggestion_for_a_row_locked_since_is_refused_in_words(trial, signer, author):
    wanted = {"place": "criteria.i1.text", "language": "en", "wording": "Adults only"}
    suggestion = suggest(trial, person=signer, **wanted, now=NOON)
    page = newest(trial)
    page.criteria.get(key="i1").source = REGISTRY
    page.save_revision()

    with pytest.raises(SignOffRefused) as refusal:
        accept(suggestion, by=author, now=NOON)

    assert str(refusal.value) == LOCKED


def test_a_locked_text_is_written_by_no_program(locked):
    page = newest(locked)

    with pytest.raises(ValidationError, match="which is locked"):
        page.write("criteria.i1.text", "en", "Adults only")

    assert page.criteria.get(key="i1").text_en == "Adults"


# ——— at the sign-off


def wording_findings(page):
    return [finding for finding in open_desk(page.pk).findings if finding.check == "registry-wording"]


def test_a_change_made_past_the_form_blocks_the_sign_off(locked, author, signer):
    page = newest(locked)
    page.criteria.get(key="i1").text_en = "Adults."
    page.save_revision(user=author)
    page.get_workflow().start(newest(page), author)

    [finding] = wording_findings(locked)

    assert (finding.place, finding.language, finding.blocks, finding.overridable) == (
        "i1.text",
        ENGLISH,
        True,
        False,
    )
    assert (finding.expected, finding.found) == ("Adults", "Adults.")
    with pytest.raises(SignOffRefused, match="which is locked"):
        signed(
            locked, signer, overrides={finding.as_shown: "Looks better."}, withhold_chinese_because="Not yet."
        )


def test_a_row_without_registry_words_blocks_where_there_is_a_record(trial):
    page = newest(trial)
    row = page.criteria.get(key="i2")
    row.source, row.registry_text = REGISTRY, ""
    page.save_revision()
    with_record = [finding.message for finding in wording_findings(trial)]
    page.registry_record = None
    page.save_revision()

    assert with_record == [UNKNOWN.replace("criterion 2", "criterion 1.1")]
    assert wording_findings(trial) == []


# ——— imports


OLDER, CONSENT = "Adults of 20 years or more", "Written informed consent"


def test_a_reworded_record_keeps_untouched_rows_and_registry_equal(author):
    imported(record())

    imported(record(inclusion=(OLDER, CONSENT)))

    row = criterion(draft(), "i1")
    assert (row.source, row.text_en, row.registry_text) == (REGISTRY, OLDER, OLDER)
    assert wording_findings(draft()) == []


def test_a_record_that_is_read_otherwise_today_keeps_untouched_rows_and_registry_equal(author):
    imported(record())
    edit(author, _as_an_earlier_release_read_it)

    imported(record(inclusion=(OLDER, CONSENT)))

    row = criterion(draft(), "i1")
    assert (row.text_en, row.registry_text) == (OLDER, OLDER)


def _as_an_earlier_release_read_it(page):
    row = criterion(page, "i1")
    row.text_en = row.registry_text = "* Adults of 18 years or more"


def test_an_import_that_changes_english_leaves_its_chinese_stale(author):
    imported(record())
    edit(author, lambda page: page.write("criteria.i1.text", "zh-hans", "年满18岁"))

    imported(record(inclusion=(OLDER, CONSENT)))

    checks = [(finding.check, finding.place) for finding in open_desk(draft().pk).findings]
    assert [found for found in checks if found[0] == "stale"] == [("stale", "i1.text")]


def test_a_row_the_registry_dropped_stays_for_its_note(author):
    imported(record())
    edit(author, lambda page: setattr(criterion(page, "i1"), "note_en", "Ask your doctor."))

    imported(record(inclusion=(CONSENT,)))

    row = criterion(draft(), "i1")
    assert (row.source, row.registry_text, row.note_en) == ("editors", "", "Ask your doctor.")
