"""The page when its stylesheet does not come: the same words in the same order, nothing blown up."""

import pytest
from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

OUTLINE = """
return [...document.querySelectorAll('h1, h2, h3')]
  .filter(heading => heading.getClientRects().length)
  .map(heading => heading.textContent.trim().replace(/\\s+/g, ' '));
"""
# Nothing that is only there for the eye is larger than a line of text.
LARGE_PICTURES = """
return [...document.querySelectorAll('svg, img')]
  .map(picture => picture.getBoundingClientRect())
  .filter(box => box.width > 48 || box.height > 48)
  .map(box => [box.width, box.height]);
"""
# Out of sight until it has the focus, wherever there is style.
IS_STYLED = "return getComputedStyle(document.querySelector('a.skip')).position !== 'static'"
PAGES = ("trials/nct06279026/", "trials/", "")


@pytest.fixture
def unstyled(phone: Chrome):
    phone.execute_cdp_cmd("Network.enable", {})
    phone.execute_cdp_cmd("Network.clearBrowserCache", {})
    phone.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*.css"]})
    yield phone
    phone.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})


@pytest.mark.parametrize("lang", ["zh-hans", "en"])
@pytest.mark.parametrize("path", PAGES, ids=["trial", "finder", "home"])
def test_page_without_its_style_keeps_words_and_size(path, lang, unstyled, demo_site):
    unstyled.get(f"{demo_site}/{lang}/{path}")
    plain = unstyled.execute_script(OUTLINE)
    large = unstyled.execute_script(LARGE_PICTURES)
    was_styled = unstyled.execute_script(IS_STYLED)

    unstyled.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
    unstyled.get(f"{demo_site}/{lang}/{path}")
    styled = unstyled.execute_script(OUTLINE)

    assert (plain, large) == (styled, [])
    assert (was_styled, unstyled.execute_script(IS_STYLED)) == (False, True)
