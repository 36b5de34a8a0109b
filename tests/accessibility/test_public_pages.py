"""The demonstration, page by page, in both languages and every look."""

import pytest

from tests.accessibility.pages import IN_DEMO, Surface
from tests.accessibility.visit import visit, written

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
@pytest.mark.parametrize("surface", IN_DEMO, ids=str)
def test_page_has_nothing_that_keeps_a_reader_out(surface: Surface, lang: str, browser, demo_site):
    complaints = visit(browser, demo_site, surface, lang)

    assert complaints == {}, written(complaints)
