from types import SimpleNamespace

import pytest

from trials.translating.pins import is_out_of_date, pin


def text(en: str, zh: str, pinned: dict[str, str] | None = None) -> SimpleNamespace:
    return SimpleNamespace(WORDS=("text",), text_en=en, text_zh_hans=zh, translated_from=pinned or {})


def test_new_chinese_is_pinned_to_the_english_of_now():
    holder = text("Adults", "成年人")

    pin(holder)

    assert holder.translated_from == {"text": "Adults"}


def test_changed_english_leaves_the_pin_where_it_was():
    holder = text("Adults only", "成年人")

    pin(holder, former=text("Adults", "成年人", {"text": "Adults"}))

    assert holder.translated_from == {"text": "Adults"}


def test_changed_chinese_is_pinned_anew():
    holder = text("Adults only", "仅成年人")

    pin(holder, former=text("Adults", "成年人", {"text": "Adults"}))

    assert holder.translated_from == {"text": "Adults only"}


def test_chinese_taken_away_forgets_the_pin():
    holder = text("Adults", "")

    pin(holder, former=text("Adults", "成年人", {"text": "Adults"}))

    assert holder.translated_from == {}


@pytest.mark.parametrize(
    ("holder", "stale"),
    [
        (text("Adults", "成年人", {"text": "Adults"}), False),
        (text("Adults only", "成年人", {"text": "Adults"}), True),
        (text("Adults only", "", {"text": "Adults"}), False),
        (text("Adults", "成年人"), False),
    ],
)
def test_chinese_is_out_of_date_when_its_english_is_another(holder, stale):
    assert is_out_of_date(holder, "text") is stale
