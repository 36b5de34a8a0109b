"""How every public address answers, whatever it says: cookies, caches, HEAD, 304, redirects."""

from dataclasses import replace

import pytest

from config.security import PUBLIC
from editorial.content import Words
from tests.editorial.doors.surfaces import SURFACES, TRIAL
from tests.site.publishing import prose_content
from tests.site.seed import seed_content
from trials.labels import WhoCanTell

OF_THE_SITE_ONLY = ("^media/(?P<path>.+)$",)
# Made by the minute, or holding what a reader typed: no mark would ever be asked for again.
WITHOUT_A_MARK = frozenset({"verify", "verify_in_language", "trial_report"})
PROBES = frozenset({"healthz", "readyz"})
# Files take seconds to make; tests/take_away holds them to the same.
SLOW = frozenset({"trial_pdf", "trial_picture"})


def addresses(names=SURFACES):
    """Name of the pattern and address of every surface but the admin's media, in both languages."""
    for name in names:
        for path in SURFACES[name] if name not in (*OF_THE_SITE_ONLY, *SLOW) else ():
            for lang in ("en", "zh-hans") if "{lang}" in path else ("",):
                yield name, path.format(lang=lang)


@pytest.fixture
def site(client, publish):
    publish(prose_content("", Words("Home", "首页"), Words("Text.", "文字。")))
    first, *others = seed_content().criteria
    # So that there is a self-check to ask for.
    criteria = (replace(first, who_can_tell=WhoCanTell.YOU), *others)
    publish(seed_content(schema=4, path=f"trials/{TRIAL}/", trial_id=TRIAL.upper(), criteria=criteria))
    return client


def test_every_surface_of_the_trial_is_there(site):
    answers = {address: site.get(address).status_code for address in BELOW}

    assert answers == dict.fromkeys(BELOW, 200)


def test_no_public_address_sets_a_cookie_or_loosens_the_policy(site):
    for _name, address in addresses():
        answer = site.get(address)

        assert (address, answer.cookies, answer["Content-Security-Policy"]) == (address, {}, PUBLIC)


def test_nobody_keeps_a_public_answer_unasked(site):
    kept = {address: site.get(address)["Cache-Control"] for _name, address in addresses()}

    unasked = {
        address: said for address, said in kept.items() if "max-age=0" not in said and "no-store" not in said
    }
    assert unasked == {}


def test_head_answers_as_get_does_and_sends_nothing(site):
    for _name, address in addresses():
        get, head = site.get(address), site.head(address)

        told = [(answer.status_code, answer.get("ETag"), answer["Content-Type"]) for answer in (get, head)]
        assert (address, told[0], head.content) == (address, told[1], b"")


def test_what_has_a_mark_is_not_sent_again(site):
    for name, address in addresses():
        held = site.get(address)
        if held.status_code != 200 or name in WITHOUT_A_MARK | PROBES:
            continue

        again = site.get(address, headers={"If-None-Match": held["ETag"]})

        assert (address, again.status_code, again.content) == (address, 304, b"")


def test_public_addresses_take_nothing(site):
    taken = {address for name, address in addresses() if site.post(address).status_code != 405}

    assert taken == {address for _name, address in addresses(["trial_report"])}


BELOW = [address for _name, address in addresses() if f"/{TRIAL}/" in address and "%E3" not in address]


@pytest.mark.parametrize("address", BELOW)
def test_upper_case_leads_to_the_address(site, address):
    answer = site.get(address.replace(TRIAL, TRIAL.upper()))

    assert (answer.status_code, answer["Location"]) == (301, address)


@pytest.mark.parametrize("hanging", ["。", "）", ".", "/。", "。/"])
@pytest.mark.parametrize("address", BELOW)
def test_what_a_chat_leaves_hanging_is_taken_off(site, address, hanging):
    answer = site.get(address.rstrip("/") + hanging)

    assert (answer.status_code, answer["Location"]) == (301, address)
