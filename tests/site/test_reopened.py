"""An edition that was withdrawn and put in force again behind the application's back stands in no list."""

from datetime import timedelta

import pytest
from django.db import connection
from wagtail.log_actions import log

from editorial import triggers
from editorial.content import Words
from editorial.editions import end, withdrawn_numbers
from editorial.models import Edition
from tests.site.conftest import REVIEWED
from tests.site.seed import seed_content
from tests.site.seen import soup, words_of
from trials.content import Condition, Explanation
from trials.finding.choices import counted
from trials.listing import end_listing, publish_listing
from trials.models import PublishedTrial
from trials.site.glossary_pages import letters

SECRET = "Nosuchoma"
STANDING = "Othersoma"


def trial(number, disease):
    trial_id = f"NCT0000000{number}"
    named = Words(f"{disease} of the bone", f"{disease}骨病")
    return seed_content(
        path=f"trials/{trial_id.lower()}/",
        trial_id=trial_id,
        headline=named,
        conditions=(Condition(named),),
        explanations=(Explanation(disease.lower(), named, Words("A disease.", "一种疾病。")),),
    )


@pytest.fixture
def reopened(publish):
    letters.cache_clear()
    publish(trial(1, STANDING))
    edition = publish(trial(2, SECRET))
    end(edition, Edition.End.WITHDRAWN, now=REVIEWED + timedelta(days=1), because=Words("A doubt.", ""))
    end_listing(edition)
    log(instance=edition.page, action="editorial.withdraw", data={"edition": edition.number})
    triggers.drop(connection)
    wiped = dict.fromkeys(Edition.END, "") | {"ended_at": None}
    Edition.objects.filter(pk=edition.pk).update(**wiped)
    edition.refresh_from_db()
    publish_listing(edition)
    return edition


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
@pytest.mark.parametrize("address", ["trials/", "feed.xml", "words/"])
def test_reopened_edition_is_in_no_list_and_the_others_stay(client, reopened, lang, address):
    told = client.get(f"/{lang}/{address}").content.decode()

    assert (SECRET in told, STANDING in told) == (False, True)


def test_reopened_edition_has_no_card_and_raises_the_alarm(client, reopened, caplog):
    cards = soup(client.get("/en/trials/").content).select(".card")

    assert [words_of(card.h2 or card.h3) for card in cards] == [f"{STANDING} of the bone"]
    assert "CRITICAL" in {record.levelname for record in caplog.records if "withdrawn" in record.message}


def test_reopened_edition_offers_no_choice(reopened):
    offered = [words.en for part, words in counted().offered if part == "conditions"]

    assert offered == [f"{STANDING} of the bone"]


def test_log_holding_anything_at_all_breaks_no_list(client, reopened):
    for data in ({"edition": [1]}, {"edition": None}, {}):
        log(instance=reopened.page, action="editorial.withdraw", data=data)

    assert client.get("/en/trials/").status_code == 200


def test_withdrawals_of_many_pages_are_one_query(reopened, django_assert_num_queries):
    pages = set(PublishedTrial.objects.values_list("page_id", flat=True))

    with django_assert_num_queries(1):
        found = withdrawn_numbers(pages)

    assert found == {reopened.page_id: [1]}
