"""Sites follow the registry, and what an editor changed about one stays."""

from typing import Any

import pytest

from tests.trials.drafting.records import draft, edit, imported, record
from trials.models import ContactRow

pytestmark = pytest.mark.django_db

FIRST = {"facility": "First Hospital", "city": "Suzhou", "country": "China", "status": "RECRUITING"}
SECOND, THIRD = FIRST | {"facility": "Second Hospital"}, FIRST | {"facility": "Third Hospital"}


def sites() -> list[tuple[str, str]]:
    return [(site["facility"], site["status"]) for site in draft().sites]


def set_status(number: int, status: str) -> Any:
    return lambda page: page.sites[number].update(status=status)


def test_sites_come_go_and_change_with_the_registry():
    imported(record(sites=(FIRST, SECOND)))

    imported(record(sites=(THIRD, SECOND | {"status": "COMPLETED"})))

    assert sites() == [("Third Hospital", "RECRUITING"), ("Second Hospital", "COMPLETED")]


def test_status_an_editor_set_stays_and_is_told_when_the_registry_moves(author):
    imported(record(sites=(FIRST, SECOND)))
    edit(author, set_status(0, "SUSPENDED"))

    updated = imported(record(sites=(FIRST | {"status": "COMPLETED", "zip": "215000"}, SECOND)))

    assert sites() == [("First Hospital", "SUSPENDED"), ("Second Hospital", "RECRUITING")]
    assert draft().sites[0]["zip"] == "215000"
    assert updated.kept == (
        "First Hospital, Suzhou, China, status: the editors’ “SUSPENDED” was kept; "
        "the registry now says “COMPLETED”",
    )


def test_site_an_editor_worked_on_stays_when_the_registry_drops_it(author):
    imported(record(sites=(FIRST, SECOND)))
    edit(author, set_status(0, "SUSPENDED"))

    updated = imported(record(sites=(SECOND,)))

    assert sites() == [("First Hospital", "SUSPENDED"), ("Second Hospital", "RECRUITING")]
    assert updated.kept == ("First Hospital, Suzhou, China: no longer in the registry; it was kept",)


def test_site_a_contact_belongs_to_stays(author):
    imported(record(sites=(FIRST, SECOND)))
    at_first = ContactRow(site=draft().sites[0]["key"], telephone="+86 512 0000 0000", key="c1", sort_order=0)
    edit(author, lambda page: page.contacts.add(at_first))

    imported(record(sites=(SECOND,)))

    assert [name for name, _status in sites()] == ["First Hospital", "Second Hospital"]


def test_site_an_editor_took_off_stays_off(author):
    imported(record(sites=(FIRST, SECOND)))
    edit(author, lambda page: page.sites.pop(0))

    imported(record(sites=(FIRST | {"status": "COMPLETED"}, SECOND, THIRD)))

    assert [name for name, _status in sites()] == ["Second Hospital", "Third Hospital"]


def test_site_an_editor_added_stays(author):
    imported(record(sites=(FIRST, SECOND)))
    own = {"key": "x1", "facility": "Our Clinic", "city": "Wuxi", "country": "China", "status": ""}
    edit(author, lambda page: page.sites.insert(1, own))

    imported(record(sites=(FIRST, THIRD)))

    assert [name for name, _status in sites()] == ["First Hospital", "Our Clinic", "Third Hospital"]


def test_telephones_of_a_site_follow_the_registry():
    imported(record(sites=(FIRST | {"contacts": [{"role": "CONTACT", "phone": "+86 512 1111 1111"}]},)))

    imported(record(sites=(FIRST | {"contacts": [{"role": "CONTACT", "phone": "+86 512 2222 2222"}]},)))

    assert draft().sites[0]["contacts"] == [{"role": "CONTACT", "telephone": "+86 512 2222 2222"}]
