"""One mail a day: at its hour, in the language of who gets it, and none where there is nothing to say."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from editorial import suggestions
from editorial.letters.digests import digests, write_digests
from editorial.models import Letter, SignOff, SiteSettings, UrgentNotice
from editorial.notices import put_up
from editorial.office.waiting import waiting_for
from editorial.signoff import request_changes
from tests.editorial.desk import save_draft

SHANGHAI = ZoneInfo("Asia/Shanghai")
SITE = "http://127.0.0.1:8000/admin"


@pytest.fixture
def tomorrow(db):
    """The wall date of the day after the pages were made, which is now."""
    return timezone.localdate() + timedelta(days=1)


def at(day, hour, minute=0, zone=SHANGHAI):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone).astimezone(UTC)


def digest_of(person):
    return Letter.objects.get(person=person, kind=Letter.Kind.DIGEST)


def told():
    return set(Letter.objects.filter(kind=Letter.Kind.DIGEST).values_list("person__username", flat=True))


@pytest.fixture
def signers_day(published, author, lead, signer, submit):
    """A day on which the signer has to confirm a notice, sign, and read a page again; 08:30 of it."""
    due = SignOff.objects.get(scope=SignOff.Scope.FINAL).review_due
    day = due - timedelta(days=30)
    put_up(published, by=lead, kind="paused", source="sponsor", now=at(day - timedelta(days=1), 16, 20))
    submit(save_draft(published, author, status="COMPLETED"), author)
    return at(day, 8, 30)


@pytest.fixture
def authors_day(submitted, author, signer, signer2, tomorrow):
    """A day on which the author has a page to change and suggestions to decide; 08:30 of it."""
    now = timezone.now()
    for place, wording in (("summary", "Shorter."), ("criteria.i1.text", "Platelets ≥75×10^9/L")):
        suggestions.suggest(submitted, person=signer2, place=place, language="en", wording=wording, now=now)
    request_changes(submitted, reviewer=signer, reason="Dose?", now=now)
    return at(tomorrow, 8, 30)


def test_digest_of_a_signer_reads_in_full(published, signers_day, signer):
    page, waiting = published.pk, waiting_for(signer)[0]
    due = SignOff.objects.get(scope=SignOff.Scope.FINAL).review_due
    put_up_on = due - timedelta(days=31)

    write_digests(signers_day)

    letter = digest_of(signer)
    assert letter.subject == "Find a Trial: 3 things for you today"
    assert letter.body == (
        "Urgent notices to confirm\n"
        f"- A trial: “Taking new people in is paused”, put up by Lead at {put_up_on} 16:20\n"
        f"  {SITE}/notice/{page}/\n"
        "\n"
        "Waiting for you\n"
        f"- A trial: sign off, by {waiting.due}\n"
        f"  {SITE}/review/{page}/\n"
        "\n"
        "To be read again\n"
        f"- A trial: due on {due}, in 30 days\n"
        f"  {SITE}/still-correct/{page}/\n"
        "\n"
        "This mail comes once a day, and only when there is something for you.\n"
    )


def test_digest_of_a_signer_reads_in_full_in_chinese(published, signers_day, signer, speaks):
    page, waiting = published.pk, waiting_for(signer)[0]
    due = SignOff.objects.get(scope=SignOff.Scope.FINAL).review_due
    put_up_on = due - timedelta(days=31)
    speaks(signer, "zh-hans")
    with translation.override("zh-hans"):
        paused = str(UrgentNotice.Kind.PAUSED.label)

    write_digests(signers_day)

    letter = digest_of(signer)
    assert letter.subject == "Find a Trial：今天有3件事等您处理"
    assert letter.body == (
        "待确认的紧急通知\n"
        f"- A trial：“{paused}”，由Lead于{put_up_on} 16:20发布\n"
        f"  {SITE}/notice/{page}/\n"
        "\n"
        "等待您处理\n"
        f"- A trial：请签发，期限{waiting.due}\n"
        f"  {SITE}/review/{page}/\n"
        "\n"
        "待复审\n"
        f"- A trial：应于{due}复审，还有30天\n"
        f"  {SITE}/still-correct/{page}/\n"
        "\n"
        "这封邮件每天最多一封，只在有事项等您处理时发送。\n"
    )


def test_digest_of_an_author_reads_in_full(submitted, authors_day, author):
    write_digests(authors_day)

    letter = digest_of(author)
    assert letter.subject == "Find a Trial: 2 things for you today"
    assert letter.body == (
        "Sent back to be changed\n"
        "- A trial: Signer asks for changes\n"
        f"  {SITE}/pages/{submitted.pk}/edit/\n"
        "\n"
        "Suggestions to decide\n"
        "- A trial: 2 suggestions\n"
        f"  {SITE}/pages/{submitted.pk}/edit/\n"
        "\n"
        "This mail comes once a day, and only when there is something for you.\n"
    )


def test_digest_carries_the_name_of_the_site_in_the_language_of_who_gets_it(
    submitted, authors_day, author, translator, speaks
):
    site = SiteSettings.of_site()
    site.site_name_en, site.site_name_zh_hans = "Trials for you", "试验在线"
    site.save()
    speaks(translator, "zh-hans")

    write_digests(authors_day)

    assert digest_of(author).subject == "Trials for you: 2 things for you today"
    assert digest_of(translator).subject == "试验在线：今天有1件事等您处理"


def test_digest_never_asks_who_wrote_the_page_to_review_it(submitted, author, person, tomorrow):
    author.groups.set(person("reviewer", "Chinese language reviewers").groups.all())

    write_digests(at(tomorrow, 8))

    assert told() == {"reviewer"}


def test_digest_is_not_written_where_there_is_nothing_to_say(published, signer, lead, author, tomorrow):
    assert write_digests(at(tomorrow, 8)) == []


@pytest.mark.parametrize("change", [{"is_active": False}, {"email": ""}])
def test_digest_is_not_written_to_who_cannot_be_reached(submitted, language_reviewer, tomorrow, change):
    type(language_reviewer).objects.filter(pk=language_reviewer.pk).update(**change)

    assert write_digests(at(tomorrow, 8)) == []


def test_digest_is_written_at_its_hour_and_once_a_day(submitted, language_reviewer, tomorrow):
    hours = [
        at(tomorrow, 0, 5),
        at(tomorrow, 7, 59),
        at(tomorrow, 8),
        at(tomorrow, 8, 5),
        at(tomorrow, 23, 59),
    ]

    numbers = [len(write_digests(now)) for now in hours]

    assert numbers == [0, 0, 1, 0, 0]
    assert digest_of(language_reviewer).day == tomorrow


def test_digest_comes_again_on_the_next_day(submitted, language_reviewer, tomorrow):
    write_digests(at(tomorrow, 8))
    Letter.objects.update(sent_at=timezone.now())

    write_digests(at(tomorrow + timedelta(days=1), 8))

    assert Letter.objects.filter(person=language_reviewer).count() == 2


def test_digest_never_delivered_is_replaced_by_the_next(submitted, language_reviewer, tomorrow):
    write_digests(at(tomorrow, 8))

    write_digests(at(tomorrow + timedelta(days=1), 8))

    assert digest_of(language_reviewer).day == tomorrow + timedelta(days=1)


def test_what_comes_in_after_the_hour_is_told_tomorrow(draft, submit, author, language_reviewer):
    site = SiteSettings.of_site()
    site.digest_hour = 0
    site.save()
    submit(draft, author)
    today = timezone.localdate()

    written = [len(write_digests(now)) for now in (timezone.now(), at(today + timedelta(days=1), 0))]

    assert written == [0, 1]


def test_digest_written_by_another_command_meanwhile_is_written_once(submitted, language_reviewer, tomorrow):
    now = at(tomorrow, 8)
    also = list(digests(now))
    write_digests(now)

    Letter.objects.bulk_create(also, ignore_conflicts=True)

    assert (len(also), Letter.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Berlin puts its clocks forward at 02:00, so that this hour is left out, …
        (datetime(2027, 3, 28, 0, 59, tzinfo=UTC), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        # … and back at 03:00, so that it comes twice.
        (datetime(2027, 10, 30, 23, 59, tzinfo=UTC), datetime(2027, 10, 31, 0, 0, tzinfo=UTC)),
    ],
)
def test_digest_is_written_once_on_days_the_clock_is_changed(
    submitted, language_reviewer, settings, before, after
):
    settings.TIME_ZONE = "Europe/Berlin"
    site = SiteSettings.of_site()
    site.digest_hour = 2
    site.save()

    written = [len(write_digests(now)) for now in (before, after, after + timedelta(hours=1))]

    assert written == [0, 1, 0]


def test_digest_shows_the_clock_of_the_site_whoever_acts(published, signers_day, signer):
    with timezone.override(ZoneInfo("America/Lima")):
        write_digests(signers_day)

    assert "16:20\n" in digest_of(signer).body
