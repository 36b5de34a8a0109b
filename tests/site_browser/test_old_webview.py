"""The stylesheet in the browsers inside chat apps, whose engine is often years behind the telephone."""

from pathlib import Path

import pytest

from tests.site_browser.old_webview import unknown

# Needs what npm installs, as the tests with a browser do.
pytestmark = pytest.mark.browser

STYLESHEETS = sorted(Path(__file__).resolve().parents[2].glob("static/site/*.css"))
# The engine of early 2019. Chat apps brought their own for years after.
OLDEST = 72
# Without these the page is plainer; nothing overlaps, is hidden or gets lost.
OPTIONAL = (
    "@media forced-colors",
    "@media prefers-color-scheme",
    "@media prefers-contrast",
    "@media prefers-reduced-motion",
    ":details-content",
    ":focus-visible",
    ":marker",
    "accent-color",
    "content-visibility",
    "overflow-wrap: anywhere",
    "text-autospace",
    "text-decoration-thickness",
    "text-spacing-trim",
    "text-underline-offset",
    "text-wrap",
)
PLANTED = {
    "a { margin-block: 1em }": ["line 1: margin-block (87)"],
    "a { inset: 0 }": ["line 1: inset (87)"],
    "a { aspect-ratio: 1 }": ["line 1: aspect-ratio (88)"],
    "a { display: flex; gap: 1rem }": ["line 1: flex gap (84)"],
    ".b a { column-gap: 1rem } a { display: flex }": ["line 1: flex column-gap (84)"],
    "@layer x { a { color: red } }": ["line 1: @layer (99)"],
    "a { & b { color: red } }": ["line 1: nesting (112)"],
    "a:is(b, c) { color: red }": ["line 1: :is (88)"],
    "a:not(b, c) { color: red }": ["line 1: :not list (88)"],
    "a:hover, a:focus-visible { color: red }": ["line 1: :focus-visible in a list (86)"],
    "a { width: clamp(1rem, 2vw, 3rem) }": ["line 1: width: clamp (79)"],
    "a { height: 100dvh }": ["line 1: dvh (108)"],
    "a { overflow: clip }": ["line 1: overflow: clip (90)"],
    "a { list-style-type: '' }": ["line 1: list-style-type: string (79)"],
    "a { display: flex; align-content: start }": ["line 1: align-content: start (93)"],
    "a { colour: red }": ["line 1: colour (no version)"],
    "@media (width > 20em) { a { color: red } }": ["line 1: @media range (104)"],
}
HARMLESS = (
    "a { margin-block-start: 1em; padding-inline-end: 1em }",
    "a { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr) }",
    "a { height: 100vh; height: 100dvh }",
    "a { list-style: none; list-style-type: '' }",
    "a:focus-visible { outline: 3px solid }",
    "@supports (inset: 0) { a { inset: 0 } }",
    "a { display: grid; grid-gap: 1rem; -webkit-user-select: all }",
    "a { --any-name: 1lh }",
    "a { display: grid; align-content: start }",
)


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: path.name)
def test_stylesheet_asks_nothing_of_an_old_webview_that_it_cannot_do(path):
    found = unknown(path.read_text(), version=OLDEST, optional=OPTIONAL)

    assert list(map(str, found)) == []


@pytest.mark.parametrize(("css", "found"), PLANTED.items())
def test_planted_rule_is_found(css, found):
    assert list(map(str, unknown(css, version=OLDEST, optional=OPTIONAL))) == found


@pytest.mark.parametrize("css", HARMLESS)
def test_harmless_rule_is_left_alone(css):
    assert unknown(css, version=OLDEST, optional=OPTIONAL) == []
