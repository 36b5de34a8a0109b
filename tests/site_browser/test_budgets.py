"""What a page may cost somebody with little money on the card: bytes and requests, in a cold browser."""

from urllib.parse import urlsplit

import pytest

from tests.heavy_page import serving_heavy_page
from tests.site_browser.traffic import cold_visit, layout_shifts

pytestmark = pytest.mark.browser

TRIAL, FINDER = "trials/nct06279026/", "trials/"
SEARCH = "trials/?q=%E8%8B%8F%E5%B7%9E+%E9%AA%A8%E9%AB%93%E7%98%A4"
MOST_REQUESTS = 3
# Bytes as they come: the head of each answer and its body, compressed.
MOST_BYTES = {TRIAL: 30_000, FINDER: 25_000, SEARCH: 25_000}
MOST_CSS = 12_000
# A page that moves: 100 px of something new above what is there.
MOVING = (
    "data:text/html,<body><p>One<p>Two<script>setTimeout(() => document.body.prepend("
    "Object.assign(document.createElement('div'), {style: 'height: 100px'})), 100)</script>"
)
both_languages = pytest.mark.parametrize("lang", ["zh-hans", "en"])
every_page = pytest.mark.parametrize("path", MOST_BYTES, ids=["trial", "finder", "search"])


@both_languages
@every_page
def test_page_costs_no_more_than_its_budget(path, lang, phone, demo_site):
    visit = cold_visit(phone, f"{demo_site}/{lang}/{path}")

    assert len(visit.bytes_by_url) <= MOST_REQUESTS, visit
    assert visit.total_bytes <= MOST_BYTES[path], visit
    assert sum(visit.of_type("text/css")) <= MOST_CSS, visit


@both_languages
@every_page
def test_page_has_nothing_but_its_own_words_and_style(path, lang, phone, demo_site):
    visit = cold_visit(phone, f"{demo_site}/{lang}/{path}")

    assert sorted(set(visit.mime_types.values())) == ["image/svg+xml", "text/css", "text/html"]
    assert {urlsplit(url).netloc for url in visit.bytes_by_url} == {urlsplit(demo_site).netloc}
    assert visit.cookies == []
    assert visit.complaints == []


@both_languages
@every_page
def test_page_does_not_move_while_it_comes(path, lang, phone, demo_site):
    phone.get(f"{demo_site}/{lang}/{path}")

    assert layout_shifts(phone) == []


def test_page_of_ordinary_weight_is_over_every_budget(phone):
    with serving_heavy_page() as heavy:
        visit = cold_visit(phone, heavy)

    assert len(visit.bytes_by_url) > MOST_REQUESTS
    assert visit.total_bytes > max(MOST_BYTES.values())
    assert sum(visit.of_type("text/css")) > MOST_CSS


def test_page_that_moves_is_noticed(phone):
    phone.get(MOVING)

    assert len(layout_shifts(phone, after=500)) == 1
