"""Doors in code: whatever publishes, saves or copies a page from a shell, a script or a plugin."""

from typing import Any

from django.urls import reverse
from wagtail.actions.create_page import CreatePageAction
from wagtail.actions.edit_page import EditPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Locale, Page, PageViewRestriction

from editorial.models import Disclaimer
from tests.editorial.doors.door import Doors
from tests.editorial.doors.office import Office, said_by, unsigned
from tests.editorial.doors.oracles import CHINESE_SENTENCE, ENGLISH_NUMBER, ENGLISH_SENTENCE
from tests.trials.posting import FormReader
from trials.models import CriterionRow, TrialPage

doors = Doors()

BY_SIGN_OFF = "This page is published by sign-off only. Submit it for review."
IN_FORCE = "An edition of this page is in force. Only withdrawing it takes it down."
LIVE_WITHOUT = ("page nct00000001: live without an edition in force",)
OTHER_REVISION = ("page nct00000001: live with another revision than edition 1",)
ROW_DIFFERS = ("page nct00000001: the live row differs from the revision that was signed",)
TAKEN_DOWN = ("page nct00000001: an edition is in force but the page is not live",)


def both(name: str, act: Any) -> None:
    """The same act on a page that is public already, and on one that never was."""
    doors.row(name, says=BY_SIGN_OFF, without_gate=OTHER_REVISION)(act)
    doors.row(f"{name}, of a draft", says=BY_SIGN_OFF, start="submitted", without_gate=LIVE_WITHOUT)(act)


both(
    "revision.publish() by a superuser",
    lambda office: said_by(
        office.newest.publish, user=office.people["superuser"], skip_permission_checks=True
    ),
)
both("revision.publish() by nobody", lambda office: said_by(office.newest.publish))
both(
    "page.publish()",
    lambda office: said_by(office.page.publish, office.newest, skip_permission_checks=True),
)
both(
    "PublishPageRevisionAction that skips checks",
    lambda office: said_by(
        PublishPageRevisionAction(office.newest, user=office.people["author"]).execute,
        skip_permission_checks=True,
    ),
)
both(
    "PublishRevisionAction, the base of all",
    lambda office: said_by(PublishRevisionAction(office.newest).execute, skip_permission_checks=True),
)


@doors.row("create action with publish=True", says=BY_SIGN_OFF, start="nothing", without_gate=LIVE_WITHOUT)
def creates(office: Office) -> str:
    url = reverse("wagtailadmin_pages:add", args=["trials", "trialpage", office.trials.pk])
    reader = FormReader()
    reader.feed(office.browser("superuser").get(url).content.decode())
    values = reader.values | {"title": "A trial", "trial_id": "NCT00000001", "summary_en": ENGLISH_SENTENCE}
    page = TrialPage()
    form_class = TrialPage.get_edit_handler().get_form_class()
    form = form_class(values, instance=page, parent_page=office.trials, for_user=office.people["superuser"])
    return said_by(CreatePageAction(page, office.trials, form=form, publish=True).execute)


@doors.row("edit action with publish=True", says=BY_SIGN_OFF, without_gate=OTHER_REVISION)
def edits(office: Office) -> str:
    page = unsigned(office.page, "en", ENGLISH_SENTENCE, ENGLISH_NUMBER)
    action = EditPageAction(page, publish=True, clean=False)
    return said_by(action.execute, skip_permission_checks=True)


@doors.row("unpublish() in code", says=IN_FORCE, without_gate=TAKEN_DOWN)
def unpublishes(office: Office) -> str:
    return said_by(office.page.unpublish)


def new_page(**columns: Any) -> TrialPage:
    return TrialPage(
        title="A trial",
        trial_id="NCT00000001",
        summary_en=ENGLISH_SENTENCE,
        summary_zh_hans=CHINESE_SENTENCE,
        **columns,
    )


@doors.row("add_child(TrialPage(live=True)) becomes a draft", start="nothing", without_gate=LIVE_WITHOUT)
def adds_child(office: Office) -> str:
    return said_by(office.trials.add_child, instance=new_page(live=True))


@doors.row("page.save() with other words", found=ROW_DIFFERS)
def saves_words(office: Office) -> str:
    page = unsigned(office.page, "en", ENGLISH_SENTENCE, ENGLISH_NUMBER)
    return said_by(page.save)


