"""Doors of Wagtail's editing screens: publishing, copying, taking down, moving, deleting, setting privacy."""

from typing import Any

from django.urls import reverse
from wagtail.models import Site

from tests.editorial.doors.door import Doors
from tests.editorial.doors.office import Office, edit_url
from tests.editorial.doors.oracles import ENGLISH_SENTENCE, SIGNED
from tests.trials.posting import HTML, FormReader, form_values
from trials.models import InformationPage, TrialPage

doors = Doors()

ON_REVIEW_SCREEN = "This page is published by sign-off only, on its review screen."
NO_REMOVAL = "This page, or one below it, was signed. It can be withdrawn, not removed."
NO_OTHER_WAY = "This page is published by sign-off only. It cannot be published or copied."


def form_of(office: Office, who: str, url: str) -> dict[str, Any]:
    return form_values(office.browser(who).get(url).content.decode())


def publishes(office: Office) -> str:
    values = form_of(office, "superuser", edit_url(office.pk)) | {"action-publish": "action-publish"}
    return office.edits("superuser", values, headers=HTML)


doors.row("editor Publish on a draft", says=ON_REVIEW_SCREEN, start="draft")(publishes)
doors.row("editor Publish on a live page", says=ON_REVIEW_SCREEN)(publishes)


@doors.row("editor Publish after “revert to this version”", says=ON_REVIEW_SCREEN)
def publishes_older_version(office: Office) -> str:
    office.writes("author", "en", "Newer than the unsigned words.", "≥7")
    older = office.page.revisions.order_by("-pk")[1]
    url = reverse("wagtailadmin_pages:revisions_revert", args=[office.pk, older.pk])
    values = form_of(office, "superuser", url) | {"action-publish": "action-publish"}
    return office.posts("superuser", url, values, headers=HTML)


def creates(office: Office, model: type, parent: Any, **fields: str) -> str:
    url = reverse("wagtailadmin_pages:add", args=["trials", model._meta.model_name, parent.pk])
    reader = FormReader()
    reader.feed(office.browser("superuser").get(url).content.decode())
    values = reader.values | fields | {"title": "A page", "action-publish": "action-publish"}
    said = office.posts("superuser", url, values, headers=HTML)
    assert model.objects.latest("pk").live is False
    return said


@doors.row("create view Publish of a trial page", says="Page 'A page' created.")
def creates_trial(office: Office) -> str:
    return creates(office, TrialPage, office.trials, trial_id="NCT00000002", summary_en=ENGLISH_SENTENCE)


@doors.row("create view Publish of an information page", says="Page 'A page' created.")
def creates_information(office: Office) -> str:
    words = {"heading_en": ENGLISH_SENTENCE, "body_en": ENGLISH_SENTENCE, "slug": "about"}
    return creates(office, InformationPage, office.home, **words)


ONE_BY_ONE = "Pages become public and leave it one by one: by sign-off, and by being withdrawn."


def in_bulk(office: Office, action: str, pk: Any, **fields: str) -> str:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return office.posts("superuser", f"{url}?id={pk}", fields)


@doors.row("bulk publish", says=ONE_BY_ONE)
def publishes_in_bulk(office: Office) -> str:
    return in_bulk(office, "publish", office.pk)


@doors.row("bulk publish with descendants", says=ONE_BY_ONE)
def publishes_descendants(office: Office) -> str:
    return in_bulk(office, "publish", office.trials.pk, include_descendants="on")


@doors.row("bulk publish of a draft with descendants", says=ONE_BY_ONE, start="draft")
def publishes_draft_descendants(office: Office) -> str:
    return in_bulk(office, "publish", office.home.pk, include_descendants="on")


@doors.row("bulk unpublish", says=ONE_BY_ONE)
def unpublishes_in_bulk(office: Office) -> str:
    return in_bulk(office, "unpublish", office.pk)


@doors.row("bulk delete", says=NO_REMOVAL)
def deletes_in_bulk(office: Office) -> str:
    return in_bulk(office, "delete", office.pk)


@doors.row("bulk move", says=NO_REMOVAL)
def moves_in_bulk(office: Office) -> str:
    return in_bulk(office, "move", office.pk, chooser=str(office.home.pk))


