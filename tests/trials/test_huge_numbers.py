"""A number larger than any row's, in an address or a parameter, finds nothing and breaks nothing."""

import pytest

pytestmark = pytest.mark.django_db
HUGE = "9" * 23


@pytest.mark.parametrize(
    "address",
    [
        f"/admin/trials/?batch={HUGE}",
        f"/admin/trials/{HUGE}/memory/",
        f"/admin/trials/{HUGE}/translation/export/",
        f"/admin/trials/{HUGE}/sites/",
        f"/admin/batches/{HUGE}/",
        f"/admin/review/{HUGE}/",
    ],
)
def test_a_number_no_row_has_is_not_found(at_desk, address):
    at_desk.raise_request_exception = False

    assert at_desk.get(address).status_code in (200, 302, 404)


@pytest.mark.parametrize(
    ("address", "posted"),
    [(f"/admin/trials/{HUGE}/findings/", {}), ("/admin/batches/", {"batch": HUGE, "assignee": ""})],
)
def test_a_number_no_row_has_changes_nothing(at_desk, address, posted):
    at_desk.raise_request_exception = False

    assert at_desk.post(address, posted).status_code in (200, 302, 404)
