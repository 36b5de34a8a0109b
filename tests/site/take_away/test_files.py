"""Where the files come from and when they go; the share image stands for all kinds, being made in no time."""

import logging
from datetime import timedelta
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from editorial.editions import end
from editorial.models import Edition, SiteSettings
from editorial.seals import seal_of
from tests.site.acts import put_up
from tests.site.conftest import REVIEWED
from tests.site.seed import seed_content
from tests.site.seen import soup, words_of
from tests.site.take_away.showings import marked_content, text_of
from trials.models import TrialPage
from trials.models.take_away import TakeAway
from trials.site.review import showing_of
from trials.take_away import files, one_at_a_time, printing, tools
from trials.take_away.files import file_for
from trials.take_away.making import make_for
from trials.take_away.tools import CannotMake

PAGE = "/en/trials/nct06279026/"
SHARE, PICTURE, PDF = f"{PAGE}share.png", f"{PAGE}picture.png", f"{PAGE}take-away.pdf"
FORGED = b"forged"


def share_row() -> TakeAway:
    return TakeAway.objects.get(kind="share", lang="en")


def change(**columns: object) -> None:
    TakeAway.objects.filter(pk=share_row().pk).update(**columns)


def withdraw(edition: Edition) -> None:
    end(edition, Edition.End.WITHDRAWN, now=timezone.now())
    TrialPage.on_end(edition)


def test_file_is_made_once_and_kept(client, publish):
    publish(seed_content())

    first, second = client.get(SHARE), client.get(SHARE)

    assert (first.status_code, first["Content-Type"]) == (200, "image/png")
    assert second.content == first.content == bytes(share_row().body)
    assert TakeAway.objects.count() == 1


def test_file_held_already_is_not_sent_again(client, publish):
    publish(seed_content())
    held = client.get(SHARE)["ETag"]

    again = client.get(SHARE, headers={"If-None-Match": held})

    assert (again.status_code, again.content) == (304, b"")


def test_file_is_made_again_when_the_site_is_called_otherwise(client, publish):
    publish(seed_content())
    before = client.get(SHARE)

    SiteSettings.objects.update(site_name_en="Another Name")
    after = client.get(SHARE, headers={"If-None-Match": before["ETag"]})

    assert after.status_code == 200
    assert (after.content == before.content, TakeAway.objects.count()) == (False, 1)


@pytest.mark.thorough
def test_pdf_carries_an_urgent_notice_at_the_next_download(client, publish, signer):
    edition = publish(seed_content())
    before = text_of(client.get(PDF).content, "-l", "1")

    put_up(edition, by=signer)
    after = text_of(client.get(PDF).content, "-l", "1")

    said = "Paused:thehospitalsaysthatnonewpeoplearetakeninatthemoment."
    assert [text.count(said) for text in (before, after)] == [0, 1]
    assert after.count("Readtheurgentnoticefirst.") == 1


@pytest.mark.parametrize("kind", ["pdf", "picture"])
def test_order_changes_with_a_lapsed_review_and_with_a_status_nobody_confirmed(publish, kind, home):
    edition = publish(seed_content(), review_due=REVIEWED.date() + timedelta(days=60))
    site = SiteSettings.objects.get()
    days = [REVIEWED.date() + timedelta(days=late) for late in (1, 2, 75, 155)]

    orders = [files.ORDERS[kind](showing_of(edition, lang="en", site=site, today=day)) for day in days]

    assert orders[0] == orders[1]
    assert len({order.tries for order in orders}) == 3


@pytest.mark.parametrize(
    "forgery",
    [{"body": FORGED}, {"seal": "0" * 64}, {"made_at": REVIEWED}],
    ids=["body", "seal", "day"],
)
def test_forged_file_is_never_served_but_made_again(client, publish, caplog, forgery):
    publish(seed_content())
    genuine = client.get(SHARE).content
    change(**forgery)

    with caplog.at_level(logging.CRITICAL, "trials.site.tampered"):
        answer = client.get(SHARE)

    assert answer.content == genuine
    assert [record.levelname for record in caplog.records] == ["CRITICAL"]
    assert files.is_genuine(share_row())


@pytest.mark.parametrize("guarded", [True, False])
def test_without_the_guard_a_forged_body_is_served(client, publish, monkeypatch, guarded):
    publish(seed_content())
    client.get(SHARE)
    change(body=FORGED)
    if not guarded:
        monkeypatch.setattr(files, "is_sealed", lambda row: True)

    served = client.get(SHARE).content == FORGED

    assert served is not guarded


def test_file_of_another_edition_is_never_served(client, publish):
    publish(seed_content())
    client.get(SHARE)
    stolen = share_row()
    second = publish(seed_content(headline=seed_content().summary))

    TakeAway.objects.create(
        edition=second,
        kind="share",
        lang="en",
        made_from=stolen.made_from,
        made_at=stolen.made_at,
        body=stolen.body,
        seal=stolen.seal,
    )
    answer = client.get(SHARE)

    assert (answer.status_code, answer.content == bytes(stolen.body)) == (200, False)


def test_file_made_from_older_words_is_never_served(client, publish):
    publish(seed_content())
    client.get(SHARE)
    older = share_row()
    older.body, older.made_from = FORGED, "0" * 64
    older.seal = seal_of(older)
    older.save()

    assert client.get(SHARE).content != FORGED


def test_verification_names_a_forged_file(client, publish):
    edition = publish(seed_content())
    client.get(SHARE)
    sound = list(files.problems())

    change(body=FORGED)

    assert sound == []
    assert list(TrialPage.live_row_problems([edition])) == [
        f"take-away: {edition} share en is not what was sealed"
    ]


