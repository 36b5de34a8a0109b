"""The daily mail says that readers report mistakes, to those whose page it is, and nothing of the readers."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from editorial.letters.digests import write_digests
from editorial.mistakes import Told, answer, report
from editorial.models import Edition, Letter

TITLE = "Mistakes that readers report\n"


@pytest.fixture
def morning(db):
    """Nine o'clock in Shanghai, the day after the pages were made."""
    day = timezone.localdate() + timedelta(days=1)
    return datetime(day.year, day.month, day.day, 1, tzinfo=UTC)


@pytest.fixture
def sent(published):
    edition = Edition.objects.get(page=published)
    return [
        report(
            edition, Told("i1", wrong, "me@example.org"), lang="en", address="203.0.113.7", now=timezone.now()
        )
        for wrong in ("50 or 75?", "Closed in May.")
    ]


def told():
    letters = Letter.objects.filter(kind=Letter.Kind.DIGEST)
    return {letter.person.username: letter.body for letter in letters if TITLE in letter.body}


def test_writers_and_leads_are_told_how_many_and_nothing_of_the_reader(sent, morning, lead, author2):
    write_digests(morning)

    letters = told()
    assert sorted(letters) == ["author", "lead", "translator"]
    assert letters["lead"] == (
        f"{TITLE}"
        "- A trial: 2 reports\n"
        "  http://127.0.0.1:8000/admin/mistakes/\n"
        "\n"
        "This mail comes once a day, and only when there is something for you.\n"
    )


def test_answered_reports_and_those_of_today_are_not_told(sent, published, morning, lead):
    answer(sent[0], by=lead, words="Corrected.", now=timezone.now())
    sent[1].sent_at = morning
    sent[1].save()

    write_digests(morning)

    assert told() == {}


def test_nobody_is_told_of_a_page_they_may_not_change(sent, morning, author, translator, lead):
    for person in (author, translator, lead):
        person.groups.clear()

    write_digests(morning)

    assert told() == {}
