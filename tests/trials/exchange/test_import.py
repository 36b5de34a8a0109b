"""What becomes of a translation that comes back: into the draft, by its importer, over nobody's words."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page, Revision

from editorial.models import Edition, Wording
from trials.models import TrialPage
from trials.translating.exchange.archives import zip_of
from trials.translating.exchange.importing import import_translation, look_over, pages_of
from trials.translating.exchange.refused import ExchangeRefused
from trials.translating.exchange.taking import Outcome
from trials.translating.pins import is_out_of_date

pytestmark = pytest.mark.django_db


def newest(page: TrialPage) -> TrialPage:
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def criterion(page: TrialPage, key: str):
    return next(row for row in newest(page).criteria.all() if row.key == key)


def outcome_of(report, place: str) -> Outcome:
    return next(verdict.outcome for verdict in report.verdicts if verdict.place == place)


def test_new_chinese_goes_into_one_version_by_the_importer(trial, translator, exported):
    file = exported(trial)
    file.translate("headline", "新标题，≥ 3 且 < 5 ×10^9/L")
    file.translate("criteria.i1.text", "成人")
    before = Revision.objects.count()

    report = import_translation(file.read, trial.pk, by=translator)

    assert (report.number(Outcome.CHANGED), report.number(Outcome.UNCHANGED)) == (2, 20)
    assert Revision.objects.count() == before + 1
    assert report.revision.user == translator
    assert newest(trial).headline_zh_hans == "新标题，≥ 3 且 < 5 ×10^9/L"
    assert newest(trial).translated_from["headline"] == "English headline."
    assert criterion(trial, "i1").text_zh_hans == "成人"
    assert not Edition.objects.exists()
    assert set(Wording.objects.filter(person=translator).values_list("text", flat=True)) == {
        "新标题，≥ 3 且 < 5 ×10^9/L",
        "成人",
    }


def test_dry_run_tells_the_same_and_writes_nothing(trial, translator, exported):
    file = exported(trial)
    file.translate("headline", "新标题")
    before = Revision.objects.count()

    report = look_over(file.read, trial.pk, by=translator)

    assert outcome_of(report, "headline") is Outcome.CHANGED
    assert Revision.objects.count() == before
    assert newest(trial).headline_zh_hans == "中文headline。"


def test_file_that_says_nothing_new_saves_no_version(trial, translator, exported):
    before = Revision.objects.count()

    report = import_translation(exported(trial).read, trial.pk, by=translator)

    assert report.number(Outcome.UNCHANGED) == len(report.verdicts) == 22
    assert Revision.objects.count() == before


def test_chinese_changed_since_the_export_is_kept_and_both_are_told(trial, draft, translator, exported):
    file = exported(trial)
    file.translate("headline", "译者的标题")
    draft(headline_zh_hans="编辑的标题")

    report = import_translation(file.read, trial.pk, by=translator)

    verdict = next(verdict for verdict in report.verdicts if verdict.place == "headline")
    assert verdict.outcome is Outcome.CONFLICT
    assert (verdict.here.zh_hans, verdict.read.target) == ("编辑的标题", "译者的标题")
    assert newest(trial).headline_zh_hans == "编辑的标题"


def test_file_without_our_note_overwrites_no_chinese(trial, draft, translator, exported):
    file = exported(draft(summary_zh_hans=""))
    file.translate("headline", "译者的标题")
    file.translate("summary", "摘要")
    header = file.root[0][0]
    header.remove(header[0])

    report = import_translation(file.read, trial.pk, by=translator)

    assert outcome_of(report, "headline") is Outcome.CONFLICT
    assert outcome_of(report, "summary") is Outcome.CHANGED


def test_translation_of_an_older_english_is_taken_and_out_of_date(trial, draft, translator, exported):
    file = exported(trial)
    file.translate("criteria.i1.text", "成人")
    draft(i1__text_en="Adults of 18 years or more")

    report = import_translation(file.read, trial.pk, by=translator)

    row = criterion(trial, "i1")
    assert outcome_of(report, "criteria.i1.text") is Outcome.OLDER
    assert (row.text_zh_hans, row.translated_from["text"]) == ("成人", "Adults")
    assert is_out_of_date(row, "text")


def test_same_chinese_called_translated_is_still_right(draft, translator, exported):
    page = draft(i1__text_en="Adults only")
    file = exported(page)
    file.translate("criteria.i1.text", "成年人", state="final")

    report = import_translation(file.read, page.pk, by=translator)

    assert outcome_of(report, "criteria.i1.text") is Outcome.CONFIRMED
    assert not is_out_of_date(criterion(page, "i1"), "text")


def test_same_chinese_nobody_looked_at_stays_out_of_date(draft, translator, exported):
    page = draft(i1__text_en="Adults only")

    report = import_translation(exported(page).read, page.pk, by=translator)

    assert outcome_of(report, "criteria.i1.text") is Outcome.UNCHANGED
    assert is_out_of_date(criterion(page, "i1"), "text")


def test_text_not_translated_is_left(draft, translator, exported):
    page = draft(i1__text_zh_hans="", i2__text_zh_hans="")
    file = exported(page)
    file.part("criteria.i2.text", "target").text = ""

    report = import_translation(file.read, page.pk, by=translator)

    assert report.number(Outcome.EMPTY) == 2
    assert criterion(page, "i1").text_zh_hans == ""


def test_copy_of_the_english_is_taken_where_the_file_calls_it_translated(draft, translator, exported):
    page = draft(i2__text_zh_hans="")
    file = exported(page)
    file.translate("criteria.i2.text", "ECOG 0 or 1")

    import_translation(file.read, page.pk, by=translator)

    assert criterion(page, "i2").text_zh_hans == "ECOG 0 or 1"


def test_official_chinese_is_not_overwritten(draft, translator, exported):
    page = draft(i1__source="official")
    file = exported(page)
    file.translate("criteria.i1.text", "成人")

    report = import_translation(file.read, page.pk, by=translator)

    assert outcome_of(report, "criteria.i1.text") is Outcome.LOCKED
    assert criterion(page, "i1").text_zh_hans == "成年人"


def test_unknown_unit_is_told_and_the_rest_taken(trial, translator, exported):
    file = exported(trial)
    file.unit("criteria.i2.text").set("id", "criteria.i77.text")
    file.translate("headline", "新标题")

    report = import_translation(file.read, trial.pk, by=translator)

    assert outcome_of(report, "criteria.i77.text") is Outcome.UNKNOWN
    assert newest(trial).headline_zh_hans == "新标题"


def test_line_too_long_for_its_column_is_told_and_the_rest_taken(trial, translator, exported):
    file = exported(trial)
    file.translate("interventions.v1.name", "长" * 501)
    file.translate("headline", "新标题")

    report = import_translation(file.read, trial.pk, by=translator)

    assert outcome_of(report, "interventions.v1.name") is Outcome.REFUSED
    assert newest(trial).headline_zh_hans == "新标题"


@pytest.mark.parametrize(
    ("qualifier", "maker", "made_by"),
    [
        ("mt-suggestion", "", {"headline": "machine"}),
        ("leveraged-tm", "", {"headline": "memory"}),
        ("", "", {}),
        ("mt-suggestion", "person", {}),
        ("", "machine", {"headline": "machine"}),
    ],
)
def test_who_translated_is_kept(trial, translator, exported, qualifier, maker, made_by):
    file = exported(trial)
    file.translate("headline", "新标题", qualifier=qualifier)

    import_translation(file.read, trial.pk, by=translator, maker=maker)

    assert newest(trial).made_by == made_by


def test_words_of_a_person_take_the_machines_name_away(draft, translator, exported):
    page = draft(made_by={"headline": "machine", "summary": "machine"})
    file = exported(page)
    file.translate("headline", "新标题")

    import_translation(file.read, page.pk, by=translator)

    assert newest(page).made_by == {"summary": "machine"}


def test_person_without_the_page_is_refused(trial, person, exported):
    file = exported(trial)
    file.translate("headline", "新标题")

    report = import_translation(file.read, trial.pk, by=person("stranger"))

    assert report.refused == "You have no permission on this page."
    assert newest(trial).headline_zh_hans == "中文headline。"


def test_locked_page_is_refused(trial, translator, lead, exported):
    Page.objects.filter(pk=trial.pk).update(locked=True, locked_by=lead, locked_at=timezone.now())
    file = exported(trial)
    file.translate("headline", "新标题")

    refused = [import_translation(file.read, trial.pk, by=by).refused for by in (translator, None)]

    assert refused == ["This page is locked: nobody can change it now."] * 2


def test_page_changed_after_the_report_is_refused(trial, draft, translator, exported):
    file = exported(trial)
    file.translate("headline", "新标题")
    report = look_over(file.read, trial.pk, by=translator)
    draft(costs_en="Free")

    done = import_translation(file.read, trial.pk, by=translator, opened_on=report.opened_on)

    assert done.refused == "The page was changed after this report was made. Read the new one."
    assert newest(trial).headline_zh_hans == "中文headline。"


def test_published_page_gets_a_draft_and_readers_nothing_new(live_trial, translator, exported):
    file = exported(live_trial)
    file.translate("headline", "新标题")

    import_translation(file.read, live_trial.pk, by=translator)

    assert newest(live_trial).headline_zh_hans == "新标题"
    assert Edition.objects.get().load().headline.zh_hans == "中文headline。"


def test_other_trial_and_unknown_trial_are_refused(trial, exported):
    other = exported(trial)
    other.root[0].set("original", "NCT00000099")

    with pytest.raises(ExchangeRefused) as elsewhere:
        pages_of([other.read], only="NCT00000001")
    with pytest.raises(ExchangeRefused) as nowhere:
        pages_of([other.read])

    assert str(elsewhere.value) == "NCT00000001.xlf is of NCT00000099, not of NCT00000001."
    assert str(nowhere.value) == "NCT00000001.xlf is of NCT00000099, and there is no page of that trial."


def test_command_takes_a_zip_in_the_name_of_a_person(trial, translator, exported, tmp_path, capsys):
    file = exported(trial)
    file.translate("headline", "新标题")
    packed = tmp_path / "back.zip"
    packed.write_bytes(zip_of([("NCT00000001.xlf", file.content)]))

    call_command("import_translation", str(packed), "--by", "translator")

    assert newest(trial).latest_revision.user == translator
    assert capsys.readouterr().out == "NCT00000001 1 changed, 21 unchanged\n"


def test_command_ends_in_failure_when_something_was_left_out(trial, exported, tmp_path, capsys):
    file = exported(trial)
    file.unit("headline").set("id", "nothing")
    path = tmp_path / "back.xlf"
    path.write_bytes(file.content)

    with pytest.raises(CommandError) as failed:
        call_command("import_translation", str(path), "--dry-run")

    assert failed.value.returncode == 1
    assert capsys.readouterr().out == (
        "NCT00000001 21 unchanged, 1 unknown\n  nothing unknown\ndry run, nothing written\n"
    )


def test_command_refuses_a_malformed_file_whole(trial, tmp_path):
    path = tmp_path / "back.xlf"
    path.write_bytes(b"<xliff>")

    with pytest.raises(CommandError, match=r"back\.xlf, line 1: this is not well-formed XML"):
        call_command("import_translation", str(path))
