"""Doors below the models: QuerySets, SQL and fixtures on pages, rows and revisions.

No signal sees these. The public words do not depend on them, and verify_editions names what was done.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core import serializers
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page, Revision

from tests.editorial.doors.code import BY_SIGN_OFF, LIVE_WITHOUT, OTHER_REVISION, ROW_DIFFERS, TAKEN_DOWN
from tests.editorial.doors.door import Doors
from tests.editorial.doors.office import Office, said_by
from tests.editorial.doors.oracles import CHINESE_SENTENCE, ENGLISH_NUMBER, ENGLISH_SENTENCE
from trials.models import CriterionRow, HomePage, PublishedTrial, TrialPage

doors = Doors()

REVISION_ALTERED = ("edition trials/nct00000001/ 1: the version it was signed from was altered", *ROW_DIFFERS)

WORDS = {"summary_en": ENGLISH_SENTENCE, "summary_zh_hans": CHINESE_SENTENCE}


def sql(statement: str, *values: Any) -> str:
    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)

    return said_by(run)


def loads(*rows: Any) -> str:
    """What `loaddata` says of these rows."""
    with TemporaryDirectory() as folder:
        fixture = Path(folder) / "rows.json"
        fixture.write_text(serializers.serialize("json", rows), encoding="utf-8")
        said = said_by(call_command, "loaddata", str(fixture), verbosity=0)
        return said.removeprefix(f"Problem installing fixture '{fixture}': ")


@doors.row("QuerySet.update of words", found=ROW_DIFFERS)
def updates_words(office: Office) -> str:
    TrialPage.objects.filter(pk=office.pk).update(**WORDS)
    return ""


@doors.row("QuerySet.update of live", start="submitted", found=LIVE_WITHOUT)
def updates_live(office: Office) -> str:
    Page.objects.filter(pk=office.pk).update(live=True)
    return ""


@doors.row("QuerySet.update of not live", found=TAKEN_DOWN)
def updates_not_live(office: Office) -> str:
    Page.objects.filter(pk=office.pk).update(live=False)
    return ""


@doors.row("QuerySet.update of a child row", found=ROW_DIFFERS)
def updates_row(office: Office) -> str:
    CriterionRow.objects.filter(page_id=office.pk, key="i1").update(text_en=f"{ENGLISH_NUMBER}×10^9/L")
    return ""


@doors.row("bulk_update of words", found=ROW_DIFFERS)
def updates_in_bulk(office: Office) -> str:
    page = office.page
    for name, text in WORDS.items():
        setattr(page, name, text)
    return said_by(TrialPage.objects.bulk_update, [page], list(WORDS))


@doors.row("SQL on the page", found=ROW_DIFFERS)
def changes_page(office: Office) -> str:
    return sql("UPDATE trials_trialpage SET summary_en = %s", ENGLISH_SENTENCE)


@doors.row("SQL on a child row", found=ROW_DIFFERS)
def changes_row(office: Office) -> str:
    return sql("UPDATE trials_criterionrow SET text_en = %s", ENGLISH_SENTENCE)


@doors.row("SQL that makes a draft live", start="submitted", found=LIVE_WITHOUT)
def makes_live(office: Office) -> str:
    return sql(
        "UPDATE wagtailcore_page SET live = %s, live_revision_id = latest_revision_id WHERE id = %s",
        True,
        office.pk,
    )


@doors.row("SQL on the revision that was signed", found=REVISION_ALTERED)
def changes_signed_revision(office: Office) -> str:
    revision = office.edition.revision
    Revision.objects.filter(pk=revision.pk).update(content=revision.content | WORDS)
    return ""


@doors.row(
    "SQL on the listing's row",
    found=("listing: the row of trials/nct00000001/ differs from its edition in headline_en, summary_en",),
)
def changes_listing(office: Office) -> str:
    PublishedTrial.objects.update(headline_en=ENGLISH_SENTENCE, summary_en=ENGLISH_SENTENCE)
    return ""


@doors.row("live_revision led to the draft by QuerySet.update", found=OTHER_REVISION)
def leads_to_draft(office: Office) -> str:
    Page.objects.filter(pk=office.pk).update(live_revision=office.newest)
    return ""


@doors.row("live_revision led to another page's signed revision", found=OTHER_REVISION)
def leads_to_another(office: Office) -> str:
    Page.objects.filter(pk=office.pk).update(live_revision=HomePage.objects.get().live_revision)
    return ""


@doors.row("loaddata of the page with other words", found=ROW_DIFFERS)
def loads_page(office: Office) -> str:
    page = office.page
    for name, text in WORDS.items():
        setattr(page, name, text)
    return loads(page)


@doors.row("loaddata of a child row", found=ROW_DIFFERS)
def loads_row(office: Office) -> str:
    row = CriterionRow.objects.get(page_id=office.pk, key="i1")
    row.text_en = f"{ENGLISH_NUMBER}×10^9/L"
    return loads(row)


@doors.row("loaddata of a live page", says=BY_SIGN_OFF, start="submitted", without_gate=LIVE_WITHOUT)
def loads_live(office: Office) -> str:
    base = office.base
    base.live = True
    return loads(base)


@doors.row(
    "loaddata of the revision that was signed",
    says="This version was signed and cannot be changed. Save a new one.",
    without_gate=REVISION_ALTERED,
)
def loads_revision(office: Office) -> str:
    revision = office.edition.revision
    revision.content = json.loads(json.dumps(revision.content)) | WORDS
    return loads(revision)


@doors.row(
    "slug changed by QuerySet.update",
    found=("page elsewhere: the live row differs from the revision that was signed",),
)
def changes_slug(office: Office) -> str:
    Page.objects.filter(pk=office.pk).update(slug="elsewhere")
    return ""


@doors.row("loaddata of a published page's base row")
def loads_base(office: Office) -> str:
    return loads(office.base)