@pytest.mark.parametrize("address", [SHARE, PICTURE, PDF])
def test_withdrawn_page_has_no_file_and_keeps_none(client, publish, address):
    edition = publish(seed_content())
    client.get(SHARE)

    withdraw(edition)

    assert client.get(address).status_code == 410
    assert TakeAway.objects.count() == 0


def test_next_edition_leaves_no_file_of_the_former(client, publish):
    publish(seed_content())
    client.get(SHARE)

    publish(seed_content(headline=seed_content().summary))

    assert TakeAway.objects.count() == 0


def test_file_finished_after_a_withdrawal_is_not_kept(publish):
    edition = publish(seed_content())
    site = SiteSettings.objects.get()
    showing = showing_of(edition, lang="en", site=site, today=REVIEWED.date())
    withdraw(Edition.objects.get())

    with pytest.raises(files.EditionEnded):
        file_for(showing, "share")

    assert TakeAway.objects.count() == 0


@pytest.mark.parametrize("name", ["take-away.pdf", "picture.png", "share.png"])
def test_withheld_language_has_no_file_and_leads_to_the_other(client, publish, name):
    publish(seed_content().withhold_chinese())

    answer = client.get(f"/zh-hans/trials/nct06279026/{name}")

    page = soup(answer.content)
    assert answer.status_code == 404
    assert [link["href"] for link in page.select("main .way[hreflang=en]")] == [PAGE]
    assert TakeAway.objects.count() == 0


@pytest.mark.parametrize("address", [PICTURE, PDF])
def test_without_pango_the_reader_is_told_and_offered_print(client, publish, monkeypatch, address):
    publish(seed_content())
    tools.has_pango.cache_clear()
    monkeypatch.setattr(tools, "PANGO", {"no-such-library": "libno-such-library.so.0"})

    try:
        answer, trial = client.get(address), client.get(PAGE)
    finally:
        tools.has_pango.cache_clear()

    said = "This site cannot make files at the moment: the program library Pango is missing."
    page = soup(answer.content)
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert words_of(page.select_one("main h1 + p")) == said
    assert page.select_one("main .way")["href"] == f"{PAGE}print/"
    assert words_of(soup(trial.content).select_one("#take-away")).count(said) == 1
    assert soup(trial.content).select("#take-away a[href$=pdf]") == []


def test_trial_page_links_to_its_files(client, publish):
    publish(seed_content())

    links = soup(client.get(PAGE).content).select("#take-away a")

    assert [link["href"] for link in links] == [PDF, PICTURE, f"{PAGE}print/"]


def test_address_in_capitals_leads_to_the_file(client, publish):
    publish(seed_content())

    answer = client.get("/en/trials/NCT06279026/share.png")

    assert (answer.status_code, answer["Location"]) == (301, SHARE)


def test_nobody_waits_for_a_file_without_end(publish, monkeypatch):
    monkeypatch.setattr(one_at_a_time, "SECONDS", 0)

    with one_at_a_time.one_at_a_time(), pytest.raises(CannotMake), one_at_a_time.one_at_a_time():
        pass


@pytest.fixture
def nothing_remembered():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def stopped_press(tmp_path, monkeypatch, nothing_remembered):
    """Return the file in which a press that only fails counts how often it was started."""
    starts = tmp_path / "starts"
    press = tmp_path / "press.py"
    press.write_text(f"open({str(starts)!r}, 'a').write('x')\nraise SystemExit(1)\n")
    monkeypatch.setattr(printing, "PRESS", press)
    return starts


def test_reader_of_another_file_is_not_held_by_a_busy_press(client, publish, settings):
    settings.TAKE_AWAY_TURN_SECONDS = 0
    publish(seed_content())

    with one_at_a_time.one_at_a_time():
        share, pdf = client.get(SHARE), client.get(PDF)

    page = soup(pdf.content)
    assert (share.status_code, pdf.status_code, pdf["Retry-After"]) == (200, 503, "10")
    assert words_of(page.select_one("main h1 + p")) == (
        "This file is being made. Please try again in some seconds."
    )
    assert [link["href"] for link in page.select("main .way")][:2] == [PDF, f"{PAGE}print/"]


def test_press_that_failed_is_not_started_again_by_the_next_reader(client, publish, stopped_press):
    publish(seed_content())

    answers = [client.get(PDF).status_code for _ in range(3)]

    assert answers == [503, 503, 503]
    assert stopped_press.read_text() == "x"


@pytest.mark.thorough
def test_command_makes_every_file_once(publish):
    edition = publish(marked_content("i1").withhold_chinese())
    said = [StringIO(), StringIO()]

    for out in said:
        call_command("make_take_aways", stdout=out)

    lines = [line.rpartition(" ")[0].rpartition(" ")[0] for line in said[0].getvalue().splitlines()]
    assert lines == [f"{edition} {kind} en" for kind in ("pdf", "picture", "share")]
    assert said[1].getvalue() == said[0].getvalue()
    assert list(make_for(edition)) == list(TakeAway.objects.order_by("pk"))


def test_publication_starts_after_the_commit_and_only_where_the_site_asks(
    publish, settings, django_capture_on_commit_callbacks
):
    counts = []
    for asked in (False, True):
        settings.TAKE_AWAYS_AT_PUBLICATION = asked
        with django_capture_on_commit_callbacks() as callbacks, transaction.atomic():
            publish(seed_content(headline=seed_content().summary) if asked else seed_content())
        counts.append(len(callbacks))

    assert counts == [0, 1]
