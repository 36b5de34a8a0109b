"""Every string of the seed page stands on our page of the same language."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.site.seed import SEED, seed_content
from tests.site.seen import article, words_of

# Names for machines, and a date that stands in the review statement.
NOT_SHOWN = {"_note", "lang", "key", "last_reviewed"}


def strings(plain: Any) -> Iterator[str]:
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key not in NOT_SHOWN:
                yield from strings(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from strings(value)
    elif isinstance(plain, str):
        yield plain


def shown(text: str) -> str:
    """The seed's typed power as it is set."""
    return text.replace("10^9", "10⁹")


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_every_seed_string_is_seen(lang):
    page = words_of(article(seed_content(), lang))

    missing = [text for text in strings(SEED[lang]) if shown(text) not in page]

    assert missing == []


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_seed_has_as_many_strings_as_are_looked_for(lang):
    assert len(list(strings(SEED[lang]))) == 83
