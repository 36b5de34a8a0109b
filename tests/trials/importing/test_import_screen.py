"""The screen “Import trials”: who may use it, what it shows, what it refuses."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve, reverse
from wagtail.users.models import UserProfile

from tests.registry.records import SEED, minimal_study, study_of
from tests.registry.registry_server import running_registry
from trials.importing.form import ImportForm
from trials.models import TrialPage
from trials.registry.found import UPLOAD_LIMITS
from trials.views.import_trials import NAME, import_menu_item

pytestmark = pytest.mark.django_db

FIRST, SECOND = minimal_study("NCT00000001"), minimal_study("NCT00000002")


class Cells(HTMLParser):
    """The cells of the result's rows, and the addresses they link to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.links: list[str] = []
        self.inside = False
        self.feed(html.partition("<tbody>")[2].partition("</tbody>")[0])

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif tag == "a":
            self.links.append(dict(attrs)["href"])

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] = " ".join(f"{self.rows[-1][-1]} {data}".split())


@pytest.fixture
def post(client, author):
    """Return a function that posts the form as an author and gives the response."""
    client.force_login(author)
    return lambda **posted: client.post(reverse(NAME), posted)


def upload(value: Any, name: str = "records.json") -> SimpleUploadedFile:
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return SimpleUploadedFile(name, content, "application/json")


def rows(response: Any) -> list[list[str]]:
    assert response.status_code == 200
    return Cells(response.content.decode()).rows


def test_author_imports_a_file(post, author):
    response = post(file=upload([study_of(SEED), FIRST]))

    assert rows(response) == [[SEED, "created", ""], ["NCT00000001", "created", ""]]
    assert Cells(response.content.decode()).links == [
        reverse("wagtailadmin_pages:edit", args=[TrialPage.objects.get(trial_id=trial_id).pk])
        for trial_id in (SEED, "NCT00000001")
    ]
    assert {page.owner for page in TrialPage.objects.all()} == {author}
    assert not TrialPage.objects.filter(live=True).exists()


def test_author_imports_ids(post, settings):
    with running_registry() as registry:
        registry.says("NCT00000001", (200, {}, FIRST))
        registry.says("NCT00000002", (404, {}, {}))
        settings.REGISTRY_URL = registry.url

        response = post(ids="nct00000001， NCT00000002\nNCT00000001 nonsense")

    assert rows(response) == [
        ["NCT00000001", "created", ""],
        ["NCT00000002", "refused", "the registry has no trial with this id"],
        ["NONSENSE", "refused", "a trial id is NCT and eight digits"],
    ]


def test_bad_record_in_a_file_is_told_and_the_rest_imported(post):
    response = post(file=upload([FIRST, {"protocolSection": {}}, FIRST]))

    assert rows(response) == [
        ["NCT00000001", "created", ""],
        [
            "records.json study 2",
            "refused",
            "protocolSection.identificationModule.nctId: the record has no trial id",
        ],
        [
            "records.json study 3",
            "refused",
            "NCT00000001 came before, at records.json study 1; this one was left out",
        ],
    ]


def test_markup_in_a_file_is_shown_as_text(post):
    odd = minimal_study("NCT00000001", statusModule={"overallStatus": "<script>alert(1)</script>"})

    response = post(file=upload(odd, name="<img src=x>.json"))

    assert "<script>alert(1)" not in response.content.decode()
    assert "<img src=x>" not in response.content.decode()
    assert TrialPage.objects.count() == 1


@pytest.mark.parametrize("name", ["records.json", "records.zip"])
def test_file_that_is_no_record_is_told(post, name):
    [[place, outcome, why]] = rows(post(file=upload(b"\x89PNG", name=name)))

    reason = {"records.json": "this is not UTF-8 text (byte 1)"}.get(
        name, "this is not a zip archive, or a damaged one"
    )
    assert (place, outcome, why) == (name, "refused", reason)


def test_empty_form_is_refused(post):
    response = post()

    assert response.context["form"].non_field_errors() == ["Choose a file or write at least one trial id."]
    assert response.context.get("lines") is None


def test_too_many_ids_are_refused(post):
    response = post(ids=" ".join(f"NCT{number:08}" for number in range(11)))

    assert response.context["form"].errors["ids"] == ["These are 11 ids; at most 10 can be fetched at once."]


def test_too_large_a_file_is_refused():
    file = upload(b"")
    file.size = UPLOAD_LIMITS.file + 1

    form = ImportForm({}, {"file": file})

    assert form.errors["file"] == [
        "The file is larger than 47.7\xa0MB. Use the command import_trials on the server."
    ]


@pytest.mark.parametrize(("number", "more"), [(1, 0), (2, 0), (3, 2)])
def test_more_records_than_fit_one_request_are_told(post, monkeypatch, number, more):
    monkeypatch.setattr("trials.views.import_trials.MOST_RECORDS", 2)

    response = post(file=upload([FIRST, SECOND, minimal_study("NCT00000003")][:number]))

    assert (len(response.context["lines"]), response.context["more"]) == (min(number, 2), more)
    assert TrialPage.objects.count() == min(number, 2)


def test_reading_the_screen_imports_nothing(client, author):
    client.force_login(author)

    response = client.get(reverse(NAME), {"ids": "NCT00000001"})

    assert (response.status_code, TrialPage.objects.count()) == (200, 0)
    assert response.context["form"].is_bound is False


@pytest.mark.parametrize("who", ["language_reviewer", "signer", "translator"])
def test_person_who_may_not_add_pages_is_refused(client, request, who):
    client.force_login(request.getfixturevalue(who))

    responses = [
        client.post(reverse(NAME), {"file": upload(FIRST)}),
        client.post(reverse(NAME), {"ids": "NCT00000001"}),
        client.get(reverse(NAME)),
    ]

    assert [response.url for response in responses] == [reverse("wagtailadmin_home")] * 3
    assert TrialPage.objects.count() == 0


def test_stranger_is_sent_to_the_login(client):
    response = client.post(reverse(NAME), {"file": upload(FIRST)})

    assert response.url == f"{reverse('wagtailadmin_login')}?next={reverse(NAME)}"
    assert TrialPage.objects.count() == 0


def test_form_without_its_token_is_refused(author):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(author)

    assert strict.post(reverse(NAME), {"file": upload(FIRST)}).status_code == 403
    assert TrialPage.objects.count() == 0


@pytest.mark.parametrize(("who", "shown"), [("author", True), ("superuser", True), ("signer", False)])
def test_menu_offers_the_screen_to_those_who_may_use_it(rf, request, who, shown):
    asked = rf.get("/")
    asked.user = request.getfixturevalue(who)

    assert import_menu_item().is_shown(asked) is shown


def test_each_record_is_a_transaction_of_its_own():
    # One transaction around the request would take back what the screen tells as created.
    assert resolve(reverse(NAME)).func._non_atomic_requests == {"default"}


def test_screen_speaks_chinese(client, author):
    UserProfile.objects.create(user=author, preferred_language="zh-hans")
    client.force_login(author)

    html = client.get(reverse(NAME)).content.decode()

    assert '<html lang="zh-hans"' in html
