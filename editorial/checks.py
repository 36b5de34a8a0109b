"""System checks: a setting that would open a way round the sign-off stops the start and names itself."""

from collections.abc import Iterable, Iterator
from inspect import unwrap
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from editorial.models import SignedPage

FINISH = "editorial.workflow.publish_if_signed"
REFUSALS = "editorial.refused.RefusalsInWords"
FORBIDDEN_APPS = (
    "wagtail.api.v2",
    "wagtail.api.v3",
    "wagtail.contrib.redirects",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.simple_translation",
    "wagtail.locales",
    "wagtail_modeltranslation",
    "django.contrib.flatpages",
    "django.contrib.redirects",
)
# A setting that is missing has Wagtail's, modeltranslation's or Django's own value.
FIXED: dict[str, tuple[Any, Any, str]] = {
    "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT": (
        False,
        False,
        "every save sends a page back to its first step",
    ),
    "WAGTAIL_WORKFLOW_ENABLED": (True, True, "pages could not be submitted for review"),
    "WAGTAIL_I18N_ENABLED": (False, False, "Chinese addresses lead to English ones"),
    "WAGTAIL_FINISH_WORKFLOW_ACTION": (FINISH, None, "a finished workflow would publish what nobody signed"),
    "WAGTAIL_PAGE_MODEL": ("wagtailcore.Page", "wagtailcore.Page", "pages pass beside the gate"),
    "MODELTRANSLATION_ENABLE_FALLBACKS": (False, True, "English would stand where Chinese is missing"),
    "MODELTRANSLATION_AUTO_POPULATE": (False, False, "English would be stored as Chinese"),
    "MODELTRANSLATION_DEFAULT_LANGUAGE": ("en", None, "the columns without a language hold English"),
    "DATABASE_ROUTERS": ([], [], "a sign-off over two databases is not one transaction"),
    "USE_TZ": (True, True, "nobody could say on which day a page was signed"),
}
LANGUAGES = ["en", "zh-hans"]
CACHING = (
    "django.middleware.cache.FetchFromCacheMiddleware",
    "django.middleware.cache.UpdateCacheMiddleware",
)
# By the beginning of the module a view is written in; the admin's own API is in wagtail.admin.
SHOWING_PAGES = ("wagtail.views", "wagtail.api.", "wagtail.contrib.sitemaps.", "wagtail.contrib.redirects.")
FOR_DEVELOPERS = ("demo", "debug_toolbar", "django_extensions", "silk", "wagtail.contrib.styleguide")


@register()
def settings_keep_the_gate_shut(**kwargs: Any) -> list[Error]:
    """Every reason why this installation would not keep the promise; [] when it does."""
    found = (_fixed, _applications, _key, _transactions, _middleware, _order, _addresses, _production)
    return [error for find in found for error in find()]


def _fixed() -> Iterator[Error]:
    for name, (wanted, default, why) in FIXED.items():
        if getattr(settings, name, default) != wanted:
            yield _error("E001", f"{name} must be {wanted!r}: otherwise {why}.", f"Set {name} = {wanted!r}.")
    if [code for code, _name in settings.LANGUAGES] != LANGUAGES:
        why = "every page is signed in these two"
        yield _error("E001", f"LANGUAGES must be {LANGUAGES!r}: {why}.", "Take other languages out.")


def _applications() -> Iterator[Error]:
    for app in FORBIDDEN_APPS:
        if _installed(app):
            sentence = f"{app} must not be installed: it would show pages, not editions."
            yield _error("E002", sentence, "Take it out of INSTALLED_APPS.")


def _key() -> Iterator[Error]:
    keys = getattr(settings, "EDITION_KEYS", [])
    if not keys or not all(keys):
        sentence = "EDITION_KEYS must hold a key: without one anybody could seal an edition."
        yield _error("E003", sentence, "Set the environment variable EDITION_KEY.")


def _transactions() -> Iterator[Error]:
    database = settings.DATABASES["default"]
    if not database.get("ATOMIC_REQUESTS"):
        sentence = "ATOMIC_REQUESTS must be True: otherwise a refused request leaves half of its work."
        yield _error("E004", sentence, "Set it in DATABASES['default'].")
    mode = database.get("OPTIONS", {}).get("transaction_mode")
    if database["ENGINE"].endswith("sqlite3") and mode != "IMMEDIATE":
        sentence = "SQLite's transaction_mode must be IMMEDIATE: otherwise two sign-offs lock each other out."
        yield _error("E005", sentence, "Set it in the OPTIONS of DATABASES['default'].")


def _middleware() -> Iterator[Error]:
    if REFUSALS not in settings.MIDDLEWARE:
        sentence = f"{REFUSALS} must be in MIDDLEWARE: otherwise a refusal ends in an error page."
        yield _error("E006", sentence, "Add it at the end.")
    for name in CACHING:
        if name in settings.MIDDLEWARE:
            sentence = f"{name} must not be in MIDDLEWARE: a withdrawn page would still be shown."
            yield _error("E007", sentence, "Public views say themselves how long they may be kept.")


def _order() -> Iterator[Error]:
    signed = {model._meta.app_config.name for model in apps.get_models() if issubclass(model, SignedPage)}
    installed = list(settings.INSTALLED_APPS)
    behind = installed[installed.index("editorial") + 1 :] if "editorial" in installed else []
    for app in behind:
        if app not in signed:
            sentence = (
                f"{app} must stand before editorial in INSTALLED_APPS: the set-up comes after all others."
            )
            yield _error("E008", sentence, "Only applications with pages that are signed stand behind it.")


def _addresses() -> Iterator[Error]:
    for address, view in _views(get_resolver().url_patterns):
        module = f"{view.__module__}."
        if module.startswith(SHOWING_PAGES):
            sentence = f"{address} must not be answered by {view.__module__}: it shows pages, not editions."
            yield _error("E009", sentence, "Take it out of the URLconf.")


def _production() -> Iterator[Error]:
    if settings.DEMO:
        return
    if settings.DEBUG:
        sentence = "DEBUG must be False outside a demonstration: error pages show drafts."
        yield _error("E010", sentence, "Use config.settings.production.")
    for app in FOR_DEVELOPERS:
        if _installed(app):
            sentence = f"{app} must not be installed outside a demonstration: it is made for developers."
            yield _error("E010", sentence, "Take it out of INSTALLED_APPS.")


def _views(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, Any]]:
    """(address, view function or class) of every pattern, the included ones too."""
    for each in patterns:
        address = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _views(each.url_patterns, address)
        else:
            view = each.callback
            yield address, getattr(view, "view_class", None) or getattr(view, "cls", unwrap(view))


def _installed(app: str) -> bool:
    return any(name == app or name.startswith(f"{app}.apps.") for name in settings.INSTALLED_APPS)


def _error(number: str, sentence: str, hint: str) -> Error:
    return Error(sentence, hint=hint, id=f"editorial.{number}")