@doors.row("unpublish screen", says=NO_OTHER_WAY)
def unpublishes(office: Office) -> str:
    return office.posts("superuser", reverse("wagtailadmin_pages:unpublish", args=[office.pk]))


@doors.row("copy screen", says=NO_OTHER_WAY)
def copies(office: Office) -> str:
    fields = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": str(office.trials.pk)}
    fields |= {"publish_copies": "on", "alias": "on"}
    return office.posts("superuser", reverse("wagtailadmin_pages:copy", args=[office.pk]), fields)


@doors.row("copy screen of the parent, with what is below it", says=NO_OTHER_WAY)
def copies_parent(office: Office) -> str:
    fields = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": str(office.home.pk)}
    fields |= {"copy_subpages": "on", "publish_copies": "on"}
    return office.posts("superuser", reverse("wagtailadmin_pages:copy", args=[office.trials.pk]), fields)


@doors.row("move screen", says=NO_REMOVAL)
def moves(office: Office) -> str:
    url = reverse("wagtailadmin_pages:move_confirm", args=[office.pk, office.home.pk])
    return office.posts("superuser", url)


@doors.row("delete screen of the page", says=NO_REMOVAL)
def deletes(office: Office) -> str:
    return office.posts("superuser", reverse("wagtailadmin_pages:delete", args=[office.pk]))


@doors.row("delete screen of the parent", says=NO_REMOVAL)
def deletes_parent(office: Office) -> str:
    url = reverse("wagtailadmin_pages:delete", args=[office.trials.pk])
    return office.posts("superuser", url, {"confirm_site_name": "Find a Trial"})


@doors.row("page restrictions in the admin", says=NO_OTHER_WAY)
def restricts(office: Office) -> str:
    url = reverse("wagtailadmin_pages:set_privacy", args=[office.pk])
    return office.posts("superuser", url, {"restriction_type": "login"})


@doors.row(
    "slug of a live information page in the editor", start="about", says="Page 'about' has been updated."
)
def changes_slug(office: Office) -> str:
    about = InformationPage.objects.get()
    values = form_of(office, "superuser", edit_url(about.pk)) | {"slug": "elsewhere"}
    said = office.posts("superuser", edit_url(about.pk), values, headers=HTML)
    assert InformationPage.objects.get().get_latest_revision_as_object().slug == "elsewhere"
    return said


@doors.row("site's root page in the admin", says="Site 'localhost [default]' updated. Edit")
def changes_root(office: Office) -> str:
    site = Site.objects.get(is_default_site=True)
    fields = {"hostname": site.hostname, "port": "80", "site_name": "", "is_default_site": "on"}
    url = reverse("wagtailsites:edit", args=[site.pk])
    return office.posts("superuser", url, fields | {"root_page": str(office.pk)})


def saves_from_stale_tab(office: Office) -> str:
    """Opened on the signed version; somebody saved since."""
    opened = office.edition.revision
    values = form_of(office, "author", edit_url(office.pk))
    values |= {
        "loaded_revision_id": str(opened.pk),
        "loaded_revision_created_at": opened.created_at.isoformat(),
        "summary_en": "Typed in an old tab.",
    }
    before = office.newest.pk
    response = office.browser("author").post(edit_url(office.pk), values, headers=HTML)
    assert (response.status_code, office.newest.pk) == (409, before)
    assert office.newest.content["summary_en"] == ENGLISH_SENTENCE
    return ""


doors.row("stale tab saves over newer text")(saves_from_stale_tab)


@doors.row("tab that autosaved the now live revision posts again", start="published")
def autosaves_over_signed(office: Office) -> str:
    signed = office.edition.revision
    values = form_of(office, "translator", edit_url(office.pk))
    values |= {"overwrite_revision_id": str(signed.pk), "summary_en": ENGLISH_SENTENCE}
    answer = office.browser("translator").post(
        edit_url(office.pk), values, headers={"accept": "application/json"}
    )
    assert answer.json()["success"] is True
    assert answer.json()["revision_id"] != signed.pk
    signed.refresh_from_db()
    assert signed.content["summary_en"] == SIGNED["en"][0]
    return ""
