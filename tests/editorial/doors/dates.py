"""Doors that open by themselves later: go-live and expiry dates, and the command that acts on them."""

from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from tests.editorial.doors.door import Doors
from tests.editorial.doors.office import Office, edit_url, said_by
from tests.editorial.doors.screens import NO_OTHER_WAY, form_of
from tests.trials.posting import HTML
from trials.models import TrialPage

doors = Doors()

PLANTED = "page nct00000001: carries a go-live or expiry date, which nobody signed"
NO_DATE = "Pages that are signed off cannot be scheduled: no date is in what is signed."


def later() -> Any:
    return timezone.now() + timedelta(hours=1)


def earlier() -> Any:
    return timezone.now() - timedelta(hours=1)


def runs_schedule() -> str:
    return said_by(call_command, "publish_scheduled", verbosity=0)


def posts_dates(office: Office, action: str) -> str:
    dates = {"go_live_at": f"{earlier():%Y-%m-%d %H:%M}", "expire_at": f"{later():%Y-%m-%d %H:%M}"}
    values = form_of(office, "author", edit_url(office.pk)) | dates
    office.edits("author", values | {action: action}, headers=HTML)
    draft = office.page.get_latest_revision_as_object()
    assert (draft.go_live_at, draft.expire_at) == (None, None)
    return runs_schedule()


@doors.row("dates posted with the editing form")
def saves_dates(office: Office) -> str:
    return posts_dates(office, "action-save")


@doors.row("dates posted with a submission")
def submits_dates(office: Office) -> str:
    return posts_dates(office, "action-submit")


def sets_on_page(name: str) -> Any:
    def act(office: Office) -> str:
        page = office.page
        setattr(page, name, later())
        return said_by(page.save)

    return act


doors.row("go_live_at on the page", says=NO_DATE, start="draft")(sets_on_page("go_live_at"))
doors.row("expire_at on the page", says=NO_DATE)(sets_on_page("expire_at"))


@doors.row("approved_go_live_at on a revision", says=NO_DATE)
def approves_revision(office: Office) -> str:
    revision = office.newest
    revision.approved_go_live_at = earlier()
    return said_by(revision.save, update_fields=["approved_go_live_at"])


@doors.row("go_live_at in a draft that is published", says=NO_DATE, start="draft")
def publishes_later(office: Office) -> str:
    page = office.page.get_latest_revision_as_object()
    page.go_live_at = later()
    return said_by(page.save_revision().publish, skip_permission_checks=True)


@doors.row(
    "approved_go_live_at by QuerySet.update, then publish_scheduled",
    says="This page is published by sign-off only. Submit it for review.",
    without_gate=("page nct00000001: live with another revision than edition 1",),
)
def updates_revision(office: Office) -> str:
    Revision.objects.filter(pk=office.newest.pk).update(approved_go_live_at=earlier())
    return runs_schedule()


@doors.row(
    "expire_at by QuerySet.update, then publish_scheduled",
    says=NO_DATE,
    found=(PLANTED,),
    without_gate=(PLANTED, "page nct00000001: an edition is in force but the page is not live"),
)
def updates_expiry(office: Office) -> str:
    TrialPage.objects.filter(pk=office.pk).update(expire_at=earlier())
    return runs_schedule()


@doors.row("go_live_at by QuerySet.update, then publish_scheduled", found=(PLANTED,))
def updates_go_live(office: Office) -> str:
    TrialPage.objects.filter(pk=office.pk).update(go_live_at=earlier())
    return runs_schedule()


@doors.row("unschedule screen", says=NO_OTHER_WAY)
def unschedules(office: Office) -> str:
    url = reverse("wagtailadmin_pages:revisions_unschedule", args=[office.pk, office.newest.pk])
    return office.posts("superuser", url)
