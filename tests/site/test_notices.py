"""Urgent notices as readers meet them: fixed sentences, above everything, nothing forged."""

from datetime import timedelta
from itertools import product

import pytest
from django.db import connection
from django.utils import timezone, translation

from editorial import triggers
from editorial.models import UrgentNotice
from tests.site.acts import MOMENT, Kind, Source, lift, put_up
from tests.site.conftest import REVIEWED
from tests.site.seed import seed_content, seed_facts
from tests.site.seen import soup, words_of
from trials.content import Contact
from trials.site.sentences import notice_sentence, short_date_words

TRIAL = "/en/trials/nct06279026/"
CHINESE = "/zh-hans/trials/nct06279026/"
TODAY = timezone.localdate().isoformat()
CALL = "If you are already in this trial, do not stop treatment on your own; call your study doctor."
PAUSED = [
    "Paused: the hospital says that no new people are taken in at the moment.",
    f"Call the hospital before you travel. {CALL}",
    "We put this notice here on 2026-05-18, 14:05 (Beijing time).",
]
ZH_PAUSED = [
    "暂停：医院告知，目前不接收新的参加者。",
    "去医院前请先打电话问清。如果您已经参加了这项试验，请不要自行停止治疗，请给您的研究医生打电话。",
    "本通知发布于2026年5月18日14:05（北京时间）。",
]


@pytest.fixture
def edition(publish):
    return publish(seed_content(facts=seed_facts(status_date=TODAY)))


@pytest.fixture
def notice(edition, lead):
    return put_up(edition, by=lead)


def said(client, address):
    return [words_of(part) for part in soup(client.get(address).content).select("main .urgent p")]


@pytest.mark.parametrize("part", ["", "sites/", "print/"])
@pytest.mark.parametrize(("address", "words"), [(TRIAL, PAUSED), (CHINESE, ZH_PAUSED)])
def test_notice_is_said_on_page_sites_and_sheet_in_both_languages(client, notice, address, words, part):
    assert said(client, address + part) == words


@pytest.mark.parametrize("part", ["", "sites/", "print/"])
def test_notice_stands_above_the_headline_and_has_a_name(client, notice, part):
    main = soup(client.get(TRIAL + part).content).main

    first = main.find(["section", "h1", "p"])
    assert (first.name, first["aria-label"]) == ("section", "Urgent notice")


@pytest.mark.parametrize(("address", "words"), [("/en/trials/", PAUSED), ("/zh-hans/trials/", ZH_PAUSED)])
def test_notice_is_said_on_the_card(client, notice, address, words):
    assert said(client, address) == words


def test_notice_is_said_where_the_chinese_is_withheld(client, publish, lead):
    put_up(publish(seed_content().withhold_chinese()), by=lead)

    assert said(client, CHINESE) == ZH_PAUSED


def test_notice_takes_the_invitation_out_of_the_status(client, notice):
    statuses = [soup(client.get(address).content).select_one(".status") for address in (TRIAL, "/en/trials/")]

    assert {(words_of(status), status["class"][-1]) for status in statuses} == {
        (
            f"Recruiting, says the registry (updated {short_date_words(TODAY)}). "
            "Read the urgent notice first.",
            "status--paused",
        )
    }


def test_wrong_contact_is_said_beside_the_numbers_too(client, publish, lead):
    contact = Contact("c1", "", "CONTACT", "010-0000 0000", "")
    put_up(publish(seed_content(contacts=(contact,))), by=lead, kind=Kind.CONTACT, source=Source.EDITORS)

    page = soup(client.get(TRIAL).content)

    assert words_of(page.select_one("#contacts .notice")) == (
        "These contact details may be wrong. Read the urgent notice at the top of this page."
    )


def test_two_notices_stand_together_oldest_first(client, edition, lead):
    put_up(edition, by=lead, kind=Kind.SAFETY, source=Source.ETHICS)
    put_up(edition, by=lead, kind=Kind.CLOSED, now=MOMENT + timedelta(hours=1))

    page = soup(client.get(TRIAL).content)

    assert [words_of(part).partition(":")[0] for part in page.select(".urgent__said")] == [
        "Safety question",
        "Closed",
    ]
    assert len(page.select("section.urgent")) == 1


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_every_kind_and_source_has_a_sentence_of_its_own(lang):
    with translation.override(lang):
        sentences = {
            notice_sentence(UrgentNotice(kind=kind, source=source, set_at=MOMENT))
            for kind, source in product(Kind, Source)
        }

    assert len(sentences) == len(Kind) * len(Source)


@pytest.mark.parametrize("kind", Kind)
def test_everybody_already_in_the_trial_is_told_what_to_do(kind):
    sentence = notice_sentence(UrgentNotice(kind=kind, source=Source.SPONSOR, set_at=MOMENT))

    assert sentence.count("If you are already in this trial, ") == 1


def test_moment_elsewhere_names_its_zone(settings):
    settings.TIME_ZONE = "UTC"

    sentence = notice_sentence(UrgentNotice(kind=Kind.PAUSED, source=Source.HOSPITAL, set_at=MOMENT))

    assert sentence.endswith("We put this notice here on 2026-05-18, 06:05 (UTC+0000).")


def test_lifted_notice_is_not_shown(client, notice, lead):
    lift(notice, by=lead, now=MOMENT + timedelta(days=1))

    assert said(client, TRIAL) == []


def test_notice_written_without_the_key_is_not_shown(client, edition, lead):
    UrgentNotice(
        page_id=edition.page_id, kind=Kind.CLOSED, source="editors", set_by=lead, set_at=MOMENT
    ).save()

    assert [said(client, address) for address in (TRIAL, "/en/trials/")] == [[], []]
    assert client.get(f"{TRIAL}content.json").json()["notices"] == []


def test_notice_lifted_without_the_key_still_stands(client, notice):
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_urgentnotice SET lifted_at = set_at, lifted_because = 'over'")

    assert said(client, TRIAL) == PAUSED


def test_reader_who_holds_the_page_gets_it_anew_with_the_notice_and_without(client, edition, lead):
    without = client.get(TRIAL)["ETag"]
    notice = put_up(edition, by=lead)
    with_notice = client.get(TRIAL, headers={"If-None-Match": without})
    lift(notice, by=lead, now=MOMENT + timedelta(hours=1))

    lifted = client.get(TRIAL, headers={"If-None-Match": with_notice["ETag"]})

    assert (with_notice.status_code, lifted.status_code, lifted["ETag"]) == (200, 200, without)


def test_notice_of_another_page_is_not_shown(client, publish, notice):
    publish(seed_content(path="trials/nct1/", trial_id="NCT1"), now=REVIEWED + timedelta(days=1))

    assert said(client, "/en/trials/nct1/") == []
