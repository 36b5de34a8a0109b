"""Fetching from a real server on the loopback device, with a clock that passes only while one sleeps."""

import pytest

from tests.registry.records import minimal_study
from tests.registry.registry_server import running_registry
from trials.registry.fetch import FetchRefused, fetch_study
from trials.registry.pace import LONGEST_WAIT, Pace

STUDY = minimal_study("NCT00000001")
OK = (200, {}, STUDY)
BUSY = (429, {}, b"slow down")


class Clock:
    """Time that passes while someone sleeps, and by `passes` each time someone looks."""

    def __init__(self) -> None:
        self.now = 100.0
        self.passes = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        self.now += self.passes
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def registry(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with running_registry() as server:
        yield server


@pytest.fixture
def fetch(registry, clock):
    pace = Pace(clock, clock.sleep)
    return lambda trial_id="NCT00000001", **asked: fetch_study(
        trial_id, **{"base_url": registry.url, "timeout": 5, "pace": pace, **asked}
    )


def test_study_is_fetched_by_its_id(fetch, registry):
    registry.says("NCT00000001", OK)

    assert fetch(" nct00000001 ") == STUDY
    assert registry.asked == ["/api/v2/studies/NCT00000001?format=json"]


def test_alias_id_gives_the_study_it_stands_for(fetch, registry):
    registry.says("NCT00000009", (301, {"Location": "/api/v2/studies/NCT00000001"}, b""))
    registry.says("NCT00000001", OK)

    assert fetch("NCT00000009") == STUDY


def test_redirect_to_another_host_is_not_followed(fetch, registry):
    elsewhere = f"http://localhost:{registry.server_port}/api/v2/studies/NCT00000001"
    registry.says("NCT00000001", (301, {"Location": elsewhere}, b""))

    with pytest.raises(FetchRefused, match="sent us to another site"):
        fetch()

    assert len(registry.asked) == 1


def test_redirect_to_a_file_is_not_followed(fetch, registry):
    registry.says("NCT00000001", (302, {"Location": "file:///etc/passwd"}, b""))

    with pytest.raises(FetchRefused, match="answered with the error 302"):
        fetch()

    assert len(registry.asked) == 1


def test_redirect_in_a_circle_ends(fetch, registry):
    registry.says("NCT00000001", (301, {"Location": "/api/v2/studies/NCT00000001"}, b""))

    with pytest.raises(FetchRefused, match="answered with the error 301"):
        fetch()


def test_unknown_id_is_refused(fetch, registry):
    registry.says("NCT00000001", (404, {}, b"not found"))

    with pytest.raises(FetchRefused) as refused:
        fetch()

    assert str(refused.value) == "NCT00000001: the registry has no trial with this id"


@pytest.mark.parametrize(
    "trial_id", ["", "NCT1", "NCT00000001/../x", "NCT00000001?a=b", "NCT0000000１", "\x00"]
)
def test_bad_id_is_refused_before_the_registry_is_asked(fetch, registry, trial_id):
    with pytest.raises(FetchRefused, match="a trial id is NCT and eight digits"):
        fetch(trial_id)

    assert registry.asked == []


@pytest.mark.parametrize("base_url", ["file:///etc", "ftp://example.org", "", "example.org/api"])
def test_address_that_is_not_of_the_web_is_refused(fetch, base_url):
    with pytest.raises(FetchRefused, match="must begin with https://"):
        fetch(base_url=base_url)


def test_registry_is_asked_once_a_second_at_most(fetch, registry, clock):
    registry.says("NCT00000001", OK)

    for _ in range(3):
        fetch()

    assert clock.slept == [1.0, 1.0]


def test_registry_that_is_busy_is_asked_again_when_it_says(fetch, registry, clock):
    registry.says("NCT00000001", (429, {"Retry-After": "7"}, b""), (503, {"Retry-After": "9999"}, b""), OK)

    assert fetch() == STUDY
    assert clock.slept == [7.0, LONGEST_WAIT]


def test_registry_that_is_busy_and_does_not_say_when_is_asked_ever_later(fetch, registry, clock):
    registry.says("NCT00000001", BUSY, (429, {"Retry-After": "soon"}, b""), BUSY, OK)

    assert fetch() == STUDY
    assert clock.slept == [2.0, 4.0, 8.0]


def test_date_to_come_back_at_that_has_passed_is_now(fetch, registry, clock):
    registry.says("NCT00000001", (429, {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, b""), OK)

    assert fetch() == STUDY
    assert clock.slept == []


def test_registry_that_stays_busy_is_left_alone(fetch, registry):
    registry.says("NCT00000001", BUSY)

    with pytest.raises(FetchRefused, match="the registry is busy; try again in some minutes"):
        fetch()

    assert len(registry.asked) == 4


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((500, {}, b""), "the registry answered with the error 500"),
        ((200, {}, b"<html>"), "this is not JSON: Expecting value (line 1, column 1)"),
        ((200, {}, b"\xff"), "this is not UTF-8 text (byte 1)"),
        ((200, {}, {"studies": []}), "the registry's answer is not a study record"),
        ((200, {}, [STUDY]), "the registry's answer is not a study record"),
        ((200, {}, b" " * 2_000_001), "this is larger than 2 MB"),
    ],
)
def test_answer_that_is_no_study_is_refused(fetch, registry, answer, why):
    registry.says("NCT00000001", answer)

    with pytest.raises(FetchRefused) as refused:
        fetch(most=2_000_000)

    assert refused.value.why == why


def test_answer_that_is_cut_short_is_refused(fetch, registry):
    registry.says("NCT00000001", (200, {"Content-Length": "9999"}, b'{"protocolSection": {'))

    with pytest.raises(FetchRefused, match="this is not JSON"):
        fetch()


def test_answer_that_takes_too_long_is_refused(fetch, registry, clock):
    registry.says("NCT00000001", OK)
    clock.passes = 51.0

    with pytest.raises(FetchRefused, match="answers too slowly"):
        fetch(timeout=5)


def test_registry_that_cannot_be_reached_is_told(fetch, registry):
    registry.shutdown()
    registry.server_close()

    with pytest.raises(FetchRefused, match=r"NCT00000001: the registry cannot be reached \(.*refused\)"):
        fetch()
