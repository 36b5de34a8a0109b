"""Sites, their keys and the contacts that refer to them."""

from typing import Any

import pytest

from tests.registry.records import minimal_study
from trials.registry import parts
from trials.registry.places import NOT_PHONE
from trials.registry.read import read_study
from trials.registry.records import Contact, TrialRecord

SUZHOU = {"facility": "First Hospital", "city": "Suzhou", "country": "China"}
WUXI = {"facility": "Second Hospital", "city": "Wuxi", "country": "China"}
MODULE = "protocolSection.contactsLocationsModule"


def record_at(*locations: Any, central: Any = None) -> TrialRecord:
    return read_study(
        minimal_study(contactsLocationsModule={"locations": list(locations), "centralContacts": central})
    )


def keys(*locations: dict[str, Any]) -> list[str]:
    return [site.key for site in record_at(*locations).sites]


def test_key_of_a_site_is_the_same_at_each_import():
    assert keys(SUZHOU) == ["0cfb9de1b627"]


def test_key_of_a_site_does_not_depend_on_order_or_status():
    assert keys(WUXI, SUZHOU | {"status": "COMPLETED", "zip": "215000"}) == [*keys(WUXI), *keys(SUZHOU)]


def test_key_of_a_site_does_not_depend_on_spacing_width_or_case():
    assert keys({"facility": " first  HOSPITAL", "city": "Ｓuzhou", "country": "China"}) == keys(SUZHOU)


def test_sites_of_one_name_in_two_postal_areas_have_their_own_keys_in_any_order():
    near, far = SUZHOU | {"zip": "215000"}, SUZHOU | {"zip": "215006"}

    assert keys(near, far) == list(reversed(keys(far, near)))
    assert len({*keys(near, far), *keys(SUZHOU)}) == 3


def test_sites_that_are_the_same_in_all_are_numbered():
    first, second, third = keys(SUZHOU, SUZHOU, SUZHOU)

    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_contacts_are_a_role_and_a_telephone_and_refer_to_their_site():
    someone = {
        "name": "Wang Li",
        "role": "CONTACT",
        "phone": "+86 512 123456",
        "phoneExt": "12",
        "email": "a@b.cn",
    }
    record = record_at(
        SUZHOU, WUXI | {"contacts": [someone]}, central=[someone | {"phone": "(800) 4-BMS-CLIN 12345"}]
    )

    assert record.contacts == (
        Contact("CONTACT", "(800) 4-BMS-CLIN 12345", "12", ""),
        Contact("CONTACT", "+86 512 123456", "12", keys(WUXI)[0]),
    )


def test_contact_without_a_telephone_is_none():
    record = record_at(SUZHOU | {"contacts": [{"name": "Wang Li", "role": "PRINCIPAL_INVESTIGATOR"}]})

    assert (record.contacts, record.not_understood) == ((), ())


@pytest.mark.parametrize("phone", ["Wang Li", "wang@example.org", "ask for Wang, 512 123456", "12"])
def test_telephone_that_is_none_is_left_out_and_listed(phone):
    record = record_at(SUZHOU | {"contacts": [{"role": "CONTACT", "phone": phone}]})

    assert record.contacts == ()
    assert [(each.place, each.why) for each in record.not_understood] == [
        (f"{MODULE}.locations[0].contacts[0].phone", NOT_PHONE)
    ]


def test_bad_site_does_not_cost_the_others():
    record = record_at(5, SUZHOU | {"geoPoint": {"lat": 91, "lon": "east"}, "status": "OPEN"})

    assert [(site.facility, site.status, site.lat, site.lon) for site in record.sites] == [
        ("", "", None, None),
        ("First Hospital", "OPEN", None, None),
    ]
    assert [(each.place, each.why) for each in record.not_understood] == [
        (f"{MODULE}.locations[0]", parts.NOT_PART),
        (f"{MODULE}.locations[1].status", parts.NEW_CODE),
        (f"{MODULE}.locations[1].geoPoint.lat", parts.NOT_NUMBER),
        (f"{MODULE}.locations[1].geoPoint.lon", parts.NOT_NUMBER),
    ]
