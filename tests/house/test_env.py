from collections.abc import Callable
from typing import Any

import pytest

from config import env
from config.env import BadEnvironment

KEY = "k" * env.KEY_LENGTH
OTHER_KEY = "o" * env.KEY_LENGTH


@pytest.fixture
def value(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda words: monkeypatch.setenv("VALUE", words)


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VALUE", raising=False)


READERS: dict[str, Callable[..., Any]] = {
    "text": env.text,
    "flag": env.flag,
    "whole number": lambda name: env.whole_number(name, least=1, most=9),
    "list": env.word_list,
    "url": lambda name: env.url(name, schemes={"https"}),
    "origin": lambda name: env.origin(name, schemes={"https"}),
    "timezone": env.timezone,
    "keys": env.secret_keys,
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
@pytest.mark.parametrize("blank", [None, "", "  "])
def test_reader_without_a_value_names_the_variable(reader, blank, value):
    if blank is not None:
        value(blank)

    with pytest.raises(BadEnvironment, match=r"The environment variable VALUE .*: expected .+\."):
        reader("VALUE")


BAD = [
    (env.flag, "perhaps", "true or false"),
    (READERS["whole number"], "0", "a whole number from 1 to 9"),
    (READERS["whole number"], "10", "a whole number from 1 to 9"),
    (READERS["whole number"], "3.5", "a whole number from 1 to 9"),
    (READERS["whole number"], "٣", "a whole number from 1 to 9"),
    (env.word_list, " , ,", "words with commas between"),
    (READERS["url"], "http://example.org", "a URL such as https://host"),
    (READERS["url"], "https://", "a URL such as https://host"),
    (READERS["url"], "https://example.org:port", "a URL such as https://host"),
    (READERS["url"], "https://example.org/?a=b", "a URL such as https://host"),
    (READERS["origin"], "https://example.org/trials", "a URL without a path"),
    (env.timezone, "Asia/Suzhou", "a time zone such as Asia/Shanghai"),
    (env.timezone, "../etc", "a time zone such as Asia/Shanghai"),
]


@pytest.mark.parametrize(("reader", "words", "expected"), BAD, ids=[words for _, words, _ in BAD])
def test_bad_value_is_refused_with_what_is_expected(reader, words, expected, value):
    value(words)

    with pytest.raises(BadEnvironment) as refusal:
        reader("VALUE")

    assert str(refusal.value) == f"The environment variable VALUE has a bad value: expected {expected}."


GOOD = [
    (env.text, " Suzhou ", "Suzhou"),
    (env.flag, "Yes", True),
    (env.flag, "off", False),
    (READERS["whole number"], "9", 9),
    (env.word_list, "a.org, b.org,", ["a.org", "b.org"]),
    (READERS["url"], "https://example.org/api/v2/", "https://example.org/api/v2"),
    (READERS["origin"], "https://example.org/", "https://example.org"),
    (env.timezone, "Europe/Vienna", "Europe/Vienna"),
    (env.secret_keys, f"{KEY}, {OTHER_KEY}", [KEY, OTHER_KEY]),
]


@pytest.mark.parametrize(("reader", "words", "read"), GOOD, ids=[words[:20] for _, words, _ in GOOD])
def test_good_value_is_read(reader, words, read, value):
    value(words)

    assert reader("VALUE") == read


def test_default_is_taken_for_a_missing_value():
    assert env.whole_number("VALUE", 180, least=1, most=3650) == 180
    assert env.flag("VALUE", False) is False
    assert env.word_list("VALUE", "") == []


@pytest.mark.parametrize("keys", ["short", f"{KEY},short", f"{KEY},{KEY}", f"{OTHER_KEY},{KEY}"])
def test_secret_keys_refuses_short_repeated_and_published_keys(keys, value):
    value(keys)

    with pytest.raises(BadEnvironment, match="keys of 32 characters or more"):
        env.secret_keys("VALUE", refused={OTHER_KEY})


def test_refusal_does_not_repeat_a_secret(value):
    value("a-password-too-short")

    with pytest.raises(BadEnvironment) as refusal:
        env.secret_keys("VALUE")

    assert "a-password" not in str(refusal.value)


def test_require_names_every_missing_variable(monkeypatch):
    monkeypatch.setenv("SECOND", "here")
    for name in ("FIRST", "THIRD"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(env.ImproperlyConfigured, match=r"missing: FIRST, THIRD\."):
        env.require("FIRST", "SECOND", "THIRD")
