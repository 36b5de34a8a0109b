"""No public page, template or screen of ours escapes the accessibility tests unnoticed."""

from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from tests.accessibility.pages import IN_DEMO, MADE_HERE, NO_PAGE
from tests.accessibility.screens import SCREENS
from trials.site import root_urls, urls

TEMPLATES = settings.BASE_DIR / "templates"
SURFACES = (*IN_DEMO, *MADE_HERE)
# What stands around every screen of the admin: it is looked at with each of them.
FRAMES = {
    "wagtailadmin/admin_base.html",
    "wagtailadmin/home.html",
    "wagtailadmin/shared/side_panels/includes/status/workflow.html",
}


def test_every_url_pattern_is_a_surface_or_answers_with_no_page():
    patterns = {pattern.name for pattern in (*urls.urlpatterns, *root_urls.urlpatterns)}

    assert patterns == {surface.pattern for surface in SURFACES} | set(NO_PAGE)


def test_every_public_template_is_looked_at_in_both_languages():
    public = {
        str(path.relative_to(TEMPLATES))
        for folder in ("pages", "errors")
        for path in (TEMPLATES / folder).iterdir()
    }

    assert public == {surface.template for surface in SURFACES}


def test_every_admin_screen_of_ours_is_looked_at():
    ours = {
        str(path.relative_to(TEMPLATES))
        for path in TEMPLATES.rglob("*.html")
        if '{% extends "wagtailadmin/' in path.read_text(encoding="utf-8")
    }

    assert ours - FRAMES == {screen.template for screen in SCREENS if screen.template}


@pytest.mark.browser
def test_address_without_a_page_gives_nothing_to_read(demo_site):
    answers = {name: gives_a_page(urlsplit(demo_site).netloc, path) for name, path in NO_PAGE.items()}

    assert answers == dict.fromkeys(NO_PAGE, False)


def gives_a_page(host: str, path: str) -> bool:
    connection = HTTPConnection(host, timeout=20)
    connection.request("GET", path)
    response = connection.getresponse()
    connection.close()
    is_html = response.getheader("Content-Type", "").startswith("text/html")
    return is_html and not response.getheader("Location")
