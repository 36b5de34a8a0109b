import pytest

from tests.site.seed import seed_content, seed_facts
from tests.site.seen import article, words_of


def status_of(**facts):
    return article(seed_content(facts=seed_facts(**facts))).select_one(".status")


@pytest.mark.parametrize(
    ("code", "updated", "look"),
    [
        ("RECRUITING", "2026-04-01", "status--open"),
        ("RECRUITING", "2024-02-26", "status--unknown"),
        ("SUSPENDED", "2026-04-01", "status--paused"),
        ("TERMINATED", "2026-04-01", "status--stopped"),
    ],
)
def test_status_looks_as_sure_as_it_is(code, updated, look):
    assert status_of(status=code, status_date=updated)["class"] == ["status", look]


def test_status_is_told_by_its_words_and_not_by_colour_or_icon_alone():
    status = status_of(status_date="2026-04-01")

    assert words_of(status) == "Recruiting, says the registry (updated 1 Apr 2026)."
    assert status.svg["aria-hidden"] == "true"
