"""Each setting that would open a way round the sign-off stops the start, in a sentence that names it."""

from typing import Any

import pytest
from django.conf import settings as loaded
from django.urls import include, path, re_path
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.views import serve

from editorial.checks import settings_keep_the_gate_shut

REFUSALS = "editorial.refused.RefusalsInWords"
CACHE = "django.middleware.cache.FetchFromCacheMiddleware"


def complaints() -> list[tuple[str | None, str]]:
    return [(error.id, error.msg) for error in settings_keep_the_gate_shut()]


def test_the_settings_as_they_are_keep_it_shut():
    assert complaints() == []


@pytest.mark.parametrize(
    ("name", "value", "wanted", "why"),
    [
        (
            "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT",
            True,
            "False",
            "every save sends a page back to its first step",
        ),
        ("WAGTAIL_WORKFLOW_ENABLED", False, "True", "pages could not be submitted for review"),
        ("WAGTAIL_I18N_ENABLED", True, "False", "Chinese addresses lead to English ones"),
        (
            "WAGTAIL_FINISH_WORKFLOW_ACTION",
            "wagtail.workflows.publish_workflow_state",
            "'editorial.workflow.publish_if_signed'",
            "a finished workflow would publish what nobody signed",
        ),
        ("WAGTAIL_PAGE_MODEL", "other.Page", "'wagtailcore.Page'", "pages pass beside the gate"),
        (
            "MODELTRANSLATION_ENABLE_FALLBACKS",
            True,
            "False",
            "English would stand where Chinese is missing",
        ),
        ("MODELTRANSLATION_AUTO_POPULATE", True, "False", "English would be stored as Chinese"),
        (
            "MODELTRANSLATION_DEFAULT_LANGUAGE",
            "zh-hans",
            "'en'",
            "the columns without a language hold English",
        ),
        ("DATABASE_ROUTERS", ["other.Router"], "[]", "a sign-off over two databases is not one transaction"),
        ("USE_TZ", False, "True", "nobody could say on which day a page was signed"),
    ],
)
def test_a_setting_that_opens_the_gate_is_named(monkeypatch, name, value, wanted, why):
    monkeypatch.setattr(loaded, name, value, raising=False)

    assert complaints() == [("editorial.E001", f"{name} must be {wanted}: otherwise {why}.")]


def test_fallbacks_left_at_the_library_s_own_value_are_named(monkeypatch):
    monkeypatch.delattr(loaded, "MODELTRANSLATION_ENABLE_FALLBACKS")

    assert [number for number, _sentence in complaints()] == ["editorial.E001"]


def test_a_third_language_is_named(monkeypatch):
    monkeypatch.setattr(loaded, "LANGUAGES", [*loaded.LANGUAGES, ("de", "Deutsch")])

    assert complaints() == [
        ("editorial.E001", "LANGUAGES must be ['en', 'zh-hans']: every page is signed in these two.")
    ]


@pytest.mark.parametrize(
    "app",
    [
        "wagtail.api.v2",
        "wagtail.api.v3",
        "wagtail.contrib.redirects",
        "wagtail.contrib.sitemaps",
        "wagtail.contrib.simple_translation",
        "wagtail.locales",
        "wagtail_modeltranslation",
        "django.contrib.flatpages",
        "django.contrib.redirects",
    ],
)
def test_an_application_that_shows_pages_is_named(monkeypatch, app):
    # The list itself, not pytest-django's settings: those would load the application.
    monkeypatch.setattr(loaded, "INSTALLED_APPS", [app, *loaded.INSTALLED_APPS])

    assert complaints() == [
        ("editorial.E002", f"{app} must not be installed: it would show pages, not editions.")
    ]


@pytest.mark.parametrize("keys", [[], [""]])
def test_editions_without_a_key_are_named(monkeypatch, keys):
    monkeypatch.setattr(loaded, "EDITION_KEYS", keys)

    assert complaints() == [
        ("editorial.E003", "EDITION_KEYS must hold a key: without one anybody could seal an edition.")
    ]


