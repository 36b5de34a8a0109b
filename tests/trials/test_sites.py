"""The screen where sites are edited: paged, searched, each save a revision."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import WorkflowState

from tests.trials.factories import SUZHOU, make_trial
from trials.models import TrialPage

pytestmark = pytest.mark.django_db

ELSEWHERE = SUZHOU | {"key": "b", "facility": "Ruijin Hospital", "city": "Shanghai", "state": "Shanghai"}


@pytest.fixture
def two_sites(author):
    return make_trial(owner=author, sites=[SUZHOU, ELSEWHERE])


def address(page, query: str = "") -> str:
    return reverse("edit_trial_sites", args=[page.pk]) + query


def newest(page: TrialPage) -> TrialPage:
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def posted(page, rows: list[tuple[str, str]], **values: str) -> dict[str, str]:
    """What the screen posts for these (key, status) rows."""
    form = {"sites-TOTAL_FORMS": str(len(rows)), "sites-INITIAL_FORMS": str(len(rows))}
    for number, (key, status) in enumerate(rows):
        form |= {f"sites-{number}-key": key, f"sites-{number}-status": status}
    return form | {"opened_on": str(newest(page).latest_revision_id), "save": "1"} | values


ROWS = [(SUZHOU["key"], "RECRUITING"), ("b", "RECRUITING")]


def test_status_of_one_site_is_saved_as_a_revision(at_desk, two_sites, author):
    before = two_sites.revisions.count()

    at_desk.post(address(two_sites), posted(two_sites, [ROWS[0], ("b", "SUSPENDED")]))

    page = newest(two_sites)
    assert [site["status"] for site in page.sites] == ["RECRUITING", "SUSPENDED"]
    assert (page.revisions.count(), page.latest_revision.user) == (before + 1, author)


def test_other_values_of_a_site_are_kept(at_desk, two_sites):
    at_desk.post(address(two_sites), posted(two_sites, [(SUZHOU["key"], "SUSPENDED"), ROWS[1]]))

    assert newest(two_sites).sites == [SUZHOU | {"status": "SUSPENDED"}, ELSEWHERE]


def test_ticked_site_is_removed(at_desk, two_sites):
    at_desk.post(address(two_sites), posted(two_sites, ROWS, **{"sites-0-remove": "on"}))

    assert newest(two_sites).sites == [ELSEWHERE]


def test_added_site_gets_a_key_never_used(at_desk, two_sites):
    new = {"new-facility": "Peking Union", "new-city": "Beijing", "new-country": "China", "add": "1"}
    for _twice in range(2):
        at_desk.post(address(two_sites), posted(two_sites, ROWS, **new))

    added = newest(two_sites).sites[2:]
    assert [(site["key"], site["facility"], site["state"]) for site in added] == [
        ("x1", "Peking Union", ""),
        ("x2", "Peking Union", ""),
    ]


def test_site_without_a_city_is_not_added(at_desk, two_sites):
    new = {"new-facility": "Peking Union", "new-country": "China", "add": "1"}

    response = at_desk.post(address(two_sites), posted(two_sites, ROWS, **new))

    assert response.status_code == 200
    assert len(newest(two_sites).sites) == 2


def test_save_without_a_change_makes_no_revision(at_desk, two_sites):
    before = two_sites.revisions.count()

    at_desk.post(address(two_sites), posted(two_sites, ROWS))

    assert newest(two_sites).revisions.count() == before


def test_list_opened_before_another_save_is_refused(at_desk, two_sites):
    outdated = posted(two_sites, [ROWS[0], ("b", "SUSPENDED")])
    two_sites.save_revision()

    response = at_desk.post(address(two_sites), outdated, follow=True)

    assert "The page was changed after you opened this list." in response.content.decode()
    assert newest(two_sites).sites == [SUZHOU, ELSEWHERE]


def test_locked_page_is_refused(at_desk, two_sites, signer):
    TrialPage.objects.filter(pk=two_sites.pk).update(locked=True, locked_by=signer)

    response = at_desk.post(address(two_sites), posted(two_sites, [ROWS[0], ("b", "SUSPENDED")]), follow=True)

    assert "The page is locked." in response.content.decode()
    assert newest(two_sites).sites == [SUZHOU, ELSEWHERE]


def test_person_who_may_not_edit_the_page_is_turned_away(client, two_sites, person):
    client.force_login(person("visitor"))

    response = client.post(address(two_sites), posted(two_sites, [ROWS[0], ("b", "SUSPENDED")]))

    assert response.status_code == 302
    assert newest(two_sites).sites == [SUZHOU, ELSEWHERE]


def test_sites_of_a_live_page_change_its_draft_only(at_desk, live_trial):
    at_desk.post(address(live_trial), posted(live_trial, [(SUZHOU["key"], "SUSPENDED")]))

    assert newest(live_trial).sites[0]["status"] == "SUSPENDED"
    assert TrialPage.objects.get(pk=live_trial.pk).sites[0]["status"] == "RECRUITING"
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


def test_status_nobody_knows_survives(at_desk, author):
    page = make_trial(owner=author, sites=[SUZHOU | {"status": "ON_THE_MOON"}])

    screen = BeautifulSoup(at_desk.get(address(page)).content, "html.parser")

    [chosen] = screen.select("select[name=sites-0-status] option[selected]")
    assert chosen["value"] == "ON_THE_MOON"


def test_screen_shows_both_languages_of_a_place(at_desk, two_sites):
    screen = BeautifulSoup(at_desk.get(address(two_sites)).content, "html.parser")

    row = screen.select_one(".sites-table tbody tr")
    assert [each.text for each in row.select("[lang=zh-Hans]")] == [
        "苏州大学附属第一医院",
        "中国江苏省苏州市",
    ]
    assert [each.text for each in row.select("[lang=en]")] == [SUZHOU["facility"], "Suzhou, Jiangsu, China"]


@pytest.mark.parametrize(
    ("query", "found"), [("?q=ruijin", ["b"]), ("?q=jiangsu", [SUZHOU["key"]]), ("?q=nowhere", [])]
)
def test_search_finds_hospitals_and_cities(at_desk, two_sites, query, found):
    screen = BeautifulSoup(at_desk.get(address(two_sites, query)).content, "html.parser")

    keys = [each["value"] for each in screen.select("input[name^=sites-][name$=-key]")]
    assert keys == found


@pytest.mark.parametrize("query", ["?p=2", "?p=999", "?p=x", "?p=-1"])
def test_page_number_of_any_kind_gives_a_page_of_fifty(at_desk, author, query):
    page = make_trial(owner=author, sites=[SUZHOU | {"key": f"s{n}"} for n in range(120)])

    screen = BeautifulSoup(at_desk.get(address(page, query)).content, "html.parser")

    keys = [each["value"] for each in screen.select("input[name^=sites-][name$=-key]")]
    assert len(keys) == {"?p=2": 50, "?p=999": 20, "?p=x": 50, "?p=-1": 20}[query]


def test_screen_takes_as_many_queries_for_a_thousand_sites(at_desk, author):
    pages = [
        make_trial(owner=author, trial_id=f"NCT0000000{number}", sites=sites)
        for number, sites in enumerate(([SUZHOU], [SUZHOU | {"key": f"s{n}"} for n in range(1148)]))
    ]
    at_desk.get(address(pages[0]))

    asked = []
    for page in pages:
        with CaptureQueriesContext(connection) as queries:
            at_desk.get(address(page))
        asked.append(len(queries))

    assert asked[0] == asked[1]
