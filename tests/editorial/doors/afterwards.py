"""Doors after the signature: a page that must stay down, and evidence that must outlive deletion."""

from typing import Any

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from editorial.models import Edition
from editorial.signoff import still_correct
from tests.editorial.desk import ALL_TICKED
from tests.editorial.doors.code import BY_SIGN_OFF, LIVE_WITHOUT
from tests.editorial.doors.door import Doors
from tests.editorial.doors.office import Office, edit_url, said_by
from tests.editorial.doors.screens import ON_REVIEW_SCREEN, form_of
from tests.trials.posting import HTML
from trials.models import TrialPage

doors = Doors()

TAKEN_DOWN = "withdrawn"
PROTECTED = "protected"


@doors.row("withdraw, then revision.publish()", start=TAKEN_DOWN, says=BY_SIGN_OFF, without_gate=LIVE_WITHOUT)
def publishes(office: Office) -> str:
    return said_by(office.newest.publish, skip_permission_checks=True)


@doors.row(
    "withdraw, then the signed revision again", start=TAKEN_DOWN, says=BY_SIGN_OFF, without_gate=LIVE_WITHOUT
)
def publishes_signed(office: Office) -> str:
    return said_by(office.edition.revision.publish, skip_permission_checks=True)


@doors.row("withdraw, then Publish in the editor", start=TAKEN_DOWN, says=ON_REVIEW_SCREEN)
def publishes_in_editor(office: Office) -> str:
    values = form_of(office, "superuser", edit_url(office.pk)) | {"action-publish": "action-publish"}
    return office.edits("superuser", values, headers=HTML)


@doors.row(
    "withdraw, then the API", start=TAKEN_DOWN, says="403 You do not have permission to publish this page."
)
def publishes_by_api(office: Office) -> str:
    return office.asks_api("superuser", "publish")


@doors.row("withdraw, then a save of the live row from before", start=TAKEN_DOWN, says=BY_SIGN_OFF)
def saves_live(office: Office) -> str:
    page = office.page
    page.live, page.live_revision = True, office.edition.revision
    return said_by(page.save)


@doors.row(
    "withdraw, then “still correct”",
    start=TAKEN_DOWN,
    says="This page has no edition in force.",
)
def confirms(office: Office) -> str:
    return said_by(
        still_correct,
        office.page,
        reviewer=office.people["signer2"],
        seen=office.edition.digest,
        ticked=ALL_TICKED,
        now=timezone.now(),
    )


@doors.row(
    "withdraw by an author",
    says="Only members of “Leads / Signers” may do this: withdraw. Being an administrator is not enough.",
)
def withdraws_as_author(office: Office) -> str:
    url = reverse("editorial_withdraw", args=[office.pk])
    return office.posts("author", url, {"reason_en": "No."})


@doors.row("purge_revisions")
def purges(office: Office) -> str:
    signed = office.edition.revision_id
    said = said_by(call_command, "purge_revisions", days=None, verbosity=0)
    assert Revision.objects.filter(pk=signed).count() == 1
    return said


def protected(act: Any, *args: Any) -> str:
    said = said_by(act, *args)
    return PROTECTED if "protected foreign keys" in said else said


@doors.row("user deletion in code", says=PROTECTED)
def deletes_signer(office: Office) -> str:
    return protected(office.people["signer"].delete)


@doors.row(
    "user deletion in the admin",
    says="Signer wrote or signed pages. Deactivate the account instead of deleting it.",
)
def deletes_signer_in_admin(office: Office) -> str:
    return office.posts("superuser", f"/admin/users/delete/{office.people['signer'].pk}/")


@doors.row(
    "user deletion in bulk",
    says="Author wrote or signed pages. Deactivate the account instead of deleting it.",
)
def deletes_author_in_bulk(office: Office) -> str:
    url = reverse("wagtail_bulk_action", args=["auth", "user", "delete"])
    return office.posts("superuser", f"{url}?id={office.people['author'].pk}")


@doors.row("page deletion in code", says=PROTECTED)
def deletes_page(office: Office) -> str:
    return protected(office.page.delete)


@doors.row("page deletion by QuerySet", says=PROTECTED)
def deletes_pages(office: Office) -> str:
    return protected(TrialPage.objects.all().delete)


@doors.row("parent deletion in code", says=PROTECTED)
def deletes_parent(office: Office) -> str:
    return protected(office.home.delete)


@doors.row("signed revision deletion", says=PROTECTED)
def deletes_revision(office: Office) -> str:
    return protected(office.edition.revision.delete)


@doors.row(
    "sign off again what is in force already",
    start="published",
    says="This page does not wait for review: already decided by Signer at {time}.",
)
def signs_twice(office: Office) -> str:
    said = office.decides("signer2", "sign-off", ticked=office.statements())
    assert Edition.objects.filter(page_id=office.pk).count() == 1
    return said