@doors.row("live = True; save()", says=BY_SIGN_OFF, start="submitted", without_gate=LIVE_WITHOUT)
def saves_live(office: Office) -> str:
    page = office.page
    page.live = True
    return said_by(page.save)


@doors.row("live = False; save()", says=IN_FORCE, without_gate=TAKEN_DOWN)
def saves_not_live(office: Office) -> str:
    page = office.page
    page.live = False
    return said_by(page.save)


@doors.row("save() through the base Page", says=BY_SIGN_OFF, start="submitted", without_gate=LIVE_WITHOUT)
def saves_base(office: Office) -> str:
    base = office.base
    base.live = True
    return said_by(base.save)


@doors.row('save(update_fields=["live"])', says=BY_SIGN_OFF, start="submitted", without_gate=LIVE_WITHOUT)
def saves_one_field(office: Office) -> str:
    base = office.base
    base.live = True
    return said_by(base.save, update_fields=["live"])


@doors.row("live_revision set to the draft; save()", says=BY_SIGN_OFF, without_gate=OTHER_REVISION)
def saves_live_revision(office: Office) -> str:
    page = office.page
    page.live_revision = office.newest
    return said_by(page.save)


@doors.row("child row saved", found=ROW_DIFFERS)
def saves_row(office: Office) -> str:
    row = CriterionRow.objects.filter(page_id=office.pk).first()
    row.text_en = f"{ENGLISH_NUMBER}×10^9/L"
    return said_by(row.save)


@doors.row("child row deleted", found=ROW_DIFFERS)
def deletes_row(office: Office) -> str:
    return said_by(CriterionRow.objects.filter(page_id=office.pk).first().delete)


@doors.row("child row added", found=ROW_DIFFERS)
def adds_row(office: Office) -> str:
    return said_by(
        CriterionRow.objects.create, page_id=office.pk, key="i9", group="inclusion", text_en=ENGLISH_SENTENCE
    )


@doors.row("snippet renamed")
def renames_sponsor(office: Office) -> str:
    sponsor = office.page.sponsor
    sponsor.name_en, sponsor.name_zh_hans = ENGLISH_SENTENCE, CHINESE_SENTENCE
    return said_by(sponsor.save)


@doors.row("disclaimer rewritten in place")
def rewrites_disclaimer(office: Office) -> str:
    disclaimer = Disclaimer.objects.get()
    disclaimer.text_en, disclaimer.text_zh_hans = ENGLISH_SENTENCE, CHINESE_SENTENCE
    return said_by(disclaimer.save)


ID_TAKEN = "There is a page for the trial with this id already."


@doors.row("copy that stays live", says=f"{{'trial_id': ['{ID_TAKEN}']}}")
def copies(office: Office) -> str:
    return said_by(office.page.copy, update_attrs={"slug": "copy"}, keep_live=True)


@doors.row("recursive copy of the parent", says="trial_id")
def copies_tree(office: Office) -> str:
    said = said_by(
        office.trials.copy, to=office.home, recursive=True, keep_live=True, update_attrs={"slug": "copy"}
    )
    # Each database names the rule in its own words.
    return "trial_id" if "unique" in said.lower() and "trial_id" in said else said


@doors.row("alias", says=f"{{'trial_id': ['{ID_TAKEN}']}}")
def makes_alias(office: Office) -> str:
    return said_by(office.page.create_alias, parent=office.home, update_slug="alias")


@doors.row("copy_for_translation(alias=True)", says="Pages that are signed off cannot have aliases.")
def translates(office: Office) -> str:
    locale = Locale.objects.create(language_code="zh-hans")
    return said_by(office.page.copy_for_translation, locale, copy_parents=True, alias=True)


@doors.row("move() in code")
def moves(office: Office) -> str:
    return said_by(office.page.move, office.home, pos="last-child")


@doors.row("slug changed in code is set back to the id")
def changes_slug(office: Office) -> str:
    page = office.page
    page.slug = "elsewhere"
    return said_by(page.save)


@doors.row("page restrictions in code")
def restricts(office: Office) -> str:
    return said_by(
        PageViewRestriction.objects.create, page=Page.objects.get(pk=office.pk), restriction_type="login"
    )
