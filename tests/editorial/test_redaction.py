"""Erasure: the words of an ended edition go, its digest and its history stay, and it is said."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from editorial import triggers
from editorial.content import Words
from editorial.desk import open_desk
from editorial.models import Edition, Wording
from editorial.queries import answer, ask
from editorial.redaction import redact_edition
from editorial.refusals import SignOffRefused
from editorial.signoff import review_language, withdraw
from editorial.suggestions import decline, suggest
from editorial.verify import problems
from tests.editorial.desk import CHINESE_TICKED, save_draft, signed
from trials.models import TrialPage

BECAUSE = "Asked for by the person named."


@pytest.fixture
def withdrawn(published, lead, author):
    """An edition that was taken down; the draft says something else by now."""
    edition = withdraw(published, by=lead, reason=Words("A name.", "姓名。"), now=timezone.now())
    save_draft(published, author, summary_en="Another summary, with no name in it.")
    return edition


def test_redaction_removes_the_words_everywhere_and_keeps_the_digest(withdrawn, lead):
    digest = withdrawn.digest

    edition = redact_edition(withdrawn, by=lead, because=BECAUSE, now=timezone.now())

    assert (edition.content, edition.digest, edition.revision.content) == (
        "",
        digest,
        {"pk": withdrawn.page_id},
    )
    assert not Wording.objects.filter(text="English of summary.").exists()
    assert list(problems()) == []


def test_redaction_is_logged_with_its_reason(withdrawn, lead):
    redact_edition(withdrawn, by=lead, because=BECAUSE, now=timezone.now())

    entry = PageLogEntry.objects.get(action="editorial.redact")
    assert (entry.user, entry.data["reason"], entry.data["edition"]) == (lead, BECAUSE, 1)


def test_the_address_still_says_that_the_page_was_taken_down(withdrawn, lead):
    redact_edition(withdrawn, by=lead, because=BECAUSE, now=timezone.now())

    assert Client().get("/en/trials/nct00000001/").status_code == 410


def test_redacting_what_is_in_force_is_refused(published, lead):
    edition = Edition.objects.get()

    with pytest.raises(SignOffRefused, match="This edition is in force"):
        redact_edition(edition, by=lead, because=BECAUSE, now=timezone.now())


def test_redacting_words_the_draft_still_says_is_refused(published, lead):
    edition = withdraw(published, by=lead, reason=Words("A name.", "姓名。"), now=timezone.now())

    with pytest.raises(SignOffRefused, match="The draft still says these words"):
        redact_edition(edition, by=lead, because=BECAUSE, now=timezone.now())


def test_redacting_twice_is_refused(withdrawn, lead):
    redact_edition(withdrawn, by=lead, because=BECAUSE, now=timezone.now())

    with pytest.raises(SignOffRefused, match="removed already"):
        redact_edition(withdrawn, by=lead, because=BECAUSE, now=timezone.now())


@pytest.mark.parametrize("who", ["signer", "superuser"])
def test_redaction_by_anybody_but_a_lead_is_refused(withdrawn, who, request):
    with pytest.raises(SignOffRefused, match="Only members of “Leads” may do this"):
        redact_edition(withdrawn, by=request.getfixturevalue(who), because=BECAUSE, now=timezone.now())


def test_redaction_without_a_reason_is_refused(withdrawn, lead):
    with pytest.raises(SignOffRefused, match="Please write the reason"):
        redact_edition(withdrawn, by=lead, because=" ", now=timezone.now())


def test_emptying_an_edition_by_sql_is_refused(withdrawn):
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        Edition.objects.update(content="")


def test_a_forged_redaction_is_found(withdrawn):
    triggers.drop(connection)
    Edition.objects.update(content="", redacted_at=timezone.now(), redaction_seal="0" * 64)

    assert "edition trials/nct00000001/ 1: the removal of its words was forged" in list(problems())


def test_the_command_names_what_it_cannot_find(withdrawn, lead):
    with pytest.raises(CommandError, match="There is no edition 7 at 'trials/nct00000001/'"):
        call_command("redact_edition", "trials/nct00000001/", "7", by="lead", because=BECAUSE)


def test_the_command_says_what_it_did(withdrawn, lead, capsys):
    call_command("redact_edition", "trials/nct00000001/", "1", by="lead", because=BECAUSE)

    assert capsys.readouterr().out == "edition trials/nct00000001/ 1: words removed\n"


NAME = "Zhang San"


def test_redacting_what_the_edition_in_force_says_too_is_refused(published, lead, submit, author, signer2):
    first = withdraw(published, by=lead, reason=Words("A name.", "姓名。"), now=timezone.now())
    submit(TrialPage.objects.get(pk=published.pk), author)
    signed(published, signer2)
    save_draft(published, author, summary_en="Something newer.")

    with pytest.raises(SignOffRefused, match="The edition in force says the same words"):
        redact_edition(first, by=lead, because=BECAUSE, now=timezone.now())

    assert list(problems()) == []


@pytest.fixture
def named(submitted, author, signer2, language_reviewer, signer, lead):
    """An edition with a name in it, withdrawn; a suggestion and two drafts after it say the name too."""
    save_draft(submitted, author, summary_en=f"Call {NAME} now.")
    suggestion = suggest(
        submitted, person=signer2, place="summary", language="en",
        wording=f"Call {NAME} today.", because=f"{NAME} is in today.", now=timezone.now(),
    )  # fmt: skip
    seen = open_desk(submitted.pk).seen_by(language_reviewer)
    review_language(
        submitted, reviewer=language_reviewer, seen=seen, ticked=CHINESE_TICKED, now=timezone.now()
    )
    edition = signed(submitted, signer)
    withdraw(submitted, by=lead, reason=Words("Erasure.", "删除。"), now=timezone.now())
    save_draft(submitted, author, status="COMPLETED")
    save_draft(submitted, author, summary_en="Call us.")
    return edition, suggestion


def test_redaction_leaves_no_copy_in_any_table(named, author, lead):
    edition, suggestion = named
    decline(suggestion, by=author, because=f"{NAME} left.", now=timezone.now())

    redact_edition(edition, by=lead, because=BECAUSE, now=timezone.now())

    assert columns_saying(NAME) == set()
    assert list(problems()) == []


def test_redaction_with_a_suggestion_unanswered_is_refused(named, lead):
    edition, _suggestion = named

    with pytest.raises(SignOffRefused, match="Suggestions for this page are open"):
        redact_edition(edition, by=lead, because=BECAUSE, now=timezone.now())


def test_redaction_empties_queries_and_former_wordings(named, author, lead):
    edition, suggestion = named
    decline(suggestion, by=author, because=f"{NAME} left.", now=timezone.now())
    page = TrialPage.objects.get(pk=edition.page_id).get_latest_revision_as_object()
    query = ask(page, by=author, place="summary", question=f"Is {NAME} meant?", now=timezone.now())
    answer(query, by=author, words=f"{NAME} is.", now=timezone.now())
    page = TrialPage.objects.get(pk=edition.page_id).get_latest_revision_as_object()
    page.translated_from = page.as_typed = {"summary": f"Call {NAME} now.", "headline": "Kept."}
    page.save_revision(user=author, clean=False)

    redact_edition(edition, by=lead, because=BECAUSE, now=timezone.now())

    assert columns_saying(NAME) == set()
    newest = TrialPage.objects.get(pk=edition.page_id).get_latest_revision_as_object()
    assert newest.translated_from == {"summary": "", "headline": "Kept."}
    assert list(problems()) == []


def test_redaction_with_a_query_unanswered_is_refused(named, author, lead):
    edition, suggestion = named
    decline(suggestion, by=author, because="No.", now=timezone.now())
    page = TrialPage.objects.get(pk=edition.page_id)
    ask(page, by=author, place="summary", question=f"Is {NAME} meant?", now=timezone.now())

    with pytest.raises(SignOffRefused, match="Queries about this page are open"):
        redact_edition(edition, by=lead, because=BECAUSE, now=timezone.now())


def columns_saying(words):
    """Columns of the whole database with these words in them."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            columns = [column[0] for column in cursor.description]
            rows = (zip(columns, row, strict=True) for row in cursor.fetchall())
            found |= {f"{table}.{name}" for row in rows for name, value in row if words in str(value)}
    return found


@pytest.mark.parametrize("view", ["revisions_view", "revisions_revert"])
def test_wagtail_opens_a_version_that_was_emptied(withdrawn, lead, author, view):
    redact_edition(withdrawn, by=lead, because=BECAUSE, now=timezone.now())
    client = Client()
    client.force_login(author)

    address = reverse(f"wagtailadmin_pages:{view}", args=[withdrawn.page_id, withdrawn.revision_id])

    assert client.get(address).status_code == 200
