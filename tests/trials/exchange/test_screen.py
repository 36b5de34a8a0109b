"""The exchange in the admin: who may, what is downloaded, the report before the import."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Revision

from tests.trials.factories import make_trial
from trials.models import TrialPage
from trials.translating.exchange import keeping
from trials.translating.exchange.reading import read_xliff

pytestmark = pytest.mark.django_db
HEADLINE = "新标题 < 5"


@pytest.fixture
def at_work(client, translator):
    """The translator's browser, logged in."""
    client.force_login(translator)
    return client


def upload(content: bytes, name: str = "back.xlf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/x-xliff+xml")


def read_over(client: Any, page: TrialPage, content: bytes, **posted: Any) -> BeautifulSoup:
    answer = client.post(reverse("import_translation", args=[page.pk]), {"file": upload(content), **posted})
    return BeautifulSoup(answer.content, "html.parser")


def kept_of(screen: BeautifulSoup) -> str:
    return screen.select_one("[name=kept]")["value"]


def cells(screen: BeautifulSoup) -> list[list[str]]:
    rows = screen.select(".exchange-units tbody tr")
    return [[" ".join(cell.get_text().split()) for cell in row.find_all(["th", "td"])] for row in rows]


def headline_of(page: TrialPage) -> str:
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object().headline_zh_hans


@pytest.fixture
def translated(trial, exported):
    """A file with a new headline for the trial."""
    file = exported(trial)
    file.translate("headline", HEADLINE)
    return file.content


def test_export_is_a_file_named_after_its_trial(at_work, trial):
    answer = at_work.get(reverse("export_translation", args=[trial.pk]))

    assert answer["Content-Disposition"] == 'attachment; filename="NCT00000001.xlf"'
    assert [each.trial_id for each in read_xliff("a.xlf", answer.content)] == ["NCT00000001"]


def test_several_trials_are_one_zip_and_what_is_no_trial_is_told(at_work, trial, author):
    second = make_trial(owner=author, trial_id="NCT00000002")
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "export_translation"])
    chosen = [trial.pk, second.pk, trial.get_parent().pk]

    answer = at_work.get(address, {"id": chosen, "next": reverse("wagtailadmin_home")})

    with ZipFile(BytesIO(answer.content)) as archive:
        assert archive.namelist() == ["NCT00000001.xlf", "NCT00000002.xlf"]
    told = at_work.get(reverse("wagtailadmin_home")).context["messages"]
    assert [str(message) for message in told] == [
        "1 page was not exported: it is no trial, or you may not change it."
    ]


@pytest.mark.parametrize("view_name", ["export_translation", "import_translation"])
def test_stranger_neither_exports_nor_imports(client, trial, person, view_name):
    client.force_login(person("stranger"))

    answer = client.get(reverse(view_name, args=[trial.pk]))

    assert answer.status_code == 302


@pytest.mark.parametrize(
    ("name", "start"),
    [("glossary.tbx", b"<?xml"), ("glossary.csv", b"\xef\xbb\xbfEnglish,Chinese"), ("memory.tmx", b"<?xml")],
)
def test_whole_files_are_downloaded(at_work, name, start):
    answer = at_work.get(reverse("export_whole", args=[name]))

    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.content.startswith(start)


def test_report_stands_before_anything_is_written(at_work, trial, translated):
    before = Revision.objects.count()

    screen = read_over(at_work, trial, translated)

    assert cells(screen) == [["Headline", "new Chinese", "中文headline。", HEADLINE]]
    assert "new Chinese: 1; unchanged: 21" in screen.get_text()
    assert Revision.objects.count() == before


def test_import_writes_what_the_report_said(at_work, trial, translated, translator):
    screen = read_over(at_work, trial, translated, maker="machine")

    at_work.post(reverse("import_translation", args=[trial.pk]), {"kept": kept_of(screen)})

    newest = TrialPage.objects.get(pk=trial.pk).get_latest_revision_as_object()
    assert (newest.headline_zh_hans, newest.made_by) == (HEADLINE, {"headline": "machine"})
    assert newest.latest_revision.user == translator


def test_import_of_several_trials_from_the_general_screen(at_work, trial, translated):
    screen = at_work.post(reverse("import_translations"), {"file": upload(translated)})
    kept = kept_of(BeautifulSoup(screen.content, "html.parser"))

    at_work.post(reverse("import_translations"), {"kept": kept})

    assert headline_of(trial) == HEADLINE


def test_version_saved_after_the_report_is_not_overwritten(at_work, trial, translated, author):
    kept = kept_of(read_over(at_work, trial, translated))
    meanwhile = TrialPage.objects.get(pk=trial.pk).get_latest_revision_as_object()
    meanwhile.save_revision(user=author, clean=False)

    answer = at_work.post(reverse("import_translation", args=[trial.pk]), {"kept": kept})

    told = BeautifulSoup(answer.content, "html.parser").select_one(".exchange-trial .help-critical")
    assert told.get_text() == "The page was changed after this report was made. Read the new one."
    assert headline_of(trial) == "中文headline。"


def test_report_of_another_person_is_refused(at_work, trial, translated, author):
    kept = kept_of(read_over(at_work, trial, translated))
    at_work.force_login(author)

    answer = at_work.post(reverse("import_translation", args=[trial.pk]), {"kept": kept})

    assert answer.context["refused"] == "The report is too old or damaged. Choose the file again."
    assert headline_of(trial) == "中文headline。"


def test_malformed_file_is_refused_with_its_line(at_work, trial):
    screen = read_over(at_work, trial, b"<xliff>\n<a></xliff>")

    said = " ".join(screen.select_one("[role=alert]").get_text().split())
    assert said == "Nothing was imported. back.xlf, line 2: this is not well-formed XML."


def test_file_of_another_trial_is_refused(at_work, trial, author, exported):
    other = make_trial(owner=author, trial_id="NCT00000002")

    screen = read_over(at_work, trial, exported(other).content)

    said = " ".join(screen.select_one("[role=alert]").get_text().split())
    assert said == "Nothing was imported. back.xlf is of NCT00000002, not of NCT00000001."


def test_file_too_large_for_a_form_is_refused(at_work, trial, translated, monkeypatch):
    monkeypatch.setattr(keeping, "LARGEST_KEPT", 100)

    screen = read_over(at_work, trial, translated)

    said = " ".join(screen.select_one("[role=alert]").get_text().split())
    assert said == "Nothing was imported. This is too much for one form. Use the command import_translation."


def test_markup_in_a_file_is_shown_as_text(at_work, trial, exported):
    file = exported(trial)
    file.translate("headline", "<script>alert(1)</script>")

    screen = read_over(at_work, trial, file.content)

    assert cells(screen)[0][3] == "<script>alert(1)</script>"
    assert screen.select(".exchange-units script") == []


def test_buttons_stand_on_the_page_of_a_trial(at_work, trial):
    screen = at_work.get(reverse("wagtailadmin_pages:edit", args=[trial.pk])).content.decode()

    ways = [reverse(name, args=[trial.pk]) for name in ("export_translation", "import_translation")]
    assert [screen.count(f'href="{way}"') for way in ways] == [1, 1]


def test_trials_are_exported_from_the_list_of_pages(at_work, trial):
    address = reverse("wagtailadmin_explore", args=[trial.get_parent().pk])

    screen = BeautifulSoup(at_work.get(address).content, "html.parser")

    export = reverse("export_translation", args=[trial.pk])
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "export_translation"])
    assert len(screen.select(f'a[href="{export}"]')) == 1
    assert [link["href"].split("?")[0] for link in screen.select(f'a[href^="{bulk}"]')] == [bulk]
