"""Reports of mistakes: answered or asked on by the office; their senders are forgotten."""

from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from wagtail.models import PageLogEntry

from editorial import mistakes, people
from editorial.desk import open_desk
from editorial.mistakes import (
    Limits,
    Told,
    TooManyReports,
    answer,
    forget_reporters,
    report,
    sender_of,
    turn_into_query,
)
from editorial.models import Edition, EditorQuery, MistakeReport, Wording
from editorial.refusals import SignOffRefused

NOON = datetime(2026, 5, 15, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
TOLD = Told("i1", "It says 50, the registry says 75.", "me@example.org")
CRITERION = "criteria.i1.text"


@pytest.fixture
def edition(published):
    return Edition.objects.get(page=published)


@pytest.fixture
def sent(edition):
    """A reader's report about the first criterion."""
    return report(edition, TOLD, lang="en", address="203.0.113.7", now=NOON)


def refused(act, *args, **given):
    with pytest.raises(SignOffRefused) as refusal:
        act(*args, now=NOON, **given)
    return str(refusal.value)


def actions(page):
    logged = PageLogEntry.objects.filter(page=page.pk, action__startswith="editorial.mistake")
    return [(entry.action, entry.data) for entry in logged.order_by("pk")]


# ——— senders and limits


def test_address_is_kept_as_a_digest_of_one_day(sent):
    again = sender_of("203.0.113.7", NOON + timedelta(hours=11))
    tomorrow = sender_of("203.0.113.7", NOON + timedelta(hours=13))

    assert (len(sent.sender), sent.sender) == (64, again)
    assert tomorrow != again


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        (" 203.0.113.7", "203.0.113.7"),
    ],
    ids=["IPv6 of one household", "IPv4 in IPv6", "blank"],
)
def test_ways_to_write_one_sender_are_one(one, other):
    assert sender_of(one, NOON) == sender_of(other, NOON)


def test_another_key_gives_another_digest(settings):
    before = sender_of("203.0.113.7", NOON)

    settings.SECRET_KEY = "another key, as long as it has to be"

    assert sender_of("203.0.113.7", NOON) != before


def test_unknown_addresses_share_no_limit_but_that_of_all(edition, monkeypatch):
    monkeypatch.setattr(mistakes, "LIMITS", Limits(1, 1, 3))
    for number in range(3):
        report(edition, Told("", f"Mistake {number}"), lang="en", address="", now=NOON)

    with pytest.raises(TooManyReports):
        report(edition, Told("", "One more"), lang="en", address="", now=NOON)
    assert set(MistakeReport.objects.values_list("sender", flat=True)) == {""}


def test_midnight_opens_no_second_allowance(edition, monkeypatch):
    monkeypatch.setattr(mistakes, "LIMITS", Limits(1, 1, 9))
    midnight = NOON + timedelta(hours=12)
    report(edition, TOLD, lang="en", address="203.0.113.7", now=midnight - timedelta(minutes=1))

    with pytest.raises(TooManyReports):
        report(edition, Told("", "Other"), lang="en", address="203.0.113.7", now=midnight)


def test_one_customer_with_many_networks_shuts_out_nobody_else(edition, monkeypatch):
    monkeypatch.setattr(mistakes, "LIMITS", Limits(2, 2, 5, 4))
    for number in range(4):
        address = f"2001:db8:1:{number:x}::1"
        report(edition, Told("", f"Mistake {number}"), lang="en", address=address, now=NOON)
    for number in range(2):
        report(edition, Told("", f"Mistake {number}"), lang="en", address="192.0.2.7", now=NOON)

    with pytest.raises(TooManyReports):
        report(edition, Told("", "One more"), lang="en", address="2001:db8:1:ffff::1", now=NOON)
    report(edition, Told("", "A patient"), lang="en", address="2001:db8:2::1", now=NOON)
    assert MistakeReport.objects.count() == 7


def test_limit_of_all_holds_while_nobody_is_at_their_own(edition, monkeypatch):
    monkeypatch.setattr(mistakes, "LIMITS", Limits(2, 2, 3, 4))
    for number in range(3):
        report(edition, TOLD, lang="en", address=f"192.0.2.{number}", now=NOON)

    with pytest.raises(TooManyReports):
        report(edition, TOLD, lang="en", address="192.0.2.9", now=NOON)


def test_limits_leave_room_for_a_ward():
    assert mistakes.LIMITS == (12, 40, 400, 100)


# ——— answering