def with_database(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
    sqlite = {
        "ENGINE": "django.db.backends.sqlite3",
        "ATOMIC_REQUESTS": True,
        "OPTIONS": {"transaction_mode": "IMMEDIATE"},
    }
    monkeypatch.setitem(loaded.DATABASES, "default", sqlite | changes)


def test_requests_without_a_transaction_are_named(monkeypatch):
    with_database(monkeypatch, ATOMIC_REQUESTS=False)

    assert complaints() == [
        (
            "editorial.E004",
            "ATOMIC_REQUESTS must be True: otherwise a refused request leaves half of its work.",
        )
    ]


def test_deferred_transactions_of_sqlite_are_named(monkeypatch):
    with_database(monkeypatch, OPTIONS={"transaction_mode": "DEFERRED"})

    assert complaints() == [
        (
            "editorial.E005",
            "SQLite's transaction_mode must be IMMEDIATE: otherwise two sign-offs lock each other out.",
        )
    ]


def test_refusals_without_their_middleware_are_named(monkeypatch):
    without = [name for name in loaded.MIDDLEWARE if name != REFUSALS]
    monkeypatch.setattr(loaded, "MIDDLEWARE", without)

    assert complaints() == [
        (
            "editorial.E006",
            f"{REFUSALS} must be in MIDDLEWARE: otherwise a refusal ends in an error page.",
        )
    ]


def test_a_cache_over_the_public_pages_is_named(monkeypatch):
    monkeypatch.setattr(loaded, "MIDDLEWARE", [*loaded.MIDDLEWARE, CACHE])

    assert complaints() == [
        ("editorial.E007", f"{CACHE} must not be in MIDDLEWARE: a withdrawn page would still be shown.")
    ]


def test_an_application_behind_the_set_up_is_named(monkeypatch):
    others = [name for name in loaded.INSTALLED_APPS if name != "wagtail.search"]
    monkeypatch.setattr(loaded, "INSTALLED_APPS", [*others, "wagtail.search"])

    sentence = "must stand before editorial in INSTALLED_APPS: the set-up comes after all others."
    assert complaints() == [("editorial.E008", f"wagtail.search {sentence}")]


PAGES_API = PagesAPIViewSet.as_view({"get": "listing_view"})


@pytest.mark.parametrize(
    ("patterns", "address", "module"),
    [
        ((re_path(r"^old/(.*)$", serve),), "^old/(.*)$", "wagtail.views"),
        ((path("en/", include([path("<path>/", serve)])),), "en/<path>/", "wagtail.views"),
        ((path("api/", PAGES_API),), "api/", "wagtail.api.v2.views"),
    ],
)
def test_an_address_that_shows_pages_is_named(settings, patterns, address, module):
    settings.ROOT_URLCONF = patterns

    assert complaints() == [
        ("editorial.E009", f"{address} must not be answered by {module}: it shows pages, not editions.")
    ]


def test_debug_outside_a_demonstration_is_named(monkeypatch):
    monkeypatch.setattr(loaded, "DEMO", False)
    monkeypatch.setattr(loaded, "DEBUG", True)
    monkeypatch.setattr(loaded, "INSTALLED_APPS", [app for app in loaded.INSTALLED_APPS if app != "demo"])

    assert complaints() == [
        ("editorial.E010", "DEBUG must be False outside a demonstration: error pages show drafts.")
    ]


@pytest.mark.parametrize(
    "app", ["demo", "debug_toolbar", "django_extensions", "silk", "wagtail.contrib.styleguide"]
)
def test_a_developer_s_tool_outside_a_demonstration_is_named(monkeypatch, app):
    monkeypatch.setattr(loaded, "DEMO", False)
    others = [name for name in loaded.INSTALLED_APPS if name != "demo"]
    monkeypatch.setattr(loaded, "INSTALLED_APPS", [app, *others])

    assert complaints() == [
        (
            "editorial.E010",
            f"{app} must not be installed outside a demonstration: it is made for developers.",
        )
    ]


def test_each_complaint_says_what_to_do(monkeypatch):
    monkeypatch.setattr(loaded, "WAGTAIL_I18N_ENABLED", True)

    assert [error.hint for error in settings_keep_the_gate_shut()] == ["Set WAGTAIL_I18N_ENABLED = False."]
