"""A newer record moves what nobody touched; what an editor wrote is left alone and told."""

from datetime import date

import pytest

from tests.trials.drafting.records import JUNE, TRIAL_ID, draft, edit, imported, record
from trials.models import Organisation, RegistrySnapshot, TrialPage

pytestmark = pytest.mark.django_db


def revisions() -> int:
    return TrialPage.objects.get().revisions.count()


def test_same_record_again_changes_nothing():
    imported(record())

    again = imported(record(), now=JUNE)

    assert (again.outcome, again.kept, revisions()) == ("unchanged", (), 1)
    assert again.page.sources.get().accessed_on == date(2026, 5, 31)


def test_record_processed_on_another_day_changes_nothing():
    imported(record(processed="2026-05-02"))

    again = imported(record(processed="2026-06-29"), now=JUNE)

    assert (again.outcome, revisions(), RegistrySnapshot.objects.count()) == ("unchanged", 1, 1)


def test_newer_record_makes_one_revision(author, lead):
    imported(record(), user=author)

    updated = imported(record(updated="2026-06-20"), user=lead, now=JUNE)

    assert (updated.outcome, updated.kept, revisions()) == ("updated", (), 2)
    assert draft().get_latest_revision().user == lead
    assert draft().registry_record == RegistrySnapshot.objects.get(sha256=record(updated="2026-06-20").sha256)
    assert (draft().status_date, draft().sources.get().accessed_on) == ("2026-06-20", date(2026, 6, 30))


def test_row_of_a_draft_keeps_step_with_its_revision():
    imported(record())

    imported(record(title="Drug A in leukaemia", inclusion=("Adults",)))

    page = TrialPage.objects.get()
    assert page.headline_en == "Drug A in leukaemia"
    assert page.build_content() == draft().build_content()


def test_text_nobody_touched_follows_the_registry():
    imported(record())

    updated = imported(record(title="Drug A in leukaemia", status="SUSPENDED", stopped="Safety"))

    page = draft()
    assert (page.headline_en, page.title) == ("Drug A in leukaemia", f"{TRIAL_ID} Drug A in leukaemia")
    assert (page.status, page.why_stopped_en, updated.kept) == ("SUSPENDED", "Safety", ())


def test_text_an_editor_changed_is_left_alone_and_told(author):
    imported(record())
    edit(author, lambda page: setattr(page, "headline_en", "A new drug for lymphoma"))

    updated = imported(record(title="Drug A in leukaemia"))

    assert draft().headline_en == "A new drug for lymphoma"
    assert updated.kept == (
        "headline: the editors’ “A new drug for lymphoma” was kept; "
        "the registry now says “Drug A in leukaemia”",
    )


def test_text_an_editor_changed_is_not_told_while_the_registry_stands_still(author):
    imported(record())
    edit(author, lambda page: setattr(page, "headline_en", "A new drug for lymphoma"))

    updated = imported(record(updated="2026-06-20"))

    assert (updated.outcome, updated.kept) == ("updated", ())


def test_difference_kept_once_is_not_told_again(author):
    imported(record())
    edit(author, lambda page: setattr(page, "headline_en", "A new drug for lymphoma"))
    imported(record(title="Drug A in leukaemia"))

    again = imported(record(title="Drug A in leukaemia", updated="2026-06-20"))

    assert (again.kept, draft().headline_en) == ((), "A new drug for lymphoma")


def test_registry_that_comes_round_to_the_editors_words_is_no_conflict(author):
    imported(record())
    edit(author, lambda page: setattr(page, "headline_en", "A new drug"))

    assert imported(record(title="A new drug")).kept == ()


def test_chinese_is_never_touched_and_marked_where_its_english_moved(author):
    imported(record())
    edit(author, lambda page: setattr(page, "headline_zh_hans", "药物A治疗淋巴瘤"))

    updated = imported(record(title="Drug A in leukaemia"))

    page = draft()
    assert (page.headline_en, page.headline_zh_hans) == ("Drug A in leukaemia", "药物A治疗淋巴瘤")
    assert page.translated_from == {"headline": "Drug A in lymphoma"}
    assert updated.kept == (
        "headline: the English now follows the registry; its Chinese was kept and needs a look",
    )


def test_status_and_its_date_stay_together(author):
    imported(record())
    edit(author, lambda page: setattr(page, "status", "SUSPENDED"))

    updated = imported(record(updated="2026-06-20"))

    assert (draft().status, draft().status_date) == ("SUSPENDED", "2026-05-01")
    assert updated.kept == (
        "recruitment status: the editors’ “SUSPENDED 2026-05-01” was kept; "
        "the registry now says “RECRUITING 2026-06-20”",
    )


def test_number_of_participants_an_editor_corrected_stays(author):
    imported(record())
    edit(author, lambda page: setattr(page, "enrolment", 18))

    updated = imported(record(enrolled=20))

    assert (draft().enrolment, draft().enrolment_kind) == (18, "ESTIMATED")
    assert updated.kept == (
        "number of participants: the editors’ “18 ESTIMATED” was kept; the registry now says “20 ESTIMATED”",
    )


def test_fact_the_registry_takes_back_goes(author):
    imported(record(stopped="Slow accrual", status="SUSPENDED"))

    imported(record())

    assert (draft().status, draft().why_stopped_en) == ("RECRUITING", "")


def test_line_ends_and_outer_space_are_no_edit(author):
    imported(record(criteria="One line.\nAnother line."))
    edit(author, lambda page: setattr(page.criteria.all()[0], "text_en", "One line.\r\nAnother line. "))

    updated = imported(record(criteria="Something else.\nIn two lines."))

    assert [row.text_en for row in draft().criteria.all()] == ["Something else.\nIn two lines."]
    assert updated.kept == ()


def test_sponsor_follows_the_registry():
    imported(record())

    imported(record(sponsor="Beta"))

    assert draft().sponsor == Organisation.objects.get(name_en="Beta")


def test_sponsor_an_editor_chose_stays(author):
    imported(record())
    chosen = Organisation.objects.create(name_en="Acme China", name_zh_hans="爱克米")
    edit(author, lambda page: setattr(page, "sponsor", chosen))

    updated = imported(record(sponsor="Beta"))

    assert draft().sponsor == chosen
    assert updated.kept == ("sponsor: the editors’ “Acme China” was kept; the registry now says “Beta”",)


def test_page_made_by_hand_gets_what_it_lacks(author):
    imported(record(trial_id="NCT00000002"))
    page = TrialPage(title="By hand", trial_id=TRIAL_ID.lower(), headline_en="My words")
    TrialPage.objects.get().get_parent().add_child(instance=page)
    page.save_revision(user=author)

    updated = imported(record())

    page = draft(TRIAL_ID.lower())
    assert (updated.outcome, page.status, page.headline_en) == ("updated", "RECRUITING", "My words")
    assert [row.text_en for row in page.criteria.all()][-1] == "Pregnancy or breast feeding"
    assert updated.kept == (
        f"title: the editors’ “By hand” was kept; the registry now says “{TRIAL_ID} Drug A in lymphoma”",
        "headline: the editors’ “My words” was kept; the registry now says “Drug A in lymphoma”",
    )
