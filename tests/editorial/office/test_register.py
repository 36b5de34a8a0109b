"""The register: who finds which signature, and a table that spreadsheets can be trusted with."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial import triggers
from editorial.checklist import STATEMENTS
from editorial.editions import day_of
from editorial.models import Edition, SignOff, Voucher
from editorial.office.register import Asked, entries, sign_offs
from editorial.signoff import still_correct
from editorial.views.register import BOM, cell_of
from tests.editorial.desk import signed
from tests.editorial.office.pages import public_trial, queries


def get(person, **asked):
    client = Client()
    client.force_login(person)
    return client.get(reverse("editorial_register"), asked)


def found(**asked):
    return [(entry.sign_off.role, entry.editions) for entry in entries(sign_offs(Asked(**asked)))]


REVIEW, SIGNED = ("language-reviewer", (1,)), ("signer", (1,))


def test_every_signature_stands_with_its_edition_newest_first(published):
    assert found() == [SIGNED, REVIEW]


def test_a_review_that_no_edition_rests_on_stands_without_a_number(reviewed):
    assert found() == [("language-reviewer", ())]


def test_still_correct_stands_under_the_edition_it_confirms(published, signer2):
    ticked = set(STATEMENTS[SignOff.Role.SIGNER])
    seen = Edition.objects.get().digest
    still_correct(published, reviewer=signer2, seen=seen, ticked=ticked, now=timezone.now())

    (entry,) = entries(sign_offs(Asked(still_correct=True)))

    assert (entry.sign_off.person, entry.editions, entry.is_still_correct) == (signer2, (1,), True)


def test_filters_leave_only_what_was_asked_for(published, signer, language_reviewer):
    today = day_of(timezone.now())
    tomorrow = today + timedelta(days=1)

    assert found(role="signer") == found(person=signer) == [SIGNED]
    assert found(since=today, until=today) == [SIGNED, REVIEW]
    assert found(since=tomorrow) == found(until=today - timedelta(days=1)) == []
    assert found(page="nct00000001") == found(page=str(published.pk)) == [SIGNED, REVIEW]
    assert found(page="nct9") == found(overridden=True) == found(withheld=True) == []


def test_a_page_without_its_chinese_is_found_by_that(reviewed, signer):
    signed(reviewed, signer, withhold_chinese_because="Not settled.")

    assert found(withheld=True) == [SIGNED]


def test_a_signature_changed_in_the_database_is_shown_as_such(published, signer):
    triggers.drop(connection)
    SignOff.objects.filter(person=signer).update(person_name="Somebody Else")

    assert [entry.is_sealed for entry in entries(sign_offs(Asked()))] == [False, True]


@pytest.mark.parametrize("who", ["language_reviewer", "signer", "lead", "superuser"])
def test_reviewers_signers_leads_and_administrators_read_the_register(request, published, who):
    response = get(request.getfixturevalue(who))

    assert (response.status_code, response.context_data["shown"].paginator.count) == (200, 2)


@pytest.mark.parametrize("who", ["author", "translator"])
def test_authors_and_translators_do_not_read_the_register(request, published, who):
    for asked in ({}, {"export": "csv"}):
        response = get(request.getfixturevalue(who), **asked)

        assert response.status_code in (302, 403)
        assert not hasattr(response, "context_data")


def test_a_date_that_is_none_is_said_and_finds_nothing(published, lead):
    context = get(lead, since="31st").context_data

    assert (list(context["form"].errors), context["entries"]) == (["since"], [])


def test_the_table_opens_in_a_spreadsheet_with_its_chinese(published, signer, lead, submit, author):
    Voucher.objects.create(person=signer, qualification_zh_hans="血液科医生")
    signed(submit(published, author), signer)

    response = get(lead, export="csv", role="signer")

    assert response.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(response.content.decode().removeprefix(BOM))))
    assert [(row[3], row[5], row[7], row[12]) for row in rows] == [
        ("Edition", "Person", "Qualification, Chinese", "Seal"),
        ("2", "Signer", "血液科医生", "genuine"),
        ("1", "Signer", "", "genuine"),
    ]


def test_what_a_person_wrote_is_no_formula_in_the_table(reviewed, signer, lead):
    signed(reviewed, signer, withhold_chinese_because='=HYPERLINK("http://example.org")')

    rows = list(csv.reader(io.StringIO(get(lead, export="csv").content.decode())))

    assert rows[1][10] == '\'=HYPERLINK("http://example.org")'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_never_begins_like_a_formula(start):
    assert cell_of(f"{start}1") == f"'{start}1"


@pytest.mark.parametrize(("value", "cell"), [("a=1", "a=1"), ("", ""), (None, ""), ("–", "–")])
def test_any_other_cell_stays_as_it_is(value, cell):
    assert cell_of(value) == cell


def test_three_pages_cost_no_more_queries_than_one(author, language_reviewer, signer, lead):
    counted = []

    for number in (1, 2, 3):
        public_trial(number, author, language_reviewer, signer)
        counted.append(queries(lambda: get(lead).content))

    assert counted[2] == counted[0]


def test_a_forged_row_is_shown_as_such_whatever_stands_in_it(published, lead):
    forged = SignOff.objects.get(scope="final")
    forged.pk, forged._state.adding, forged.overrides, forged.seal = None, True, "not json", "0" * 64
    forged.save()

    shown = get(lead).context_data["entries"]
    rows = list(csv.reader(io.StringIO(get(lead, export="csv").content.decode())))

    assert [(entry.is_sealed, entry.overrides) for entry in shown] == [(False, []), (True, []), (True, [])]
    assert [row[12] for row in rows[1:]] == ["does not match", "genuine", "genuine"]


@pytest.mark.parametrize(
    "asked",
    [{"since": "0001-01-01"}, {"until": "9999-12-31"}, {"since": "1989-12-31"}, {"until": "3000-01-01"}],
)
def test_a_day_no_clock_reaches_is_said_and_finds_nothing(published, lead, asked):
    context = get(lead, **asked).context_data

    assert (list(context["form"].errors), context["entries"]) == (list(asked), [])