@pytest.mark.parametrize("group", people.GROUPS)
def test_every_member_of_the_office_may_answer(sent, person, group):
    member = person("member", group)

    done = answer(sent, by=member, words="Corrected to 75.", now=NOON)

    assert (done.status, done.answer, done.answered_by, done.answered_at) == (
        "answered",
        "Corrected to 75.",
        member,
        NOON,
    )


def test_an_answer_writes_nothing_of_the_page_and_is_logged_without_the_sender(sent, published, signer):
    before = open_desk(published.pk).digest

    answer(sent, by=signer, words="Corrected.", now=NOON)

    assert open_desk(published.pk).digest == before
    assert Wording.objects.filter(person=signer).count() == 0
    assert actions(published) == [("editorial.mistake_answered", {"report": sent.pk})]


def test_an_administrator_is_no_member_of_the_office(sent, superuser):
    groups = " / ".join(people.GROUPS)

    for act, more in ((answer, {"words": "x"}), (turn_into_query, {"place": CRITERION, "question": "x"})):
        assert refused(act, sent, by=superuser, **more).startswith(
            f"Only members of “{groups}” may do this: answer a report of a mistake."
        )
    assert MistakeReport.objects.get().status == "open"


def test_a_report_is_answered_once(sent, author, signer):
    answer(sent, by=author, words="Corrected.", now=NOON)

    for act, more in ((answer, {"words": "x"}), (turn_into_query, {"place": CRITERION, "question": "x"})):
        assert refused(act, sent, by=signer, **more) == (
            "This report was answered by Author at 2026-05-15 12:00."
        )
    assert MistakeReport.objects.get().answer == "Corrected."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (" \0", "Please write what was done."),
        ("a" * 2001, "The text is too long: at most 2000 characters."),
    ],
)
def test_no_answer_and_an_endless_one_are_refused(sent, author, words, sentence):
    assert refused(answer, sent, by=author, words=words) == sentence


# ——— asking on


def test_a_report_becomes_a_query_about_its_text(sent, published, author):
    query = turn_into_query(sent, by=author, place=CRITERION, question="50 or 75?", now=NOON)

    sent.refresh_from_db()
    assert (query.place, query.question, query.asked_by) == (CRITERION, "50 or 75?", author)
    assert (sent.status, sent.query, sent.answered_by) == ("asked", query, author)
    assert actions(published) == [
        ("editorial.mistake_asked", {"report": sent.pk, "query": query.pk, "place": CRITERION})
    ]


@pytest.mark.parametrize(
    ("place", "question", "sentence"),
    [
        ("", "?", "Choose the text you ask about."),
        ("gone", "?", "This text is on the page no longer."),
        (CRITERION, " ", "Please write the question."),
    ],
)
def test_a_question_about_nothing_leaves_the_report_open(sent, author, place, question, sentence):
    assert refused(turn_into_query, sent, by=author, place=place, question=question) == sentence
    assert (MistakeReport.objects.get().status, EditorQuery.objects.count()) == ("open", 0)


@pytest.mark.parametrize(
    ("item", "places"),
    [
        ("i1", (CRITERION,)),
        ("why", ("potential_benefit", "possible_harms", "not_known", "similar_studies")),
        ("how", ("how_to_participate.h1.text",)),
        ("", ()),
        ("i", ()),
        ("nowhere", ()),
    ],
)
def test_an_item_of_the_page_leads_to_its_texts(published, item, places):
    content = open_desk(published.pk).content

    assert published.places_of_item(content, item) == places


# ——— forgetting


def test_senders_are_forgotten_after_the_days_readers_are_told(sent, edition, settings):
    settings.KEEP_REPORTERS_DAYS = 90
    young = report(edition, Told("", "Later"), lang="en", address="203.0.113.7", now=NOON + timedelta(1))
    then = NOON + timedelta(days=90, seconds=1)

    numbers = [forget_reporters(then) for _again in range(2)]

    sent.refresh_from_db()
    young.refresh_from_db()
    assert numbers == [1, 0]
    assert (sent.contact, sent.sender, sent.forgotten_at, sent.wrong) == ("", "", then, TOLD.wrong)
    assert (len(young.sender), young.forgotten_at) == (64, None)


def test_the_command_says_how_many_and_a_dry_run_changes_nothing(sent):
    said = []

    for options in ({"dry_run": True}, {}, {}):
        out = StringIO()
        MistakeReport.objects.filter(forgotten_at=None).update(sent_at=NOON - timedelta(days=4000))
        call_command("forget_reporters", stdout=out, **options)
        said.append(out.getvalue().strip())

    assert said == [
        "to forget: senders of 1 reports",
        "forgotten: senders of 1 reports",
        "forgotten: senders of 0 reports",
    ]
    assert MistakeReport.objects.get().contact == ""
