"""Wagtail writes no mail about workflows: the office has letters of its own."""

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.admin.signal_handlers import register_signal_handlers

from editorial.quiet import silence_wagtail
from editorial.signoff import request_changes
from tests.editorial.desk import signed
from trials.models import TrialPage


def from_wagtail():
    """Subjects of what Wagtail wrote: its mails lead to its own screens."""
    return [letter.subject for letter in mail.outbox if "/admin/pages/" in letter.body]


def test_submitting_writes_no_mail(draft, submit, author, superuser):
    submit(draft, author)

    assert from_wagtail() == []


def test_signing_writes_no_mail(reviewed, signer, superuser):
    signed(reviewed, signer)

    assert from_wagtail() == []


def test_asking_for_changes_writes_no_mail(submitted, signer):
    request_changes(submitted, reviewer=signer, reason="A number is wrong.", now=timezone.now())

    assert from_wagtail() == []


@pytest.fixture
def speaking():
    """The control: Wagtail as it comes."""
    register_signal_handlers()
    yield
    silence_wagtail()


def test_wagtail_as_it_comes_writes(speaking, draft, submit, author, superuser, signer):
    submit(draft, author)
    request_changes(TrialPage.objects.get(pk=draft.pk), reviewer=signer, reason="Wrong.", now=timezone.now())

    assert len(from_wagtail()) == 2
