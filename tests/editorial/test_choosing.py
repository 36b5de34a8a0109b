"""Choosers of disclaimers and public roles: looked at, and no way to make a row beside their own screens."""

import pytest
from django.test import Client
from django.urls import reverse

from editorial.models import Disclaimer, Voucher

CHOOSERS = ("disclaimer", "voucher")


@pytest.fixture
def at_desk(client: Client, superuser) -> Client:
    client.force_login(superuser)
    return client


def chooser(name: str) -> str:
    return reverse(f"wagtailsnippetchoosers_editorial_{name}:choose")


@pytest.mark.parametrize("name", CHOOSERS)
def test_chooser_offers_no_form_to_make_a_row(at_desk, name):
    answer = at_desk.get(chooser(name))

    assert answer.json()["step"] == "choose"
    assert "tab-create" not in answer.json()["html"]


@pytest.mark.parametrize("name", CHOOSERS)
def test_row_posted_to_a_chooser_is_not_found(at_desk, name):
    answer = at_desk.post(
        f"{chooser(name)}create/", {"version": "9", "public_role_en": "Professor"}, follow=True
    )

    assert answer.status_code == 404
    assert (Disclaimer.objects.count(), Voucher.objects.count()) == (0, 0)
